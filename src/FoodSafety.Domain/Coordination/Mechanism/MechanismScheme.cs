using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Coordination;

/// <summary>What a work mechanism must consist of (机制架构): how many groups and lines, and which systems, bodies and task forces.</summary>
/// <remarks><see cref="OnePlusFiveEight"/> is the one that was published; a place with another writes its own.</remarks>
public sealed record MechanismScheme
{
    /// <summary>Describes a scheme that asks for no system, body or task force yet.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="groups">How many leading groups there must be, 0 or more.</param>
    /// <param name="lines">How many lines of work there must be, 0 or more.</param>
    /// <param name="basis">Where it comes from.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, or a number is negative.</exception>
    public MechanismScheme(string code, BilingualText name, int groups, int lines, Citation basis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(groups);
        ArgumentOutOfRangeException.ThrowIfNegative(lines);
        ArgumentNullException.ThrowIfNull(basis);
        (Code, Name) = Codes.Check(code, name);
        (Groups, Lines, Basis) = (groups, lines, basis);
    }

    /// <summary>
    /// One leading group, five lines of work and eight systems ("1+5+8"工作机制), with the five-body mechanism and the task forces of two levels.
    /// </summary>
    public static MechanismScheme OnePlusFiveEight { get; } = new(
        "1+5+8", ("“1+5+8”工作机制", "\"1+5+8\" work mechanism"), groups: 1, lines: 5, WenjiangPractice.Of(("“1+5+8”工作机制", "\"1+5+8\" work mechanism")))
    {
        Systems =
        [
            new("joint-meeting", ("联席会议", "Joint meetings")),
            new("work-report", ("工作报告", "Work reports")),
            new("supervision", ("督查督办", "Supervision")),
            new("assessment", ("考核评价", "Assessment")),
            new("liaison", ("横向联络", "Liaison")),
            new("incentive", ("正向激励", "Incentives")),
            new("warning", ("风险预警", "Risk warnings")),
            new("emergency", ("应急处置", "Emergency response")),
        ],
        Bodies =
        [
            new("procuratorate", ("检察院", "Procuratorate")),
            new("court", ("法院", "Court")),
            new("police", ("公安分局", "Police branch")),
            new("justice", ("司法局", "Justice bureau")),
            new("market", ("市场监管局", "Market regulation bureau")),
        ],
        TaskForceLevels = [TaskForceLevel.Bureau, TaskForceLevel.Station],
    };

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>How many leading groups there must be (领导小组).</summary>
    public int Groups { get; }

    /// <summary>How many lines of work there must be (工作线).</summary>
    public int Lines { get; }

    /// <summary>The systems that must be kept (工作制度), each a <see cref="Routine"/> of the same code.</summary>
    public ItemList<MechanismPart> Systems { get; init; }

    /// <summary>The bodies that must join where administrative and criminal law meet (两法衔接).</summary>
    public ItemList<MechanismPart> Bodies { get; init; }

    /// <summary>The levels at which there must be a task force (专班).</summary>
    public ItemList<TaskForceLevel> TaskForceLevels { get; init; }

    /// <summary>Where it comes from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The routines of the systems asked for, with made-up cadences to start from: no text publishes how often each is due.</summary>
    /// <remarks>
    /// Joint meetings, assessment and emergency drills once a quarter, incentives once a half-year, every other system once a month.
    /// Each says in its <see cref="Routine.Basis"/> that it is illustrative.
    /// </remarks>
    /// <param name="responsible">Who answers for all of them: a key in the user's platform, not blank.</param>
    /// <param name="term">The days for which they hold.</param>
    /// <exception cref="ArgumentException">Nobody is responsible, or no day is in the term.</exception>
    public ImmutableArray<Routine> IllustrativeSystems(string responsible, Time.Term term)
    {
        var basis = Citation.Illustrative(("制度周期未公布，为可配置的示例", "the cadence is not published; a configurable example"));
        return [.. Systems.Select(system => new Routine(system.Code, system.Name, CadenceOf(system.Code), responsible, term, basis))];

        static Cadence CadenceOf(string system) => system switch
        {
            "joint-meeting" or "assessment" or "emergency" => Cadence.Quarter,
            "incentive" => Cadence.HalfYear,
            _ => Cadence.Month,
        };
    }
}
