using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads what is followed against the catalogue.</summary>
internal static class FollowedIndicatorReader
{
    public static List<FollowedIndicator> Read(
        DocumentChecks checks, MutualisationDocument document, ServiceType? serviceType, Catalogue catalogue)
    {
        var followed = new List<FollowedIndicator>();
        foreach (var (written, index) in DocumentChecks.Items(document.Indicators).Select((d, i) => (d, i)))
        {
            var pointer = $"/indicators/{index}";
            if (catalogue.Find(written.Code) is not { } definition)
            {
                checks.Add(
                    "indicator.unknown", $"{pointer}/code", $"L’indicateur « {Excerpt.Of(written.Code)} » n’existe pas : voyez /api/catalogue.");
            }
            else if (definition.ServiceType != ServiceType.Any && definition.ServiceType != serviceType?.Code)
            {
                checks.Add(
                    "indicator.otherService",
                    $"{pointer}/code",
                    $"L’indicateur {definition.Code} appartient à un autre type de service : retirez-le.");
            }
            else if (followed.Exists(f => f.Definition.Code == definition.Code))
            {
                checks.Add("indicator.duplicate", $"{pointer}/code", $"L’indicateur {definition.Code} est suivi deux fois : retirez une ligne.");
            }
            else if (written.Target is not null && definition.Direction == Direction.Neutral)
            {
                checks.Add(
                    "target.neutral",
                    $"{pointer}/target",
                    $"L’indicateur {definition.Code} décrit sans juger : il n’a pas de cible, retirez-la.");
            }
            else
            {
                followed.Add(new FollowedIndicator(definition, TargetOf(written, definition)));
            }
        }

        return followed;
    }

    private static Target? TargetOf(FollowedIndicatorDocument written, IndicatorDefinition definition) =>
        written.Target is { } value
            ? new Target(value, definition.Direction == Direction.LowerIsBetter, TargetBasis.Convention)
            : definition.Target;
}
