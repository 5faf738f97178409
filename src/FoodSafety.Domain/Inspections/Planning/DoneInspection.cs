using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
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
    int Row, InspectionKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, CadreId By = default, bool IsFull = false, AreaLevel? BodyLevel = null)
{
    /// <summary>What a book knows to be done: every inspection of a business that was finished, those that a correction replaced left out.</summary>
    /// <param name="book">The inspections.</param>
    /// <param name="register">The register that has the businesses; what is about others, or about cadres and areas, is left out.</param>
    public static ImmutableArray<DoneInspection> Of(InspectionBook book, BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(register);
        var done = ImmutableArray.CreateBuilder<DoneInspection>();
        foreach (var inspection in book.Inspections)
        {
            if (inspection is { IsDone: true, FinishedOn: { } on, Team: { } team } && register.Contains(inspection.Business))
            {
                done.Add(new(register.RowOf(inspection.Business), inspection.Kind, on, team.Cadre, inspection.IsFull, inspection.BodyLevel));
            }
        }

        return done.DrainToImmutable();
    }
}
