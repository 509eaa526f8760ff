using System.Net.Mail;
using System.Text;
using Evaluation.Core.French;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>Sends notices by mail. The Message-ID is that of the notice: a second delivery carries the same.</summary>
internal sealed class SmtpChannel(SmtpSettings settings) : INoticeChannel
{
    private const int FirstPermanentCode = 500;

    /// <summary>The most one delivery takes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    public string Name => "smtp";

    public bool NeedsMailbox => true;

    public async Task<ChannelAnswer> SendAsync(Notice notice, string? mailbox, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(mailbox, out var to))
        {
            return Told(ChannelFate.Refused, "L’adresse n’est pas valable pour un courrier électronique : corrigez-la.");
        }

        using var message = Message(notice, to);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.UseTls,
            Credentials = settings.Credentials,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return Told(ChannelFate.Taken, "Remis au serveur de messagerie.");
        }
        catch (SmtpFailedRecipientException e)
        {
            return (int)e.StatusCode >= FirstPermanentCode
                ? Told(ChannelFate.Refused, $"Le serveur de messagerie refuse ce destinataire (code {(int)e.StatusCode}) : vérifiez l’adresse.")
                : Told(ChannelFate.NotNow, $"Le serveur de messagerie ne prend pas ce courrier pour l’instant (code {(int)e.StatusCode}).");
        }
        catch (SmtpException e)
        {
            return Told(ChannelFate.Unreachable, e.StatusCode == SmtpStatusCode.GeneralFailure
                ? "Le serveur de messagerie ne répond pas."
                : $"Le serveur de messagerie refuse l’échange (code {(int)e.StatusCode}) : vérifiez les réglages d’envoi.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Told(ChannelFate.Unreachable, "Le serveur de messagerie n’a pas répondu à temps.");
        }
    }

    private MailMessage Message(Notice notice, MailAddress to) => new(settings.From, to)
    {
        Subject = notice.Due.Subject,
        SubjectEncoding = Encoding.UTF8,
        Body = notice.Due.Text,
        BodyEncoding = Encoding.UTF8,
        Headers =
        {
            ["Message-ID"] = $"<{notice.Key}@{settings.From.Host}>",
            ["Auto-Submitted"] = "auto-generated",
        },
    };

    private static ChannelAnswer Told(ChannelFate fate, string outcome) => new(fate, Typography.Fix(outcome));
}
