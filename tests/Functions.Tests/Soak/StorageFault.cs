namespace Evaluation.Functions.Tests.Soak;

/// <summary>What goes wrong with a request to storage.</summary>
internal enum StorageFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>503, and nothing was done.</summary>
    Busy,

    /// <summary>The connection breaks before anything was done.</summary>
    CutBefore,

    /// <summary>It was done, and the connection breaks before the answer.</summary>
    CutAfter,

    /// <summary>It was done, and the answer is that it took too long.</summary>
    TimedOutAfter,

    /// <summary>It is done after a while.</summary>
    Slow,
}
