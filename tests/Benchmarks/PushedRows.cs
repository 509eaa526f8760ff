using System.Globalization;
using System.Text.Json;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Benchmarks;

/// <summary>10 000 monthly values of a service with 49 communes: the most that one push may hold.</summary>
internal static class PushedRows
{
    private const int Count = 10_000;

    private static readonly Dossier Dossier = new SampleService().Dossier();

    public static Community Community => Dossier.Community;

    /// <summary>Checked rows: month after month over as many years as it takes, every member, every monthly indicator.</summary>
    public static IReadOnlyList<CheckedRow> All()
    {
        var definitions = Dossier.Mutualisation.Expected(Catalogue.Standard)
            .Where(d => d is { Level: IndicatorLevel.Member, Periodicity: Periodicity.Monthly })
            .ToList();
        var rows =
            from year in Enumerable.Range(SampleService.Year - 5, 6).Reverse()
            from period in Period.InYear(year, Periodicity.Monthly)
            from member in Dossier.Mutualisation.MembersIn(Community, period)
            from definition in definitions
            select Row(definition.Code, member.Siren.ToString(), period.ToString());
        return new SubmissionChecks(Community, Dossier.Mutualisation, Catalogue.Standard, Dossier.AsOf)
            .Check([.. rows.Take(Count).Select((row, index) => row with { Index = index })]);
    }

    /// <summary>The body that sends rows.</summary>
    public static byte[] Body(IReadOnlyList<CheckedRow> rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("source", "mesure");
            json.WriteStartArray("values");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("indicator", row.Row.Indicator);
                json.WriteString("member", row.Row.Member);
                json.WriteString("period", row.Row.Period);
                json.WriteString("value", row.Row.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static SubmittedRow Row(string indicator, string member, string period) => new(
        0, indicator, member, period, (member[7] + period[6]).ToString(CultureInfo.InvariantCulture), null, null, null);
}
