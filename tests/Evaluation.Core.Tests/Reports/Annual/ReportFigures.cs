using System.Collections;
using System.Reflection;
using Evaluation.Core.Aggregation;
using Evaluation.Core.Reports;

namespace Evaluation.Core.Tests.Reports.Annual;

/// <summary>Every number that a part of a report holds, whatever property it stands in: what is added to the model is found too.</summary>
internal static class ReportFigures
{
    // How figures are shown, which years they are of, and what has no table: a unit cost, a rest of bars and the
    // weights of a key are words, a quantity is what its units count, the days of a split are those of the perimeter.
    private static readonly HashSet<string> NoFigures =
    [
        nameof(IndicatorLine.Decimals), nameof(IndicatorLine.ChangeDecimals), nameof(UsesFigure.UnitDecimals), nameof(UsesFigure.Year),
        nameof(SavingsFigure.ReferenceYear), nameof(PerimeterSection.DaysInYear), nameof(IndicatorLine.Way), nameof(SplitSection.UnitCost),
        nameof(MembersFigure.Rest), nameof(StatementUse.Quantity), nameof(SplitCriterion.Weight),
    ];

    public static HashSet<decimal> Of(object? part)
    {
        var found = new HashSet<decimal>();
        Add(part, found);
        return found;
    }

    private static void Add(object? value, HashSet<decimal> found)
    {
        switch (value)
        {
            case decimal number:
                found.Add(number);
                break;
            case int number:
                found.Add(number);
                break;
            case Figure figure:
                Add(figure.Value, found);
                break;
            case string or null:
                break;
            case IEnumerable many:
                foreach (var one in many)
                {
                    Add(one, found);
                }

                break;
            default:
                foreach (var property in PropertiesOf(value))
                {
                    Add(property.GetValue(value), found);
                }

                break;
        }
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(object value) =>
        value is not AnswerCount && (value.GetType().Namespace != typeof(AnnualReport).Namespace || value.GetType().IsEnum)
            ? []
            : value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0 && !NoFigures.Contains(p.Name) && !IsElsewhere(value, p.Name));

    // What is all zero has no column.
    private static bool IsElsewhere(object value, string property) => (value, property) switch
    {
        (SplitRow, nameof(SplitRow.Days)) => true,
        (SettlementRow { Regularised.Value: 0 }, nameof(SettlementRow.Regularised)) => true,
        (SettlementRow { Imputed.Value: 0 }, nameof(SettlementRow.Imputed)) => true,
        _ => false,
    };
}
