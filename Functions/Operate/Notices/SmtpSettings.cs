using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Evaluation.Functions.Hosting;
using MimeKit;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>How mail goes out.</summary>
/// <param name="Host">Mail server.</param>
/// <param name="Port">1 to 65535; 587 unless set.</param>
/// <param name="From">Sender, a mailbox of the community.</param>
/// <param name="UseTls">Whether the connection is encrypted by STARTTLS, or from its start on port 465; true unless set.</param>
/// <param name="Credentials">Null when the server asks for none; never without TLS.</param>
internal sealed record SmtpSettings(string Host, int Port, MailboxAddress From, bool UseTls, NetworkCredential? Credentials)
{
    private const string HostSetting = "Notices:Smtp:Host";
    private const string PortSetting = "Notices:Smtp:Port";
    private const string FromSetting = "Notices:Smtp:From";
    private const string UserSetting = "Notices:Smtp:User";
    private const string PasswordSetting = "Notices:Smtp:Password";
    private const string UseTlsSetting = "Notices:Smtp:UseTls";
    private const string SenderName = "Évaluation des mutualisations";
    private const int SubmissionPort = 587;

    // An address of the same server, which the library takes by default, is none that anybody here has.
    private static readonly ParserOptions WholeAddresses = new() { AllowAddressesWithoutDomain = false };

    /// <summary>Whether a text is the address of one mailbox.</summary>
    public static bool TryReadAddress([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = null;
        return text is not null && MailboxAddress.TryParse(WholeAddresses, text, out address);
    }

    /// <summary>The settings; null when no server is named.</summary>
    /// <exception cref="StartUpException">They are incomplete or not valid.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        if (configuration[HostSetting] is not { Length: > 0 } host)
        {
            return null;
        }

        if (!TryReadAddress(configuration[FromSetting], out var sender))
        {
            throw new StartUpException("The setting Notices__Smtp__From must be the address of the sender.");
        }

        var from = new MailboxAddress(SenderName, sender.Address);

        var port = SubmissionPort;
        if (configuration[PortSetting] is { Length: > 0 } written
            && !(int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= IPEndPoint.MaxPort))
        {
            throw new StartUpException("The setting Notices__Smtp__Port must be a number from 1 to 65535.");
        }

        var useTls = configuration[UseTlsSetting] is not { Length: > 0 } text
            || (bool.TryParse(text, out var read) ? read : throw new StartUpException("The setting Notices__Smtp__UseTls must be true or false."));
        var credentials = configuration[UserSetting] is { Length: > 0 } user
            ? new NetworkCredential(user, configuration[PasswordSetting])
            : null;
        return credentials is null || useTls
            ? new SmtpSettings(host, port, from, useTls, credentials)
            : throw new StartUpException("Notices__Smtp__User and its password are never sent without Notices__Smtp__UseTls.");
    }
}
