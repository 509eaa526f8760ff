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
                checks.Add(Refusals.IndicatorUnknown, $"{pointer}/code", Excerpt.Of(written.Code));
            }
            else if (definition.ServiceType != ServiceType.Any && definition.ServiceType != serviceType?.Code)
            {
                checks.Add(Refusals.IndicatorOtherService, $"{pointer}/code", definition.Code);
            }
            else if (followed.Exists(f => f.Definition.Code == definition.Code))
            {
                checks.Add(Refusals.IndicatorDuplicate, $"{pointer}/code", definition.Code);
            }
            else if (written.Target is not null && definition.Direction == Direction.Neutral)
            {
                checks.Add(Refusals.TargetNeutral, $"{pointer}/target", definition.Code);
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
