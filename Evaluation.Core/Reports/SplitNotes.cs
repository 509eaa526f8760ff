using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Reports;

/// <summary>Says what the terms of a key did to amounts: nothing when it has none.</summary>
internal static class SplitNotes
{
    public static IEnumerable<string> OfTerms(Allocation allocation)
    {
        var key = allocation.Key;
        if (allocation.Spans.Count > 0)
        {
            var changes = allocation.Spans.Skip(1).Select(s => FrenchDate.InWords(s.From)).ToList();
            yield return $"La clé a changé le {FrenchText.List(changes)} : chaque clé partage le coût de ses jours ; les limites et le centime se comptent sur l’année. " +
                "Les unités montrées sont celles de la dernière clé.";
        }

        if (allocation.TermsChangedOn.Count > 0)
        {
            var changes = allocation.TermsChangedOn.Select(FrenchDate.InWords).ToList();
            yield return $"Des conditions de la clé ont changé le {FrenchText.List(changes)} : chacune compte pour ses jours. " +
                "Celles qui suivent sont les dernières.";
        }

        if (allocation.Basis.Direct != 0)
        {
            yield return $"Hors clé de répartition, {FrenchQuantity.Euros(allocation.Basis.Direct, "est affecté", "sont affectés")} directement à des membres.";
        }

        if (allocation.Basis.UnusedCapacity != 0)
        {
            yield return $"La capacité non utilisée coûte {FrenchMoney.Euros(allocation.Basis.UnusedCapacity)} : " +
                (allocation.Basis.UnusedCapacityKept == 0 ? "les membres la partagent selon la même clé." : "le porteur la garde.");
        }

        foreach (var sentence in Reliefs(key))
        {
            yield return sentence;
        }

        var limited = allocation.Shares.Count(s => s.Terms.Any(t => t.Term >= KeyTerm.Floor));
        if (limited > 0)
        {
            yield return $"Une limite fixe le montant de {FrenchText.Count(limited, "membre", "membres")} ({Limits(key)}).";
        }

        if (allocation.ProviderPart != 0)
        {
            yield return allocation.ProviderPart > 0
                ? $"Le porteur garde {FrenchMoney.Euros(allocation.ProviderPart)} du coût, qu’aucun membre ne doit."
                : $"Les membres doivent {FrenchMoney.Euros(-allocation.ProviderPart)} de plus que le coût : le porteur garde la différence.";
        }
    }

    /// <summary>The criteria without any unit, in the year or in the days of a key, and who bears their weight.</summary>
    public static IEnumerable<string> OfDropped(Allocation allocation, string year, Catalogue catalogue) =>
        allocation.Spans.Count == 0
            ? allocation.DroppedCriteria.Select(c => Dropped(c, allocation.Key, $"en {year}", catalogue))
            : from span in allocation.Spans
              from criterion in span.Allocation.DroppedCriteria
              select Dropped(
                  criterion,
                  span.Allocation.Key,
                  $"du {FrenchDate.InWords(span.From)} au {FrenchDate.InWords(span.To.AddDays(-1))}",
                  catalogue);

    private static string Dropped(KeyCriterion criterion, AllocationKey key, string when, Catalogue catalogue) =>
        $"Aucune unité de {SplitKeys.Named(criterion, catalogue)} {when} : " + (key.Criteria.Contains(criterion)
            ? $"son poids de {SplitKeys.Weight(criterion)} va aux autres critères en proportion."
            : $"la convention prévoit alors un partage {SplitKeys.How(key.Criteria[0], catalogue)}.");

    private static IEnumerable<string> Reliefs(AllocationKey key)
    {
        if (key.FranchiseUnits != 0)
        {
            yield return "Franchise : chaque membre a " +
                $"{FrenchQuantity.OfShort(key.FranchiseUnits, 2, "unité non comptée", "unités non comptées")} par an, les premières.";
        }

        if (key.Solidarity is { } help)
        {
            yield return $"Sous {FrenchText.Count(help.PopulationBelow, "habitant", "habitants")}, le poids d’un membre est réduit de " +
                $"{FrenchNumber.FormatShort(help.Discount * 100, 2)}{FrenchNumber.UnitSpace}%.";
        }

        if (key.ProgressiveEntry.Count > 0)
        {
            yield return "Un nouveau membre ne porte d’abord qu’une partie de son poids : " + FrenchText.List(
                [.. key.ProgressiveEntry.Select((part, i) =>
                    $"{FrenchNumber.FormatShort(part * 100, 2)}{FrenchNumber.UnitSpace}% la {FrenchText.OrdinalFeminine(i + 1)} année")]) + ".";
        }
    }

    private static string Limits(AllocationKey key) => FrenchText.List(
    [
        .. key.Floor is { } floor ? [$"plancher de {FrenchMoney.Euros(floor)} par an"] : Array.Empty<string>(),
        .. key.Ceiling is { } ceiling ? [$"plafond de {FrenchMoney.Euros(ceiling)} par an"] : Array.Empty<string>(),
        .. key.GrowthCap is { } cap
            ? [$"hausse d’au plus {FrenchNumber.FormatShort(cap * 100, 2)}{FrenchNumber.UnitSpace}%"]
            : Array.Empty<string>(),
    ]);
}
