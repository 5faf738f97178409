using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>What a plan is made from: the businesses and their cadres, what was done, and what is special about some of them.</summary>
/// <param name="Chains">
/// Who answers for which business; the businesses that have a tier there are those of the plan, and where no policy grades tiers all that have not ended: bureaus inspect them by
/// their facts and other grades.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PlanInput(ChainPlan Chains)
{
    /// <summary>What was done, in any order; more than once for a business where that is so.</summary>
    public ItemList<DoneInspection> Done { get; init; }

    /// <summary>The grades of the register's businesses, of each grading one sheet; without that of a grading no frequency by its grades asks for anything.</summary>
    public ItemList<GradeSheet> Gradings { get; init; }

    /// <summary>The first day on which anything can be due at a business: it opened, or was tied to a cadre, on it. One that is not named was there before.</summary>
    public ItemList<DueFrom> Since { get; init; }

    /// <summary>What has to be looked at again, in any order.</summary>
    public ItemList<FollowUpTask> FollowUps { get; init; }

    /// <summary>The businesses with a suspected illegal act or a clear danger (涉嫌违法或者存在明显食品安全隐患): they get no rest after a higher bureau.</summary>
    public ItemList<BusinessId> InDanger { get; init; }
}

/// <summary>A business at which nothing was due before a day (起算日): it opened, or was tied to a cadre, on it.</summary>
/// <param name="Business">The business.</param>
/// <param name="Day">The day.</param>
public readonly record struct DueFrom(BusinessId Business, LocalDate Day)
{
    /// <summary>The day.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Day { get; init; } = Day;
}

/// <summary>One window of a frequency, with a status for every row: 0 where it asks for nothing.</summary>
/// <param name="Frequency">The frequency.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="DueBy">The last working day.</param>
/// <param name="ProvisionalBy">The law by which that day was computed while no notice confirms it; null when it is sure.</param>
/// <param name="Statuses">The status of each row.</param>
/// <param name="TimesDone">How often it was done, up to 255, for each row.</param>
/// <param name="Rests">The rows that rest, with the last day of the rest.</param>
internal sealed record PlanLayer(
    InspectionFrequency Frequency, LocalDate First, LocalDate Last, LocalDate DueBy, Citation? ProvisionalBy,
    byte[] Statuses, byte[] TimesDone, Dictionary<int, LocalDate> Rests);

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
    /// <param name="inspections">The inspections, as they are now or were on a day, in the order in which they were recorded.</param>
    /// <param name="register">The register that has the businesses; what is about others, or about cadres and areas, is left out.</param>
    public static ImmutableArray<DoneInspection> Of(IEnumerable<Inspection> inspections, BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        ArgumentNullException.ThrowIfNull(register);
        var done = ImmutableArray.CreateBuilder<DoneInspection>();

        // What a correction wrote in the place of another was inspected when that was, and not when it was corrected.
        var carriedOut = new Dictionary<InspectionId, LocalDate>();
        foreach (var inspection in inspections)
        {
            if (inspection is not { FinishedOn: { } finished, Team: { } team })
            {
                continue;
            }

            var on = carriedOut.GetValueOrDefault(inspection.Id, finished);
            if (inspection.ReplacedBy is { } replacement)
            {
                carriedOut[replacement] = on;
            }

            if (inspection.IsDone && register.Contains(inspection.Business))
            {
                done.Add(new(inspection.Business, inspection.Kind, on, team.Cadre, inspection.IsFull, inspection.BodyLevel));
            }
        }

        return done.DrainToImmutable();
    }
}
