using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Tests;

/// <summary>Lets a number of writes through, then nothing at all, like a process that was killed.</summary>
internal sealed class DyingTransport(int writes) : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();
    private int _left = writes;

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Live(message);
        _inner.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Live(message);
        return _inner.ProcessAsync(message);
    }

    private void Live(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get && --_left < 0)
        {
            throw new ProcessDied();
        }
    }
}

/// <summary>The process was killed.</summary>
internal sealed class ProcessDied : Exception;
