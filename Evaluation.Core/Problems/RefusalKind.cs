namespace Evaluation.Core.Problems;

/// <summary>Why something is refused, whoever asked and by whichever door: the door decides how that is answered.</summary>
public enum RefusalKind
{
    /// <summary>It cannot be read, or asks in a way there is not.</summary>
    Malformed,

    /// <summary>It can be read, and what it says is not right.</summary>
    Invalid,

    /// <summary>It names something that is not there.</summary>
    Unknown,

    /// <summary>It does not go with what is there.</summary>
    Conflict,

    /// <summary>It rests on something that has changed since.</summary>
    Stale,

    /// <summary>It is larger than what is taken.</summary>
    TooLarge,

    /// <summary>It is of a type that is not taken.</summary>
    Unsupported,

    /// <summary>Nothing like it is done in that place.</summary>
    NotOffered,

    /// <summary>Nobody is known to ask.</summary>
    Unidentified,

    /// <summary>Who asks has not the right.</summary>
    Forbidden,

    /// <summary>Too much is asked in too short a time.</summary>
    TooMany,

    /// <summary>Something that is needed does not answer for now.</summary>
    Unavailable,

    /// <summary>The fault is ours.</summary>
    Failed,

    /// <summary>Nothing is refused: someone should look.</summary>
    Told,
}
