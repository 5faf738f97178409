using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>An inspection that was carried out (已开展的检查), as far as a plan has to know it.</summary>
/// <remarks>The default value has no kind, and no frequency counts it.</remarks>
/// <param name="Business">The business.</param>
/// <param name="Kind">What kind it was.</param>
/// <param name="On">The day on which it was carried out.</param>
/// <param name="By">The cadre who visited; no id for the inspection of a bureau.</param>
/// <param name="IsFull">True when it covered all items of the list (覆盖全部检查要点).</param>
/// <param name="BodyLevel">The level of the bureau that inspected; null for a visit, or where it is the local one.</param>
public readonly record struct DoneInspection(
    BusinessId Business, InspectionKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, CadreId By = default, bool IsFull = false, AreaLevel? BodyLevel = null)
{
    /// <summary>What was done of some inspections: every one of a business that was finished, those that a correction replaced left out.</summary>
    /// <param name="inspections">The inspections, as they are now or were on a day.</param>
    /// <param name="register">The register that has the businesses; what is about others, or about cadres and areas, is left out.</param>
    public static ImmutableArray<DoneInspection> Of(IEnumerable<Inspection> inspections, BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        ArgumentNullException.ThrowIfNull(register);
        var done = ImmutableArray.CreateBuilder<DoneInspection>();
        foreach (var inspection in inspections)
        {
            if (inspection is { IsDone: true, FinishedOn: { } on, Team: { } team } && register.Contains(inspection.Business))
            {
                done.Add(new(inspection.Business, inspection.Kind, on, team.Cadre, inspection.IsFull, inspection.BodyLevel));
            }
        }

        return done.DrainToImmutable();
    }
}
