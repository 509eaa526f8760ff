using Evaluation.Core.Communities;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Papers.Members;

/// <summary>What the statement of a member is written from (docs/spec/papers.md).</summary>
/// <param name="Community">Whose services.</param>
/// <param name="Told">What the member is told of a year.</param>
/// <param name="On">Local date in Europe/Paris on which it is told.</param>
public sealed record MemberStatementFacts(Community Community, MemberYear Told, DateOnly On)
{
    /// <summary>Which published version it is, from 1; null of one that is made when it is asked for.</summary>
    public int? Version { get; init; }

    /// <summary>The year, written.</summary>
    internal string Written => ReportText.Year(Told.Year);

    /// <summary>The year before, written.</summary>
    internal string BeforeWritten => ReportText.Year(Told.Year - 1);

    /// <summary>Name of the member, as it is read.</summary>
    internal string Name => ReportText.Name(Told.Member.Name);

    /// <summary>Whether an amount is that of a free service: it is a part of the cost, and is not owed.</summary>
    internal bool HasFree => Accounts.Any(IsFree) || (Accounts.Any() && Accounts.All(a => a.Service.IsFree));

    /// <summary>Whether no amount is owed: all that are known are those of free services.</summary>
    internal bool IsAllFree => Accounts.Where(a => a.Account.Amount.Value is not null).All(IsFree);

    private static bool IsFree((ServiceAccount Service, MemberAccount Account) told) => told is { Service.IsFree: true, Account.Amount.Value: not null };

    /// <summary>Services of which the member is told an account.</summary>
    internal IEnumerable<(ServiceAccount Service, MemberAccount Account)> Accounts =>
        Told.Services.Where(s => s.Account is not null).Select(s => (s, s.Account!));
}
