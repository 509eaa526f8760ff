namespace Evaluation.Core.Closing;

/// <summary>Whether the accounts of a year are closed.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="IsClosed">Whether its values are settled.</param>
/// <param name="At">When it was closed or opened again.</param>
/// <param name="By">By whom, as trails name them.</param>
/// <param name="Reason">Why; always given when a year is opened again.</param>
public sealed record FiscalYearClosing(int Year, bool IsClosed, DateTimeOffset At, string By, string? Reason);
