using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.ValueTypes;
using NodaTime;
using static FoodSafety.Domain.Coordination.OutreachMaterial;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class OutreachCampaignTests
{
    private static readonly CampaignId Id = new(20260000001);

    [Fact]
    public void BusinessesOf_Tier_GivesThoseOfTheTierOnly()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        foreach (var tier in new[] { Tier.B, Tier.C, Tier.B, Tier.A, Tier.B })
        {
            world.Add($"b{world.Register.Count}", "510115001", tier);
        }

        world.Close(4);
        world.Grade();

        Assert.Equal(Of(0, 2), OutreachCampaign.BusinessesOf(world.Register, world.Grades, Tier.B));
        Assert.Equal(Of(0, 2, 3), OutreachCampaign.BusinessesOf(world.Register, world.Grades, Tier.A, Tier.B));
        Assert.Empty(OutreachCampaign.BusinessesOf(world.Register, world.Grades));
        Assert.Throws<ArgumentException>(() => OutreachCampaign.BusinessesOf(new PlanWorld(PlanWorld.SmallTree).Register, world.Grades, Tier.B));
    }

    [Fact]
    public void CoverageOn_LetterAndCard_CountsEachAndBoth()
    {
        var office = Opened();
        office.Do(Day(11, 1), new OutreachTargeted(Id, Of(3, 1, 7)));
        office.Do(Day(11, 2), new OutreachDelivered(Id, Letter.Code, Of(1, 3), "r1"));
        office.Do(Day(11, 4), new OutreachDelivered(Id, Card.Code, Of(3), "r2"));
        var campaign = office.Campaigns[Id];

        Assert.Equal((0, 0), Counts(Day(10, 31)));
        Assert.Equal((3, 0), Counts(Day(11, 3)));
        Assert.Equal((3, 1), Counts(Day(11, 4)));
        Assert.Equal([2, 1], campaign.CoverageOn(Day(11, 4)).Delivered);
        Assert.Equal(2, campaign.CoverageOn(Day(11, 4)).Rest);
        Assert.Equal(Of(1, 3, 7), campaign.RestOn(Day(11, 3)));
        Assert.Equal(Of(1, 7), campaign.RestOn(Day(11, 4)));
        Assert.Equal(Of(7), campaign.RestOn(Day(11, 4), Letter));
        Assert.Equal(Day(11, 2), campaign.FindDelivery(Of(1)[0], Letter));
        Assert.Null(campaign.FindDelivery(Of(1)[0], Card));
        Assert.Null(campaign.FindDelivery(Of(9)[0], Card));
        Assert.Equal((Day(11, 1), null), (campaign.FindTargeted(Of(3)[0]), campaign.FindTargeted(Of(9)[0])));
        Assert.Equal((Office, Day(11, 1)), (campaign.By, campaign.OpenedOn));

        (int, int) Counts(LocalDate on) => (campaign.CoverageOn(on).Targets, campaign.CoverageOn(on).Complete);
    }

    [Fact]
    public void Expect_AgainOrToNoTarget_IsListedApart()
    {
        var office = Opened();
        office.Do(Day(11, 1), new OutreachTargeted(Id, Of(1, 2)));
        office.Do(Day(11, 2), new OutreachDelivered(Id, Letter.Code, Of(1)));

        var expected = office.Campaigns[Id].Expect(Letter, Of(9, 2, 1, 0));
        Assert.Equal(new OutreachDelivery(Of(2), Of(1), Of(9, 0)), expected);

        office.Do(Day(11, 3), new OutreachDelivered(Id, Letter.Code, Of(9, 2, 1, 0), "by hand"));
        Assert.Equal("by hand", Assert.IsType<OutreachDelivered>(office.Campaigns.HistoryOf(Id)[^1].Act).Receipt);
        Assert.Equal([Day(11, 2), Day(11, 3)], Of(1, 2).Select(business => office.Campaigns[Id].FindDelivery(business, Letter)!.Value));
        Assert.Equal((2, 2), (office.Campaigns[Id].CoverageOn(Day(11, 3)).Targets, office.Campaigns[Id].CoverageOn(Day(11, 3)).Delivered[0]));
    }

    [Fact]
    public void Targeted_Again_StaysSinceTheFirstDay()
    {
        var office = Opened();
        office.Do(Day(11, 2), new OutreachTargeted(Id, Of(1)));
        office.Do(Day(11, 5), new OutreachTargeted(Id, Of(1, 2)));

        Assert.Equal(Of(1), office.Campaigns[Id].RestOn(Day(11, 4)));
        Assert.Equal(Of(1, 2), office.Campaigns[Id].RestOn(Day(11, 5)));
    }

    [Fact]
    public void Delivered_BeforeItWasATarget_ItHasTheMaterialOnceItIsOne()
    {
        var office = Opened();
        office.Do(Day(11, 2), new OutreachDelivered(Id, Letter.Code, Of(1)));
        Assert.Equal(0, office.Campaigns[Id].CoverageOn(Day(11, 3)).Delivered[0]);

        office.Do(Day(11, 4), new OutreachTargeted(Id, Of(1)));

        Assert.Equal([0, 1], new[] { 3, 4 }.Select(day => office.Campaigns[Id].CoverageOn(Day(11, day)).Delivered[0]));
    }

    [Fact]
    public void Delivered_ByAStationThatTellsItDaysLater_CountsByItsDayAndAtTheWrongCampaignIsVoided()
    {
        var office = Opened();
        office.Do(Day(11, 1), new OutreachTargeted(Id, Of(1, 2)), new OutreachOpened(new(2), ("明白卡", "Cards"), [Card]));
        office.Do(Day(11, 6), new OutreachDelivered(Id, Letter.Code, Of(1)));

        var late = office.Record(Day(11, 9), Day(11, 3), new OutreachDelivered(Id, Letter.Code, Of(1, 2)));
        Assert.Equal([Day(11, 3), Day(11, 3)], Of(1, 2).Select(business => office.Campaigns[Id].FindDelivery(business, Letter)!.Value));
        Assert.Equal(2, office.District.AsOf(Day(11, 4)).Campaigns[0].CoverageOn(Day(11, 4)).Delivered[0]);

        office.Do(Day(11, 10), new ActVoided(new Thing("campaign", $"{Id}"), late, "it was the other campaign's"));
        Assert.Equal([Day(11, 6), null], Of(1, 2).Select(business => office.Campaigns[Id].FindDelivery(business, Letter)));
        Assert.Equal("others-rest-on-it", office.Refused(Day(11, 10), new ActVoided(new Thing("campaign", $"{Id}"), office.Campaigns.HistoryOf(Id)[0].Moment.Place, "not opened")).Code);
    }

    [Fact]
    public void Delivered_ToTenThousandInOneAct_IsOneEntry()
    {
        var office = new CoordinationOffice();
        ImmutableArray<BusinessId> all = [.. Enumerable.Range(0, 10_000).Select(n => new BusinessId($"many-{n}"))];
        office.Do(
            Day(11, 1),
            new BusinessesOpened([.. all.Select(id => PlanWorld.NewBusiness(id.Value, AreaCode.Parse("510115001001"), Tier.B))]),
            new OutreachOpened(Id, ("一封信", "Letter"), [Letter]),
            new OutreachTargeted(Id, all));

        var before = office.District.Version;
        office.Do(Day(11, 2), new OutreachDelivered(Id, Letter.Code, all[..9_999]));

        Assert.Equal(before + 1, office.District.Version);
        Assert.Equal((10_000, 9_999), (office.Campaigns[Id].CoverageOn(Day(11, 2)).Targets, office.Campaigns[Id].CoverageOn(Day(11, 2)).Complete));
        Assert.Equal(all[9_999..], office.Campaigns[Id].RestOn(Day(11, 2)));
    }

    [Fact]
    public void Acts_Impossible_AreRefusedAndLeaveNoTrace()
    {
        var office = Opened();
        office.Do(Day(11, 2), new OutreachTargeted(Id, Of(1)));

        var refused = office.Refused(Day(11, 2), new OutreachDelivered(Id, "poster", Of(1)));
        Assert.Equal(("unknown-material", $"Campaign {Id} has no material 'poster'.", "letter, card"), (refused.Code, refused.Text.English, refused.Allowed.English));
        Assert.Equal("unknown-campaign", office.Refused(Day(11, 2), new OutreachTargeted(new(7), Of(1))).Code);
        Assert.Equal("unknown-business", office.Refused(Day(11, 2), new OutreachDelivered(Id, Letter.Code, [.. Of(1), new BusinessId("nobody")])).Code);
        Assert.Equal("names-no-business", office.Refused(Day(11, 2), new OutreachTargeted(Id, [])).Code);
        Assert.Equal("id-taken", office.Refused(Day(11, 2), new OutreachOpened(Id, ("再次", "again"), [Letter])).Code);
        Assert.Equal("not-begun", office.Refused(Day(10, 31), new OutreachDelivered(Id, Letter.Code, Of(1))).Code);
        Assert.Null(office.Campaigns[Id].FindDelivery(Of(1)[0], Letter));
        Assert.Throws<ArgumentException>(() => office.Campaigns[Id].FindDelivery(Of(1)[0], new("poster", ("海报", "poster"))));
        Assert.ThrowsAny<ArgumentException>(() => new OutreachOpened(Id, ("c", "c"), []));
        Assert.ThrowsAny<ArgumentException>(() => new OutreachOpened(Id, ("c", "c"), [Letter, Letter]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutreachTargeted(default, Of(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutreachTargeted(new(1L << 53), Of(1)));
    }

    [Fact]
    public void Coverage_OfAnyActsInAnyOrder_AgreesWithTheListsAndWithThePast() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9].Array[1, 8], Gen.Int[0, 6]).Array[0, 12].Sample(acts =>
    {
        var (office, reversed) = (Opened(), Opened());
        var done = acts.Select(act => (On: Day(11, 2).PlusDays(act.Item3), Act: Act(act.Item1, Of([.. act.Item2])))).ToList();
        done.ForEach(act => office.Record(Day(11, 9), act.On, act.Act));
        done.AsEnumerable().Reverse().ToList().ForEach(act => reversed.Record(Day(11, 9), act.On, act.Act));

        for (var day = Day(10, 31); day <= Day(11, 10); day = day.PlusDays(1))
        {
            var campaign = office.Campaigns[Id];
            var coverage = campaign.CoverageOn(day);
            Assert.Equal(campaign.RestOn(day, Letter).Union(campaign.RestOn(day, Card)).OrderBy(id => id.Value, StringComparer.Ordinal), campaign.RestOn(day));
            Assert.Equal((coverage.Rest, coverage.Targets - coverage.Delivered[0]), (campaign.RestOn(day).Length, campaign.RestOn(day, Letter).Length));
            Assert.Equal(Seen(campaign, day), Seen(reversed.Campaigns[Id], day));

            // Of a past day the book says by its acts what the campaign says by its days.
            var (found, held) = (office.Campaigns.FindOn(Id, day), office.District.AsOf(day).Campaigns.SingleOrDefault());
            Assert.Equal(found is null, held is null);
            if (found is not null)
            {
                Assert.Equal(Seen(found, Day(12, 31)), Seen(held!, Day(12, 31)));
            }
        }

        static (OutreachCoverage, ItemList<BusinessId>, ItemList<LocalDate?>) Seen(OutreachCampaign campaign, LocalDate day) =>
            (campaign.CoverageOn(day), campaign.RestOn(day), [.. Of([.. Enumerable.Range(0, 10)]).Select(business => campaign.FindDelivery(business, Card))]);

        static Act Act(int kind, ImmutableArray<BusinessId> businesses) => kind == 0 ? new OutreachTargeted(Id, businesses)
            : new OutreachDelivered(Id, (kind == 1 ? Letter : Card).Code, businesses);
    });

    private static ImmutableArray<BusinessId> Of(params int[] numbers) => [.. numbers.Select(number => new BusinessId($"b{number}"))];

    private static CoordinationOffice Opened()
    {
        var office = new CoordinationOffice();
        office.Do(
            Day(11, 1),
            new BusinessesOpened([.. Of([.. Enumerable.Range(0, 10)]).Select(id => PlanWorld.NewBusiness(id.Value, AreaCode.Parse("510115001001"), Tier.B))]),
            new OutreachOpened(Id, ("B级主体一封信、明白卡", "Letter and card for tier B"), [Letter, Card]));
        return office;
    }
}
