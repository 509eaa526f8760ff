using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads a convention and its amendments into versions, each whole.</summary>
/// <param name="checks">Where problems are told.</param>
/// <param name="legalFormOn">The legal form of the service on a day.</param>
/// <param name="community">Where members are looked up.</param>
/// <param name="catalogue">Known indicators.</param>
internal sealed class ConventionReader(
    DocumentChecks checks, Func<DateOnly, LegalForm> legalFormOn, Community community, Catalogue catalogue)
{
    private readonly ConventionTermsReader _terms = new(checks, legalFormOn, community, catalogue);

    /// <summary>Every version in order of effect; none before the convention is signed.</summary>
    public IReadOnlyList<Convention> Read(ConventionDocument? first, IReadOnlyList<AmendmentDocument?>? amendments)
    {
        if (first is null)
        {
            if (amendments is { Count: > 0 })
            {
                checks.Add(Refusals.AmendmentAlone, "/amendments");
            }

            return [];
        }

        var versions = new List<Convention> { ReadFirst(first) };
        foreach (var (written, index) in DocumentChecks.Items(amendments).Select((a, i) => (a, i)))
        {
            versions.Add(ReadAmended(written, $"/amendments/{index}", versions[^1]));
        }

        return versions;
    }

    private Convention ReadFirst(ConventionDocument document)
    {
        const string Pointer = "/convention";
        var number = checks.RequiredText(document.Number, $"{Pointer}/number", 100);
        var purpose = checks.RequiredText(document.Object, $"{Pointer}/object");
        var signedOn = checks.OptionalDate(document.SignedOn, $"{Pointer}/signedOn");
        var startsOn = checks.RequiredDate(document.StartsOn, $"{Pointer}/startsOn");
        return _terms.Read(document, Pointer, null, new ConventionHeading(1, number, purpose, signedOn, startsOn, startsOn, null));
    }

    private Convention ReadAmended(AmendmentDocument document, string pointer, Convention before)
    {
        var amendment = new Amendment(
            checks.RequiredText(document.Number, $"{pointer}/number", 100),
            checks.OptionalDate(document.SignedOn, $"{pointer}/signedOn"),
            checks.RequiredText(document.Purpose, $"{pointer}/purpose"));
        var effectiveOn = checks.RequiredDate(document.EffectiveOn, $"{pointer}/effectiveOn");
        if (effectiveOn != default && effectiveOn <= before.EffectiveOn)
        {
            checks.Add(Refusals.AmendmentOrder, $"{pointer}/effectiveOn");
        }
        else if (effectiveOn != default && !before.RunsOn(effectiveOn))
        {
            checks.Add(Refusals.AmendmentOutside, $"{pointer}/effectiveOn");
        }

        return _terms.Read(
            document,
            pointer,
            before,
            new ConventionHeading(
                before.Version + 1, before.Number, before.Object, before.SignedOn, before.StartsOn, effectiveOn, amendment));
    }
}
