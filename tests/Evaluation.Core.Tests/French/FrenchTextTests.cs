using System.Globalization;
using Evaluation.Core.French;

namespace Evaluation.Core.Tests.French;

public sealed class FrenchTextTests
{
    [Theory]
    [InlineData("0", "commune")]
    [InlineData("1", "commune")]
    [InlineData("1.99", "commune")]
    [InlineData("-1", "commune")]
    [InlineData("2", "communes")]
    [InlineData("-2", "communes")]
    public void The_plural_starts_at_two(string count, string expected) => Assert.Equal(
        expected,
        FrenchText.Plural(decimal.Parse(count, CultureInfo.InvariantCulture), "commune", "communes"));

    [Fact]
    public void A_count_stays_with_its_noun()
    {
        Assert.Equal("0\u00A0commune", FrenchText.Count(0, "commune", "communes"));
        Assert.Equal("3\u00A0communes", FrenchText.Count(3, "commune", "communes"));
        Assert.Equal("9\u202F286\u00A0dossiers", FrenchText.Count(9286, "dossier", "dossiers"));
    }

    [Fact]
    public void No_count_is_said_in_words() => Assert.Equal(
        ["aucune n’est réalisée", "1\u00A0est réalisée", "2\u00A0sont réalisées"],
        new[] { 0, 1, 2 }.Select(n => FrenchText.CountOrNone(n, "aucune n’est réalisée", "est réalisée", "sont réalisées")));

    [Theory]
    [InlineData("1.94", "1,9\u00A0part")]
    [InlineData("1.96", "2,0\u00A0parts")]
    [InlineData("-1.7", "\u22121,7\u00A0part")]
    [InlineData("-7.5", "\u22127,5\u00A0parts")]
    [InlineData("0", "0,0\u00A0part")]
    public void A_quantity_agrees_as_it_is_shown(string value, string expected) =>
        Assert.Equal(expected, FrenchQuantity.Of(decimal.Parse(value, CultureInfo.InvariantCulture), 1, "part", "parts"));

    [Fact]
    public void Euros_rule_their_verb()
    {
        Assert.Equal("1,99\u00A0€ est affecté", FrenchQuantity.Euros(1.99m, "est affecté", "sont affectés"));
        Assert.Equal("2,00\u00A0€ sont affectés", FrenchQuantity.Euros(2, "est affecté", "sont affectés"));
        Assert.Equal("1,5\u00A0unité", FrenchQuantity.OfShort(1.5m, 4, "unité", "unités"));
    }

    [Fact]
    public void Only_the_first_ordinal_has_a_gender()
    {
        Assert.Equal(["1er", "2e", "21e"], new[] { 1, 2, 21 }.Select(FrenchText.Ordinal));
        Assert.Equal(["1re", "2e", "21e"], new[] { 1, 2, 21 }.Select(FrenchText.OrdinalFeminine));
        Assert.Throws<ArgumentOutOfRangeException>(() => FrenchText.Ordinal(0));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Vif", "Vif")]
    [InlineData("Vif et Claix", "Vif", "Claix")]
    [InlineData("Vif, Claix et Jarrie", "Vif", "Claix", "Jarrie")]
    public void A_list_ends_with_et(string expected, params string[] words) =>
        Assert.Equal(expected, FrenchText.List([.. words.Where(word => word.Length > 0)]));

    [Theory]
    [InlineData("", "")]
    [InlineData("xlsx", "xlsx")]
    [InlineData("json, xlsx ou docx", "json", "xlsx", "docx")]
    public void A_choice_ends_with_ou(string expected, params string[] words) =>
        Assert.Equal(expected, FrenchText.Either([.. words.Where(word => word.Length > 0)]));

    [Theory]
    [InlineData("Grenoble", "de Grenoble")]
    [InlineData("Échirolles", "d’Échirolles")]
    [InlineData("Eybens", "d’Eybens")]
    [InlineData("Œuilly", "d’Œuilly")]
    // articles
    [InlineData("Le Pont-de-Claix", "du Pont-de-Claix")]
    [InlineData("Les Avenières", "des Avenières")]
    [InlineData("La Tronche", "de La Tronche")]
    [InlineData("L'Isle-d'Abeau", "de L’Isle-d’Abeau")]
    [InlineData("Lespinasse", "de Lespinasse")]
    // h and y
    [InlineData("Herbeys", "d’Herbeys")]
    [InlineData("Huez", "d’Huez")]
    [InlineData("Haguenau", "de Haguenau")]
    [InlineData("Houilles", "de Houilles")]
    [InlineData("Yvetot", "d’Yvetot")]
    [InlineData("Yenne", "de Yenne")]
    [InlineData("Y", "de Y")]
    [InlineData("", "de ")]
    public void De_elides_and_contracts(string name, string expected) => Assert.Equal(expected, FrenchText.De(name));
}
