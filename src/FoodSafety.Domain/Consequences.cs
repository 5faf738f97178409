using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>What followed from a unit, or would (后果).</summary>
/// <param name="Entry">What is kept of it; null when it told that a day began and nothing turned.</param>
/// <param name="Moves">The businesses whose standing grade is another, grading by grading: the tiers first, then the risk grades, then those that the settings declare.</param>
/// <param name="Chains">The steps of chains that are with other seats.</param>
/// <param name="Renewals">The commitments that no longer name what their cadres answer for.</param>
/// <param name="Duties">The businesses that need a food-safety director from now on, or no longer.</param>
/// <param name="FollowUps">What is to be done, by whom and until when.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Consequences(
    Entry? Entry, ItemList<StandingMove> Moves, ItemList<ChainMove> Chains, ItemList<RenewalDue> Renewals, ItemList<DirectorDuty> Duties, ItemList<FollowUp> FollowUps)
{
    /// <summary>
    /// The businesses that have no grade as before, but for another reason (不予分级理由变动), grading by grading; none of them is among <see cref="Moves"/>. Whom a mere change of
    /// what a reason is called concerns is not among them.
    /// </summary>
    public ItemList<ReasonMove> Reasons { get; init; }

    /// <summary>The businesses whose standing grade of one grading is another.</summary>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public IEnumerable<StandingMove<TGrade>> MovesOf<TGrade>() where TGrade : struct, Enum => Moves.OfType<StandingMove<TGrade>>();
}

/// <summary>What turns on a day to come without anybody acting (到期事项).</summary>
/// <param name="Day">The day.</param>
/// <param name="Grades">Whose standing grades will be others, by what is decided now; one for each grading in which somebody's is.</param>
/// <param name="Cadres">Whose posts begin or end.</param>
/// <param name="Rules">The policies and levels that take over, and the staffing rules that begin or end.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Turn(LocalDate Day, ItemList<GradeTurn> Grades, ItemList<CadreId> Cadres, ItemList<string> Rules)
{
    /// <summary>Whose grades are to be made public on the day, by grading (应公示等级).</summary>
    public ItemList<GradeTurn> Publications { get; init; }

    /// <summary>The inspections whose last day it is, by the intervals and the grades of now (到期检查).</summary>
    public ItemList<NextInspection> Inspections { get; init; }
}

/// <summary>Whose standing grades of one grading turn on a day (到期变级).</summary>
/// <param name="Grading">The key of the grading: <c>tier</c>, <c>risk-grade</c>.</param>
/// <param name="Businesses">The businesses, in the order of the register.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeTurn(string Grading, ItemList<BusinessId> Businesses)
{
    /// <summary>The key of the grading.</summary>
    public string Grading { get; init => field = TextRule.Key.Check(value, nameof(Grading)); } = TextRule.Key.Check(Grading, nameof(Grading));
}

/// <summary>A day began and nothing else was done (开日): what turned since the last entry is taken.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DayBegan : Act<DayBook>
{
    /// <inheritdoc/>
    public override string Kind => "day-began";
}

/// <summary>Days have nothing to write.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DayBook : Book<DayBegan>
{
    private protected override Decision Decide(DayBegan act, Moment moment) => act;

    private protected override void Evolve(DayBegan act, Moment moment)
    {
    }
}
