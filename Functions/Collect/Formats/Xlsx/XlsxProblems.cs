using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Why a workbook is refused as a whole.</summary>
internal static class XlsxProblems
{
    public static RefusalException Unreadable() => EdgeRefusals.XlsxUnreadable.Refused();

    public static RefusalException Locked() => EdgeRefusals.XlsxLocked.Refused();

    public static RefusalException TooLarge() => EdgeRefusals.XlsxTooLarge.Refused();

    public static RefusalException SheetUnknown(IEnumerable<string> sheets) => EdgeRefusals.SheetUnknown.Refused(
        string.Join(", ", sheets.Take(10).Select(name => $"« {Shown(name)} »")));

    private static string Shown(string name) => string.Concat(name.Where(c => !char.IsControl(c)).Take(40));
}
