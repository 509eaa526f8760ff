namespace Evaluation.Functions.Operate.Notices;

/// <summary>The one channel that is configured; without one, notices stay readable in the portal.</summary>
/// <param name="Channel">Null when none is.</param>
internal sealed record NoticeOutlet(INoticeChannel? Channel)
{
    /// <param name="options">Checked when the app started: one of both at most.</param>
    public static NoticeOutlet Of(NoticesOptions options) => new(
        SmtpSettings.Of(options.Smtp) is { } mail ? new SmtpChannel(mail)
        : WebhookSettings.Of(options.Webhook) is { } hook ? new WebhookChannel(hook)
        : (INoticeChannel?)null);
}
