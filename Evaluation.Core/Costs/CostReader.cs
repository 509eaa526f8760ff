using Evaluation.Core.Communities;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>Reads a year’s costs, with every problem at once.</summary>
public static class CostReader
{
    private const int MaxLines = 200;
    private const int MaxCalls = 5_000;
    private const int MaxEvidence = 500;
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>The costs, or what prevents them.</summary>
    /// <param name="year">Fiscal year under which the document is filed.</param>
    /// <param name="document">What was sent or stored.</param>
    /// <param name="community">Where members are looked up by SIREN or INSEE code.</param>
    public static Outcome<CostYear> Read(int year, CostDocument document, Community community)
    {
        var checks = new DocumentChecks();
        var lines = DocumentChecks.Items(document.Lines)
            .Select((line, index) => ReadLine(checks, line, $"/lines/{index}", community)).ToList();
        if (lines.Count is 0 or > MaxLines)
        {
            checks.Add(Refusals.CostsLines, "/lines");
        }

        var calls = DocumentChecks.Items(document.Calls)
            .Select((call, index) => ReadCall(checks, call, $"/calls/{index}", community)).ToList();
        if (calls.Count > MaxCalls)
        {
            checks.Add(Refusals.CostsCalls, "/calls");
        }

        return Outcome<CostYear>.Of(checks.Problems, () => new CostYear(year, lines) { Calls = calls });
    }

    private static CostLine ReadLine(DocumentChecks checks, CostLineDocument document, string pointer, Community community) =>
        new(
            checks.Choice<CostCategory>(document.Category, $"{pointer}/category"),
            checks.Choice<CostStage>(document.Stage, $"{pointer}/stage"),
            ReadAmount(checks, document.Amount, pointer))
        {
            DirectMember = document.DirectMember is null
                ? null
                : checks.Member(document.DirectMember, $"{pointer}/directMember", community),
            Evidence = checks.OptionalText(document.Evidence, $"{pointer}/evidence", MaxEvidence),
        };

    private static FundsCall ReadCall(DocumentChecks checks, FundsCallDocument document, string pointer, Community community) =>
        new(
            checks.Member(document.Member, $"{pointer}/member", community),
            ReadAmount(checks, document.Amount, pointer),
            checks.RequiredDate(document.CalledOn, $"{pointer}/calledOn"),
            checks.Choice<CallKind>(document.Kind, $"{pointer}/kind", CallKind.Provisional));

    private static decimal ReadAmount(DocumentChecks checks, decimal? written, string pointer)
    {
        var amount = written ?? 0;
        if (written is null || decimal.Round(amount, 2) != amount || Math.Abs(amount) > LargestAmount)
        {
            checks.Add(Refusals.CostsAmount, $"{pointer}/amount");
        }

        return amount;
    }
}
