using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Infra;

public sealed class StorageDeclarationTests
{
    private static readonly BicepFile Storage = BicepFile.Module("storage");

    [Fact]
    public void What_is_declared_is_what_the_code_names()
    {
        Assert.Equal(StorageNames.Tables, Storage.ListOf("tables"));
        Assert.Equal(StorageNames.Containers, Storage.ListOf("containers"));
        Assert.Equal(StorageNames.Queues, Storage.ListOf("queues"));
    }

    [Fact]
    public void Each_list_is_created_and_each_queue_has_its_poison_queue()
    {
        Assert.Contains("for table in tables: {", Storage.Text, StringComparison.Ordinal);
        Assert.Contains("for container in concat(containers, [packageContainer]): {", Storage.Text, StringComparison.Ordinal);
        Assert.Equal(3, Storage.Text.Split("for queue in queues: {").Length);
        Assert.Contains(
            $"name: '{Functions.Hosting.PoisonQueue.NameFor("${queue}")}'", Storage.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allowSharedKeyAccess: false")]
    [InlineData("allowBlobPublicAccess: false")]
    [InlineData("allowCrossTenantReplication: false")]
    [InlineData("minimumTlsVersion: 'TLS1_2'")]
    [InlineData("supportsHttpsTrafficOnly: true")]
    [InlineData("publicAccess: 'None'")]
    [InlineData("isVersioningEnabled: true")]
    public void The_account_is_closed_and_keeps_what_is_replaced(string declared) =>
        Assert.Contains(declared, Storage.Text, StringComparison.Ordinal);

    [Fact]
    public void No_rule_deletes_what_is_current()
    {
        var actions = Storage.Text.Split("baseBlob: {").Skip(1).Select(text => text[..text.IndexOf('}', StringComparison.Ordinal)]);

        Assert.All(actions, action => Assert.DoesNotContain("delete", action, StringComparison.Ordinal));
    }
}
