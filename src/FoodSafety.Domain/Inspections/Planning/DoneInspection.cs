using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>An inspection that was carried out (已开展的检查), as far as a plan has to know it.</summary>
/// <remarks>The default value has no kind, and no frequency counts it.</remarks>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Kind">What kind it was.</param>
/// <param name="On">The day on which it was carried out.</param>
/// <param name="By">The cadre who visited; no id for the inspection of a bureau.</param>
/// <param name="IsFull">True when it covered all items of the list (覆盖全部检查要点).</param>
/// <param name="BodyLevel">The level of the bureau that inspected; null for a visit, or where it is the local one.</param>
public readonly record struct DoneInspection(
    int Row, InspectionKind Kind, LocalDate On, CadreId By = default, bool IsFull = false, AreaLevel? BodyLevel = null);
