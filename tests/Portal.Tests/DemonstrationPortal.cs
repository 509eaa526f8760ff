using System.Globalization;
using System.Text;
using Evaluation.Local;
using Evaluation.Portal.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemonstrationPortal))]

namespace Evaluation.Portal.Tests;

/// <summary>The demonstration, run as a newcomer runs it, and a real browser in front of it.</summary>
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
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port = FreePorts.Take(1)[0];
    private Task<int>? _run;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static bool HasBrowser => Array.Exists(Browsers, File.Exists);

    private static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    private string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    public async ValueTask InitializeAsync()
    {
        if (!HasBrowser && !IsRequired)
        {
            return;
        }

        var output = new WaitingWriter("Portail");
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        string[] args =
            ["--data", _data.FullName, "--reset", "--port", _port.ToString(CultureInfo.InvariantCulture)];
        _run = LocalRun.RunAsync(args, output, errors, _stop.Token);
        if (await Task.WhenAny(_run, output.Seen) == _run)
        {
            throw new InvalidOperationException($"The demonstration ended at once: {errors}");
        }

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
        await _stop.CancelAsync();
        if (_run is not null)
        {
            await _run;
        }

        _stop.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>A page of the portal at a width, loaded without any complaint of the browser.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, int expectedStatus = 200)
    {
        Assert.SkipUnless(HasBrowser || IsRequired, "Chromium is not installed: pages are not tested here.");
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Locale = "fr-FR",
        });
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        var answer = await page.GotoAsync(path);
        Assert.Equal(expectedStatus, answer!.Status);
        Assert.True(expectedStatus != 200 || complaints.Count == 0, string.Join('\n', complaints));
        return page;
    }

    /// <summary>Ends a wait when a word has been written.</summary>
    private sealed class WaitingWriter(string word) : StringWriter(CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(word, StringComparison.Ordinal) == true)
            {
                _seen.TrySetResult();
            }
        }
    }
}
