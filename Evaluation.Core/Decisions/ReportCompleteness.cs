using Evaluation.Core.French;

namespace Evaluation.Core.Decisions;

/// <summary>What came of the values that were due when a version was made.</summary>
/// <param name="Received">Values that came.</param>
/// <param name="Expected">Values due.</param>
public sealed record ReportCompleteness(int Received, int Expected)
{
    /// <summary>Whether less than 80 % came, exactly: 79,96 % is less. Nothing due is not weak.</summary>
    public bool IsWeak => Received < Expected * Assessments.Facts.Received.Enough;

    /// <summary>« 12 valeurs reçues sur 20 attendues ».</summary>
    public string InWords =>
        $"{FrenchText.Count(Received, "valeur reçue", "valeurs reçues")} sur {FrenchText.Count(Expected, "attendue", "attendues")}";
}
