using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Consult;

/// <summary>A service and the reports of it that a reader finds, the latest last.</summary>
public sealed record ServiceReports(Mutualisation Mutualisation, IReadOnlyList<ReportIssue> Issues);
