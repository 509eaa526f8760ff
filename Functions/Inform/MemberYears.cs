using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Inform;

/// <summary>
/// Tells a member its own part of every service in a year. Who reads a service is told what is known now, as a draft; a
/// commune what the latest transmitted version says, and nothing where none was transmitted.
/// </summary>
internal sealed class MemberYears(
    Registry registry, DossierLoader dossiers, ReportShelf shelf, ReportStore reports, UnitsOverview units, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>The year of a member, narrowed to the services that the caller sees.</summary>
    /// <exception cref="RefusalException">422 when the year has not begun.</exception>
    public async Task<MemberYear> OfAsync(
        Caller caller, Community community, Member member, int year, CancellationToken cancellationToken)
    {
        if (year > Today.Year)
        {
            throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(Period.OfYear(year)));
        }

        var towards = caller.Towards(member.Siren);
        var takesPart = (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .Where(m => towards.May(Right.ReadMember, community.Siren, m))
            .Where(m => m.DaysIn(member.Siren, Period.OfYear(year)) > 0 || m.DaysIn(member.Siren, Period.OfYear(year - 1)) > 0)
            .OrderBy(m => m.Label, StringComparer.Ordinal);
        var services = new List<ServiceAccount>();
        foreach (var few in takesPart.Chunk(AtOnce))
        {
            services.AddRange(await Task.WhenAll(few.Select(m => ServiceAsync(towards, community, m, member, year, cancellationToken))));
        }

        return new MemberYear(
            new ReportMember(member.Siren.ToString(), member.InseeCode, Typography.Apostrophes(member.Name)),
            year,
            services,
            AccountTotals.Of(services),
            [.. services.SelectMany(AskedWords.Of)]);
    }

    private async Task<ServiceAccount> ServiceAsync(
        Caller caller, Community community, Mutualisation mutualisation, Member member, int year, CancellationToken cancellationToken)
    {
        if (mutualisation.WhyNotEvaluated(year) is { } why)
        {
            return Without(mutualisation, AccountSource.NotEvaluated, why, []);
        }

        var known = await units.OfAsync(community, mutualisation, [member], year, cancellationToken);
        return caller.May(Right.Read, community.Siren, mutualisation)
            ? await DraftAsync(community, mutualisation, member, year, known.Entries, cancellationToken)
            : await TransmittedAsync(caller, community, mutualisation, member, year, known.Entries, cancellationToken);
    }

    private async Task<ServiceAccount> DraftAsync(
        Community community, Mutualisation mutualisation, Member member, int year, IReadOnlyList<UnitsEntry> own, CancellationToken cancellationToken)
    {
        var loaded = await dossiers.LoadAsync(community, mutualisation, year, Today, cancellationToken);
        var report = AnnualReport.Of(AnnualEvaluation.Of(loaded.Dossier), new ReportEdition(0, "", Today));
        return Told(
            mutualisation,
            member,
            report.Accounts,
            AccountSource.Draft,
            null,
            null,
            $"Projet : montants calculés avec ce qui est connu le {FrenchDate.InWords(Today)}, pas encore transmis à la commune.",
            own);
    }

    private async Task<ServiceAccount> TransmittedAsync(
        Caller caller,
        Community community,
        Mutualisation mutualisation,
        Member member,
        int year,
        IReadOnlyList<UnitsEntry> own,
        CancellationToken cancellationToken)
    {
        var key = ReportKey.OfYear(community.Siren, mutualisation.Id, year);
        var issues = await shelf.VersionsAsync(caller, key, mutualisation, cancellationToken);
        if (issues is not [.., { Transmission: { } transmission } latest])
        {
            return Without(
                mutualisation,
                AccountSource.NotTransmitted,
                $"Aucune évaluation de {key.Period} n’est transmise pour ce service : son montant n’est pas encore connu de la commune.",
                own);
        }

        var on = ParisTime.DateOf(transmission.At);
        var version = FrenchNumber.Format(latest.Version.Version);
        var accounts = await PublishedAccounts.ReadAsync(reports, latest.Version, cancellationToken);
        return accounts?.Members.Any(m => m.Member.Siren == member.Siren.ToString()) is true
            ? Told(
                mutualisation,
                member,
                accounts,
                AccountSource.Transmitted,
                latest.Version.VersionText,
                on,
                $"Montants du rapport de {key.Period}, version {version}, transmis le {FrenchDate.InWords(on)}.",
                own)
            : Without(
                mutualisation,
                AccountSource.NotDetailed,
                $"Le rapport de {key.Period}, version {version}, transmis le {FrenchDate.InWords(on)}, ne détaille pas la part de cette commune : lisez-le en entier, ou demandez-en une nouvelle version.",
                own);
    }

    private static ServiceAccount Told(
        Mutualisation mutualisation,
        Member member,
        AccountSection accounts,
        AccountSource source,
        string? version,
        DateOnly? on,
        string sentence,
        IReadOnlyList<UnitsEntry> own) => new(
            mutualisation.Id,
            Typography.Apostrophes(mutualisation.Label),
            DomainCode.Of(source),
            version,
            on,
            Typography.Fix(sentence),
            accounts.Obstacle,
            accounts.Explanation,
            accounts.IsProvisional,
            accounts.Cost,
            accounts.Settlement,
            accounts.WhyNoSavings,
            accounts.Members.FirstOrDefault(m => m.Member.Siren == member.Siren.ToString()),
            own);

    private static ServiceAccount Without(
        Mutualisation mutualisation, AccountSource source, string sentence, IReadOnlyList<UnitsEntry> own) => new(
            mutualisation.Id,
            Typography.Apostrophes(mutualisation.Label),
            DomainCode.Of(source),
            null,
            null,
            Typography.Fix(sentence),
            null,
            null,
            false,
            null,
            null,
            [],
            null,
            own);
}
