using System.Text;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Consult;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>What is told and understood of a file from its name and its first bytes.</summary>
public sealed class DepositedFileTests
{
    [Theory]
    [InlineData("mars.xlsx", "mars.xlsx")]
    [InlineData(@"C:\Mes documents\mars.xlsx", "mars.xlsx")]
    [InlineData("../../etc/mars.csv", "mars.csv")]
    [InlineData("a\u0007b\u202Ec\n.csv", "abc.csv")]
    [InlineData("\u0007", "fichier")]
    [InlineData("", "fichier")]
    public void A_name_is_told_without_its_path_and_without_signs_that_nobody_sees(string given, string name) =>
        Assert.Equal(name, DepositedFile.Of(given, BinaryData.Empty).Name);

    [Fact]
    public void The_source_says_that_it_came_by_the_portal_and_fits()
    {
        Assert.Equal("Portail\u00A0: mars.xlsx", DepositedFile.Of("mars.xlsx", BinaryData.Empty).Source);
        Assert.Equal(100, DepositedFile.Of(new string('a', 200), BinaryData.Empty).Source.Length);
        Assert.Equal(99, DepositedFile.Of(new string('a', 89) + "\U0001F4C8.xlsx", BinaryData.Empty).Source.Length);
    }

    [Theory]
    [InlineData("mars.xlsx", "PK\u0003\u0004", MediaTypes.Xlsx)]
    [InlineData("mars.csv", "PK\u0003\u0004", MediaTypes.Xlsx)]
    [InlineData("mars", "PK\u0003\u0004", MediaTypes.Xlsx)]
    [InlineData("MARS.XLSX", "", MediaTypes.Xlsx)]
    [InlineData("mars.CSV", "Indicateur;Valeur", MediaTypes.Csv)]
    public void The_content_tells_the_format_before_the_name_does(string name, string content, string format) =>
        Assert.Equal(format, FileFormat.MediaTypeOf(name, Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("mars.pdf")]
    [InlineData("mars.json")]
    [InlineData("csv")]
    public void Any_other_format_is_refused(string name)
    {
        var refusal = Assert.Throws<RefusalException>(() => FileFormat.MediaTypeOf(name, "{}"u8));

        Assert.Equal((415, "file.type"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
    }
}
