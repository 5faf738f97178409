using System.Collections.Immutable;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using NodaTime;

namespace GeneratedDistrict.Coordination;

/// <summary>The "1+5+8" of this sample: one leading group, five lines of work, eight systems, task forces of the bureau and of each station.</summary>
/// <remarks>Published are the numbers, the eight systems, the five bodies and the rhythm; lines, milestones, members and cadences are made up.</remarks>
public static class WenjiangMechanism
{
    public const string BureauForce = "bureau-force";

    private static readonly Term Working = new(SampleDays.Planned);

    public static WorkMechanism In(DistrictAreas areas) => WorkMechanism.Define(MechanismScheme.OnePlusFiveEight)
        .Groups(new LeadingGroup("leading-group", ("食品安全“两个责任”领导小组", "Leading group"),
            [new("party-secretary", MemberRole.Head), new("district-head", MemberRole.Head), new("vice-head", MemberRole.DeputyHead), new("bureau-director", MemberRole.OfficeDirector)]))
        .Lines(Lines())
        .Systems(MechanismScheme.OnePlusFiveEight.IllustrativeSystems(Offices.FoodSafety, Working))
        .Committee(new MechanismPart("education", ("教育局", "Education bureau")), new MechanismPart("health", ("卫健局", "Health bureau")))
        .Bodies(MechanismScheme.OnePlusFiveEight.Bodies)
        .TaskForces([Force(BureauForce, ("局级专班", "Task force of the bureau"), TaskForceLevel.Bureau, Offices.MarketBureau), .. areas.Towns.Select(town => Force(
            $"force-{town.Code.ToShortString()}", DistrictAreas.NameOf(town), TaskForceLevel.Station, Offices.StationOf(town.Code)))])
        .Build();

    /// <summary>Each town has one station, linked to it one to one (一对一).</summary>
    public static StationsLinked StationsIn(DistrictAreas areas) => new(
        areas.District.Code, [.. areas.Towns.Select(town => new StationLink(Offices.StationOf(town.Code), town.Code))]);

    private static ImmutableArray<WorkLine> Lines() =>
    [
        Line("grading", ("分级包保", "Tiers and cadres"), ("逐家分级，逐家包保", "grade each business and tie it to cadres"),
            ("signed", ("承诺书全部签订", "all commitments signed"), SampleDays.CommitmentsSigned)),
        Line("visits", ("督导检查", "Visits"), ("首轮全覆盖", "a first round over all"),
            ("all-visited", ("首轮督导全覆盖", "every business visited"), SampleDays.RoundEnds)),
        Line("problems", ("问题整改", "Rectification"), ("清单管理、逐项销号", "keep a list and strike off item by item"),
            ("all-closed", ("问题全部销号", "every problem struck off"), SampleDays.Scored)),
        Line("enterprises", ("主体责任", "The businesses' own duty"), ("配齐总监和安全员，落实日管控", "fill the safety posts, keep daily control"),
            ("posts-filled", ("总监和安全员全部到岗", "all safety posts filled"), SampleDays.CommitmentsSigned),
            ("records-95", ("日管控覆盖率 95%", "daily control at 95 %"), SampleDays.Midway)),
        Line("publicity", ("宣传培训", "Publicity and training"), ("一封信、明白卡、培训到户", "letter, card and training for each"),
            ("all-trained", ("宣传培训全覆盖", "all told and trained"), SampleDays.RoundEnds)),
    ];

    private static WorkLine Line(
        string code, (string, string) name, (string, string) path, params ReadOnlySpan<(string Code, (string, string) Name, LocalDate By)> milestones) =>
        new(code, name, Offices.FoodSafety, SampleDays.Planned, path, [.. milestones.ToArray().Select(one => new Milestone(one.Code, one.Name, one.By))])
        {
            Measures = [path],
        };

    private static TaskForce Force(string code, FoodSafety.Domain.Languages.BilingualText name, TaskForceLevel level, string head) =>
        new(code, name, level, [new GroupMember(head, MemberRole.Head)], TaskForce.Rhythm(code, Working));
}
