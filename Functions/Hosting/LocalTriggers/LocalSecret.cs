using System.Security.Cryptography;

namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>
/// What a call of a function must bear when no Functions host stands in front. Made anew by each process and never
/// told; only a test that plays the host gives its own.
/// </summary>
internal sealed class LocalSecret(LocalTriggerSettings settings)
{
    public const string Header = "X-Local-Trigger-Secret";

    public string Value { get; } = settings.Secret is { Length: > 0 } given
        ? given
        : Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
}
