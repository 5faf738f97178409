using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Coordination;

/// <summary>A complete mechanism of the autumn of 2026, whose parts the tests vary.</summary>
internal static class CoordinationWorld
{
    public const string Office = "office";

    public static readonly Term Autumn = new(new LocalDate(2026, 9, 14));

    public static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    public static LocalDate Day(int month, int day) => new(2026, month, day);

    public static GroupMember Head(string key) => new(key, MemberRole.Head);

    public static Routine Routine(string code, Cadence cadence, Term? term = null) => new(code, (code, code), cadence, Office, term ?? Autumn, Made);

    public static WorkLine Line(int number, params Milestone[] timeLine) => new(
        $"line-{number}", ($"工作线{number}", $"Line {number}"), "lead", Day(9, 14), ("路径", "path"),
        timeLine.Length > 0 ? timeLine : [new Milestone("end", ("完成", "done"), Day(12, 31))])
    {
        Measures = [("措施", "measure")],
    };

    public static TaskForce Force(string code, TaskForceLevel level) => new(
        code, (code, code), level, [Head("head")], TaskForce.Rhythm(code, Autumn));

    public static WorkMechanismBuilder Complete() => WorkMechanism.Define(MechanismScheme.OnePlusFiveEight)
        .Groups(new LeadingGroup("group", ("领导小组", "Leading group"), [new("b", MemberRole.Member), Head("a")]))
        .Lines(Enumerable.Range(1, 5).Select(number => Line(number)))
        .Systems(MechanismScheme.OnePlusFiveEight.IllustrativeSystems(Office, Autumn))
        .Committee(new MechanismPart("education", ("教育局", "Education bureau")))
        .Bodies(MechanismScheme.OnePlusFiveEight.Bodies)
        .TaskForces(Force("bureau", TaskForceLevel.Bureau), Force("station-1", TaskForceLevel.Station));

    /// <summary>A mechanism of nothing but some routines and lines.</summary>
    public static WorkMechanism Only(IEnumerable<Routine> routines, params WorkLine[] lines) => WorkMechanism
        .Define(new MechanismScheme("bare", ("仅例行工作", "routines only"), groups: 0, lines.Length, Made)).Lines(lines).Routines(routines).Build();

    public static CoordinationOffice Adopted(WorkMechanism mechanism, WorkingCalendar? calendar = null)
    {
        var office = new CoordinationOffice(calendar);
        office.Do(Day(9, 14), new MechanismAdopted(mechanism, "start"));
        return office;
    }
}

/// <summary>The office that coordinates a district, with what it does and asks.</summary>
internal sealed class CoordinationOffice
{
    public CoordinationOffice(WorkingCalendar? calendar = null)
    {
        District = new(new DistrictSettings(calendar ?? WorkingCalendar.China) { Schema = BusinessFacts.Schema.With(PlanWorld.StatedTier) });
        Do(new LocalDate(2015, 1, 1), AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed));
    }

    public District District { get; }

    public CoordinationBook Book => District.Coordination;

    public OutreachBook Campaigns => District.Campaigns;

    /// <summary>Does acts on a day; they are recorded on it, or on the day of the last entry when that is later.</summary>
    public ActPlace Do(LocalDate on, params Act[] acts) => Record(LocalDate.Max(on, District.Today), on, acts);

    /// <summary>Records on a day what was done on one before it.</summary>
    public ActPlace Record(LocalDate recorded, LocalDate on, params Act[] acts)
    {
        // Whoever begins the day says that the clock is right, however long nothing happened.
        var entry = District.Apply(new Stamp(CoordinationWorld.Office, on, ChinaTime.Zone.AtStartOfDay(recorded).ToInstant()), [.. acts, new DayBegan()]).Entry!;
        return new ActPlace(entry.Number, 0);
    }

    public RoutineDone Done(string routine, LocalDate day, string note, LocalDate on)
    {
        var done = new RoutineDone(routine, day, note);
        Do(on, done);
        return done;
    }

    public Refusal Refused(LocalDate on, Act act)
    {
        var before = District.Version;
        var refused = Assert.Single(Assert.Throws<ActsRefusedException>(() => Do(on, act)).Refusals);
        Assert.Equal(before, District.Version);
        return refused;
    }
}
