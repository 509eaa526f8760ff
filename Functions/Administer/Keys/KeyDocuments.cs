using System.Text.Json.Serialization;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer.Keys;

internal sealed record KeyRequest(
    string? Label, IReadOnlyList<string>? Mutualisations, IReadOnlyList<string>? Rights, string? ExpiresOn);

internal sealed record RotationRequest(int? OverlapDays);

internal sealed record KeyList(IReadOnlyList<KeyEntry> Keys);

/// <summary>The one answer that ever holds a key.</summary>
internal sealed record NewSecret(string Secret, KeyEntry Key);

/// <summary>A key as lists tell it; <c>SecretTold</c> is false when its secret may have reached nobody, else null.</summary>
internal sealed record KeyEntry(
    string KeyId,
    string Label,
    string State,
    IReadOnlyList<string>? Mutualisations,
    IReadOnlyList<string> Rights,
    DateOnly? ExpiresOn,
    bool? SecretTold,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? RotatedAt,
    string? RotatedBy,
    DateTimeOffset? PreviousUntil,
    DateTimeOffset? RevokedAt,
    string? RevokedBy,
    string Address);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(RotationRequest))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(NewSecret))]
[JsonSerializable(typeof(KeyEntry))]
internal sealed partial class KeyJson : JsonSerializerContext
{
    /// <summary>The context every answer goes through: French labels stay readable.</summary>
    public static KeyJson Answers => field ??= new(ReadableJson.Of(Default));
}
