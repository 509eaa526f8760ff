using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>How a notice is kept: one row in the partition of its community.</summary>
internal static class NoticeRows
{
    private const string Day = "yyyy-MM-dd";

    public static TableEntity Entity(Notice notice) => new(TableKey.Join(notice.Siren.ToString()), TableKey.Join(notice.Id))
    {
        ["Mutualisation"] = notice.Mutualisation,
        ["Kind"] = DomainCode.Of(notice.Due.Kind),
        ["Occurrence"] = notice.Due.Occurrence,
        ["On"] = notice.Due.On.ToString(Day, CultureInfo.InvariantCulture),
        ["Subject"] = notice.Due.Subject,
        ["Text"] = notice.Due.Text,
        ["Recipient"] = DomainCode.Of(notice.Due.Recipient),
        ["Member"] = notice.Due.Member?.ToString(),
        ["Mailbox"] = notice.Mailbox,
        ["CreatedAt"] = notice.CreatedAt,
        ["State"] = DomainCode.Of(notice.State),
        ["Outcome"] = notice.Outcome,
        ["NextAttemptAt"] = notice.NextAttemptAt,
        ["LeaseUntil"] = notice.LeaseUntil,
        ["Attempts"] = JsonSerializer.Serialize(notice.Attempts, NoticeJson.Default.IReadOnlyListNoticeAttempt),
    };

    public static Notice Read(TableEntity entity)
    {
        var due = new DueNotice(
            Code<CalendarKind>(entity, "Kind"),
            Text(entity, "Occurrence"),
            DateOnly.ParseExact(Text(entity, "On"), Day, CultureInfo.InvariantCulture),
            Text(entity, "Subject"),
            Text(entity, "Text"),
            Code<NoticeRecipient>(entity, "Recipient"))
        {
            Member = entity.GetString("Member") is { } member ? Siren.Parse(member) : null,
        };
        return new Notice(
            Siren.Parse(TableKey.Split(entity.PartitionKey)[0]),
            entity.GetString("Mutualisation"),
            due,
            entity.GetString("Mailbox"),
            entity.GetDateTimeOffset("CreatedAt") ?? default)
        {
            State = Code<NoticeState>(entity, "State"),
            Outcome = entity.GetString("Outcome"),
            NextAttemptAt = entity.GetDateTimeOffset("NextAttemptAt") ?? default,
            LeaseUntil = entity.GetDateTimeOffset("LeaseUntil"),
            Attempts = JsonSerializer.Deserialize(Text(entity, "Attempts"), NoticeJson.Default.IReadOnlyListNoticeAttempt) ?? [],
        };
    }

    private static string Text(TableEntity entity, string name) =>
        entity.GetString(name) ?? throw new InvalidDataException($"A kept notice has no {name}.");

    private static T Code<T>(TableEntity entity, string name)
        where T : struct, Enum => DomainCode.TryParse<T>(entity.GetString(name), out var value)
            ? value
            : throw new InvalidDataException($"A kept notice has no {name}.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<NoticeAttempt>))]
internal sealed partial class NoticeJson : JsonSerializerContext;
