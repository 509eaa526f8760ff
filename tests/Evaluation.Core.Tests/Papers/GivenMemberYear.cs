using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Papers;

/// <summary>What a member is told of evaluations, as the app tells it.</summary>
internal static class GivenMemberYear
{
    /// <summary>A member by its name.</summary>
    public static MemberYear Of(string name, IReadOnlyList<AnnualEvaluation> evaluations) =>
        Of(GivenService.Community.Members.Single(m => m.Name == name), evaluations);

    /// <summary>A member; services that were not in force are told so, those without an account in the report too.</summary>
    public static MemberYear Of(Member member, IReadOnlyList<AnnualEvaluation> evaluations)
    {
        IReadOnlyList<ServiceAccount> services = [.. evaluations.Select(e => Account(member, e))];
        return new MemberYear(
            ReportMember.Of(member), evaluations[0].Dossier.Year, services, AccountTotals.Of(services), [.. services.SelectMany(AskedWords.Of)]);
    }

    private static ServiceAccount Account(Member member, AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var isTold = evaluation.WhyNotEvaluated is null;
        var accounts = isTold ? AnnualReport.Of(evaluation, new ReportEdition(0, "", dossier.AsOf)).Accounts : null;
        var account = accounts?.Members.FirstOrDefault(m => m.Member.Siren == member.Siren.ToString());
        return new ServiceAccount(
            dossier.Mutualisation.Id + dossier.Mutualisation.Label,
            dossier.Mutualisation.Label.Replace('\'', '’'),
            DomainCode.Of(!isTold ? AccountSource.NotEvaluated : account is null ? AccountSource.NotDetailed : AccountSource.Draft),
            null,
            null,
            "Projet, pas encore transmis.",
            accounts?.Obstacle,
            accounts?.Explanation,
            accounts?.IsProvisional ?? false,
            accounts?.Cost,
            accounts?.Settlement,
            accounts?.WhyNoSavings ?? [],
            account,
            Units(member, evaluation))
        {
            Closed = dossier.Closed,
            PreviousCost = accounts?.PreviousCost,
            Calls = account is null || dossier.CostsOf(dossier.Year) is not { } costs ? [] : MemberCall.Of(member.Siren.ToString(), costs, dossier.AsOf),
        };
    }

    private static IReadOnlyList<UnitsEntry> Units(Member member, AnnualEvaluation evaluation) =>
    [
        .. UnitsStanding.Of(
                evaluation.Dossier.Values, evaluation.Dossier.Mutualisation, evaluation.Dossier.Catalogue, [member], [], evaluation.Dossier.Year, evaluation.Dossier.AsOf)
            .Select(s => new UnitsEntry(member.Siren.ToString(), s.Units.Period.ToString(), DomainCode.Of(s.State), [], null, null)),
    ];
}
