namespace Evaluation.Core.Decisions;

/// <summary>Where a published version of a report stands.</summary>
public enum ReportState
{
    /// <summary>Nobody vouches for it yet.</summary>
    Draft,

    /// <summary>A director vouches for it.</summary>
    Validated,

    /// <summary>It was sent to the communes, which may read it from then on.</summary>
    Transmitted,

    /// <summary>A later version was published: nothing more is decided of this one.</summary>
    Replaced,
}

/// <summary>French words of the states.</summary>
public static class ReportStates
{
    /// <summary>« projet », « validé », « transmis », « remplacé ».</summary>
    public static string Label(this ReportState state) => state switch
    {
        ReportState.Draft => "projet",
        ReportState.Validated => "validé",
        ReportState.Transmitted => "transmis",
        ReportState.Replaced => "remplacé",
    };
}
