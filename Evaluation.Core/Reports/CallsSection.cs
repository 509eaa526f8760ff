using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Costs;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>What was called from a member, or from all of them, by state. Euros, exact.</summary>
/// <param name="Member">Who; null for the total.</param>
/// <param name="Planned">To be issued.</param>
/// <param name="Issued">Issued and not said to be paid or contested.</param>
/// <param name="Paid">Paid.</param>
/// <param name="Disputed">Contested.</param>
/// <param name="Total">All of it.</param>
public sealed record CallsRow(ReportMember? Member, Figure Planned, Figure Issued, Figure Paid, Figure Disputed, Figure Total);

/// <summary>A call that its payer contests.</summary>
/// <param name="Member">Who.</param>
/// <param name="CalledOn">Day of the titre or of the imputation.</param>
/// <param name="Amount">Euros, exact.</param>
/// <param name="Since">Since when.</param>
/// <param name="Comment">What is contested, as the accountant wrote it.</param>
public sealed record DisputedCall(ReportMember Member, DateOnly CalledOn, Figure Amount, DateOnly Since, string Comment)
{
    /// <summary>The call and why it is contested, in a sentence.</summary>
    public string InWords => Typography.Fix(
        $"{Member.Name} conteste depuis le {FrenchDate.InWords(Since)} l’appel de {Amount.Text(2)} € du {FrenchDate.InWords(CalledOn)} : {Comment}");
}

/// <summary>Where the calls of the year stand.</summary>
/// <param name="AsOf">Local date on which they are told: a call of a later day is planned while nobody said otherwise.</param>
/// <param name="Rows">Whoever was called, by Insee code.</param>
/// <param name="Total">All of them.</param>
/// <param name="Disputed">By day, then Insee code.</param>
public sealed record CallsSection(DateOnly AsOf, IReadOnlyList<CallsRow> Rows, CallsRow Total, IReadOnlyList<DisputedCall> Disputed)
{
    /// <summary>The section; null while nobody said where any call stands.</summary>
    internal static CallsSection? Of(Dossier dossier, CostYear costs)
    {
        var due = costs.Calls.Where(c => c.Member != dossier.Mutualisation.Provider).ToList();
        if (due.TrueForAll(c => c.Standing is null))
        {
            return null;
        }

        var payers = due.GroupBy(c => c.Member)
            .Select(g => (Member: SettlementSections.Payer(dossier, g.Key), Calls: g.ToList()))
            .OrderBy(p => p.Member.InseeCode ?? p.Member.Siren, StringComparer.Ordinal)
            .ToList();
        return new CallsSection(
            dossier.AsOf,
            [.. payers.Select(p => Row(p.Member, p.Calls, dossier.AsOf))],
            Row(null, due, dossier.AsOf),
            [
                .. payers.SelectMany(p => p.Calls
                        .Where(c => c.Standing is { State: CallState.Disputed })
                        .Select(c => new DisputedCall(
                            p.Member, c.CalledOn, Figure.Of(c.Amount, 2), c.Standing!.On, ReportText.Prose(c.Standing.Comment ?? ""))))
                    .OrderBy(d => d.CalledOn),
            ]);
    }

    private static CallsRow Row(ReportMember? member, IReadOnlyList<FundsCall> calls, DateOnly asOf)
    {
        return new(member, Sum(CallState.Planned), Sum(CallState.Issued), Sum(CallState.Paid), Sum(CallState.Disputed), Figure.Of(calls.Sum(c => c.Amount), 2));

        Figure Sum(CallState state) => Figure.Of(calls.Where(c => c.StateOn(asOf) == state).Sum(c => c.Amount), 2);
    }
}
