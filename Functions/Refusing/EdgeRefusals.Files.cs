using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of files.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode FileControlCharacter = new(
        "file.controlCharacter", Malformed, "La ligne {0} contient un caractère de commande : vérifiez le format du fichier ou retirez ce caractère.");
    public static readonly RefusalCode FileType = new(
        "file.type", Unsupported, "Ce fichier n’est ni un classeur Excel ni un fichier CSV : enregistrez-le au format « Classeur Excel (.xlsx) » ou « CSV » et choisissez-le de nouveau.");
    public static readonly RefusalCode FileMissing = new(
        "file.missing", Malformed, "Aucun fichier n’a été choisi : choisissez le classeur ou le fichier CSV à envoyer.");
    public static readonly RefusalCode FileEmpty = new(
        "file.empty", Malformed, "Ce fichier est vide : vérifiez que vous avez choisi le bon, et enregistrez-le s’il est encore ouvert.");
    public static readonly RefusalCode FileSeveral = new(
        "file.several", Malformed, "Plusieurs fichiers sont arrivés ensemble : déposez-les l’un après l’autre.");
    public static readonly RefusalCode FileTooLarge = new(
        "file.tooLarge", TooLarge, "Ce fichier dépasse 10 Mo : n’y gardez que les valeurs, ou déposez-le en plusieurs fois, par exemple mois par mois.");

    public static readonly RefusalCode ColumnsDuplicate = new(
        "columns.duplicate", Malformed, "Les colonnes « {0} » et « {1} » disent la même chose : gardez-en une seule.");
    public static readonly RefusalCode ColumnsTooMany = new(
        "columns.tooMany", Malformed, "Le fichier dépasse 100 colonnes : n’y gardez que celles des valeurs.");
    public static readonly RefusalCode ColumnsUnknown = new(
        "columns.unknown", Malformed, "La colonne « {0} » n’est pas connue : retirez-la ou renommez-la. Colonnes reconnues : {1}.");
    public static readonly RefusalCode ColumnsMissing = new(
        "columns.missing", Malformed, "Le fichier n’a pas de colonne {0} : ajoutez sur la première ligne les titres des colonnes.");

    public static readonly RefusalCode CsvEncoding = new(
        "csv.encoding", Malformed, "Le fichier n’est pas du texte lisible : enregistrez-le au format « CSV UTF-8 ».");
    public static readonly RefusalCode CsvQuotes = new(
        "csv.quotes", Malformed, "Les guillemets ouverts à la ligne {0} ne sont pas fermés comme il faut : doublez ceux qui font partie du texte.");
    public static readonly RefusalCode CsvCells = new(
        "csv.cells", Malformed, "La ligne {0} compte {1} cellules pour {2} colonnes : mettez entre guillemets le texte ou le nombre qui contient le séparateur.");

    public static readonly RefusalCode XlsxUnreadable = new(
        "xlsx.unreadable", Malformed, "Ce fichier n’est pas un classeur lisible : enregistrez-le au format « Classeur Excel (.xlsx) », sans mot de passe ni macro.");
    public static readonly RefusalCode XlsxLocked = new(
        "xlsx.locked", Malformed, "Ce classeur est protégé par un mot de passe ou d’un ancien format (.xls) : retirez le mot de passe et enregistrez-le en .xlsx.");
    public static readonly RefusalCode XlsxTooLarge = new(
        "xlsx.tooLarge", Malformed, "Ce classeur est trop volumineux une fois décompressé : n’y gardez que les valeurs, sans images ni lignes vides mises en forme.");

    public static readonly RefusalCode SheetUnknown = new(
        "sheet.unknown", Malformed, "Cette feuille n’existe pas dans le classeur : choisissez parmi {0}.");
    public static readonly RefusalCode SheetNotWorkbook = new(
        "sheet.notWorkbook", Malformed, "Seul un classeur a des feuilles : retirez « sheet » de l’adresse, ou envoyez un classeur Excel.");

    public static readonly RefusalCode TemplateEmpty = new(
        "template.empty", Invalid, "Aucune valeur n’est attendue pour la période {0} : choisissez-en une autre ou complétez les indicateurs suivis.");
    public static readonly RefusalCode TemplateTooLarge = new(
        "template.tooLarge", Invalid, "Le modèle de cette période dépasserait 10 000 lignes : choisissez une période plus courte.");
    public static readonly RefusalCode TemplateOtherService = new(
        "template.otherService", Malformed, "Ce modèle a été préparé pour un autre service : téléchargez celui de ce service et reportez-y les valeurs.");

    public static readonly RefusalCode AnswerUnknown = new(
        "answer.unknown", Malformed, "Cette forme de réponse n’existe pas : choisissez json, ou xlsx en réponse à un classeur.");
    public static readonly RefusalCode AnswerNotWorkbook = new(
        "answer.notWorkbook", Malformed, "Seul un classeur Excel peut être rendu annoté : pour un fichier CSV, choisissez « Vérifier sans rien garder ».");

    public static readonly RefusalCode CellNotCalculated = new(
        "cell.notCalculated", Invalid, "Le résultat de la formule « {0} » n’a jamais été calculé : ouvrez le fichier dans votre tableur, enregistrez-le, puis renvoyez-le.");

    public static readonly RefusalCode ValuesMissing = new(
        "values.missing", Malformed, "L’envoi ne contient aucune valeur : donnez au moins une ligne, sous « values » en JSON, dans la colonne Valeur d’un fichier.");
    public static readonly RefusalCode ValuesTooMany = new(
        "values.tooMany", TooLarge, "Cet envoi dépasse 10 000 lignes : faites-en plusieurs, par exemple mois par mois.");
}
