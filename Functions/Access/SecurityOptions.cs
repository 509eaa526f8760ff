namespace Evaluation.Functions.Access;

/// <summary>Who is let in beside the keys that are made in the app.</summary>
internal sealed class SecurityOptions
{
    public const string Section = "Security";

    private const int ShortestAdminKey = 32;
    private const string VaultReference = "@Microsoft.KeyVault(";

    /// <summary>The key of the administrator that makes the first keys, 32 characters or more; none unless set.</summary>
    public string? BootstrapAdminKey { get; set; }

    /// <summary>The authority whose tokens are taken; none unless set.</summary>
    public JwtOptions Jwt { get; set; } = new();

    // A vault reference that could not be resolved reaches the app as its own text, which anyone could guess.
    public bool IsKeyResolved => BootstrapAdminKey?.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase) != true;

    public bool IsKeyLongEnough => BootstrapAdminKey is not { Length: > 0 and < ShortestAdminKey };
}

/// <summary>An OpenID Connect authority.</summary>
internal sealed class JwtOptions
{
    /// <summary>Its address, https (http on a developer’s own machine); none unless set.</summary>
    public string? Authority { get; set; }

    /// <summary>Whom its tokens are for; goes with the authority.</summary>
    public string? Audience { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(Authority);

    public bool IsWhole => string.IsNullOrEmpty(Authority) == string.IsNullOrEmpty(Audience);

    /// <param name="takesLoopback">Whether the authority may be on the same machine, without encryption.</param>
    public bool IsAddressRight(bool takesLoopback) =>
        !IsSet
        || (Uri.TryCreate(Authority, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (takesLoopback && address.IsLoopback)));
}
