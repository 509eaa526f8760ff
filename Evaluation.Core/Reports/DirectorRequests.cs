using Evaluation.Core.Assessments;
using Evaluation.Core.Calendar;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>What a report asks of its director, each from a fact.</summary>
internal sealed class DirectorRequests(AnnualEvaluation evaluation, ReportEdition edition, YearDecisions decisions)
{
    public IEnumerable<string> All()
    {
        if (evaluation.WhyNotEvaluated is not null)
        {
            yield break;
        }

        // Nothing is asked that would be refused: a year that runs is neither vouched for, settled nor decided upon, and what is
        // closed or settled takes no more values nor costs.
        var (year, closed) = (evaluation.Dossier.Year, evaluation.Dossier.Closed);
        var isOver = year < evaluation.Dossier.AsOf.Year;
        if (isOver)
        {
            yield return Validate(year);
        }

        if (evaluation.Costs is { IsProvisional: true })
        {
            if (closed.FindAccounts(year) is null)
            {
                yield return $"Faire transmettre le coût constaté de {ReportText.Year(year)} : les montants restent ceux de la prévision.";
            }
        }
        else if (isOver && evaluation.Allocation.Allocation is { } allocation && !IsSettled(year))
        {
            yield return $"Arrêter les montants de {ReportText.Year(year)} : {Owed(allocation)}.";
        }

        if (evaluation.Allocation.Obstacle is AllocationObstacle.MissingUnits && closed.TakesSomeOf(year))
        {
            var who = evaluation.Allocation.MissingFor;
            yield return $"Faire transmettre les unités de la clé par {FrenchText.Names([.. who.Select(m => ReportText.Name(m.Name))])} : " +
                "sans elles, pas de répartition.";
        }

        if (Values() is { } values)
        {
            yield return values;
        }

        var late = evaluation.FollowedUp.Count(r => r.IsLateOn(evaluation.Dossier.AsOf));
        if (late > 0)
        {
            yield return $"Statuer sur {FrenchText.Count(late, "recommandation en retard", "recommandations en retard")} " +
                $"de l’évaluation de {ReportText.Year(year - 1)}.";
        }

        var undone = decisions.YearBefore?.Decision.Actions.Count(a => a.IsLateOn(evaluation.Dossier.AsOf)) ?? 0;
        if (undone > 0)
        {
            yield return $"Statuer sur {FrenchText.Count(undone, "action en retard", "actions en retard")} " +
                $"de la décision sur l’exercice {ReportText.Year(year - 1)}.";
        }

        if (Convention() is { } convention)
        {
            yield return convention;
        }

        if (isOver && evaluation.Proposal.Kind is { } proposal && decisions.OfYear is null)
        {
            yield return $"Décider de la suite du service ; proposition : {proposal.Followed().Label()}.";
        }
    }

    private bool IsSettled(int year) => evaluation.Dossier.Settled is var settled
        && settled.IsFrozen(year, evaluation.Dossier.AsOf)
        && (evaluation.Statement() is not { } statement || SettledSection.Says(settled.Find(year)!.Last, statement.Settlement));

    private string? Values()
    {
        var (received, taken) = (evaluation.Completeness.Total, evaluation.Completeness.StillTaken);
        var missing = received.Expected - received.Count;
        var where = "par indicateur et par membre dans la partie « Complétude des données »";
        return taken == 0 ? null
            : taken == missing ? $"Faire compléter {FrenchText.Count(missing, "valeur manquante, comptée", "valeurs manquantes, comptées")} {where}."
            : $"Faire compléter {FrenchNumber.Format(taken)} des {FrenchNumber.Format(missing)} valeurs manquantes, comptées {where} : les autres sont de périodes closes.";
    }

    // What members owe is the cost less what the provider keeps and the cents of rounding, each as the table tells it.
    private static string Owed(Allocation allocation)
    {
        var owing = allocation.Shares.Where(s => s.Amount != 0).ToList();
        var owed = owing.Sum(s => s.Amount);
        var gap = allocation.RoundingGap == 0 ? "" : $", l’écart d’arrondi est de {FrenchMoney.SignedEuros(allocation.RoundingGap)}";
        var rest = allocation.ProviderPart switch
        {
            0 => gap,
            > 0 => $" ; {FrenchQuantity.Euros(allocation.ProviderPart, "du coût reste", "du coût restent")} au porteur{gap}",
            _ => $" ; c’est {FrenchMoney.Euros(-allocation.ProviderPart)} de plus que le coût{(gap.Length == 0 ? "" : $", écart d’arrondi de {FrenchMoney.SignedEuros(allocation.RoundingGap)} mis à part")}",
        };
        return owing.Count == 0
            ? $"aucun membre ne doit rien{rest}"
            : $"{FrenchQuantity.Euros(owed, "dû", "dus")} par {FrenchText.Count(owing.Count, "membre", "membres")}{rest}";
    }

    private string Validate(int year)
    {
        var toMayors = CommunityDeadlines.MayorsReportOf(year);
        var version = $"Valider la version {FrenchNumber.Format(edition.Version)} de cette évaluation";
        return edition.GeneratedOn < toMayors
            ? $"{version} avant le {FrenchDate.InWords(toMayors)}, date du rapport d’activité aux maires."
            : $"{version}.";
    }

    private string? Convention()
    {
        var (mutualisation, asOf) = (evaluation.Dossier.Mutualisation, evaluation.Dossier.AsOf);
        if (evaluation.End is not null)
        {
            return null;
        }

        if (mutualisation.ConventionOn(asOf) is not { } convention)
        {
            return mutualisation.LegalFormOn(asOf).SharesCosts() ? "Enregistrer la convention du service : aucune n’est connue." : null;
        }

        if (convention.EndsOn is not { } end || convention.NoticeFrom() is not { } notice)
        {
            return null;
        }

        var (number, term) = (ReportText.Prose(convention.Number) + evaluation.Dossier.LaterConvention(), FrenchDate.InWords(end));
        return convention.StateOn(asOf) switch
        {
            ConventionState.Over => $"Régulariser la convention {number} : elle a pris fin le {term}.",
            ConventionState.NoticeBegun =>
                $"Décider de la suite de la convention {number} : elle prend fin le {term}, le préavis est déjà entamé.",
            ConventionState.ToDecide =>
                $"Décider de la suite de la convention {number} avant le {FrenchDate.InWords(notice)} : elle prend fin le {term}.",
            ConventionState.RenewsTacitly when notice >= asOf && end <= asOf.AddMonths(ConventionStates.MonthsAhead) =>
                $"Dire avant le {FrenchDate.InWords(notice)} s’il faut mettre fin à la convention {number} : sans opposition, elle se renouvelle tacitement le {term}.",
            ConventionState.Lasts or ConventionState.RenewsTacitly => null,
        };
    }
}
