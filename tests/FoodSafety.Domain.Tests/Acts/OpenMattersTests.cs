using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>What hangs on a business that ends is told, and settled in the unit that ends it.</summary>
public class OpenMattersTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly BusinessId Shop = new("shop"), Other = new("other");
    private static readonly CadreId Keeper = new("keeper");
    private static readonly FactRecord Closed = new(BusinessFacts.Status.Of(OperatingStatus.Closed));

    [Fact]
    public void OpenMatters_OfABusinessWithAllOfThem_AreToldAndOneUnitSettlesWhatItCan()
    {
        var district = Founded();
        district.Apply(
            On(3),
            new CommitmentSigned(new(1), Keeper, [Shop], "bureau"),
            new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.D, Day(28), "many complaints"),
            new AppointmentMade(new Appointment(new(1), new("s1"), Shop, SafetyPost.Officer, new Term(Day(3)))),
            Found(1), Report(1),
            Found(2), Report(2), RectificationAct.Claim(new(2)), RectificationAct.Order(new(2), TimeLimit.Days(3)));
        district.Apply(On(4), RectificationAct.Submit(new(2), "report-2"));

        var open = district.OpenMattersOf(On(5), [Shop, Other, Shop], "closed");
        Assert.Equal(
            [
                (OpenMatterKind.Chain, false), (OpenMatterKind.Commitment, false), (OpenMatterKind.AssignedGrade, true), (OpenMatterKind.Rectification, true), (OpenMatterKind.Rectification, false),
                (OpenMatterKind.Appointment, true), (OpenMatterKind.FollowUp, false),
            ],
            open.Where(matter => matter.Business == Shop).Select(matter => (matter.Kind, matter.Settling is not null)).Distinct());
        Assert.All(open, matter => Assert.Equal(matter.Settling is null, !matter.Left.IsEmpty));

        var done = district.Apply(On(5), [new FactsStated(Shop, Closed), .. open.Where(matter => matter.Business == Shop).Select(matter => matter.Settling).OfType<Act>()]);

        // It is in no chain, and of what is left nothing is anybody's to settle by an act of this unit.
        Assert.Contains(done.Chains, move => move.Business == Shop && move.To.IsNone);
        var left = district.OpenMattersOf(On(5), [Shop], "closed");
        Assert.All(left, matter => Assert.Null(matter.Settling));
        Assert.DoesNotContain(left, matter => matter.Kind is OpenMatterKind.Chain or OpenMatterKind.AssignedGrade or OpenMatterKind.Appointment);
        Assert.Equal([new RectificationId(2)], district.Rectifications.OpenOf(Shop).AsEnumerable());
        Assert.NotEmpty(done.Renewals);
    }

    [Fact]
    public void OpenMatters_TouchedOnALaterDay_AreNotSettledOnAnEarlierOne()
    {
        var district = Founded();
        district.Apply(On(5), Found(1), Report(1));
        var early = new Stamp("office", Day(4), On(6).RecordedAt);

        var matter = district.OpenMattersOf(early, [Shop], "closed").Single(matter => matter.Kind == OpenMatterKind.Rectification);

        Assert.Null(matter.Settling);
        Assert.Contains("2026-09-05", matter.Left.English, StringComparison.Ordinal);
        Assert.NotNull(district.OpenMattersOf(On(6), [Shop], "closed").Single(matter => matter.Kind == OpenMatterKind.Rectification).Settling);
    }

    [Fact]
    public void OpenMatters_OfNobody_IsRefused() => Assert.Throws<BusinessNotFoundException>(() => Founded().OpenMattersOf(On(5), [new("ghost")], "closed"));

    [Fact]
    public void Merge_OfBusinessesThatAreGone_SettlesThemInTheSameUnit()
    {
        var district = Founded();
        district.Apply(On(3), Found(1), Report(1));
        var merge = RegisterMerge.Of(district.Businesses.Register, [new BusinessRow(1) { Id = "other" }], new() { WholeOf = [AreaCode.Parse("510115")] });
        var unit = MergeUnit.Of(district.Businesses, Day(5), merge.Gone);

        district.Apply(On(5), [.. unit.Acts, .. district.OpenMattersOf(On(5), unit.Ended, "no longer listed").Select(matter => matter.Settling).OfType<Act>()]);

        Assert.Equal([Shop], unit.Ended.AsEnumerable());
        Assert.Empty(district.Rectifications.OpenOf(Shop));
        Assert.Null(district.Chains.Plan!.FindChain(district.Businesses.Register.RowOf(Shop)));
        Assert.NotNull(district.Chains.Plan.FindChain(district.Businesses.Register.RowOf(Other)));
    }

    private static LocalDate Day(int day) => new(2026, 9, day);

    private static Stamp On(int day) => new("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8));

    private static FindingRecorded Found(int number) =>
        new(new FindingId(number), InspectionSubject.OfBusiness(Shop), FindingSource.Complaint, FindingSeverity.General, "complained of");

    private static RectificationAct Report(int number) =>
        new(new RectificationId(number), RectificationStep.Report) { Finding = new FindingId(number), Severity = FindingSeverity.General, Business = Shop };

    private static District Founded()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(
            On(1),
            AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
            new LevelsLaidDown(LevelCorrespondence.Default),
            new PolicyLaidDown<Tier>(GradingPolicy.Define("all", "1", ("全部", "all"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1))
                .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已关闭", "closed"), Made).Otherwise(Tier.D, ("D", "D"), Made).Build()),
            new BusinessesOpened([new Business(Shop, "店", Village, BusinessType.Restaurant), new Business(Other, "别店", Village, BusinessType.Restaurant)]),
            new CadreJoined(Keeper), new PostGiven(Keeper, "head", Village, new Term(Day(1).PlusDays(-100))));
        return district;
    }
}
