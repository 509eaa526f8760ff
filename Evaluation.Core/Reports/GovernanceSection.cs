using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>A meeting of the year.</summary>
/// <param name="On">Day.</param>
/// <param name="Body">« comité de pilotage »…</param>
/// <param name="Decisions">What it decided; empty when nothing is recorded.</param>
/// <param name="NextActions">What is to be done.</param>
public sealed record MeetingRow(DateOnly On, string Body, IReadOnlyList<string> Decisions, IReadOnlyList<string> NextActions);

/// <summary>A deliberation or an opinion of the year.</summary>
/// <param name="On">Day.</param>
/// <param name="Body">Whose.</param>
/// <param name="Act">Reference of the deliberation, or the opinion in words.</param>
public sealed record ActRow(DateOnly On, string Body, string Act);

/// <summary>A recommendation of the year before and what became of it.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Owner">Function in charge.</param>
/// <param name="DueOn">Last day; null when none was set.</param>
/// <param name="Status">What became of it.</param>
/// <param name="StatusWord">« en cours », « réalisée »…</param>
/// <param name="IsLate">Whether it was still open after its last day, at the date of the data.</param>
/// <param name="Note">What there is to say of it; null for nothing.</param>
public sealed record FollowUpRow(
    string Text, string Owner, DateOnly? DueOn, RecommendationStatus Status, string StatusWord, bool IsLate, string? Note);

/// <summary>How the service was steered in the year, and what became of the recommendations of the year before.</summary>
/// <param name="Sentences">In words.</param>
/// <param name="Meetings">By date.</param>
/// <param name="Acts">Deliberations and opinions, by date.</param>
/// <param name="FollowUp">In the order in which they were made.</param>
public sealed record GovernanceSection(
    IReadOnlyList<string> Sentences,
    IReadOnlyList<MeetingRow> Meetings,
    IReadOnlyList<ActRow> Acts,
    IReadOnlyList<FollowUpRow> FollowUp)
{
    /// <summary>What was decided after the year before and what became of its actions; null when nothing was recorded.</summary>
    public DecisionSection? DecidedBefore { get; init; }
}

/// <summary>Writes the section of the governance.</summary>
internal static class GovernanceSections
{
    /// <summary>The section; null when nothing at all is recorded of the governance.</summary>
    public static GovernanceSection? Of(AnnualEvaluation evaluation, SignedDecision? yearBefore)
    {
        var (mutualisation, year) = (evaluation.Dossier.Mutualisation, evaluation.Dossier.Year);
        var governance = mutualisation.Governance;
        if (governance is { Committees: [], Deliberations: [], StaffCommitteeOpinions: [] } && evaluation.FollowedUp.Count == 0 && yearBefore is null)
        {
            return null;
        }

        IReadOnlyList<MeetingRow> meetings =
        [
            .. governance.Committees.Where(c => c.On.Year == year).OrderBy(c => c.On).Select(c => new MeetingRow(
                c.On, c.Kind.Label(), [.. c.Decisions.Select(ReportText.Prose)], [.. c.NextActions.Select(ReportText.Prose)])),
        ];
        IReadOnlyList<FollowUpRow> followUp = [.. evaluation.FollowedUp.Select(r => FollowUp(r, evaluation.Dossier.AsOf))];
        return new GovernanceSection(
            [.. Sentences(year, meetings, followUp).Select(ReportText.Prose)], meetings, [.. Acts(evaluation)], followUp)
        {
            DecidedBefore = DecisionSection.Of(yearBefore, year - 1, evaluation.Dossier.AsOf),
        };
    }

    private static FollowUpRow FollowUp(Recommendation recommendation, DateOnly asOf) => new(
        ReportText.Prose(recommendation.Text),
        ReportText.Prose(recommendation.Owner),
        recommendation.DueOn,
        recommendation.Status,
        recommendation.Status.Label(),
        recommendation.IsLateOn(asOf),
        recommendation.Note is { } note ? ReportText.Prose(note) : null);

    private static IEnumerable<ActRow> Acts(AnnualEvaluation evaluation)
    {
        var (community, governance, year) =
            (evaluation.Dossier.Community, evaluation.Dossier.Mutualisation.Governance, evaluation.Dossier.Year);
        return governance.Deliberations
            .Where(d => d.On.Year == year)
            .Select(d => new ActRow(d.On, Body(d.Assembly), ReportText.Prose($"délibération {d.Number}")))
            .Concat(governance.StaffCommitteeOpinions
                .Where(o => o.On.Year == year)
                .Select(o => new ActRow(o.On, Body(o.Committee), $"comité social territorial, {o.Opinion.Label()}")))
            .OrderBy(a => a.On);

        string Body(Siren siren) =>
            ReportText.Name(siren == community.Siren ? community.Name : community.Find(siren.ToString())?.Name ?? siren.ToString());
    }

    private static IEnumerable<string> Sentences(
        int year, IReadOnlyList<MeetingRow> meetings, IReadOnlyList<FollowUpRow> followUp)
    {
        var decisions = meetings.Sum(m => m.Decisions.Count);
        yield return meetings.Count == 0
            ? $"Aucune réunion de pilotage ou de suivi n’est enregistrée en {ReportText.Year(year)}."
            : $"Les instances se sont réunies {FrenchText.Count(meetings.Count, "fois", "fois")} en {ReportText.Year(year)} " +
                $"et ont pris {FrenchText.Count(decisions, "décision", "décisions")}.";
        if (followUp.Count > 0)
        {
            var done = followUp.Count(r => r.Status == RecommendationStatus.CarriedOut);
            var late = followUp.Count(r => r.IsLate);
            yield return
                $"Sur {FrenchText.Count(followUp.Count, "recommandation", "recommandations")} de l’évaluation de {ReportText.Year(year - 1)}, " +
                FrenchText.CountOrNone(done, "aucune n’est réalisée", "est réalisée", "sont réalisées") +
                (late == 0 ? "." : $" et {FrenchText.Count(late, "est en retard", "sont en retard")}.");
        }
    }
}
