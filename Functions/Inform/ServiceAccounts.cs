using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Confirm;
using Evaluation.Functions.Evaluate;
using Evaluation.Functions.Report;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Inform;

/// <summary>
/// Tells a member its own part of one service. Who reads the service is told what is known now, as a draft; a member what the
/// latest transmitted version says, and nothing where none was transmitted.
/// </summary>
internal sealed class ServiceAccounts(
    DossierLoader dossiers, CostStore costs, ClosingStore closings, ReportShelf shelf, ReportStore reports, UnitsOverview units, TimeProvider clock)
{
    private DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>What a service tells each of its members who reads it: it is evaluated once.</summary>
    public async Task<Func<Member, ServiceAccount>> ToAllAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        if (mutualisation.WhyNotEvaluated(year) is { } why)
        {
            return _ => Without(mutualisation, AccountSource.NotEvaluated, why, []);
        }

        var loaded = await LoadAsync(community, mutualisation, year, cancellationToken);
        var known = UnitsOverview.Of(loaded, mutualisation.MembersIn(community, Period.OfYear(year))).Entries.ToLookup(u => u.Member, StringComparer.Ordinal);
        var draft = Draft(loaded.Dossier);
        return member => draft(member, [.. known[member.Siren.ToString()]]);
    }

    /// <summary>What a service told its members, each its own part: the latest transmitted version, read once. Nothing is evaluated.</summary>
    public async Task<Func<Member, ServiceAccount>> TransmittedToAllAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        if (mutualisation.WhyNotEvaluated(year) is { } why)
        {
            return _ => Without(mutualisation, AccountSource.NotEvaluated, why, []);
        }

        var known = (await units.OfAsync(community, mutualisation, year, cancellationToken)).Entries.ToLookup(u => u.Member, StringComparer.Ordinal);
        var told = await TransmittedAsync(Caller.Schedule, community, mutualisation, year, cancellationToken);
        return member => told(member, [.. known[member.Siren.ToString()]]);
    }

    /// <summary>What a service tells one member.</summary>
    /// <param name="caller">Towards that member.</param>
    /// <param name="community">Whose service.</param>
    /// <param name="mutualisation">Which service.</param>
    /// <param name="member">To whom.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ServiceAccount> OfAsync(
        Caller caller, Community community, Mutualisation mutualisation, Member member, int year, CancellationToken cancellationToken)
    {
        if (mutualisation.WhyNotEvaluated(year) is { } why)
        {
            return Without(mutualisation, AccountSource.NotEvaluated, why, []);
        }

        if (caller.May(Right.Read, community.Siren, mutualisation))
        {
            var loaded = await LoadAsync(community, mutualisation, year, cancellationToken);
            return Draft(loaded.Dossier)(member, UnitsOverview.Of(loaded, [member]).Entries);
        }

        var own = (await units.OfAsync(community, mutualisation, [member], year, cancellationToken)).Entries;
        return (await TransmittedAsync(caller, community, mutualisation, year, cancellationToken))(member, own);
    }

    private Task<LoadedDossier> LoadAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken) =>
        dossiers.LoadAsync(community, mutualisation, year, Today, cancellationToken);

    private Func<Member, IReadOnlyList<UnitsEntry>, ServiceAccount> Draft(Dossier dossier)
    {
        var report = AnnualReport.Of(AnnualEvaluation.Of(dossier), new ReportEdition(0, "", dossier.AsOf));
        return (member, own) => Told(
            dossier.Mutualisation,
            member,
            report.Accounts,
            AccountSource.Draft,
            null,
            null,
            $"Projet : montants calculés avec ce qui est connu le {FrenchDate.InWords(dossier.AsOf)} ; le membre ne lit que ceux qui lui sont transmis.",
            dossier.CostsOf(dossier.Year),
            dossier.Closed,
            own);
    }

    private async Task<Func<Member, IReadOnlyList<UnitsEntry>, ServiceAccount>> TransmittedAsync(
        Caller caller, Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var key = ReportKey.OfYear(community.Siren, mutualisation.Id, year);
        var issues = await shelf.VersionsAsync(caller, key, mutualisation, cancellationToken);
        if (issues.LastOrDefault(i => i.Transmission is not null) is not { Transmission: { } transmission } latest)
        {
            return (_, own) => !mutualisation.LegalFormIn(year).SharesCosts() && !mutualisation.LegalFormIn(year - 1).SharesCosts()
                ? Without(mutualisation, AccountSource.NotShared, $"Ce service ne partage son coût ni en {key.Period} ni l’année d’avant : il n’a pas de montant à relever.", own)
                : Without(
                    mutualisation,
                    AccountSource.NotTransmitted,
                    $"Aucune évaluation de {key.Period} n’est transmise pour ce service : son montant n’est pas encore connu du membre.",
                    own);
        }

        var on = ParisTime.DateOf(transmission.At);
        var version = FrenchNumber.Format(latest.Version.Version);
        var accounts = await PublishedAccounts.ReadAsync(reports, latest.Version, cancellationToken);
        var spent = (await costs.FindAsync(community, mutualisation.Id, year, cancellationToken))?.Value;
        var closed = await closings.ClosedAsync(community, mutualisation, Today, cancellationToken);
        return (member, own) => accounts?.Members.Any(m => m.Member.Siren == member.Siren.ToString()) is true
            ? Told(
                mutualisation,
                member,
                accounts,
                AccountSource.Transmitted,
                latest.Version.VersionText,
                on,
                $"Montants du rapport de {key.Period}, version {version}, transmis le {FrenchDate.InWords(on)}.",
                spent,
                closed,
                own)
            : Without(
                mutualisation,
                AccountSource.NotDetailed,
                $"Le rapport de {key.Period}, version {version}, transmis le {FrenchDate.InWords(on)}, ne détaille pas la part de ce membre : lisez-le en entier, ou demandez-en une nouvelle version.",
                own);
    }

    private ServiceAccount Told(
        Mutualisation mutualisation,
        Member member,
        AccountSection accounts,
        AccountSource source,
        string? version,
        DateOnly? on,
        string sentence,
        CostYear? known,
        ClosedPeriods closed,
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
            own)
        {
            Closed = closed,
            PreviousCost = accounts.PreviousCost,
            Calls = known is null ? [] : MemberCall.Of(member.Siren.ToString(), known, Today),
        };

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
