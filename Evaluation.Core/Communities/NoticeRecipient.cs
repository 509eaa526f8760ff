namespace Evaluation.Core.Communities;

/// <summary>Whose mailbox a notice goes to; always one of a service, never of a person.</summary>
public enum NoticeRecipient
{
    /// <summary>The service that is pooled.</summary>
    Service,

    /// <summary>The direction of the community.</summary>
    Director,

    /// <summary>A body that takes part in the service; the notice says which.</summary>
    Member,

    /// <summary>Another address, that a subscription names.</summary>
    Mailbox,
}

/// <summary>French words for who is told.</summary>
public static class NoticeRecipients
{
    /// <summary>« service », « direction », « membre », « adresse ».</summary>
    public static string Label(this NoticeRecipient recipient) => recipient switch
    {
        NoticeRecipient.Service => "service",
        NoticeRecipient.Director => "direction",
        NoticeRecipient.Member => "membre",
        NoticeRecipient.Mailbox => "adresse",
    };
}
