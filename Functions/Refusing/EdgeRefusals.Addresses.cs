using Evaluation.Core.Problems;
using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Functions.Refusing;

/// <content>Of addresses and their parameters.</content>
internal static partial class EdgeRefusals
{
    public static readonly RefusalCode AddressUnknown = new(
        "address.unknown", Unknown, "Cette adresse n’existe pas : vérifiez-la.");

    public static readonly RefusalCode MethodNotAllowed = new(
        "method.notAllowed", NotOffered, "Cette adresse n’a pas cette méthode : elle connaît {0}.");

    public static readonly RefusalCode ParameterUnknown = new(
        "parameter.unknown", Malformed, "Cette adresse n’a pas de paramètre « {0} » : {1}.");
    public static readonly RefusalCode ParameterRepeated = new(
        "parameter.repeated", Malformed, "Le paramètre « {0} » est donné {1} fois : donnez-le une seule fois.");

    public static readonly RefusalCode CommunityUnknown = new(
        "community.unknown", Unknown, "Cette communauté n’existe pas : vérifiez le SIREN, ou déclarez-la d’abord.");

    public static readonly RefusalCode MemberOther = new(
        "member.other", Unknown, "Vous ne pouvez demander que ce qui concerne votre propre collectivité : donnez son SIREN ou son code Insee.");

    public static readonly RefusalCode MutualisationNotInForce = new("mutualisation.notInForce", Invalid, "{0}");
    public static readonly RefusalCode MutualisationUnknown = new(
        "mutualisation.unknown", Unknown, "Cette mutualisation n’existe pas : vérifiez son identifiant, ou déclarez-la d’abord.");

    public static readonly RefusalCode FrameUnknown = new(
        "frame.unknown", Malformed, "Ce format d’image n’existe pas : écrivez « frame=slide » pour une diapositive, ou rien.");

    public static readonly RefusalCode TableUnknown = new(
        "table.unknown", Malformed, "Ce tableau n’existe pas, ou pas seul dans ce format : choisissez payers, lines, services ou crossed, au format csv.");
    public static readonly RefusalCode FormatUnknown = new(
        "format.unknown", Malformed, "Ce format n’existe pas : choisissez {0}.");

    public static readonly RefusalCode FilterUnknown = new(
        "filter.unknown", Malformed, "Le paramètre « {0} » n’est pas reconnu : choisissez {1}.");

    public static readonly RefusalCode LimitUnknown = new(
        "limit.unknown", Malformed, "Le paramètre « limit » n’est pas valable : écrivez un nombre entier de 1 à {0}.");

    public static readonly RefusalCode IncludeDeletedUnknown = new(
        "includeDeleted.unknown", Malformed, "Le paramètre « includeDeleted » n’est pas reconnu : choisissez true ou false.");

    public static readonly RefusalCode DryRunUnknown = new(
        "dryRun.unknown", Malformed, "Le paramètre « dryRun » n’est pas reconnu : choisissez true ou false.");

    public static readonly RefusalCode StateUnknown = new(
        "state.unknown", Malformed, "Cet état n’existe pas : choisissez parmi {0}.");

    public static readonly RefusalCode PageInvalid = new(
        "page.invalid", Malformed, "Cette page n’existe pas : reprenez la page précédente, et son lien ou son « next ».");

    public static readonly RefusalCode OperationUnknown = new(
        "operation.unknown", Unknown, "Cette opération n’existe pas : vérifiez son identifiant.");

    public static readonly RefusalCode JobUnknown = new(
        "job.unknown", Malformed, "Cette tâche n’existe pas : choisissez parmi {0}.");

