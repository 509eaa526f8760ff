using System.Collections.Frozen;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>The names under which services head their columns, in French and in English.</summary>
internal static class FileHeader
{
    /// <summary>The name that the portal and the template give, for messages.</summary>
    public const string Known = "Indicateur, Membre, Période, Valeur, Statut, Qualité, Commentaire";

    private static readonly FrozenDictionary<string, FileField> Fields = new Dictionary<string, FileField>
    {
        ["indicateur"] = FileField.Indicator,
        ["indicator"] = FileField.Indicator,
        ["code"] = FileField.Indicator,
        ["codeindicateur"] = FileField.Indicator,
        ["membre"] = FileField.Member,
        ["member"] = FileField.Member,
        ["commune"] = FileField.Member,
        ["siren"] = FileField.Member,
        ["insee"] = FileField.Member,
        ["codeinsee"] = FileField.Member,
        ["codecommune"] = FileField.Member,
        ["periode"] = FileField.Period,
        ["period"] = FileField.Period,
        ["mois"] = FileField.Period,
        ["valeur"] = FileField.Value,
        ["value"] = FileField.Value,
        ["statut"] = FileField.Status,
        ["status"] = FileField.Status,
        ["qualite"] = FileField.Quality,
        ["quality"] = FileField.Quality,
        ["commentaire"] = FileField.Comment,
        ["comment"] = FileField.Comment,
        ["resultat"] = FileField.Outcome,
        ["acorriger"] = FileField.Correction,
        ["libelle"] = FileField.Reading,
        ["unite"] = FileField.Reading,
        ["revision"] = FileField.Reading,
        ["submissionid"] = FileField.Reading,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a header announces; null when it is not known. What stands in brackets is left out.</summary>
    public static FileField? FieldOf(string header) =>
        Fields.TryGetValue(FoldedText.Of(Words(header)), out var field) ? field : null;

    /// <summary>Whether a header is « commune », which beside another member column is for reading only.</summary>
    public static bool IsCommune(string header) => FoldedText.Of(header) == "commune";

    /// <summary>Whether a header is of INSEE codes, which beside a column of SIREN name the same members again.</summary>
    public static bool IsInsee(string header) => FoldedText.Of(Words(header)) is "insee" or "codeinsee" or "codecommune";

    /// <summary>How many cells of a line are headers that are known.</summary>
    public static int CountKnown(IEnumerable<string> line) => line.Count(cell => FieldOf(cell) is not null);

    /// <summary>The French name of a field that a file must or may have.</summary>
    public static string NameOf(FileField field) => field switch
    {
        FileField.Indicator => "Indicateur",
        FileField.Member => "Membre",
        FileField.Period => "Période",
        FileField.Value => "Valeur",
        FileField.Status => "Statut",
        FileField.Quality => "Qualité",
        FileField.Comment => "Commentaire",
        FileField.Outcome => "Résultat",
        FileField.Correction => "À corriger",
        FileField.MemberAgain => "Code Insee",
        FileField.Reading => "Lecture",
    };

    private static ReadOnlySpan<char> Words(string header)
    {
        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 ? header.AsSpan(0, bracket) : header;
    }
}
