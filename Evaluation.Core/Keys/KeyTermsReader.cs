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
            Add(Refusals.KeyFree, $"{pointer}/method");
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
            Add(isPriced ? Refusals.KeyPrice : Refusals.KeyUnexpectedPrice, pointer);
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
            Add(isLump ? Refusals.KeyLumpSum : Refusals.KeyUnexpectedLumpSum, $"{pointer}/lumpSum");
        }
    }

    private void CheckLimits(AllocationKey key, string pointer)
    {
        if (!IsEuros(key.Floor) || !IsEuros(key.Ceiling) || key.Ceiling < key.Floor)
        {
            Add(Refusals.KeyLimits, $"{pointer}/floor");
        }

        if (key.GrowthCap is < 0 or > 10)
        {
            Add(Refusals.KeyGrowthCap, $"{pointer}/growthCap");
        }
    }

    private void CheckReliefs(AllocationKey key, string pointer)
    {
        var measured = key.Criteria.Count(c => c.IsMeasured) + key.Prices.Count;
        if (key.FranchiseUnits is < 0 or > LargestUnits || (key.FranchiseUnits > 0 && measured != 1))
        {
            Add(Refusals.KeyFranchise, $"{pointer}/franchiseUnits");
        }

        if (key.Solidarity is { PopulationBelow: <= 0 } or { Discount: <= 0 or > 1 })
        {
            Add(Refusals.KeySolidarity, $"{pointer}/solidarity");
        }

        if (key.ProgressiveEntry.Count > 10 || key.ProgressiveEntry.Any(p => p is < 0 or > 1))
        {
            Add(Refusals.KeyProgressiveEntry, $"{pointer}/progressiveEntry");
        }

        if (key.WithoutUnits is not (null or CriterionKind.Equal or CriterionKind.Population)
            || (key.WithoutUnits is not null && (key.Method != AllocationMethod.Split || measured == 0)))
        {
            Add(Refusals.KeyWithoutUnits, $"{pointer}/withoutUnits");
        }

        if (key.Capacity is { } capacity && (key.SingleUnit is null || capacity.Units is <= 0 or > LargestUnits))
        {
            Add(Refusals.KeyCapacity, $"{pointer}/capacity");
        }
    }

    private static bool HasTerms(AllocationKey key) =>
        key is not { Floor: null, Ceiling: null, GrowthCap: null, FranchiseUnits: 0, Solidarity: null, ProgressiveEntry.Count: 0 };

    private static bool IsEuros(decimal? amount) =>
        amount is null || (amount is >= 0 and <= LargestAmount && decimal.Round(amount.Value, Cents) == amount);

    private void Add(RefusalCode code, string pointer) => reading.Checks.Add(code, pointer);
}
