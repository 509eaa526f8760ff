using System.Text.Json;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// The property names of the entities of one answer. The rows of a page mostly repeat the same names in the same
/// order, so each name is decoded once instead of a thousand times.
/// </summary>
internal sealed class TablePropertyNames
{
    private const string TypeSuffix = "@odata.type";

    private readonly List<Entry> _entries = [];
    private int _next;

    /// <summary>The next name read is probably the first one again.</summary>
    public void StartEntity() => _next = 0;

    /// <summary>The name the reader stands on.</summary>
    public Entry Read(ref Utf8JsonReader json)
    {
        for (var i = _next; i < _entries.Count; i++)
        {
            if (json.ValueTextEquals(_entries[i].Written))
            {
                _next = i + 1;
                return _entries[i];
            }
        }

        var entry = Entry.Of(json.GetString()!);
        _entries.Insert(_next, entry);
        _next++;
        return entry;
    }

    /// <param name="Written">As in the JSON.</param>
    /// <param name="Name">The property meant.</param>
    /// <param name="IsType">Whether it announces the type of that property.</param>
    /// <param name="IsStored">Whether its value belongs to the entity.</param>
    internal sealed record Entry(string Written, string Name, bool IsType, bool IsStored)
    {
        public static Entry Of(string written)
        {
            var isType = written.EndsWith(TypeSuffix, StringComparison.Ordinal);
            var isAnnotation = isType || written.StartsWith("odata.", StringComparison.Ordinal);
            return new(
                written,
                isType ? written[..^TypeSuffix.Length] : written,
                isType,
                !isAnnotation || written == TableEntity.ETagName);
        }
    }
}
