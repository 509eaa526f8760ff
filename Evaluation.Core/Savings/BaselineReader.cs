using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Savings;

/// <summary>Reads a baseline against its community and the catalogue, with every problem at once.</summary>
public static class BaselineReader
{
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>The baseline, or what prevents it.</summary>
    public static Outcome<Baseline> Read(BaselineDocument document, Community community, Catalogue catalogue)
    {
        var checks = new DocumentChecks();
        var year = Year(checks, document.Year, "/year");
        var index = checks.RequiredText(document.PriceIndex, "/priceIndex", 50);
        if (index.Length > 0 && community.PriceIndex(index) is null)
        {
            checks.Add(
                "baseline.priceIndex", "/priceIndex", $"La communauté n’a pas d’indice de prix « {index} » : ajoutez-le d’abord à la communauté.");
        }

        var weights = Weights(checks, document, catalogue);
        var members = DocumentChecks.Items(document.Members)
            .Select((m, i) => Member(checks, m, $"/members/{i}", community, weights))
            .ToList();
        var retained = DocumentChecks.Items(document.Retained)
            .Select((r, i) => Retained(checks, r, $"/retained/{i}", community))
            .ToList();
        if (members.Count == 0)
        {
            checks.Add("baseline.members", "/members", "La situation de référence ne cite aucun membre : donnez-en au moins un.");
        }

        RefuseDuplicates(checks, members.Select(m => m?.Member.Siren), "members");
        RefuseDuplicates(checks, retained.Select(r => r is null ? null : (object)(r.Member.Siren, r.Year)), "retained");
        var method = checks.RequiredText(document.Method, "/method");
        var source = checks.RequiredText(document.Source, "/source", 200);
        return Outcome<Baseline>.Of(
            checks.Problems,
            () => new Baseline(
                year,
                index,
                weights,
                method,
                source,
                [.. members.Select(m => m!).OrderBy(m => m.Member.SortKey, StringComparer.Ordinal)],
                [.. retained.Select(r => r!)]));
    }

    private static int Year(DocumentChecks checks, int? year, string pointer)
    {
        if (year is not (>= Period.MinYear and <= Period.MaxYear))
        {
            checks.Add("year.invalid", pointer, "Cette année n’est pas valable : écrivez-la sur quatre chiffres, de 2000 à 2099.");
        }

        return year ?? 0;
    }

    private static SortedDictionary<string, decimal> Weights(DocumentChecks checks, BaselineDocument document, Catalogue catalogue)
    {
        var weights = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (code, weight) in document.UnitWeights ?? new Dictionary<string, decimal>())
        {
            if (catalogue.Find(code) is not { Level: IndicatorLevel.Member, IsComputed: false, IsDerived: false } || weight <= 0)
            {
                checks.Add(
                    "baseline.unit",
                    $"/unitWeights/{code}",
                    $"« {code} » ne peut pas mesurer le volume : il faut un indicateur du catalogue, transmis membre par membre, et un poids positif.");
            }

            weights[code] = weight;
        }

        return weights;
    }

    private static MemberBaseline? Member(
        DocumentChecks checks,
        MemberBaselineDocument document,
        string pointer,
        Community community,
        SortedDictionary<string, decimal> weights)
    {
        var isKnown = document.Known ?? true;
        var cost = Costs(checks, document, pointer);
        if (isKnown == (cost.Count == 0))
        {
            checks.Add(
                "baseline.cost",
                $"{pointer}/cost",
                isKnown
                    ? "Le coût de ce membre manque : donnez-le, ou écrivez known: false s’il est inconnu."
                    : "Ce membre est dit inconnu et porte un coût : retirez l’un des deux.");
        }

        foreach (var (code, _) in (document.Volumes ?? new Dictionary<string, decimal>()).Where(v => v.Value < 0 || !weights.ContainsKey(v.Key)))
        {
            checks.Add(
                "baseline.volume", $"{pointer}/volumes/{code}", "Ce volume n’est pas valable : un nombre positif, d’un indicateur cité dans unitWeights.");
        }

        RefuseNegative(checks, document.Fte, $"{pointer}/fte");
        var member = Find(checks, document.Member, $"{pointer}/member", community);
        return member is null
            ? null
            : new MemberBaseline(
                member,
                isKnown,
                cost,
                document.Fte,
                document.Volumes ?? new Dictionary<string, decimal>(),
                checks.OptionalText(document.Qualifications, $"{pointer}/qualifications"),
                checks.OptionalText(document.Equipment, $"{pointer}/equipment"),
                checks.OptionalText(document.Premises, $"{pointer}/premises"));
    }

    private static SortedDictionary<CostCategory, decimal> Costs(DocumentChecks checks, MemberBaselineDocument document, string pointer)
    {
        var costs = new SortedDictionary<CostCategory, decimal>();
        foreach (var (written, amount) in document.Cost ?? new Dictionary<string, decimal>())
        {
            var category = checks.Choice<CostCategory>(written, $"{pointer}/cost/{written}");
            costs[category] = Amount(checks, amount, $"{pointer}/cost/{written}");
        }

        return costs;
    }

    private static RetainedCost? Retained(DocumentChecks checks, RetainedCostDocument document, string pointer, Community community)
    {
        var year = Year(checks, document.Year, $"{pointer}/year");
        var amount = Amount(checks, document.Amount, $"{pointer}/amount");
        RefuseNegative(checks, document.Fte, $"{pointer}/fte");
        return Find(checks, document.Member, $"{pointer}/member", community) is { } member
            ? new RetainedCost(member, year, amount, document.Fte)
            : null;
    }

    private static decimal Amount(DocumentChecks checks, decimal? amount, string pointer)
    {
        if (amount is not (>= 0 and <= LargestAmount) || decimal.Round(amount.Value, 2) != amount)
        {
            checks.Add("baseline.amount", pointer, "Ce montant n’est pas valable : en euros, positif, deux décimales au plus.");
        }

        return amount ?? 0;
    }

    private static void RefuseNegative(DocumentChecks checks, decimal? fte, string pointer)
    {
        if (fte < 0)
        {
            checks.Add("baseline.fte", pointer, "Cet effectif n’est pas valable : en équivalents temps plein, 0 ou plus.");
        }
    }

    private static Member? Find(DocumentChecks checks, string? text, string pointer, Community community)
    {
        var member = community.Find(text);
        if (member is null)
        {
            checks.Add(
                "member.unknown", pointer, "Ce membre n’appartient pas à la communauté : donnez son SIREN ou son code Insee, ou ajoutez-le d’abord.");
        }

        return member;
    }

    private static void RefuseDuplicates<T>(DocumentChecks checks, IEnumerable<T> identities, string list)
    {
        var seen = new HashSet<T>();
        foreach (var (index, identity) in identities.Index())
        {
            if (identity is not null && !seen.Add(identity))
            {
                checks.Add(
                    "baseline.duplicate",
                    FormattableString.Invariant($"/{list}/{index}/member"),
                    "Ce membre figure déjà plus haut : gardez une seule ligne.");
            }
        }
    }
}
