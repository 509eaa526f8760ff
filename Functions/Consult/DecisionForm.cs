using System.Globalization;
using Evaluation.Core.Decisions;

namespace Evaluation.Functions.Consult;

/// <summary>Reads the form of a decision.</summary>
internal static class DecisionForm
{
    /// <summary>Rows for actions that are not written yet.</summary>
    public const int BlankRows = 3;

    private const int MostRows = 60;

    /// <summary>What the form says. A row without a word is no action.</summary>
    public static DecisionDocument Read(PortalForm form) => new()
    {
        Decision = Said(form["decision"]),
        Reasons = Said(form["reasons"]),
        EffectiveOn = Said(form["effectiveOn"]),
        DepartsBecause = Said(form["departsBecause"]),
        CorrectedBecause = Said(form["correctedBecause"]),
        Actions = [.. Enumerable.Range(0, MostRows).Select(row => ActionOf(form, row)).OfType<DecidedActionDocument>()],
    };

    /// <summary>The name of a field of an action.</summary>
    public static string Field(string field, int row) => field + row.ToString(CultureInfo.InvariantCulture);

    private static DecidedActionDocument? ActionOf(PortalForm form, int row)
    {
        var (label, owner, dueOn, note) = (
            Said(form[Field("label", row)]), Said(form[Field("owner", row)]), Said(form[Field("dueOn", row)]), Said(form[Field("note", row)]));
        return label is null && owner is null && dueOn is null && note is null
            ? null
            : new DecidedActionDocument { Label = label, Owner = owner, DueOn = dueOn, State = Said(form[Field("state", row)]), Note = note };
    }

    // Browsers end lines of a text with CR LF; documents with LF.
    private static string? Said(string text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
