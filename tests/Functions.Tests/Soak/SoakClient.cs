using System.Globalization;
using System.Text;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>
/// A sender: draws pushes, sends each until it is answered under its Idempotency-Key, and sends some again after that.
/// A push without a key is sent once.
/// </summary>
internal sealed class SoakClient(HttpClient http, int seed, string name)
{
    private const int MostTries = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Draws _draws = new(seed);

    /// <summary>What was sent.</summary>
    public List<SoakPush> Pushes { get; } = [];

    /// <summary>Answers that no sender should ever see.</summary>
    public List<string> Strange { get; } = [];

    public async Task RunAsync(int most, Func<bool> goesOn, CancellationToken cancellationToken)
    {
        for (var number = 0; number < most && goesOn(); number++)
        {
            var push = SoakPush.Draw(_draws, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
            Pushes.Add(push);
            var times = push.Key is not null && _draws.Happens(200) ? 2 : 1;
            for (var time = 0; time < times; time++)
            {
                await SendAsync(push, cancellationToken);
            }
        }
    }

    private async Task SendAsync(SoakPush push, CancellationToken cancellationToken)
    {
        for (var tries = 1; !await IsAnsweredAsync(push, cancellationToken) && push.Key is not null; tries++)
        {
            if (tries == MostTries)
            {
                Strange.Add($"{push.Key}: no answer after {MostTries} tries");
                return;
            }

            await Task.Delay(Patience, cancellationToken);
        }
    }

    private async Task<bool> IsAnsweredAsync(SoakPush push, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{SoakService.Address}/values{push.Query}");
        request.Content = new StringContent(push.Body, Encoding.UTF8, "application/json");
        if (push.Key is { } key)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            switch ((int)answer.StatusCode)
            {
                case 200 or 422 when text.Contains("\"submissionId\"", StringComparison.Ordinal):
                    push.Answers.Add(text);
                    return true;
                case 503 when text.Contains("\"storage.unavailable\"", StringComparison.Ordinal):
                    push.Lost++;
                    return false;
                case 502:
                    // The worker was killed under way: the host says so in its place.
                    push.Lost++;
                    return false;
                default:
                    Strange.Add($"{push.Key} {push.Query}: {(int)answer.StatusCode} {text}");
                    return true;
            }
        }
        catch (HttpRequestException)
        {
            push.Lost++;
            return false;
        }
    }
}
