using System.Diagnostics.CodeAnalysis;
using System.Net;
using MimeKit;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>How mail goes out.</summary>
/// <param name="Host">Mail server.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="From">Sender, a mailbox of the community.</param>
/// <param name="UseTls">Whether the connection is encrypted by STARTTLS, or from its start on port 465.</param>
/// <param name="Credentials">Null when the server asks for none; never without TLS.</param>
internal sealed record SmtpSettings(string Host, int Port, MailboxAddress From, bool UseTls, NetworkCredential? Credentials)
{
    private const string SenderName = "Évaluation des mutualisations";

    // An address of the same server, which the library takes by default, is none that anybody here has.
    private static readonly ParserOptions WholeAddresses = new() { AllowAddressesWithoutDomain = false };

    /// <summary>Whether a text is the address of one mailbox.</summary>
    public static bool TryReadAddress([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        return text is not null && MailboxAddress.TryParse(WholeAddresses, text, out address);
    }

    /// <summary>The settings; null when no server is named.</summary>
    /// <param name="options">Checked when the app started.</param>
    public static SmtpSettings? Of(SmtpOptions options) => options.IsSet && TryReadAddress(options.From, out var sender)
        ? new SmtpSettings(
            options.Host!,
            options.Port,
            new MailboxAddress(SenderName, sender.Address),
            options.UseTls,
            string.IsNullOrEmpty(options.User) ? null : new NetworkCredential(options.User, options.Password))
        : null;
}
