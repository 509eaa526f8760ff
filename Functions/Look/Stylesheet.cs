namespace Evaluation.Functions.Look;

/// <summary>A style sheet and the hash by which a content security policy allows it.</summary>
internal sealed class Stylesheet
{
    /// <summary>For reports: what a page adds is given to <see cref="With"/>.</summary>
    public static readonly Stylesheet Report = new(EmbeddedText.Read("base.css") + EmbeddedText.Read("report.css"));

    /// <summary>For the other papers: what a page adds is given to <see cref="With"/>.</summary>
    public static readonly Stylesheet Paper = new(EmbeddedText.Read("base.css") + EmbeddedText.Read("report.css") + EmbeddedText.Read("paper.css"));

    /// <summary>For the pages of the portal.</summary>
    public static readonly Stylesheet Portal = new(EmbeddedText.Read("base.css") + EmbeddedText.Read("portal.css"));

    private Stylesheet(string text)
    {
        Text = text;
        Sha256 = EmbeddedText.Sha256Of(text);
    }

    /// <summary>The rules, LF line ends.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text in base 64.</summary>
    public string Sha256 { get; }

    /// <summary>The source expression that allows this style element: <c>'sha256-…'</c>.</summary>
    public string PolicySource => $"'sha256-{Sha256}'";

    /// <summary>This style sheet with more rules at its end.</summary>
    public Stylesheet With(string rules) => new(Text + rules);
}
