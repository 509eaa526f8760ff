using System.Text.RegularExpressions;

namespace Evaluation.Functions.Tests.Infra;

public sealed class AppDeclarationTests
{
    private static readonly BicepFile App = BicepFile.Module("app");

    [Theory]
    [InlineData("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b")]
    [InlineData("Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88")]
    [InlineData("Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3")]
    public void The_app_may_use_its_storage(string role, string id) =>
        Assert.Contains($"'{role}': '{id}'", BicepFile.Module("access").Text, StringComparison.Ordinal);

    [Fact]
    public void Roles_are_given_in_one_module_only()
    {
        var giving = BicepFile.Templates
            .Where(file => file.Text.Contains("Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file.Path));

        Assert.Equal(["access.bicep"], giving);
    }

    [Fact]
    public void The_app_is_an_isolated_worker_reached_by_https_only()
    {
        Assert.Matches(@"runtime: \{\s+name: 'dotnet-isolated'\s+version: '10\.0'", App.Text);
        Assert.Matches(@"name: 'FC1'\s+tier: 'FlexConsumption'", App.Text);
        Assert.Contains("httpsOnly: true", App.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Flex_is_not_given_settings_it_refuses() =>
        Assert.Empty(App.SettingNames.Intersect(
            ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "AzureWebJobsStorage"]));

    [Fact]
    public void No_secret_is_written_into_a_setting()
    {
        Assert.DoesNotContain("listKeys", App.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"name: 'Security__BootstrapAdminKey'\s+value: '@Microsoft\.KeyVault\(", App.Text);
        Assert.DoesNotContain(App.Parameters, parameter => parameter.IsSecure);
    }

    [Fact]
    public void No_address_is_left_out_of_sign_in()
    {
        // Headers that name a person are taken off by the platform only where sign-in runs.
        var signIn = BicepFile.Module("sign-in").Text;
        Assert.DoesNotMatch(new Regex("^ *excludedPaths:", RegexOptions.Multiline), signIn);
        Assert.Contains("unauthenticatedClientAction: 'AllowAnonymous'", signIn, StringComparison.Ordinal);
    }
}
