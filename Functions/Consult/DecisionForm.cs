using System.Globalization;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Problems;

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

    /// <summary>What is refused, with the field of the form that it is of: « Action 2, échéance : … ».</summary>
    public static string InWords(Refusal refusal) =>
        FieldOf(refusal.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)) is { } field
            ? Typography.Fix($"{field} : {refusal.Message}")
            : refusal.Message;

    private static string? FieldOf(string[] place) => place switch
    {
        ["decision"] => "Décision",
        ["effectiveOn"] => "Date d’effet",
        ["reasons"] => "Motifs",
        ["departsBecause"] => "Écart avec la proposition",
        ["correctedBecause"] => "Motif de la correction",
        ["actions"] => "Actions",
        ["actions", var rank, .. var field] when int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
            FormattableString.Invariant($"Action {index + 1}") + field switch
            {
                ["label"] => ", quoi",
                ["owner"] => ", fonction responsable",
                ["dueOn"] => ", échéance",
                ["state"] => ", état",
                ["note"] => ", remarque",
                _ => "",
            },
        ["function"] => "Fonction",
        ["comment"] => "Commentaire",
        _ => null,
    };

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
