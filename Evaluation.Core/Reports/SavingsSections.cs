using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Reports;

/// <summary>Writes the section of savings.</summary>
internal static class SavingsSections
{
    private const int Cents = 2;

    /// <summary>The section; null for a form that shares no cost.</summary>
    public static SavingsSection? Of(AnnualEvaluation evaluation)
    {
        if (!evaluation.Dossier.Mutualisation.LegalFormIn(evaluation.Dossier.Year).SharesCosts())
        {
            return null;
        }

        var savings = evaluation.Savings;
        if (savings.Total is not { } total)
        {
            return new SavingsSection(
                [.. SavingsWords.Obstacle(evaluation).Select(ReportText.Prose)],
                null,
                [],
                null,
                Figure.NotApplicable,
                Figure.NotApplicable,
                Figure.NotApplicable,
                false);
        }

        return new SavingsSection(
            [.. SavingsWords.Measured(evaluation, total).Append(SavingsWords.Losing(evaluation)).OfType<string>().Select(ReportText.Prose)],
            Drawn(evaluation, total),
            [.. savings.ByMember.Select(Row)],
            Total(savings.ByMember),
            Money(total.EfficiencySaving),
            total.ReferenceAtCurrentVolume == 0
                ? Figure.NotApplicable
                : Figure.Of(total.EfficiencySaving / total.ReferenceAtCurrentVolume * 100, 1),
            savings.AvoidedFte is { } avoided ? Figure.Of(avoided, 1) : Figure.NotTransmitted,
            SavingsVerdict.WhyNone(evaluation) is null);
    }

    private static SavingsFigure Drawn(AnnualEvaluation evaluation, PriceVolumeEfficiency total)
    {
        var savings = evaluation.Savings;
        var year = evaluation.Dossier.Year;
        var (then, now) = (ReportText.Year(savings.ReferenceYear!.Value), ReportText.Year(year));
        IReadOnlyList<SavingsStep> steps =
        [
            Cost($"Coût de référence {then}", total.Reference),
            Change(SavingsWords.Prices(savings), total.Price),
            .. savings.HasVolume ? [Change(SavingsWords.Volume(savings), total.Volume)] : Array.Empty<SavingsStep>(),
            Cost($"Coût sans la mutualisation, {SavingsWords.Basis(savings, now)}", total.ReferenceAtCurrentVolume),
            Change("Effet d’efficience", total.Efficiency),
            Cost(
                $"{(evaluation.Costs is { IsProvisional: true } ? "Coût prévu" : "Coût constaté")} {now}" +
                (savings.Retained == 0 ? "" : ", dépenses conservées par les membres comprises"),
                total.Current),
            .. savings.Retained == 0
                ? Array.Empty<SavingsStep>()
                : [Part("dont coût du service", total.Current - savings.Retained), Part("dont dépenses conservées par les membres", savings.Retained)],
        ];
        return new SavingsFigure(
            "economies",
            $"De la référence de {then} au coût de {now}",
            "En milliers d’euros",
            ReportText.Prose(SavingsWords.Takeaway(evaluation, total)),
            savings.ReferenceYear.Value,
            year,
            savings.HasVolume,
            steps);
    }

    private static SavingsStep Cost(string label, decimal euros) => new(SavingsStepKind.Cost, ReportText.Prose(label), Money(euros));

    private static SavingsStep Change(string label, decimal euros) => new(SavingsStepKind.Change, ReportText.Prose(label), Money(euros));

    private static SavingsStep Part(string label, decimal euros) => new(SavingsStepKind.Part, ReportText.Prose(label), Money(euros));

    private static SavingsRow Row(MemberSavings body) => new(
        ReportMember.Of(body.Member),
        body.IsProvider,
        Money(body.ReferenceAtCurrentPrices),
        Money(body.OwnSpending),
        Money(body.Paid),
        Money(body.Received),
        Money(body.NetCost),
        Money(body.Saving));

    private static SavingsRow Total(IReadOnlyList<MemberSavings> bodies) => new(
        null,
        false,
        Money(bodies.Sum(b => b.ReferenceAtCurrentPrices)),
        Money(bodies.Sum(b => b.OwnSpending)),
        Money(bodies.Sum(b => b.Paid)),
        Money(bodies.Sum(b => b.Received)),
        Money(bodies.Sum(b => b.NetCost)),
        Money(bodies.Sum(b => b.Saving)));

    private static Figure Money(decimal euros) => Figure.Of(euros, Cents);
}
