using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>Efficience: the observed cost against the forecast, and the saving against the time before.</summary>
internal static class CostEvidence
{
    private const decimal TolerableOverrun = 0.05m;
    private const decimal NoticeableSaving = 0.01m;

    public static IEnumerable<Evidence> Of(YearFacts evaluation)
    {
        if (evaluation.Costs is { Actual: { } actual, Forecast: { } forecast } && forecast != 0)
        {
            var gap = (actual - forecast) / Math.Abs(forecast);
            yield return RegisterEvidence.Fact(
                RegisterEvidence.Forecast,
                "Coût constaté et prévision",
                gap <= 0 ? Judgement.Favorable : gap <= TolerableOverrun ? Judgement.Mitige : Judgement.Defavorable,
                $"{FrenchMoney.Euros(actual)} constatés pour {FrenchMoney.Euros(forecast)} prévus ({FrenchNumber.SignedPercent(gap * 100)}).");
        }

        yield return Savings(evaluation);
    }

    private static Evidence Savings(YearFacts evaluation)
    {
        var savings = evaluation.Savings;
        var label = savings.Total is { EfficiencySaving: < 0 } ? "Surcoût par rapport à la référence" : "Économie par rapport à la référence";
        if (savings.Total is not { } total || total.ReferenceAtCurrentVolume == 0)
        {
            return RegisterEvidence.Fact(RegisterEvidence.Savings, label, Judgement.Manquant, "Économie non mesurable.");
        }

        var rate = total.EfficiencySaving / total.ReferenceAtCurrentVolume;
        // A surcoût is more, an economy is less: the sign is that of the word, never a minus against it.
        var (amount, percent) = total.EfficiencySaving < 0
            ? ($"{FrenchMoney.Euros(-total.EfficiencySaving)} de plus", FrenchNumber.Percent(-rate * 100))
            : ($"{FrenchMoney.Euros(total.EfficiencySaving)} de moins", FrenchNumber.Percent(rate * 100));
        var kept = savings.Retained > 0 ? $" (dont {FrenchMoney.Euros(savings.Retained)} conservés par les membres)" : "";
        var reading = $"{FrenchMoney.Euros(total.Current)}{kept} pour {FrenchMoney.Euros(total.ReferenceAtCurrentVolume)} sans la mutualisation, " +
            $"à prix {(savings.HasVolume ? "et volume courants" : "courants")} : {amount}, soit {percent}";
        return SavingsVerdict.WhyNone(evaluation) is { } why
            ? RegisterEvidence.Fact(RegisterEvidence.Savings, label, Judgement.Information, $"{reading} ; pas de verdict sur les économies : {why}.")
            : RegisterEvidence.Fact(
                RegisterEvidence.Savings,
                label,
                rate >= NoticeableSaving ? Judgement.Favorable : rate > -NoticeableSaving ? Judgement.Mitige : Judgement.Defavorable,
                $"{reading}.");
    }
}
