using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>
/// What is asked of a mutualisation when it is declared, beyond what makes its document readable (docs/spec/targets.md):
/// what was stored before a limit was known stays readable.
/// </summary>
public static class MutualisationLimits
{
    /// <summary>What a declaration exceeds; empty when nothing.</summary>
    /// <param name="document">A document that was read without problem.</param>
    /// <param name="mutualisation">What was read of it.</param>
    /// <param name="catalogue">Known indicators.</param>
    public static IReadOnlyList<Refusal> Of(MutualisationDocument document, Mutualisation mutualisation, Catalogue catalogue)
    {
        var checks = new DocumentChecks();
        foreach (var (written, at) in DocumentChecks.Items(document.Indicators).Select((d, at) => (d, at)))
        {
            if (written.Target is { } target && catalogue.Find(written.Code) is { } definition
                && (target < definition.Min || target > definition.Max))
            {
                checks.Add(
                    Refusals.TargetOutOfRange, $"/indicators/{at}/target", FrenchNumber.FormatShort(target, target.Scale), definition.Code, definition.Bounds());
            }
        }

        CheckKey(checks, document.Convention?.Allocation, "/convention/allocation", mutualisation, catalogue);
        foreach (var (amendment, at) in DocumentChecks.Items(document.Amendments).Select((a, at) => (a, at)))
        {
            CheckKey(checks, amendment.Allocation, $"/amendments/{at}/allocation", mutualisation, catalogue);
        }

        return checks.Problems;
    }

    // The units of a key are followed with the service, whether they are listed or not; those of another service never are.
    private static void CheckKey(
        DocumentChecks checks, AllocationDocument? key, string pointer, Mutualisation mutualisation, Catalogue catalogue)
    {
        var units = DocumentChecks.Items(key?.Criteria).SelectMany((c, at) => (c.Weights?.Keys ?? [])
            .Select(code => (Code: code, Pointer: $"{pointer}/criteria/{at}/weights/{code}"))
            .Append((Code: c.Indicator ?? "", Pointer: $"{pointer}/criteria/{at}/indicator")));
        var acts = (key?.Prices?.Keys ?? []).Select(code => (Code: code, Pointer: $"{pointer}/prices/{code}"));
        foreach (var (code, place) in units.Concat(acts))
        {
            if (catalogue.Find(code) is { } definition
                && definition.ServiceType != mutualisation.ServiceType.Code
                && definition.ServiceType != ServiceType.Any)
            {
                checks.Add(Refusals.KeyOtherService, place, definition.Code);
            }
        }
    }
}
