using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Coordination;

/// <summary>A task force (工作专班) with its members and its rhythm: what it does every day, week and month.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TaskForce
{
    /// <summary>Describes a task force. Whether it has a head, and each member once, is told when a mechanism is built.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="level">Of the bureau, or of a station.</param>
    /// <param name="members">Its members.</param>
    /// <param name="routines">What it does regularly; <see cref="Rhythm"/>, or others.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, or the level is not one of the named values.</exception>
    public TaskForce(string code, BilingualText name, TaskForceLevel level, IEnumerable<GroupMember> members, IEnumerable<Routine> routines)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(routines);
        _ = level.Name();
        (Code, Name) = Codes.Check(code, name);
        Level = level;
        Members = [.. members.OrderBy(member => member.Role)];
        Routines = [.. routines];
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Of the bureau, or of a station (层级).</summary>
    public TaskForceLevel Level { get; }

    /// <summary>Its members (成员), the heads first.</summary>
    public ItemList<GroupMember> Members { get; }

    /// <summary>What it does regularly (例行工作).</summary>
    public ItemList<Routine> Routines { get; }

    /// <summary>Daily dispatch, weekly coordination and monthly summary (日调度、周协调、月总结), for which the task force answers.</summary>
    /// <remarks>Their codes are that of the task force with <c>-dispatch</c>, <c>-coordination</c> and <c>-summary</c>.</remarks>
    /// <param name="code">The code of the task force, 1 to 51 characters.</param>
    /// <param name="term">The days for which it works.</param>
    /// <param name="daily">
    /// Which days the dispatch is due; <see cref="Cadence.WorkingDay"/> unless stated, for the report that names the rhythm does
    /// not say whether holidays count.
    /// </param>
    /// <exception cref="ArgumentException">The code is none or too long, or no day is in the term.</exception>
    public static ImmutableArray<Routine> Rhythm(string code, Term term, Cadence? daily = null)
    {
        var basis = WenjiangPractice.Of(("两级专班日调度、周协调、月总结", "task forces dispatch daily, coordinate weekly and sum up monthly"));
        return
        [
            new(code + "-dispatch", ("日调度", "Daily dispatch"), daily ?? Cadence.WorkingDay, code, term, basis),
            new(code + "-coordination", ("周协调", "Weekly coordination"), Cadence.Week, code, term, basis),
            new(code + "-summary", ("月总结", "Monthly summary"), Cadence.Month, code, term, basis),
        ];
    }
}

/// <summary>The two levels of task forces (两级专班).</summary>
/// <remarks>The default value 0 is no level.</remarks>
public enum TaskForceLevel
{
    /// <summary>Of the market regulation bureau (局级专班).</summary>
    [BilingualName("局级专班", "Bureau task force")]
    Bureau = 1,

    /// <summary>Of a market regulation station (所级专班).</summary>
    [BilingualName("所级专班", "Station task force")]
    Station = 2,
}
