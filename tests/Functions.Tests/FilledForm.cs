using AngleSharp.Html.Dom;

namespace Evaluation.Functions.Tests;

/// <summary>A form of a page as a person fills it in: what stands in it is sent along.</summary>
internal static class FilledForm
{
    /// <summary>What a browser sends.</summary>
    /// <param name="form">As it stands on the page.</param>
    /// <param name="written">What is written over that, by the name of a field of the form.</param>
    /// <param name="pressed">The value of the button, by its name; null for one that has none.</param>
    public static string Of(IHtmlFormElement form, IReadOnlyDictionary<string, string> written, KeyValuePair<string, string>? pressed = null)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Where(e => e.HasAttribute("name") && e is not IHtmlButtonElement).ToDictionary(
            e => e.GetAttribute("name")!,
            e => e switch { IHtmlInputElement i => i.Value, IHtmlTextAreaElement t => t.Value, IHtmlSelectElement s => s.Value ?? "", _ => "" },
            StringComparer.Ordinal);
        foreach (var (name, text) in written)
        {
            Assert.True(fields.ContainsKey(name), name);
            fields[name] = text;
        }

        return string.Join('&', fields.Concat(pressed is { } button ? [button] : []).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
    }
}
