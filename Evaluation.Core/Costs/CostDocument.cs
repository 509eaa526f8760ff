using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>The costs of a year as they are sent, stored and given back.</summary>
public sealed record CostDocument
{
    /// <summary>Their lines.</summary>
    public IReadOnlyList<CostLineDocument>? Lines { get; init; }
}

/// <summary>A cost line as written.</summary>
public sealed record CostLineDocument
{
    /// <summary>A <see cref="CostCategory"/>, written.</summary>
    public string? Category { get; init; }

    /// <summary>A <see cref="CostStage"/>, written.</summary>
    public string? Stage { get; init; }

    /// <summary>Euros, at most two decimals.</summary>
    public decimal? Amount { get; init; }
}

/// <summary>Reads a year’s costs, with every problem at once.</summary>
public static class CostReader
{
    private const int MaxLines = 200;
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>The costs, or what prevents them.</summary>
    public static Outcome<CostYear> Read(int year, CostDocument document)
    {
        var checks = new DocumentChecks();
        var lines = DocumentChecks.Items(document.Lines).Select((line, index) => ReadLine(checks, line, $"/lines/{index}")).ToList();
        if (lines.Count is 0 or > MaxLines)
        {
            checks.Add("costs.lines", "/lines", "Une année de coûts compte de 1 à 200 lignes : complétez la liste.");
        }

        return Outcome<CostYear>.Of(checks.Problems, () => new CostYear(year, lines));
    }

    private static CostLine ReadLine(DocumentChecks checks, CostLineDocument document, string pointer)
    {
        var category = checks.Choice<CostCategory>(document.Category, $"{pointer}/category");
        var stage = checks.Choice<CostStage>(document.Stage, $"{pointer}/stage");
        var amount = document.Amount ?? 0;
        if (document.Amount is null || decimal.Round(amount, 2) != amount || Math.Abs(amount) > LargestAmount)
        {
            checks.Add(
                "costs.amount", $"{pointer}/amount", "Ce montant n’est pas valable : en euros, deux décimales au plus, par exemple 412300.00.");
        }

        return new CostLine(category, stage, amount);
    }
}
