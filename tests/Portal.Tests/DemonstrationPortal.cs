using Evaluation.Local;
using Evaluation.Portal.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemonstrationPortal))]

namespace Evaluation.Portal.Tests;

/// <summary>The demonstration, loaded as a newcomer loads it, and a real browser in front of it.</summary>
public sealed class DemonstrationPortal : IAsyncLifetime
{
    private static readonly string[] Browsers =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] BrowserOptions =
    [
        "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("portal-tests-");
    private LocalSession? _session;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A browser is part of what is tested: CI has one, a machine without one says so.</summary>
    public static bool HasBrowser => Array.Exists(Browsers, File.Exists);

    public Uri Address => _session?.Address ?? throw new InvalidOperationException("The fixture has not started.");

    public async ValueTask InitializeAsync()
    {
        if (!HasBrowser)
        {
            return;
        }

        _session = await LocalSession.StartDemonstrationAsync(_data.FullName, TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Array.Find(Browsers, File.Exists),
            Args = BrowserOptions,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>A page of the portal at a width, once loaded.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280)
    {
        var required = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(HasBrowser || required, "Chromium is not installed: pages are not tested.");
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
        return page;
    }
}
