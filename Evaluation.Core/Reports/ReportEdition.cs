namespace Evaluation.Core.Reports;

/// <summary>Which issue of a report.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Fingerprint">SHA-256 of what it was computed from, in hexadecimal.</param>
/// <param name="GeneratedOn">Local date, in Europe/Paris.</param>
public sealed record ReportEdition(int Version, string Fingerprint, DateOnly GeneratedOn);
