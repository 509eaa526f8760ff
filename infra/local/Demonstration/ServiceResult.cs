namespace Evaluation.Local.Demonstration;

/// <summary>What became of one service.</summary>
/// <param name="Service">Which.</param>
/// <param name="Counts">What became of its rows in this run.</param>
/// <param name="Reports">Every version there is, the oldest period first.</param>
internal sealed record ServiceResult(DemonstrationService Service, PushCounts Counts, IReadOnlyList<ReportLine> Reports)
{
    public string CommunityName => Territory.Communities[Service.Siren].Name!;
}
