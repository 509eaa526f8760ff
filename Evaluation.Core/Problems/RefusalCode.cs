using System.Globalization;
using System.Reflection;
using System.Text;
using Evaluation.Core.French;

namespace Evaluation.Core.Problems;

/// <summary>One code of the catalogue, with its one wording.</summary>
public sealed class RefusalCode
{
    private readonly CompositeFormat _wording;

    /// <summary>Declares a code: only the catalogue does.</summary>
    /// <param name="code">Stable, dotted, in English: programs rely on it. Listed in docs/api.md.</param>
    /// <param name="kind">Why it refuses.</param>
    /// <param name="wording">French sentence that says what is wrong and what to do, with <c>{0}</c> for what it is said of.</param>
    public RefusalCode(string code, RefusalKind kind, string wording)
    {
        Code = code;
        Kind = kind;
        _wording = CompositeFormat.Parse(wording);
    }

    /// <summary>As it is written in answers.</summary>
    public string Code { get; }

    /// <summary>Why it refuses, unless a place says otherwise.</summary>
    public RefusalKind Kind { get; }

    /// <summary>The sentence, with its French typography.</summary>
    /// <param name="about">What it is said of, as many as the wording has places.</param>
    /// <exception cref="ArgumentException">More or fewer are given.</exception>
    public string Say(params ReadOnlySpan<object?> about) => about.Length == _wording.MinimumArgumentCount
        ? Typography.Fix(string.Format(CultureInfo.InvariantCulture, _wording, about))
        : throw new ArgumentException($"{Code} is said of {_wording.MinimumArgumentCount}, not of {about.Length}.", nameof(about));

    /// <summary>The sentence as it is described, whatever it is said of: <c>…</c> stands there.</summary>
    public string Described => Say([.. Enumerable.Repeat<object?>("…", _wording.MinimumArgumentCount)]);

    /// <summary>The codes that a part of the catalogue declares, in no order.</summary>
    /// <param name="part">The part: its static fields.</param>
    public static IEnumerable<RefusalCode> DeclaredBy(Type part) => part
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(field => field.GetValue(null))
        .OfType<RefusalCode>();

    /// <summary>The refusal of a place.</summary>
    /// <param name="pointer">JSON pointer (RFC 6901) to it; empty for the whole.</param>
    /// <param name="about">What the sentence is said of.</param>
    /// <exception cref="ArgumentException">More or fewer are given.</exception>
    public Refusal At(string pointer, params ReadOnlySpan<object?> about) =>
        new(Code, pointer, Say(about)) { Kind = Kind };
}
