using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Acts.DistrictShown;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>A cadre leaves, others follow, and nothing that hung on the cadre is forgotten.</summary>
public class HandOverTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001"), Town = AreaCode.Parse("510115001");
    private static readonly CadreId An = new("an"), Bo = new("bo"), Cai = new("cai"), Du = new("du"), Head = new("head");

    [Fact]
    public void HandOver_ToOneCadre_GivesThatOneAllOfThem_AndNoneIsLevelled()
    {
        var district = Founded();
        var mine = MainOf(district, An);
        Assert.Equal([3, 3, 3], new[] { An, Bo, Cai }.Select(cadre => MainOf(district, cadre).Length));

        var handing = district.HandOver(On(5), An, "transferred", [new(Bo, Village)]);
        var done = district.Apply(On(5), handing.Acts);

        Assert.Equal([6, 3], new[] { Bo, Cai }.Select(cadre => MainOf(district, cadre).Length));
        Assert.Equal(mine, done.Chains.Select(move => move.Business));
        Assert.All(done.Chains, move => Assert.Equal((An, Bo, ResponsibleStep.Main, ChainChangeReason.HandedOver), (move.From.Cadre, move.To.Cadre, move.Step, move.Reason)));
        Assert.False(district.Chains.IsInService(An));
        Assert.Empty(district.Chains.Roster.PostsOf(An).Where(post => post.Term.Contains(Day(5))));

        // Without a name the loads are levelled, for none of the two took the post: the other gets one of them.
        var levelled = Founded();
        levelled.Apply(On(5), levelled.HandOver(On(5), An, "transferred").Acts);
        Assert.Equal([5, 4], new[] { Bo, Cai }.Select(cadre => MainOf(levelled, cadre).Length).OrderDescending());

        // As the entry says it, another process has it too.
        var again = District.Open(district.Settings, district.Pending);
        Assert.Equal(Show(district), Show(again));
        Assert.Contains(Bo.Value, handing.Matters.Single(matter => matter.Kind == HandOverKind.Businesses).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void HandOver_ToSeveralAndANewcomer_SplitsAsNamed_AndTheNewcomerJoinsInThePost()
    {
        var district = Founded();
        var mine = MainOf(district, An);

        var handing = district.HandOver(On(5), An, "retired", [new(Cai, Village, [mine[1]]), new(Du, Village)]);
        district.Apply(On(5), handing.Acts);

        Assert.Equal([mine[0], mine[2]], MainOf(district, Du));
        Assert.Contains(mine[1], MainOf(district, Cai));
        var post = Assert.Single(district.Chains.Roster.PostsOf(Du));
        Assert.Equal(("clerk an", Village, Day(5), (int?)9), (post.Title, post.Area, post.Term.From, post.Capacity));

        // Who follows takes over the posts, and only of one who has none there.
        Assert.Equal([typeof(CadreJoined), typeof(PostGiven), typeof(BusinessesHandedOver), typeof(BusinessesHandedOver), typeof(CadreLeft)], handing.Acts.Select(act => act.GetType()));
    }

    [Fact]
    public void HandOver_OfACadreOnWhomEverythingHangs_ListsAllOfIt_AndSettlesWhatItCan()
    {
        var district = Founded();
        var mine = MainOf(district, An);
        district.Apply(
            On(3), new CommitmentSigned(new(1), An, [.. mine.Take(2)], "bureau"),
            new DelegationMade(new(1), An, Bo, new Term(Day(3), Day(4)), "leave"), new DelegationMade(new(2), An, Cai, new Term(Day(20)), "training"), new DelegationMade(new(3), Bo, An, new Term(Day(6)), "leave"),
            new ChecklistAdopted(InspectionWorld.List), new InspectionPlanned(new(1), new InspectionTask(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(mine[0]), InspectionWorld.List.Name, Day(3))),
            new InspectionBegun(new(1), new InspectionTeam(InspectionForm.OnSite, new Inspector("an", cadre: An))),
            new FindingRecorded(new FindingId(1), InspectionSubject.OfBusiness(mine[0]), FindingSource.Complaint, FindingSeverity.General, "complained of"),
            new RectificationAct(new RectificationId(1), RectificationStep.Report) { Finding = new FindingId(1), Severity = FindingSeverity.General, Business = mine[0] });

        var handing = district.HandOver(On(5), An, "transferred", [new(Bo, Village)]);

        Assert.Equal(
            [(HandOverKind.Post, 1, 0), (HandOverKind.Businesses, 1, 1), (HandOverKind.Commitment, 1, 1), (HandOverKind.Delegation, 1, 1), (HandOverKind.StandingIn, 1, 1), (HandOverKind.Inspection, 1, 0), (HandOverKind.Rectification, 1, 0), (HandOverKind.FollowUp, 1, 0)],
            handing.Matters.GroupBy(matter => matter.Kind).Select(kind => (kind.Key, kind.Count(), kind.Count(matter => matter.Settling is not null))));
        Assert.All(handing.Matters, matter => Assert.False(matter.Becomes.IsEmpty));

        var done = district.Apply(On(5), handing.Acts);

        Assert.Null(district.Commitments.FindStanding(An, Day(5)));
        Assert.All(new long[] { 2, 3 }, id => Assert.True(district.Delegations[new(id)].IsRevoked));
        Assert.Equal((Bo, mine.Length), done.FollowUps.Where(open => open.Kind == FollowUps.FollowUpKind.SignCommitment).Select(open => (open.Cadre, open.Businesses.Count(mine.Contains))).Single());
        Assert.DoesNotContain(district.FollowUps.Open, open => open.Cadre == An);
    }

    [Fact]
    public void HandOver_OfASecondResponsible_GivesThatStep()
    {
        var district = Founded();
        district.Apply(On(2), new PostGiven(Bo, "clerk", Town, new Term(Day(1))), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, new("s-1"), Tier.C, Day(28), "many complaints"));
        var before = district.Chains.Plan!.SeatsOf(0);
        Assert.Equal((Town, Village), (before.Main.Area, before.Second.Area));
        var other = new[] { An, Bo, Cai }.First(cadre => cadre != before.Second.Cadre && cadre != before.Main.Cadre);

        district.Apply(On(5), new BusinessesHandedOver(before.Second.Cadre, other, [new("s-1")]));

        Assert.Equal(before with { Second = new Seat(other, Village) }, district.Chains.Plan!.SeatsOf(0));
        // It stays so, as long as the cadre can answer, whatever else becomes another.
        district.Apply(On(6), new BusinessesOpened([Shop("s-99")]));
        Assert.Equal(other, district.Chains.Plan!.SeatsOf(0).Second.Cadre);
    }

    [Fact]
    public void HandedOver_WhatCannotBe_IsRefusedWithTheReason_AndNothingIsDone()
    {
        var district = Founded();
        district.Apply(On(2), new PostGiven(An, "clerk", Town, new Term(Day(1))));
        var (mine, before) = (MainOf(district, An), Show(district));

        string Refused(params Act[] acts) => string.Join(",", Assert.Throws<ActsRefusedException>(() => district.Apply(On(5), acts)).Refusals.Select(refusal => refusal.Code));

        Assert.Equal("no-businesses", Refused(new BusinessesHandedOver(An, Bo, [])));
        Assert.Equal("to-self", Refused(new BusinessesHandedOver(An, An, [mine[0]])));
        Assert.Equal("not-in-service", Refused(new BusinessesHandedOver(An, Du, [mine[0]])));
        Assert.Equal("not-in-service", Refused(new CadreLeft(An), new BusinessesHandedOver(An, Bo, [mine[0]])));
        Assert.Equal("holds-no-post", Refused(new BusinessesHandedOver(An, Head, [mine[0]])));
        Assert.Equal("stated-twice,unknown-business,answers-not", Refused(new BusinessesHandedOver(An, Bo, [mine[0], mine[0], new("ghost"), MainOf(district, Cai)[0]])));

        // For want of room, as it is once all else of the unit stands.
        Assert.Equal("cannot-take", Refused(new PostEnded(Bo, Village), new PostGiven(Bo, "clerk", Village, new Term(Day(5)), 3), new BusinessesHandedOver(An, Bo, [mine[0]])));
        // Because the step belongs elsewhere since.
        Assert.Equal("cannot-take", Refused(new BusinessesHandedOver(An, Bo, [mine[0]]), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, mine[0], Tier.C, Day(28), "many complaints")));
        Assert.Equal(before, Show(district));

        // Handed on in one unit, the last one has it.
        district.Apply(On(5), new BusinessesHandedOver(An, Bo, [mine[0]]), new BusinessesHandedOver(Bo, Cai, [mine[0]]));
        Assert.Contains(mine[0], MainOf(district, Cai));
    }

    [Fact]
    public void HandOver_ThatCannotBeMeant_IsRefusedWithAllThatIsWrong()
    {
        var district = Founded();
        var refused = Assert.Throws<ActsRefusedException>(() => district.HandOver(On(5), An, "left", [new(Bo, Town), new(An, Village), new(Bo, Village), new(Cai, Village)]));
        Assert.Equal(["holds-no-post", "to-self", "stated-twice", "stated-twice"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Contains($"{Village}", refused.Refusals[0].Allowed.English, StringComparison.Ordinal);
        Assert.Throws<CadreNotFoundException>(() => district.HandOver(On(5), Du, "left"));
    }

    [Fact]
    public void HandOver_ToldLate_ChangesChainsFromTheDayOfRecord_AndThePostsFromTheDayItTells()
    {
        var district = Founded();
        var mine = MainOf(district, An);
        var late = new Stamp("office", Day(5), On(9).RecordedAt);
        district.Apply(late, district.HandOver(late, An, "transferred", [new(Du, Village)]).Acts);

        Assert.Equal(An, district.AsOf(Day(8)).Plan!.SeatsOf(district.Businesses.Register.RowOf(mine[0])).Main.Cadre);
        Assert.Equal(Du, district.AsOf(Day(9)).Plan!.SeatsOf(district.Businesses.Register.RowOf(mine[0])).Main.Cadre);
        Assert.Equal(Day(5), Assert.Single(district.Chains.Roster.PostsOf(Du)).Term.From);
        Assert.Equal(Day(5), district.Chains.Roster.PostsOf(An)[0].Term.Until);
    }

    private static BusinessId[] MainOf(District district, CadreId cadre) => [.. district.Chains.Plan!.LoadsOf(cadre)
        .SelectMany(load => district.Chains.Plan!.RowsOf(load.Seat, ResponsibleStep.Main)).Select(district.Businesses.Register.IdAt)];

    private static Business Shop(string id) => new(new(id), id, Village, BusinessType.Restaurant);

    private static LocalDate Day(int day) => new(2026, 9, day);

    private static Stamp On(int day) => new("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8));

    private static District Founded()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(On(1), [
            AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
            new LevelsLaidDown(LevelCorrespondence.Default),
            new PolicyLaidDown<Tier>(GradingPolicy.Define("all", "1", ("全部", "all"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1)).Otherwise(Tier.D, ("D", "D"), Made).Build()),
            new BusinessesOpened([.. Enumerable.Range(1, 9).Select(n => Shop($"s-{n}"))]),
            .. new[] { An, Bo, Cai, Head }.Select(cadre => new CadreJoined(cadre)),
            .. new[] { An, Bo, Cai }.Select(cadre => new PostGiven(cadre, $"clerk {cadre}", Village, new Term(Day(1).PlusDays(-100)), 9)),
            new PostGiven(Head, "head", Town, new Term(Day(1).PlusDays(-100)))]);
        return district;
    }
}
