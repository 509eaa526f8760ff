using System.Text;
using Evaluation.Functions.Tests.Soak;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Whatever the form of a deposit holds, the answer is a page; what is only checked is not written.</summary>
[Collection(Hostility.Name)]
public sealed class HostileDepositTests(HostileApp app)
{
    private const string Page = $"/portal/communities/{SoakService.Siren}/mutualisations/{SoakService.Id}/deposit";
    private const string Type = "multipart/form-data; boundary=b";
    private const int Changes = 97;

    private static readonly byte[] Rows = Encoding.UTF8.GetBytes("Indicateur;Membre;Période;Valeur\nADS-01;38185;2025-03;42\n");

    [Theory]
    [MemberData(nameof(HostileRequestTests.Files), MemberType = typeof(HostileRequestTests))]
    public async Task A_file_of_any_kind_is_answered_by_a_page(string name, string type, byte[] file)
    {
        var before = await app.StoredAsync();

        foreach (var action in new[] { "check", "annotate" })
        {
            var answer = await app.SendAsync("POST", Page, Form(action, type == "text/csv" ? "a.csv" : "a.xlsx", file), Type);

            Assert.True(answer.Status < 500, $"{name}: {answer.Status} {answer.Text}");
            Assert.Null(answer.Fault(Encoding.UTF8.GetString(file)));
        }

        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_form_that_is_cut_or_changed_anywhere_is_answered_by_a_page()
    {
        var before = await app.StoredAsync();
        var sound = Form("check", "a.csv", Rows);
        var faults = new List<string>();
        for (var at = 0; at < sound.Length; at++)
        {
            var changed = sound.ToArray();
            changed[at] = (byte)((changed[at] + Changes) % (byte.MaxValue + 1));
            foreach (var body in new[] { sound[..at], changed })
            {
                var answer = await app.SendAsync("POST", Page, body, Type);
                if (answer.Fault(Encoding.UTF8.GetString(body)) is { } fault)
                {
                    faults.Add(FormattableString.Invariant($"{at}: {answer.Status} {fault}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.Equal(before, await app.StoredAsync());
    }

    private static byte[] Form(string action, string name, byte[] file) =>
    [
        .. Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n"),
        .. file,
        .. Encoding.UTF8.GetBytes($"\r\n--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nÀ vérifier\r\n--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\n{action}\r\n--b--\r\n"),
    ];
}
