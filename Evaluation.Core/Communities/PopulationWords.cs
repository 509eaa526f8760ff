namespace Evaluation.Core.Communities;

/// <summary>Counts of inhabitants in French.</summary>
public static class PopulationWords
{
    /// <summary>« population municipale », « population totale », « population DGF ».</summary>
    public static string Label(this PopulationKind kind) => kind switch
    {
        PopulationKind.Municipale => "population municipale",
        PopulationKind.Totale => "population totale",
        PopulationKind.Dgf => "population DGF",
    };
}
