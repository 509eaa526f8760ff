using Evaluation.Core.Problems;

namespace Evaluation.Core.Keys;

/// <summary>Reads what a key says beside its criteria: prices, lump sums, limits and reliefs.</summary>
internal sealed class KeyTermsReader(KeyReading reading)
{
    private const decimal LargestAmount = 1_000_000_000m;
    private const decimal LargestUnits = 1_000_000_000m;
    private const int PriceDecimals = 4;
    private const int Cents = 2;

    public AllocationKey Read(AllocationKey key, AllocationDocument document, string pointer)
    {
        var read = key with
        {
            Prices = Prices(key.Method, document, $"{pointer}/prices"),
            LumpSum = document.LumpSum,
            LumpSums = reading.Figures(document.LumpSums, $"{pointer}/lumpSums"),
            Floor = document.Floor,
            Ceiling = document.Ceiling,
            GrowthCap = document.GrowthCap,
            FranchiseUnits = document.FranchiseUnits ?? 0,
            Solidarity = document.Solidarity is { } help ? new Solidarity(help.PopulationBelow, help.Discount) : null,
            ProgressiveEntry = [.. document.ProgressiveEntry ?? []],
            WithoutUnits = document.WithoutUnits is null
                ? null
                : reading.Checks.Choice<CriterionKind>(document.WithoutUnits, $"{pointer}/withoutUnits"),
            Capacity = document.Capacity is { } sized
                ? new Capacity(sized.Units, reading.Checks.Choice<CapacityBearer>(sized.BornBy, $"{pointer}/capacity/bornBy"))
                : null,
        };
        CheckLumpSums(read, pointer);
        CheckLimits(read, pointer);
        CheckReliefs(read, pointer);
        if (read.Method == AllocationMethod.Free && HasTerms(read))
        {
            Add("key.free", $"{pointer}/method", "Un service gratuit n’a ni limite, ni franchise, ni allègement : retirez-les.");
        }

        return read;
    }

    private List<ActPrice> Prices(AllocationMethod method, AllocationDocument document, string pointer)
    {
        var prices = new List<ActPrice>();
        foreach (var (code, price) in (document.Prices ?? new Dictionary<string, decimal>()).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            reading.RequireShareable(code, $"{pointer}/{Excerpt.Of(code)}");
            prices.Add(new ActPrice(code, price) { IsStock = reading.IsStock(code) });
        }

        var isPriced = method == AllocationMethod.PerAct;
        if (isPriced != prices.Count > 0
            || prices.Exists(p => p.Price is < 0 or > LargestAmount || decimal.Round(p.Price, PriceDecimals) != p.Price))
        {
            Add(
                "key.price",
                pointer,
                isPriced
                    ? "Donnez le prix de chaque acte en euros, quatre décimales au plus, par exemple 85.50."
                    : "Seule la facturation à l’acte a des prix : retirez-les.");
        }

        return prices;
    }

    private void CheckLumpSums(AllocationKey key, string pointer)
    {
        var isLump = key.Method == AllocationMethod.LumpSum;
        if (isLump == (key.LumpSum is null && key.LumpSums.Count == 0)
            || !IsEuros(key.LumpSum)
            || key.LumpSums.Any(l => !IsEuros(l.Value)))
        {
            Add(
                "key.lumpSum",
                $"{pointer}/lumpSum",
                isLump
                    ? "Donnez le forfait annuel en euros, deux décimales au plus, par exemple 1200.00."
                    : "Seule la facturation au forfait a un forfait : retirez-le.");
        }
    }

    private void CheckLimits(AllocationKey key, string pointer)
    {
        if (!IsEuros(key.Floor) || !IsEuros(key.Ceiling) || key.Ceiling < key.Floor)
        {
            Add("key.limits", $"{pointer}/floor", "Ces limites ne sont pas valables : en euros par an, le plancher au plus égal au plafond.");
        }

        if (key.GrowthCap is < 0 or > 10)
        {
            Add("key.growthCap", $"{pointer}/growthCap", "Cette hausse n’est pas valable : de 0 à 10, par exemple 0.05 pour 5 %.");
        }
    }

    private void CheckReliefs(AllocationKey key, string pointer)
    {
        var measured = key.Criteria.Count(c => c.IsMeasured) + key.Prices.Count;
        if (key.FranchiseUnits is < 0 or > LargestUnits || (key.FranchiseUnits > 0 && measured != 1))
        {
            Add("key.franchise", $"{pointer}/franchiseUnits", "La franchise se compte en unités, 0 ou plus, d’un seul critère mesuré ou d’un seul prix.");
        }

        if (key.Solidarity is { PopulationBelow: <= 0 } or { Discount: <= 0 or > 1 })
        {
            Add("key.solidarity", $"{pointer}/solidarity", "Cette solidarité n’est pas valable : un seuil d’habitants et une remise de plus de 0 à 1.");
        }

        if (key.ProgressiveEntry.Count > 10 || key.ProgressiveEntry.Any(p => p is < 0 or > 1))
        {
            Add("key.progressiveEntry", $"{pointer}/progressiveEntry", "L’entrée progressive compte dix années au plus, chacune de 0 à 1.");
        }

        if (key.WithoutUnits is not (null or CriterionKind.Equal or CriterionKind.Population)
            || (key.WithoutUnits is not null && (key.Method != AllocationMethod.Split || measured == 0)))
        {
            Add("key.withoutUnits", $"{pointer}/withoutUnits", "Sans unité mesurée, un coût se partage à parts égales (equal) ou selon la population (population).");
        }

        if (key.Capacity is { } capacity && (key.SingleUnit is null || capacity.Units is <= 0 or > LargestUnits))
        {
            Add("key.capacity", $"{pointer}/capacity", "La capacité suppose un seul critère, mesuré, et plus de 0 unité.");
        }
    }

    private static bool HasTerms(AllocationKey key) =>
        key is not { Floor: null, Ceiling: null, GrowthCap: null, FranchiseUnits: 0, Solidarity: null, ProgressiveEntry.Count: 0 };

    private static bool IsEuros(decimal? amount) =>
        amount is null || (amount is >= 0 and <= LargestAmount && decimal.Round(amount.Value, Cents) == amount);

    private void Add(string code, string pointer, string message) => reading.Checks.Add(code, pointer, message);
}
