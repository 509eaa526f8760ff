using Evaluation.Core.Closing;
using Evaluation.Functions.Report.Html;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>Words and signs (<see cref="Marks"/>) of what the portal follows.</summary>
internal static class StateWords
{
    /// <summary>Where a notice stands.</summary>
    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Pending => "À envoyer",
        NoticeState.Sent => "Envoyé",
        NoticeState.Failed => "Échec",
        NoticeState.Undeliverable => "Non distribuable",
    };

    /// <summary>The sign of a notice.</summary>
    public static string Mark(NoticeState state) => state switch
    {
        NoticeState.Pending => Marks.Mid,
        NoticeState.Sent => Marks.Ok,
        NoticeState.Failed => Marks.Bad,
        NoticeState.Undeliverable => Marks.None,
    };

    /// <summary>The sign of the approval of a period.</summary>
    public static string Mark(ApprovalState state) => state switch
    {
        ApprovalState.Draft => Marks.None,
        ApprovalState.Submitted or ApprovalState.Validated => Marks.Mid,
        ApprovalState.Accepted => Marks.Ok,
    };

    /// <summary>Where a submission stands whose rows cannot be counted.</summary>
    public static string Uncounted(SubmissionState state) => state switch
    {
        SubmissionState.Received => "reçu, en cours d’application",
        SubmissionState.Applied => "appliqué, détail illisible",
        SubmissionState.Abandoned => "interrompu, à renvoyer",
    };
}
