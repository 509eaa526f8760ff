using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// A row of a table: two keys and properties by name. It is shaped like the TableEntity of Azure.Data.Tables, which
/// cannot be restored from every package source, so that the package can take its place.
/// </summary>
/// <remarks>
/// It takes the types the service stores: string, bool, int, long, double, Guid, byte[] and DateTimeOffset. A null is
/// a property left out. The service has no decimal: see <see cref="TableEntityDecimals"/>. As in Azure.Data.Tables
/// the keys, the timestamp and <c>odata.etag</c> are properties like the others.
/// </remarks>
internal sealed class TableEntity : IDictionary<string, object?>
{
    internal const string PartitionKeyName = "PartitionKey";
    internal const string RowKeyName = "RowKey";
    internal const string TimestampName = "Timestamp";
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> _properties = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>The partition key; empty when a query did not select it.</summary>
    public string PartitionKey
    {
        get => GetString(PartitionKeyName) ?? "";
        set => _properties[PartitionKeyName] = value;
    }

    /// <summary>The row key; empty when a query did not select it.</summary>
    public string RowKey
    {
        get => GetString(RowKeyName) ?? "";
        set => _properties[RowKeyName] = value;
    }

    /// <summary>When the service last wrote the entity; it sets this itself.</summary>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => _properties[TimestampName] = value;
    }

    /// <summary>The version of the entity as read; default for one that was not read.</summary>
    public ETag ETag
    {
        get => GetString(ETagName) is { } etag ? new ETag(etag) : default;
        set => _properties[ETagName] = value == default ? null : value.ToString("H");
    }

    public ICollection<string> Keys => _properties.Keys;

    public ICollection<object?> Values => _properties.Values;

    public int Count => _properties.Count;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>A property, or null where there is none.</summary>
    /// <exception cref="ArgumentException">The service has no such type.</exception>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] = Storable(key, value);
    }

    public string? GetString(string key) => (string?)Get(key, typeof(string));

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

    [SuppressMessage("Performance", "CA1819", Justification = "The name and type are those of Azure.Data.Tables.")]
    public byte[]? GetBinary(string key) => (byte[]?)Get(key, typeof(byte[]));

    /// <exception cref="ArgumentException">There is such a property, or the service has no such type.</exception>
    public void Add(string key, object? value) => _properties.Add(key, Storable(key, value));

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object? value) => _properties.TryGetValue(key, out value);

    public void Clear() => _properties.Clear();

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        _properties.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).Remove(item);

    /// <summary>The properties without the cost of an enumerator on the heap.</summary>
    internal Dictionary<string, object?>.Enumerator Properties() => _properties.GetEnumerator();

    private object? Get(string key, Type type) => _properties.GetValueOrDefault(key) switch
    {
        null => null,
        var value when value.GetType() == type => value,
        var value => throw new InvalidOperationException(
            $"Property {key} holds a {value.GetType().Name}, not a {type.Name}."),
    };

    private static object? Storable(string key, object? value) => value switch
    {
        null or string or bool or int or long or double or Guid or DateTimeOffset or byte[] => value,
        decimal => throw new ArgumentException($"Tables hold no decimal: set {key} with SetDecimal.", nameof(value)),
        _ => throw new ArgumentException($"Tables hold no {value.GetType().Name} (property {key}).", nameof(value)),
    };
}
