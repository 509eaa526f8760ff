using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads the legal forms of a service and the current one.</summary>
internal static class LegalFormReader
{
    public static List<DatedLegalForm> ReadDated(DocumentChecks checks, IReadOnlyList<DatedLegalFormDocument?>? documents)
    {
        var forms = new List<DatedLegalForm>();
        foreach (var (written, index) in DocumentChecks.Items(documents).Select((d, i) => (d, i)))
        {
            var pointer = $"/legalForms/{index}";
            var form = new DatedLegalForm(
                checks.RequiredDate(written.From, $"{pointer}/from"), checks.Choice<LegalForm>(written.Form, $"{pointer}/form"));
            if (forms is [.., var before] && form.From != default && form.From <= before.From)
            {
                checks.Add(Refusals.LegalFormOrder, $"{pointer}/from");
            }

            forms.Add(form);
        }

        return forms;
    }

    /// <summary>The current form: written, else the last one that is dated.</summary>
    public static LegalForm ReadCurrent(DocumentChecks checks, string? written, List<DatedLegalForm> dated)
    {
        var last = dated is [.., var form] ? form.Form : (LegalForm?)null;
        var current = checks.Choice(written, "/legalForm", last);
        if (last is not null && DomainCode.TryParse<LegalForm>(written, out _) && current != last)
        {
            checks.Add(Refusals.LegalFormDisagrees, "/legalForm", DomainCode.Of(last.Value));
        }

        return current;
    }
}
