using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What became of the rows of a submission, in words.</summary>
public sealed class CountWordsTests
{
    [Theory]
    [InlineData(0, "5 lignes reçues : 1 créée, 0 modifiée, 4 inchangées, 0 refusée.")]
    [InlineData(1, "5 lignes reçues : 1 créée, 0 modifiée, 3 inchangées, 1 dépassée par un envoi plus récent, 0 refusée.")]
    [InlineData(2, "5 lignes reçues : 1 créée, 0 modifiée, 2 inchangées, 2 dépassées par un envoi plus récent, 0 refusée.")]
    public void A_row_that_a_later_submission_overtook_is_not_told_as_one_that_changes_nothing(int superseded, string words) =>
        Assert.Equal(words, CountWords.Of(new SubmissionCounts(5, 1, 0, 4 - superseded, superseded, 0, 0, 0)).Replace('\u00A0', ' '));
}
