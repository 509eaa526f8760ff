using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Evaluation.Functions.Store.Tables;

/// <summary>Writes entities as the service's JSON: a type that JSON does not show is annotated.</summary>
internal sealed class TableEntityWriter : IDisposable
{
    private const string TypeSuffix = "@odata.type";

    // Everything beyond ASCII is escaped: the emulator decodes a body chunk by chunk, and a character of several bytes
    // that straddles two chunks would be stored as something else.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Default,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;

    public TableEntityWriter() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>The JSON of one entity; good until the next call.</summary>
    /// <exception cref="ArgumentException">Its keys cannot be stored.</exception>
    public ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        TableKey.RequireStorable(entity.PartitionKey, nameof(entity));
        TableKey.RequireStorable(entity.RowKey, nameof(entity));
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        var properties = entity.Properties();
        while (properties.MoveNext())
        {
            var (name, value) = properties.Current;
            if (value is not null && name is not (TableEntity.TimestampName or TableEntity.ETagName))
            {
                WriteProperty(name, value);
            }
        }

        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();

    private void WriteProperty(string name, object value)
    {
        Span<byte> text = stackalloc byte[33];
        switch (value)
        {
            case string characters:
                _json.WriteString(name, characters);
                break;
            case bool truth:
                _json.WriteBoolean(name, truth);
                break;
            case int number:
                _json.WriteNumber(name, number);
                break;
            case long number:
                Annotate(name, "Edm.Int64"u8);
                number.TryFormat(text, out var digits, default, CultureInfo.InvariantCulture);
                _json.WriteString(name, text[..digits]);
                break;
            case double number:
                WriteDouble(name, number);
                break;
            case DateTimeOffset instant:
                Annotate(name, "Edm.DateTime"u8);
                instant.UtcDateTime.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
                _json.WriteString(name, text[..length]);
                break;
            case Guid id:
                Annotate(name, "Edm.Guid"u8);
                _json.WriteString(name, id);
                break;
            case byte[] bytes:
                Annotate(name, "Edm.Binary"u8);
                _json.WriteBase64String(name, bytes);
                break;
            default:
                throw new NotSupportedException($"Tables hold no {value.GetType().Name} (property {name}).");
        }
    }

    // JSON has no other number than finite ones.
    private void WriteDouble(string name, double number)
    {
        Annotate(name, "Edm.Double"u8);
        if (double.IsFinite(number))
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Annotate(string name, ReadOnlySpan<byte> type)
    {
        var length = name.Length + TypeSuffix.Length;
        Span<char> annotation = length <= 280 ? stackalloc char[280] : new char[length];
        name.CopyTo(annotation);
        TypeSuffix.CopyTo(annotation[name.Length..]);
        _json.WriteString(annotation[..length], type);
    }
}
