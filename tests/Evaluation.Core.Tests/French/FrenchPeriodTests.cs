using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Tests.French;

public sealed class FrenchPeriodTests
{
    [Theory]
    [InlineData("2025-03", "mars", "mars 2025", "mars 2025", "de mars 2025")]
    [InlineData("2025-04", "avril", "avril 2025", "avril 2025", "d’avril 2025")]
    [InlineData("2025-08", "août", "août 2025", "août 2025", "d’août 2025")]
    [InlineData("2025-10", "octobre", "octobre 2025", "octobre 2025", "d’octobre 2025")]
    [InlineData("2025-Q1", "1er trimestre", "1er trimestre 2025", "le 1er trimestre 2025", "du 1er trimestre 2025")]
    [InlineData("2025-S2", "2e semestre", "2e semestre 2025", "le 2e semestre 2025", "du 2e semestre 2025")]
    [InlineData("2025", "année", "année 2025", "l’année 2025", "de l’année 2025")]
    public void A_period_is_named_as_its_sentence_takes_it(
        string written, string inItsYear, string alone, string withArticle, string after)
    {
        Assert.True(Period.TryParse(written, out var period));
        Assert.Equal(inItsYear, FrenchPeriod.InItsYear(period));
        Assert.Equal(alone, FrenchPeriod.InWords(period));
        Assert.Equal(withArticle, FrenchPeriod.WithArticle(period));
        Assert.Equal(after, FrenchPeriod.De(period));
    }
}
