using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Savings;

namespace Evaluation.Core.Tests.Specification;

/// <summary>What savings.md and assessment.md ask.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Assessments => new()
    {
        ["coefficient"] = w => Core.Communities.CommunityReader.Read(GivenCommunity.Siren, GivenCommunity.Document("A") with
        {
            FunctionalPay = [new() { Year = 2025, Community = Exact.Number(w[0]), Total = Exact.Number(w[2]), Source = "Essai" }],
        }).Value is { } community ? Text(community.MutualisationCoefficientIn(2025)!.Value) : "refused",
        ["decompose"] = Decompose,
        ["verdict-from"] = w => Text(
            (new GivenSavings([1m], 1m, [0m]) with { StartedOn = Exact.Day(w[0]) }).Year.VerdictFrom),
        ["verdict"] = w => DomainCode.Of(CriterionAssessment.Of(EvaluationCriterion.Impact, [.. w[0].Select(Evidence)]).Verdict),
        ["propose"] = w => Proposal.Of(Criteria(w[0]), mayStop: true, canGrow: true).Kind is { } kind ? DomainCode.Of(kind) : "nothing",
    };

    // « decompose 560000.00 to 581900.00 prices 100 to 112.40 volume 1180 to 1290 ».
    private static string Decompose(string[] w)
    {
        var change = PriceVolumeEfficiency.Of(
            Exact.Number(w[0]),
            Exact.Number(w[2]),
            Exact.Number(w[4]),
            Exact.Number(w[6]),
            w[8] == "-" ? null : Exact.Number(w[8]),
            w[10] == "-" ? null : Exact.Number(w[10]));
        return $"change {Cents(change.Change)} = price {Cents(change.Price)} + volume {Cents(change.Volume)} + efficiency {Cents(change.Efficiency)}";
    }

    private static Evidence Evidence(char sign) => new("fait", "Fait", "Un fait.", sign switch
    {
        '+' => Judgement.Favorable,
        '=' => Judgement.Mitige,
        '-' or '!' => Judgement.Defavorable,
        _ => Judgement.Information,
    }, null)
    {
        BarsFavourable = sign == '!',
    };

    private static IReadOnlyList<CriterionAssessment> Criteria(string verdicts) =>
        [.. Enum.GetValues<EvaluationCriterion>().Select((c, i) => new CriterionAssessment(
            c,
            verdicts[i] switch { 'F' => Verdict.Favorable, 'M' => Verdict.Mitige, 'D' => Verdict.Defavorable, _ => Verdict.NonEvaluable },
            null,
            Confidence.Elevee,
            []))];
}
