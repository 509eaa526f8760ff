namespace Evaluation.Core.Indicators;

/// <summary>Whether a service supports the administration or serves inhabitants.</summary>
public enum ServiceNature
{
    /// <summary>Support: finance, IT, human resources…</summary>
    Fonctionnel,

    /// <summary>Policy: roads, planning, youth…</summary>
    Operationnel,

    /// <summary>Neither: the cross-service set of indicators.</summary>
    Transverse,
}
