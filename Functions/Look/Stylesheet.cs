namespace Evaluation.Functions.Look;

/// <summary>A style sheet and the hash by which a content security policy allows it.</summary>
internal sealed class Stylesheet : EmbeddedText
{
    /// <summary>For reports: what a page adds is given to <see cref="With"/>.</summary>
    public static readonly Stylesheet Report = new(Read("base.css") + Read("report.css"));

    /// <summary>For the other papers: what a page adds is given to <see cref="With"/>.</summary>
    public static readonly Stylesheet Paper = new(Read("base.css") + Read("report.css") + Read("paper.css"));

    /// <summary>For the pages of the portal.</summary>
    public static readonly Stylesheet Portal = new(Read("base.css") + Read("portal.css"));

    private Stylesheet(string text)
        : base(text)
    {
    }

    /// <summary>The source expression that allows this style element: <c>'sha256-…'</c>.</summary>
    public string PolicySource => $"'sha256-{Sha256}'";

    /// <summary>This style sheet with more rules at its end.</summary>
    public Stylesheet With(string rules) => new(Text + rules);
}
