using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>The one channel that is configured; without one, notices stay readable in the portal.</summary>
/// <param name="Channel">Null when none is.</param>
internal sealed record NoticeOutlet(INoticeChannel? Channel)
{
    /// <exception cref="StartUpException">Both channels are configured, or one is so halfway.</exception>
    public static NoticeOutlet From(IConfiguration configuration, DeveloperMachine machine)
    {
        var mail = SmtpSettings.Read(configuration);
        var hook = WebhookSettings.Read(configuration, machine);
        return (mail, hook) switch
        {
            (not null, not null) => throw new StartUpException(
                "Notices go out by mail or by webhook: set Notices__Smtp__Host or Notices__Webhook__Url, not both."),
            (not null, _) => new NoticeOutlet(new SmtpChannel(mail)),
            (_, not null) => new NoticeOutlet(new WebhookChannel(hook)),
            _ => new NoticeOutlet((INoticeChannel?)null),
        };
    }
}
