using System.Text.RegularExpressions;

namespace Evaluation.Functions.Tests.Infra;

public sealed class AppDeclarationTests(CompiledTemplate deployment)
{
    [Theory]
    [InlineData("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b")]
    [InlineData("Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88")]
    [InlineData("Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3")]
    public void The_app_may_use_its_storage(string role, string id) => Assert.Equal(
        id, deployment.Modules["access"].GetProperty("variables").GetProperty("storageRoles").GetProperty(role).GetString());

    [Fact]
    public void Roles_are_given_in_one_module_only() => Assert.Equal(
        ["access"],
        deployment.Modules.Where(m => m.Value.GetRawText().Contains("Microsoft.Authorization/roleAssignments\"", StringComparison.Ordinal)).Select(m => m.Key));

    [Fact]
    public void The_app_is_an_isolated_worker_reached_by_https_only()
    {
        var app = deployment.Resource("app", "Microsoft.Web/sites").GetProperty("properties");
        var plan = deployment.Resource("app", "Microsoft.Web/serverfarms").GetProperty("sku");
        var runtime = app.GetProperty("functionAppConfig").GetProperty("runtime");

        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.GetProperty("name").GetString(), runtime.GetProperty("version").GetString()));
        Assert.Equal(("FC1", "FlexConsumption"), (plan.GetProperty("name").GetString(), plan.GetProperty("tier").GetString()));
        Assert.True(app.GetProperty("httpsOnly").GetBoolean());
    }

    [Fact]
    public void Flex_is_not_given_settings_it_refuses() =>
        Assert.Empty(DeclaredSettings.Of(deployment).Intersect(
            ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "AzureWebJobsStorage"]));

    [Fact]
    public void No_secret_is_written_into_a_setting()
    {
        var app = deployment.Modules["app"];

        Assert.DoesNotContain("listKeys", app.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Matches("'Security__BootstrapAdminKey', 'value', format\\('@Microsoft\\.KeyVault\\(", Regex.Unescape(app.GetRawText()));
        Assert.DoesNotContain(app.GetProperty("parameters").EnumerateObject(), p => p.Value.GetProperty("type").GetString() is "securestring" or "secureObject");
    }

    [Fact]
    public void No_address_is_left_out_of_sign_in()
    {
        // Headers that name a person are taken off by the platform only where sign-in runs.
        var validation = deployment.Resource("signIn", "Microsoft.Web/sites/config").GetProperty("properties").GetProperty("globalValidation");

        Assert.False(validation.TryGetProperty("excludedPaths", out _));
        Assert.Equal("AllowAnonymous", validation.GetProperty("unauthenticatedClientAction").GetString());
    }
}

/// <summary>The names of the settings that the deployed app is given.</summary>
internal static partial class DeclaredSettings
{
    public static IEnumerable<string> Of(CompiledTemplate deployment) =>
        Named().Matches(deployment.Modules["app"].GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal)).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"createObject\('name', '([A-Z]\w+)'")]
    private static partial Regex Named();
}
