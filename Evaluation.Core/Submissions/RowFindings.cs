using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>Collects what is noticed about one row, with pointers into the body it came in.</summary>
internal sealed class RowFindings(SubmittedRow row)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasError => _findings.Exists(f => f.Severity == Severity.Error);

    public RowFindings Error(string code, string field, string message) => Add(code, Severity.Error, field, message);

    public RowFindings Warning(string code, string field, string message) => Add(code, Severity.Warning, field, message);

    private RowFindings Add(string code, Severity severity, string field, string message)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"/values/{row.Index}");
        _findings.Add(new Finding(code, severity, field.Length == 0 ? place : $"{place}/{field}", Typography.Fix(message)));
        return this;
    }
}
