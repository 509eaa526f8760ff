using System.Text.Json;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Infra;

public sealed class StorageDeclarationTests(CompiledTemplate deployment)
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    private JsonElement Storage => deployment.Modules["storage"];

    [Fact]
    public void What_is_declared_is_what_the_code_names()
    {
        Assert.Equal(StorageNames.Tables, ListOf("tables"));
        Assert.Equal(StorageNames.Containers, ListOf("containers"));
        Assert.Equal(StorageNames.Queues, ListOf("queues"));
    }

    [Theory]
    [InlineData("tableServices/tables", "variables('tables')[copyIndex()]")]
    [InlineData("blobServices/containers", "concat(variables('containers'), createArray(parameters('packageContainer')))[copyIndex()]")]
    [InlineData("queueServices/queues", "variables('queues')[copyIndex()]")]
    [InlineData("queueServices/queues", "format('{0}-poison', variables('queues')[copyIndex()])")]
    public void Each_list_is_created_and_each_queue_has_its_poison_queue(string type, string name) => Assert.Single(
        Storage.GetProperty("resources").EnumerateArray(),
        r => r.GetProperty("type").GetString() == $"{Account}/{type}"
            && r.GetProperty("name").GetString() == $"[format('{{0}}/{{1}}/{{2}}', parameters('name'), 'default', {name})]");

    [Theory]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("allowCrossTenantReplication", "false")]
    [InlineData("minimumTlsVersion", "\"TLS1_2\"")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    public void The_account_is_closed(string property, string value) =>
        Assert.Equal(value, deployment.Resource("storage", Account).GetProperty("properties").GetProperty(property).GetRawText());

    [Fact]
    public void Containers_are_closed_and_keep_what_is_replaced()
    {
        var containers = deployment.Resource("storage", $"{Account}/blobServices/containers").GetProperty("properties");
        var blobs = deployment.Resource("storage", $"{Account}/blobServices").GetProperty("properties");

        Assert.Equal("None", containers.GetProperty("publicAccess").GetString());
        Assert.True(blobs.GetProperty("isVersioningEnabled").GetBoolean());
    }

    [Fact]
    public void No_rule_deletes_what_is_current()
    {
        var rules = deployment.Resource("storage", $"{Account}/managementPolicies")
            .GetProperty("properties").GetProperty("policy").GetProperty("rules").EnumerateArray();

        Assert.All(rules, rule => Assert.False(
            rule.GetProperty("definition").GetProperty("actions").TryGetProperty("baseBlob", out var current)
            && current.TryGetProperty("delete", out _)));
    }

    private IEnumerable<string> ListOf(string name) =>
        Storage.GetProperty("variables").GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
