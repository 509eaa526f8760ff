using System.Globalization;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>Collects what is noticed about one row, with pointers into the body it came in.</summary>
internal sealed class RowFindings(SubmittedRow row)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasError => _findings.Exists(f => f.Severity == Severity.Error);

    public RowFindings Error(RefusalCode code, string field, params ReadOnlySpan<object?> about) => Error(code.At("", about), field);

    public RowFindings Error(Refusal said, string field) => Add(Severity.Error, said, field);

    public RowFindings Warning(Refusal said, string field) => Add(Severity.Warning, said, field);

    private RowFindings Add(Severity severity, Refusal said, string field)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"/values/{row.Index}");
        _findings.Add(new Finding(said.Code, severity, field.Length == 0 ? place : $"{place}/{field}", said.Message));
        return this;
    }
}
