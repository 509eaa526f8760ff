using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads the editions of the offer and the status that follows from them.</summary>
internal static class OfferReader
{
    public static List<OfferEdition> ReadEditions(DocumentChecks checks, IReadOnlyList<OfferEditionDocument?>? documents)
    {
        var editions = new List<OfferEdition>();
        foreach (var (written, index) in DocumentChecks.Items(documents).Select((d, i) => (d, i)))
        {
            var pointer = $"/offer/{index}";
            var edition = new OfferEdition(
                checks.RequiredText(written.Edition, $"{pointer}/edition", 100),
                checks.RequiredDate(written.On, $"{pointer}/on"),
                checks.Choice<OfferStatus>(written.Status, $"{pointer}/status"));
            if (editions is [.., var before] && edition.On != default && edition.On <= before.On)
            {
                checks.Add(Refusals.OfferOrder, $"{pointer}/on");
            }

            editions.Add(edition);
        }

        return editions;
    }

    /// <summary>The current status: written, else that of the last edition, else <see cref="OfferStatus.Existante"/>.</summary>
    public static OfferStatus ReadStatus(DocumentChecks checks, string? written, List<OfferEdition> editions)
    {
        var last = editions is [.., var edition] ? edition.Status : (OfferStatus?)null;
        var status = checks.Choice<OfferStatus>(written, "/offerStatus", last ?? OfferStatus.Existante);
        if (last is not null && DomainCode.TryParse<OfferStatus>(written, out _) && status != last)
        {
            checks.Add(Refusals.OfferDisagrees, "/offerStatus", DomainCode.Of(last.Value));
        }

        return status;
    }
}
