using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect.Formats.Cells;

namespace Evaluation.Functions.Consult;

/// <summary>Lines copied from a spreadsheet: a member, then the columns of the grid in their order, parted by tabs.</summary>
/// <param name="Values">What is put into each cell, by its name.</param>
/// <param name="Problems">A French sentence for each line that is not put anywhere.</param>
internal sealed record PastedCells(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Problems)
{
    /// <summary>Reads what was pasted.</summary>
    /// <param name="text">As it was pasted.</param>
    /// <param name="grid">To which.</param>
    public static PastedCells Read(string text, EntryGrid grid)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<string>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }

            var cells = lines[at].Split('\t');
            if (grid.Lines.FirstOrDefault(line => IsNamed(line.Member, cells[0].Trim())) is not { } found)
            {
                problems.Add(FormattableString.Invariant($"Ligne {at + 1} : « {Excerpt.Of(cells[0].Trim())} » n’est pas une ligne de la grille."));
            }
            else if (cells.Length - 1 > grid.Columns.Count)
            {
                problems.Add(FormattableString.Invariant($"Ligne {at + 1} : {cells.Length - 1} valeurs pour {grid.Columns.Count} colonnes."));
            }
            else
            {
                foreach (var (cell, typed) in found.Cells.Zip(cells.Skip(1)).Where(pair => pair.First is not null && !string.IsNullOrWhiteSpace(pair.Second)))
                {
                    values[cell!.Name] = typed.Trim();
                }
            }
        }

        return new PastedCells(values, problems);
    }

    private static bool IsNamed(Member? member, string given) => member is null
        ? FoldedText.Of(given) is "service" or "serviceentier"
        : given == member.Siren.ToString() || given == member.InseeCode || FoldedText.Of(given) == FoldedText.Of(member.Name);
}
