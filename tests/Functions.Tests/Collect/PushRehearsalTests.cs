using Evaluation.Core.Indicators;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect;

namespace Evaluation.Functions.Tests.Collect;

public sealed class PushRehearsalTests
{
    [Fact]
    public void What_is_rehearsed_is_a_push_that_is_accepted()
    {
        var (community, mutualisation, body) = PushRehearsal.Rehearsed();

        var batch = SubmissionFormats.Read(body);
        var row = Assert.Single(new SubmissionChecks(community, mutualisation, Catalogue.Standard, new DateOnly(2026, 6, 16)).Check(batch.Rows));


        Assert.True(row.IsAccepted);
    }
}
