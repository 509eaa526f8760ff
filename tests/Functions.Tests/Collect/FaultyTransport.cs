using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>Where, around a write, a process dies.</summary>
internal enum DeathMoment
{
    /// <summary>The write does not reach storage.</summary>
    BeforeTheWrite,

    /// <summary>Storage did the write; its answer reaches nobody.</summary>
    AfterTheWrite,
}

/// <summary>Lets a number of writes through, then nothing at all, like a process that was killed.</summary>
internal sealed class FaultyTransport(int writes, DeathMoment moment) : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();
    private int _left = writes;
    private bool _dead;

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app never blocks on storage.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var kills = false;
        lock (_inner)
        {
            if (_dead)
            {
                throw new ProcessDied();
            }

            if (message.Request.Method != RequestMethod.Get && --_left < 0)
            {
                _dead = kills = true;
                if (moment == DeathMoment.BeforeTheWrite)
                {
                    throw new ProcessDied();
                }
            }
        }

        await _inner.ProcessAsync(message);
        if (kills)
        {
            throw new ProcessDied();
        }
    }
}

/// <summary>The process was killed.</summary>
internal sealed class ProcessDied : Exception;
