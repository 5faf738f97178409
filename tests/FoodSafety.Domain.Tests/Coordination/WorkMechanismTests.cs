using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class WorkMechanismTests
{
    [Fact]
    public void OnePlusFiveEight_AsPublished_HasItsNumbersAndNames()
    {
        var scheme = MechanismScheme.OnePlusFiveEight;

        Assert.Equal((1, 5, 8), (scheme.Groups, scheme.Lines, scheme.Systems.Length));
        Assert.Equal(
            ["联席会议", "工作报告", "督查督办", "考核评价", "横向联络", "正向激励", "风险预警", "应急处置"],
            scheme.Systems.Select(system => system.Name.Chinese));
        Assert.Equal(["检察院", "法院", "公安分局", "司法局", "市场监管局"], scheme.Bodies.Select(body => body.Name.Chinese));
        Assert.Equal(SourceStanding.PressReport, scheme.Basis.Standing);
    }

    [Fact]
    public void IllustrativeSystems_EverySystem_SaysThatItsCadenceIsMadeUp()
    {
        var systems = MechanismScheme.OnePlusFiveEight.IllustrativeSystems(Office, Autumn);

        Assert.Equal(MechanismScheme.OnePlusFiveEight.Systems.Select(system => system.Code), systems.Select(system => system.Code));
        Assert.All(systems, system => Assert.Equal(SourceStanding.Unconfirmed, system.Basis.Standing));
        Assert.Equal([Cadence.Quarter, Cadence.Month, Cadence.HalfYear], new[] { 0, 1, 5 }.Select(place => systems[place].Cadence));
    }

    [Fact]
    public void Build_Complete_HasEveryPartAndRoutine()
    {
        var mechanism = Complete().Build();

        Assert.Equal((1, 5, 8, 5, 2), (mechanism.Groups.Length, mechanism.Lines.Length, mechanism.Systems.Length, mechanism.Bodies.Length, mechanism.TaskForces.Length));
        Assert.Equal(8 + 2 * 3, mechanism.Routines.Length);
        Assert.Equal(["a", "b"], mechanism.Groups[0].Members.Select(member => member.Key));
        Assert.Equal("Joint meetings", mechanism.RoutinesOf("joint-meeting").Single().Name.English);
        Assert.Equal("line-3", mechanism.FindLine("line-3")!.Code);
        Assert.Null(mechanism.FindLine("line-6"));
        Assert.Empty(mechanism.RoutinesOf("none"));
    }

    [Fact]
    public void Build_Empty_TellsAllThatIsMissing()
    {
        var refused = Assert.Throws<CoordinationFaultsException>(() => WorkMechanism.Define(MechanismScheme.OnePlusFiveEight).Build());

        Assert.Equal(1 + 1 + 8 + 5 + 2, refused.Faults.Length);
        Assert.Equal(
            "Faults: 17. Leading groups: 0; required: 1. Lines of work: 0; required: 5. System 'Joint meetings' is missing. And 14 more.", refused.Message);
        Assert.Equal(
            ["System 'Emergency response' is missing.", "Body 'Procuratorate' is missing.", "'Bureau task force' is missing."],
            new[] { 9, 10, 15 }.Select(place => refused.Faults[place].Text.English));
        Assert.Equal("有 17 处差错。领导小组应为 1 个，现有 0 个。工作线应为 5 条，现有 0 条。缺少制度“联席会议”。另有 14 处。", refused.Text.Chinese);
    }

    [Fact]
    public void Build_OneLineTooMany_IsRefused()
    {
        var fault = Assert.Single(Complete().Lines(Line(6)).Faults);

        Assert.Equal((CoordinationFaultKind.LineCount, 6, 5), (fault.Kind, fault.Found, fault.Required));
    }

    [Fact]
    public void Faults_OfEachPart_NameIt()
    {
        var bare = new WorkLine("line-1", ("线", "line"), "lead", Day(9, 14), ("路径", "path"), []);
        var faults = Complete()
            .Groups(new LeadingGroup("group", ("组", "group"), [new("b", MemberRole.Member), new("b", MemberRole.DeputyHead)]))
            .Lines(bare)
            .Systems(Routine("patrol", Cadence.Week))
            .Committee(new MechanismPart("education", ("教育局", "Education bureau")))
            .Routines(Routine("bureau-dispatch", Cadence.Day))
            .Faults;

        Assert.Equal(
            [
                "Leading groups: 2; required: 1.", "Lines of work: 6; required: 5.", "'group' has no head.", "'group' has member 'b' twice.",
                "Line 'line-1' has no time line.", "Line 'line-1' has no measures.", "The scheme has no system 'patrol'.",
                "Code 'group' stands twice.", "Code 'line-1' stands twice.", "Code 'education' stands twice.", "Code 'bureau-dispatch' stands twice.",
                "Two versions of routine 'bureau-dispatch' hold on the same days.",
            ],
            faults.Select(fault => fault.Text.English));
    }

    [Fact]
    public void Faults_SystemOfTwoTerms_MayFollowButNotOverlap()
    {
        var old = Routine("warning", Cadence.Month, Autumn.EndingBefore(Day(11, 1)));
        var systems = MechanismScheme.OnePlusFiveEight.IllustrativeSystems(Office, Autumn).RemoveAll(system => system.Code == "warning");
        WorkMechanismBuilder With(LocalDate from) => WorkMechanism.Define(
            new MechanismScheme("s", ("s", "s"), 0, 0, Made) { Systems = MechanismScheme.OnePlusFiveEight.Systems })
            .Systems([.. systems, old, Routine("warning", Cadence.Week, new(from))]);

        Assert.Empty(With(Day(11, 1)).Faults);
        Assert.Equal(CoordinationFaultKind.TermsOverlap, Assert.Single(With(Day(10, 31)).Faults).Kind);
        Assert.Equal([Cadence.Month, Cadence.Week], With(Day(11, 1)).Build().RoutinesOf("warning").Select(version => version.Cadence));
    }

    [Fact]
    public void Rhythm_OfATaskForce_IsDailyWeeklyMonthly()
    {
        var rhythm = TaskForce.Rhythm("bureau", Autumn);

        Assert.Equal(["日调度", "周协调", "月总结"], rhythm.Select(routine => routine.Name.Chinese));
        Assert.Equal([Cadence.WorkingDay, Cadence.Week, Cadence.Month], rhythm.Select(routine => routine.Cadence));
        Assert.Equal(Cadence.Day, TaskForce.Rhythm("bureau", Autumn, Cadence.Day)[0].Cadence);
        Assert.All(rhythm, routine => Assert.Equal("bureau", routine.Responsible));
    }

    [Fact]
    public void Parts_FaultyArguments_AreTold()
    {
        Assert.ThrowsAny<ArgumentException>(() => Routine("two words", Cadence.Day));
        Assert.ThrowsAny<ArgumentException>(() => Routine("r", Cadence.Day, Autumn.EndingBefore(Autumn.From)));
        Assert.ThrowsAny<ArgumentException>(() => new MechanismPart("p", default));
        Assert.ThrowsAny<ArgumentException>(() => Line(1, new("m", ("m", "m"), Day(12, 1)), new("m", ("n", "n"), Day(12, 2))));
        Assert.ThrowsAny<ArgumentException>(() => Line(1, new Milestone("m", ("m", "m"), Day(9, 13))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GroupMember("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MechanismScheme("s", ("s", "s"), -1, 0, Made));
    }
}