    public static readonly RefusalCode ReportUnknown = new(
        "report.unknown", Unknown, "Ce rapport ou ce fichier n’existe pas : consultez la liste des rapports.");
    public static readonly RefusalCode ReportKind = new(
        "report.kind", Invalid, "Ce type de rapport n’existe pas : choisissez parmi {0}.");
    public static readonly RefusalCode ReportScope = new(
        "report.scope", Invalid, "{0} : demandez ce rapport {1}.");
    public static readonly RefusalCode ReportPeriod = new(
        "report.period", Invalid, "{0} : cette période ne convient pas, écrivez par exemple {1}.");
    public static readonly RefusalCode ReportNoShare = new(
        "report.noShare", Invalid, "Le service ne répartit aucun coût en {0} : il n’a pas d’état annuel.");
    public static readonly RefusalCode ReportFewYears = new(
        "report.fewYears", Invalid, "Un bilan pluriannuel demande {0} exercices dont les coûts sont connus jusqu’en {1} ; nombre d’exercices connus : {2}.");
    public static readonly RefusalCode ReportNoService = new(
        "report.noService", Invalid, "Aucun coût d’un service en fonctionnement n’est connu en {0} : déposez les coûts, ou demandez une autre année.");

    public static readonly RefusalCode ReportNothingTransmitted = new(
        "report.nothingTransmitted", Invalid, "Aucune évaluation annuelle de {0} n’est transmise aux communes : transmettez-en une, ou demandez une autre année.");

    public static readonly RefusalCode ChartNoPicture = new(
        "chart.noPicture", Unknown, "Cette version du rapport a été publiée avant que les graphiques existent en PNG : téléchargez le dessin SVG.");

    public static readonly RefusalCode CostsUnknown = new(
        "costs.unknown", Unknown, "Aucun coût n’est enregistré pour cette année : déposez-les avec PUT.");

    public static readonly RefusalCode BaselineUnknown = new(
        "baseline.unknown", Unknown, "Aucune situation de référence n’est enregistrée pour ce service : déposez-la avec PUT.");

    public static readonly RefusalCode ScenarioYear = new(
        "scenario.year", Invalid, "L’année des scénarios manque ou n’est pas valable : écrivez par exemple \"year\": 2025.");

    public static readonly RefusalCode SubmissionAtomic = new(
        "submission.atomic", Invalid, "Rien n’est gardé, car une autre ligne est refusée : corrigez-la et renvoyez le tout.");
    public static readonly RefusalCode SubmissionUnknown = new(
        "submission.unknown", Unknown, "Cet envoi n’existe pas ou n’est pas encore appliqué : vérifiez son identifiant.");
    public static readonly RefusalCode SubmissionDamaged = new(
        "submission.damaged", Conflict, "L’envoi {0} ne se lit plus au journal : demandez à l’administrateur de rétablir son enregistrement.");

    public static readonly RefusalCode SourceNotAllowed = new(
        "source.notAllowed", Invalid, "Cette adresse n’est pas autorisée : donnez une adresse en https d’un hôte de la liste Collect__AllowedHosts, sur le port 443 ou celui que la liste donne.");
    public static readonly RefusalCode SourceMissing = new(
        "source.missing", Malformed, "Le champ « source » manque ou n’est pas valable : nommez l’application qui transmet, en 100 caractères au plus.");
    public static readonly RefusalCode SourceNone = new(
        "source.none", Unknown, "Cette mutualisation n’a pas de source : ses valeurs sont transmises, ou déclarez-en une.");
    public static readonly RefusalCode SourceSecretUnknown = new(
        "source.secretUnknown", Invalid, "Le secret « {0} » n’est pas réglé : demandez d’abord à l’administrateur le réglage Collect__Secrets__{1}.");

    public static readonly RefusalCode IdempotencyInvalid = new(
        "idempotency.invalid", Malformed, "L’en-tête Idempotency-Key n’est pas valable : donnez de 1 à 200 caractères visibles, sans espace.");
    public static readonly RefusalCode IdempotencyReused = new(
        "idempotency.reused", Conflict, "Cette clé d’idempotence a déjà servi à un autre envoi : choisissez-en une nouvelle.");

    public static readonly RefusalCode ModeUnknown = new(
        "mode.unknown", Malformed, "Le paramètre « mode » n’est pas reconnu : choisissez parmi {0}.");

    public static readonly RefusalCode StrategyUnknown = new(
        "strategy.unknown", Malformed, "Le paramètre « strategy » n’est pas reconnu : choisissez parmi {0}.");
    public static readonly RefusalCode TermTwice = new(
        "term.twice", Malformed, "« {0} » est dit autrement dans l’adresse et dans le corps : gardez-en un seul.");
}
