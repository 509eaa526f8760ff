using System.Text.Json;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Report;

namespace Evaluation.Functions.Tests.Report;

public sealed class BaseRecordsTests
{
    [Fact]
    public void Every_part_of_a_declaration_has_its_French_name_and_no_other_part_has()
    {
        Assert.Equal(PartsOf<CommunityDocument>(), BaseRecords.OfCommunity.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(PartsOf<MutualisationDocument>(), BaseRecords.OfMutualisation.Keys.Order(StringComparer.Ordinal));

        static IEnumerable<string> PartsOf<T>() =>
            typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal);
    }
}
