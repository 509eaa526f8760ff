using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>What a version of a convention is, before its terms.</summary>
internal sealed record ConventionHeading(
    int Version,
    string Number,
    string Object,
    DateOnly? SignedOn,
    DateOnly StartsOn,
    DateOnly EffectiveOn,
    Amendment? Amendment);

/// <summary>Reads the terms of a version; what is absent stays as the version before has it.</summary>
internal sealed class ConventionTermsReader(
    DocumentChecks checks, Func<DateOnly, LegalForm> legalFormOn, Community community, Catalogue catalogue)
{
    public Convention Read(ConventionTermsDocument document, string pointer, Convention? before, ConventionHeading heading)
    {
        var convention = new Convention
        {
            Version = heading.Version,
            EffectiveOn = heading.EffectiveOn,
            Amendment = heading.Amendment,
            Number = heading.Number,
            Object = heading.Object,
            SignedOn = heading.SignedOn,
            StartsOn = heading.StartsOn,
            EndsOn = checks.OptionalDate(document.EndsOn, $"{pointer}/endsOn") ?? before?.EndsOn,
            Renewal = checks.Choice<ConventionRenewal>(
                document.Renewal, $"{pointer}/renewal", before?.Renewal ?? ConventionRenewal.Aucune),
            Missions = Sentences(document.Missions, $"{pointer}/missions") ?? before?.Missions ?? [],
            Means = Sentences(document.Means, $"{pointer}/means") ?? before?.Means ?? [],
            FinancialTerms = checks.OptionalText(document.FinancialTerms, $"{pointer}/financialTerms") ?? before?.FinancialTerms,
            NoticeMonths = document.NoticeMonths ?? before?.NoticeMonths ?? 0,
            BillingMonths = document.BillingMonths ?? before?.BillingMonths ?? 12,
            Settlement = checks.Choice(document.Settlement, $"{pointer}/settlement", before?.Settlement),
            Allocation = document.Allocation is { } key
                ? AllocationReader.Read(checks, key, $"{pointer}/allocation", catalogue, community)
                : before?.Allocation,
            ForecastUnits = Forecast(document.ForecastUnits, $"{pointer}/forecastUnits") ?? before?.ForecastUnits ?? [],
            Reversibility = checks.OptionalText(document.Reversibility, $"{pointer}/reversibility") ?? before?.Reversibility,
        };
        CheckTerm(document, pointer, convention);
        CheckMoney(document, pointer, before is null, convention);
        return convention;
    }

    private void CheckTerm(ConventionTermsDocument document, string pointer, Convention convention)
    {
        if (document.EndsOn is not null && convention.EndsOn < convention.EffectiveOn)
        {
            checks.Add(Refusals.ConventionInverted, $"{pointer}/endsOn");
        }

        if (document.NoticeMonths is < 0 or > 60)
        {
            checks.Add(Refusals.ConventionNotice, $"{pointer}/noticeMonths");
        }

        if (document.BillingMonths is < 1 or > 12)
        {
            checks.Add(Refusals.ConventionBilling, $"{pointer}/billingMonths");
        }
    }

    private void CheckMoney(ConventionTermsDocument document, string pointer, bool isFirst, Convention convention)
    {
        var legalForm = legalFormOn(convention.EffectiveOn);
        if ((isFirst || document.Allocation is not null) && legalForm.SharesCosts() == (convention.Allocation is null))
        {
            checks.Add(
                legalForm.SharesCosts() ? Refusals.ConventionAllocation : Refusals.ConventionUnexpectedAllocation, $"{pointer}/allocation");
        }

        if (!DomainCode.TryParse<SettlementMode>(document.Settlement, out var settlement) || settlement != SettlementMode.AcImputation)
        {
            return;
        }

        if (community.FiscalRegime != FiscalRegime.Fpu)
        {
            checks.Add(Refusals.ConventionAcImputation, $"{pointer}/settlement");
        }

        if (!legalForm.MaySettleOnAllowance())
        {
            checks.Add(Refusals.ConventionSettlement, $"{pointer}/settlement");
        }
    }

    private List<string>? Sentences(IReadOnlyList<string?>? written, string pointer) =>
        written is null ? null : [.. written.Select((text, i) => checks.RequiredText(text, $"{pointer}/{i}"))];

    private List<ForecastUnits>? Forecast(IReadOnlyList<ForecastUnitsDocument?>? written, string pointer)
    {
        if (written is null)
        {
            return null;
        }

        var forecast = new List<ForecastUnits>();
        var seen = new HashSet<Siren>();
        foreach (var (line, index) in DocumentChecks.Items(written).Select((l, i) => (l, i)))
        {
            var units = new ForecastUnits(checks.Member(line.Member, $"{pointer}/{index}/member", community), line.Units);
            if (units.Units < 0)
            {
                checks.Add(Refusals.ForecastUnits, $"{pointer}/{index}/units");
            }

            if (units.Member != default && !seen.Add(units.Member))
            {
                checks.Add(Refusals.ForecastDuplicate, $"{pointer}/{index}/member");
            }

            forecast.Add(units);
        }

        return forecast;
    }
}
