using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace Evaluation.Functions.Consult;

/// <summary>What a form of a page says.</summary>
public sealed class PortalForm
{
    /// <summary>The most that a form of short fields sends, in bytes.</summary>
    public const int Short = 8 * 1024;

    /// <summary>The most that a form of several texts sends, in bytes.</summary>
    public const int Long = 2 * 1024 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";

    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> _fields;

    private PortalForm(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> fields) => _fields = fields;

    /// <summary>A field; empty when the form has none of that name.</summary>
    public string this[string field] => _fields.GetValueOrDefault(field).ToString();

    /// <summary>Whether the form has a field, be it empty.</summary>
    public bool Has(string field) => _fields.ContainsKey(field);

    /// <summary>What must be there: the document whose tag the form holds, or none where it holds no tag.</summary>
    internal PutTerms Terms => this["tag"] is { Length: > 0 } tag
        ? PutTerms.Always with { IfMatch = [tag] }
        : PutTerms.Always with { IfNoneMatch = [PutTerms.Any] };

    /// <exception cref="RefusalException">415 when it is no form, 413 when it is longer than such a form of the portal.</exception>
    public static async Task<PortalForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken, int longest = Short) =>
        request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) is true
            ? new(QueryHelpers.ParseQuery((await Documents.ReadBodyAsync(request, longest, cancellationToken)).ToString()))
            : throw EdgeRefusals.FormMissing.Refused();
}
