using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Functions.Store;

/// <summary>An enumeration as the domain writes it, also as the name of a property.</summary>
internal sealed class CamelCaseName<T> : JsonConverter<T>, IShapedConverter
    where T : struct, Enum
{
    public WrittenShape Shape => new("string") { Words = [.. DomainCode.All<T>()] };

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DomainCode.TryParse<T>(reader.GetString(), out var value)
            ? value
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DomainCode.Of(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DomainCode.TryParse<T>(reader.GetString(), out var value) ? value : throw new JsonException();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(DomainCode.Of(value));
}

/// <summary>What the domain knows by a short name is written by it, never read back.</summary>
internal abstract class WrittenConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is written, never read.");
}

/// <summary>Nine digits.</summary>
internal sealed class SirenConverter : JsonConverter<Siren>, IShapedConverter
{
    public WrittenShape Shape => new("string") { Pattern = "^[0-9]{9}$" };

    public override Siren Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Siren.TryParse(reader.GetString(), out var siren) ? siren : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Siren value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>The canonical form: <c>2025-03</c>.</summary>
internal sealed class PeriodConverter : JsonConverter<Period>, IShapedConverter
{
    public WrittenShape Shape => new("string") { Pattern = "^20[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]|S[12]))?$" };

    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Who it is: <c>{"siren":"213801855","insee":"38185","name":"Grenoble"}</c>.</summary>
internal sealed class MemberConverter : WrittenConverter<Member>, IShapedConverter
{
    public WrittenShape Shape => new("object") { Members = [("siren", true), ("insee", false), ("name", true)] };

    public override void Write(Utf8JsonWriter writer, Member value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("siren", value.Siren.ToString());
        if (value.InseeCode is { } insee)
        {
            writer.WriteString("insee", insee);
        }

        writer.WriteString("name", value.Name);
        writer.WriteEndObject();
    }
}

/// <summary>The code alone: the catalogue says the rest.</summary>
internal sealed class DefinitionConverter : WrittenConverter<IndicatorDefinition>, IShapedConverter
{
    public WrittenShape Shape => new("string");

    public override void Write(Utf8JsonWriter writer, IndicatorDefinition value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
