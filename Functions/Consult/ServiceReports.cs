using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Consult;

/// <summary>A service and its published reports, the latest last.</summary>
public sealed record ServiceReports(Mutualisation Mutualisation, IReadOnlyList<ReportVersion> Versions);
