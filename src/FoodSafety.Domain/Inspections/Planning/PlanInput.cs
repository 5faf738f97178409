using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>What a plan is made from: the businesses and their cadres, what was done, and what is special about some of them.</summary>
/// <param name="Chains">Who answers for which business; the businesses that have a tier there are those of the plan.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PlanInput(ChainPlan Chains)
{
    /// <summary>What was done, in any order; more than once for a business where that is so.</summary>
    public ItemList<DoneInspection> Done { get; init; }

    /// <summary>The risk grades of the register's businesses; without them no frequency by risk grade asks for anything.</summary>
    public GradeSheet<RiskGrade>? RiskGrades { get; init; }

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
