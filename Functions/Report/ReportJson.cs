using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Report;

/// <summary>Writes the model of a report as data.</summary>
internal static class ReportJson
{
    private const int UsualSize = 1 << 20;

    // French stays readable; the file is served as JSON, never put inside a page. The serializer writes what is valid.
    private static readonly JsonWriterOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        SkipValidation = true,
    };

    private static readonly ReportJsonContext Readable = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = Written.Encoder,
    });

    /// <summary>The report as UTF-8 JSON, camelCase, numbers as numbers, LF line ends.</summary>
    public static ReadOnlyMemory<byte> Write(AnnualReport report)
    {
        var file = new ArrayBufferWriter<byte>(UsualSize);
        using (var writer = new Utf8JsonWriter(file, Written))
        {
            JsonSerializer.Serialize(writer, report, Readable.AnnualReport);
        }

        file.Write("\n"u8);
        return file.WrittenMemory;
    }
}

/// <summary>How a report is written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    Converters =
    [
        typeof(CamelCaseName<Absence>),
        typeof(CamelCaseName<ActionState>),
        typeof(CamelCaseName<AggregationRule>),
        typeof(CamelCaseName<AllocationMethod>),
        typeof(CamelCaseName<ChangedKind>),
        typeof(CamelCaseName<CostCategory>),
        typeof(CamelCaseName<CriterionKind>),
        typeof(CamelCaseName<DecisionKind>),
        typeof(CamelCaseName<Direction>),
        typeof(CamelCaseName<EvaluationCriterion>),
        typeof(CamelCaseName<IndicatorFamily>),
        typeof(CamelCaseName<Judgement>),
        typeof(CamelCaseName<SavingsStepKind>),
        typeof(CamelCaseName<KeyTerm>),
        typeof(CamelCaseName<Periodicity>),
        typeof(CamelCaseName<ProposalKind>),
        typeof(CamelCaseName<RecommendationStatus>),
        typeof(CamelCaseName<SettlementMode>),
        typeof(CamelCaseName<TargetBasis>),
        typeof(CamelCaseName<TargetStatus>),
        typeof(CamelCaseName<Verdict>),
        typeof(PeriodConverter),
        typeof(SirenConverter),
        typeof(TracedMemberLine),
        typeof(MemberMonthsLine),
    ])]
[JsonSerializable(typeof(AnnualReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
