using Evaluation.Core.French;

namespace Evaluation.Local;

/// <summary>What <c>--help</c> prints.</summary>
internal static class LocalHelp
{
    public static string Text => Typography.Fix(
        """
        Évaluation des mutualisations : exécution locale.

        Usage : dotnet run local.cs [-- options]

        Installe et démarre l'émulateur de stockage et l'application, charge la démonstration par l'API publique
        (trois communautés réelles, activité inventée, date simulée au 16 juin 2026), lance la revue annuelle,
        puis laisse le portail ouvert jusqu'à Ctrl-C.

        Options :
          --once          s'arrête après la revue (code 1 si une ligne est refusée ou une opération échoue)
          --export DIR    copie les rapports produits dans DIR/{siren}/{mutualisation ou membre}/{type}/{période}/{version}
          --port N        port du portail et de l'API (7071 par défaut)
          --data DIR      dossier des données (.local dans le dépôt par défaut)
          --empty         démarre sans charger la démonstration, à la date du jour
          --reset         efface d'abord les données d'une exécution précédente
          --help          affiche cette aide

        Il faut le SDK .NET 10 et Node.js 20 ou plus récent.
        Codes de sortie : 0 tout va bien, 1 échec du chargement ou de la revue, 2 option ou environnement à corriger.
        """);
}
