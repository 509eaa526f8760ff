using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Periods;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Report;

/// <summary>What stands in the place of a SIREN or a period in a document that is read back.</summary>
public sealed class DomainConverterTests
{
    private static readonly JsonSerializerOptions Read = new() { Converters = { new SirenConverter(), new PeriodConverter() } };

    [Theory]
    [InlineData("213801855")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"213801856\"")]
    public void What_is_none_is_malformed_and_nothing_else(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Siren>(json, Read));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Period>(json, Read));
    }

    [Fact]
    public void What_is_one_is_read()
    {
        Assert.Equal("213801855", JsonSerializer.Deserialize<Siren>("\"213801855\"", Read).ToString());
        Assert.Equal("2025-03", JsonSerializer.Deserialize<Period>("\"2025-03\"", Read).ToString());
    }
}
