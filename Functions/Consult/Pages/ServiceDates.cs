using Evaluation.Core.Calendar;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Consult.Pages;

/// <summary>A service with its calendar of today.</summary>
public sealed record ServiceDates(Mutualisation Mutualisation, ServiceCalendar Calendar);
