using Evaluation.Core.Assessments.Facts;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>What a piece of evidence says by itself.</summary>
public enum Judgement
{
    /// <summary>For the service.</summary>
    Favorable,

    /// <summary>Neither for nor against.</summary>
    Mitige,

    /// <summary>Against the service.</summary>
    Defavorable,

    /// <summary>Shown, not judged: a figure without target, a first year.</summary>
    Information,

    /// <summary>Expected and not known well enough to be judged.</summary>
    Manquant,
}

/// <summary>One fact that a verdict rests on.</summary>
/// <param name="Code">Stable: an indicator’s code, or the name of a fact of the registers such as <c>adhesion</c>.</param>
/// <param name="Label">French name.</param>
/// <param name="Reading">French sentence: the figure, what it is compared with.</param>
/// <param name="Judgement">What it says.</param>
/// <param name="Received">Completeness of the values it rests on; null for a fact of the registers alone.</param>
public sealed record Evidence(string Code, string Label, string Reading, Judgement Judgement, Received? Received)
{
    /// <summary>
    /// Whether it keeps the verdict from being favourable, whatever else speaks for the service: a target missed, over the year
    /// or close over the year and in most of its periods; a convention that ends, and whose continuation nobody has decided.
    /// </summary>
    public bool BarsFavourable { get; init; }
}
