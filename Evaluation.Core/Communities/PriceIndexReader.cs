using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Reads the price indices of a community.</summary>
internal static class PriceIndexReader
{
    public static List<PriceIndex> Read(DocumentChecks checks, IReadOnlyList<PriceIndexDocument?>? documents)
    {
        var indices = new List<PriceIndex>();
        foreach (var (written, rank) in DocumentChecks.Items(documents).Select((d, i) => (d, i)))
        {
            var pointer = $"/priceIndices/{rank}";
            var index = new PriceIndex(
                checks.RequiredText(written.Code, $"{pointer}/code", 40),
                checks.RequiredText(written.Label, $"{pointer}/label", 200),
                checks.RequiredText(written.Source, $"{pointer}/source", 200),
                ReadValues(checks, written, pointer));
            if (index.Code.Length > 0 && indices.Exists(i => i.Code == index.Code))
            {
                checks.Add(Refusals.PriceIndexDuplicate, $"{pointer}/code");
            }

            indices.Add(index);
        }

        return indices;
    }

    private static List<PriceIndexValue> ReadValues(DocumentChecks checks, PriceIndexDocument document, string pointer)
    {
        var values = new List<PriceIndexValue>();
        foreach (var (written, rank) in DocumentChecks.Items(document.Values).Select((d, i) => (d, i)))
        {
            if (written.Value <= 0 || written.Year is < Period.MinYear or > Period.MaxYear)
            {
                checks.Add(Refusals.PriceIndexValue, $"{pointer}/values/{rank}");
            }
            else if (values.Exists(v => v.Year == written.Year))
            {
                checks.Add(Refusals.PriceIndexDuplicate, $"{pointer}/values/{rank}/year");
            }

            values.Add(new PriceIndexValue(written.Year, written.Value));
        }

        return values;
    }
}
