using Evaluation.Core.French;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.French;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("cible : 95 % ; ok !", "cible\u00A0: 95\u00A0%\u202F; ok\u202F!")]
    [InlineData("cible: 95%; ok!", "cible\u00A0: 95\u00A0%\u202F; ok\u202F!")]
    [InlineData("vraiment ?!", "vraiment\u202F?!")]
    [InlineData("(vraiment ?)", "(vraiment\u202F?)")]
    [InlineData("(?)", "(?)")]
    [InlineData("« n.d. »", "«\u00A0n.d.\u00A0»")]
    [InlineData("«n.d.»", "«\u00A0n.d.\u00A0»")]
    [InlineData("l'offre d'Échirolles", "l’offre d’Échirolles")]
    // figures
    [InlineData("1 559 507,61 €", "1\u202F559\u202F507,61\u00A0€")]
    [InlineData("12,5 k€ et 3 M€", "12,5\u00A0k€ et 3\u00A0M€")]
    [InlineData("en 2025 100 communes", "en 2025 100 communes")]
    [InlineData("le 15 mars 2025", "le 15\u00A0mars 2025")]
    [InlineData("1er mai, 3 marsouins", "1er\u00A0mai, 3 marsouins")]
    // left alone
    [InlineData("à 14:32 précises", "à 14:32 précises")]
    [InlineData("https://a.fr/x?y=1;z:2 !", "https://a.fr/x?y=1;z:2\u202F!")]
    [InlineData("www.a.fr?l'x", "www.a.fr?l'x")]
    [InlineData("clé:valeur;autre", "clé:valeur;autre")]
    [InlineData("", "")]
    public void Text_gets_its_French_spaces(string typed, string expected) =>
        Assert.Equal(expected, Typography.Fix(typed));

    [Fact]
    public void Fixing_twice_is_fixing_once()
    {
        var pieces = Gen.Elements(
            "a", "12", "345", " ", "\u00A0", "\u202F", ";", "!", "?", ":", "«", "»", "%", "€", "k€", "'", "(", ")",
            "1er", "mars", "https://", "\n");
        var texts = Gen.ListOf(pieces).Select(string.Concat).ToArbitrary();

        Prop.ForAll(texts, text => Typography.Fix(Typography.Fix(text)) == Typography.Fix(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Fixing_changes_nothing_but_spaces_and_apostrophes() => Prop.ForAll<NonNull<string>>(text =>
        Bare(Typography.Fix(text.Get)) == Bare(text.Get.Replace('\'', '’'))).HoldsOnTheSameCases();

    private static string Bare(string text) =>
        string.Concat(text.Where(c => c is not (' ' or '\u00A0' or '\u202F' or '\'' or '’')));
}
