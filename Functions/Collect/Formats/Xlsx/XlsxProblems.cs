using Evaluation.Functions.Http;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Why a workbook is refused as a whole.</summary>
internal static class XlsxProblems
{
    public static ApiProblemException Unreadable() => new(
        400,
        "xlsx.unreadable",
        "Ce fichier n’est pas un classeur lisible : enregistrez-le au format « Classeur Excel (.xlsx) », sans mot de passe ni macro.");

    public static ApiProblemException Locked() => new(
        400,
        "xlsx.unreadable",
        "Ce classeur est protégé par un mot de passe ou d’un ancien format (.xls) : retirez le mot de passe et enregistrez-le en .xlsx.");

    public static ApiProblemException TooLarge() => new(
        400,
        "xlsx.tooLarge",
        "Ce classeur est trop volumineux une fois décompressé : n’y gardez que les valeurs, sans images ni lignes vides mises en forme.");

    public static ApiProblemException SheetUnknown(IEnumerable<string> sheets) => new(
        400,
        "sheet.unknown",
        $"Cette feuille n’existe pas dans le classeur : choisissez parmi {string.Join(", ", sheets.Take(10).Select(name => $"« {Shown(name)} »"))}.");

    private static string Shown(string name) => string.Concat(name.Where(c => !char.IsControl(c)).Take(40));
}
