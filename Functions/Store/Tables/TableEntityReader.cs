using System.Globalization;
using System.Text.Json;

namespace Evaluation.Functions.Store.Tables;

/// <summary>Reads entities from the service's JSON with minimal metadata.</summary>
internal ref struct TableEntityReader
{
    private readonly TablePropertyNames _names = new();
    private Utf8JsonReader _json;

    private TableEntityReader(ReadOnlySpan<byte> json) => _json = new Utf8JsonReader(json);

    /// <exception cref="JsonException">No entity.</exception>
    public static TableEntity ReadEntity(ReadOnlySpan<byte> json)
    {
        var reader = new TableEntityReader(json);
        reader.Move(JsonTokenType.StartObject);
        return reader.ReadProperties();
    }

    /// <exception cref="JsonException">No page of entities.</exception>
    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> json)
    {
        var reader = new TableEntityReader(json);
        reader.Move(JsonTokenType.StartObject);
        while (reader._json.Read() && reader._json.TokenType == JsonTokenType.PropertyName)
        {
            if (reader._json.ValueTextEquals("value"u8))
            {
                return reader.ReadArray();
            }

            reader._json.Skip();
        }

        throw new JsonException("A page of entities has no value.");
    }

    private List<TableEntity> ReadArray()
    {
        var entities = new List<TableEntity>();
        Move(JsonTokenType.StartArray);
        while (_json.Read() && _json.TokenType == JsonTokenType.StartObject)
        {
            entities.Add(ReadProperties());
        }

        return entities;
    }

    private TableEntity ReadProperties()
    {
        var entity = new TableEntity();
        _names.StartEntity();
        string? annotated = null;
        string? type = null;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _names.Read(ref _json);
            _json.Read();
            if (name.IsType)
            {
                (annotated, type) = (name.Name, _json.GetString());
            }
            else if (name.IsStored && _json.TokenType != JsonTokenType.Null)
            {
                entity[name.Name] = ReadValue(name.Name, annotated == name.Name ? type : null);
            }
            else
            {
                _json.Skip();
            }
        }

        return entity;
    }

    private readonly object ReadValue(string name, string? type) => _json.TokenType switch
    {
        JsonTokenType.String when name == TableEntity.TimestampName => _json.GetDateTimeOffset(),
        JsonTokenType.String => type switch
        {
            null or "Edm.String" => _json.GetString()!,
            "Edm.Int64" => long.Parse(_json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Edm.DateTime" => _json.GetDateTimeOffset(),
            "Edm.Guid" => _json.GetGuid(),
            "Edm.Binary" => _json.GetBytesFromBase64(),
            "Edm.Double" => double.Parse(_json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => throw new JsonException($"Property {name} has the unknown type {type}."),
        },
        JsonTokenType.Number => type switch
        {
            "Edm.Int64" => (object)_json.GetInt64(),
            null or "Edm.Int32" when _json.TryGetInt32(out var number) => number,
            _ => _json.GetDouble(),
        },
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        var token => throw new JsonException($"Property {name} holds a {token}."),
    };

    private void Move(JsonTokenType expected)
    {
        if (!_json.Read() || _json.TokenType != expected)
        {
            throw new JsonException($"The service's JSON has no {expected} where one belongs.");
        }
    }
}
