using System.Net.Sockets;
using Evaluation.Core.French;
using Evaluation.Functions.Store;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>Sends notices by mail. The Message-ID is that of the notice: a second delivery carries the same.</summary>
internal sealed class SmtpChannel(SmtpSettings settings) : INoticeChannel
{
    private const int FirstPermanentCode = 500;
    private const int ImplicitTlsPort = 465;

    /// <summary>The most one delivery takes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    public string Name => "smtp";

    public bool NeedsMailbox => true;

    public bool CarriesFiles => true;

    public async Task<ChannelAnswer> SendAsync(Notice notice, string? mailbox, Enclosure? enclosed, CancellationToken cancellationToken)
    {
        if (!SmtpSettings.TryReadAddress(mailbox, out var to))
        {
            return Told(ChannelFate.Refused, "L’adresse n’est pas valable pour un courrier électronique : corrigez-la.");
        }

        using var message = Message(notice, to, enclosed);
        using var client = new SmtpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Encryption, limit.Token);
            if (settings.Credentials is { } credentials)
            {
                await client.AuthenticateAsync(credentials, limit.Token);
            }

            await client.SendAsync(message, limit.Token);
            return Told(ChannelFate.Taken, "Remis au serveur de messagerie.");
        }
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
        {
            return (int)e.StatusCode >= FirstPermanentCode
                ? Told(ChannelFate.Refused, $"Le serveur de messagerie refuse ce destinataire (code {(int)e.StatusCode}) : vérifiez l’adresse.")
                : Told(ChannelFate.NotNow, $"Le serveur de messagerie ne prend pas ce courrier pour l’instant (code {(int)e.StatusCode}).");
        }
        catch (SmtpCommandException e)
        {
            return Told(ChannelFate.Unreachable, $"Le serveur de messagerie refuse l’échange (code {(int)e.StatusCode}) : vérifiez les réglages d’envoi.");
        }
        catch (Exception e) when (e is AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            return Told(ChannelFate.Unreachable, "Le serveur de messagerie refuse la connexion chiffrée ou l’identifiant : vérifiez les réglages d’envoi.");
        }
        catch (Exception e) when (e is ProtocolException or SocketException or IOException)
        {
            return Told(ChannelFate.Unreachable, "Le serveur de messagerie ne répond pas.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Told(ChannelFate.Unreachable, "Le serveur de messagerie n’a pas répondu à temps.");
        }
    }

    // STARTTLS is asked for, never hoped for: a server that does not offer it gets no mail.
    private SecureSocketOptions Encryption =>
        !settings.UseTls ? SecureSocketOptions.None
        : settings.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    private MimeMessage Message(Notice notice, MailboxAddress to, Enclosure? enclosed)
    {
        var message = new MimeMessage
        {
            Subject = notice.Due.Subject,
            Body = Body(notice, enclosed),
            MessageId = $"{notice.Key}@{settings.From.Domain}",
            Date = notice.CreatedAt,
        };
        message.From.Add(settings.From);
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MimeEntity Body(Notice notice, Enclosure? enclosed)
    {
        var text = new TextPart("plain") { Text = Enclosure.TextOf(notice, enclosed) };
        return enclosed?.File is { } file
            ? new Multipart("mixed")
            {
                text,
                new MimePart(file.ContentType)
                {
                    FileName = file.Name,
                    ContentTransferEncoding = ContentEncoding.Base64,
                    ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                    Content = new MimeContent(file.Content.ToStream()),
                },
            }
            : text;
    }

    private static ChannelAnswer Told(ChannelFate fate, string outcome) => new(fate, Typography.Fix(outcome));
}
