using CsvHelper;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;

namespace Evaluation.Functions.Consult;

/// <summary>What is to be done with what was typed.</summary>
internal enum EntryAction
{
    /// <summary>To say what would become of it, and keep nothing.</summary>
    Check,

    /// <summary>To put what was copied from a spreadsheet into the grid, and keep nothing.</summary>
    Paste,

    /// <summary>To take it in.</summary>
    Save,
}

/// <summary>A cell in which something else was typed than stood there.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Text">As it was typed; empty where a recorded value was wiped out.</param>
/// <param name="Comment">What there is to say of the values of its member; null for nothing.</param>
internal sealed record TypedCell(EntryCell Cell, string Text, string? Comment);

/// <summary>What the form of the grid says.</summary>
/// <param name="Action">Anything that is no action keeps nothing.</param>
/// <param name="Reason">As it was typed; empty when it was not.</param>
/// <param name="Pasted">As it was pasted; empty when nothing was.</param>
/// <param name="Shown">What stands in each cell of the form, by its name.</param>
/// <param name="Comments">What stands in the comment of each member, by its name.</param>
/// <param name="Typed">The cells in which a person typed, in the order of the grid.</param>
internal sealed record EntryForm(
    EntryAction Action,
    string Reason,
    string Pasted,
    IReadOnlyDictionary<string, string> Shown,
    IReadOnlyDictionary<string, string> Comments,
    IReadOnlyList<TypedCell> Typed)
{
    private static readonly string[] Head = ["Indicateur", "Membre", "Période", "Valeur", "Commentaire"];

    // What was typed stays as it was typed: no spreadsheet opens this file.
    private static readonly CsvWriterOptions Rules = new() { Separator = ';', WriteByteOrderMark = true };

    /// <summary>Name of the source under which typed values come in.</summary>
    public static readonly string Source = $"Portail{FrenchNumber.UnitSpace}: saisie";

    /// <summary>What a form says of a grid.</summary>
    public static EntryForm Read(PortalForm form, EntryGrid grid)
    {
        var comments = grid.Lines.ToDictionary(
            line => EntryGrid.NameOf(line.Member), line => form[$"c.{EntryGrid.NameOf(line.Member)}"].Trim(), StringComparer.Ordinal);
        var cells = grid.Cells.Where(cell => form.Has($"v.{cell.Name}")).ToList();
        return new EntryForm(
            DomainCode.TryParse<EntryAction>(form["action"], out var action) ? action : EntryAction.Check,
            form["reason"].Trim(),
            form["paste"],
            cells.ToDictionary(cell => cell.Name, cell => form[$"v.{cell.Name}"].Trim(), StringComparer.Ordinal),
            comments,
            [
                .. cells
                    .Select(cell => new TypedCell(
                        cell, form[$"v.{cell.Name}"].Trim(), comments[EntryGrid.NameOf(cell.Member)] is { Length: > 0 } said ? said : null))

                    // What stood there when the page was made is not typed: another may have changed it since.
                    .Where(typed => typed.Text != form[$"o.{typed.Cell.Name}"]),
            ]);
    }

    /// <summary>The cells that are sent: one that was wiped out is not, a value is taken back by a correction alone.</summary>
    public IReadOnlyList<TypedCell> Sent => [.. Typed.Where(typed => typed.Text.Length > 0)];

    /// <summary>What is sent, as a file of values whose records after the head are <see cref="Sent"/> in order.</summary>
    public ReceivedBody Body(EntryGrid grid)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Rules, leaveOpen: true))
        {
            csv.WriteHeader(Head);
            foreach (var (cell, text, comment) in Sent)
            {
                foreach (var field in (string[])[cell.Definition.Code, cell.Member?.Siren.ToString() ?? "", grid.Period.ToString(), text, comment ?? ""])
                {
                    csv.WriteField(field);
                }

                csv.EndRecord();
            }
        }

        return new ReceivedBody(
            BinaryData.FromBytes(file.ToArray()), MediaTypes.Csv, Source, Period: null, Sheet: null, Reason.Length == 0 ? null : Reason);
    }

    /// <summary>What became of each cell that was sent, by its name.</summary>
    public IReadOnlyDictionary<string, RowAnswer> Outcomes(SubmissionAnswer answer) => answer.Results
        .Where(row => row.Index < Sent.Count)
        .ToDictionary(row => Sent[row.Index].Cell.Name, StringComparer.Ordinal);
}
