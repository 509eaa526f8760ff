namespace Evaluation.Core.Submissions;

/// <summary>What the rows of a submission are for.</summary>
public enum WriteStrategy
{
    /// <summary>A value is given, whether one is known or not.</summary>
    Upsert,

    /// <summary>A value is given where none is known; another value in its place refuses the row.</summary>
    Create,

    /// <summary>A value given by mistake is taken back; it stays visible to those who ask for what was deleted.</summary>
    Delete,
}
