namespace Evaluation.Core.Mutualisations;

/// <summary>A service’s own HTTP feed, in the shape of a push.</summary>
/// <param name="Address">Absolute address.</param>
/// <param name="EveryHours">Hours between two pulls, 1 or more.</param>
public sealed record FeedSource(Uri Address, int EveryHours);
