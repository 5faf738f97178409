using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Coordination.OutreachMaterial;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class OutreachCampaignTests
{
    [Fact]
    public void RowsOf_Tier_GivesThoseOfTheTierOnly()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        foreach (var tier in new[] { Tier.B, Tier.C, Tier.B, Tier.A, Tier.B })
        {
            world.Add($"b{world.Register.Count}", "510115001", tier);
        }

        world.Close(4);
        world.Grade();

        Assert.Equal([0, 2], OutreachCampaign.RowsOf(world.Grades, Tier.B));
        Assert.Equal([0, 2, 3], OutreachCampaign.RowsOf(world.Grades, Tier.A, Tier.B));
        Assert.Empty(OutreachCampaign.RowsOf(world.Grades));
    }

    [Fact]
    public void CoverageOn_LetterAndCard_CountsEachAndBoth()
    {
        var campaign = Opened();
        campaign.Target([3, 1, 7], Office, Day(11, 1));
        campaign.Deliver(Letter, [1, 3], "r1", Office, Day(11, 2));
        campaign.Deliver(Card, [3], "r2", Office, Day(11, 4));

        Assert.Equal((0, 0), Counts(Day(10, 31)));
        Assert.Equal((3, 0), Counts(Day(11, 3)));
        Assert.Equal((3, 1), Counts(Day(11, 4)));
        Assert.Equal([2, 1], campaign.CoverageOn(Day(11, 4)).Delivered);
        Assert.Equal(2, campaign.CoverageOn(Day(11, 4)).Rest);
        Assert.Equal([1, 3, 7], campaign.RestOn(Day(11, 3)));
        Assert.Equal([1, 7], campaign.RestOn(Day(11, 4)));
        Assert.Equal([7], campaign.RestOn(Day(11, 4), Letter));
        Assert.Equal(Day(11, 2), campaign.FindDelivery(1, Letter));
        Assert.Null(campaign.FindDelivery(1, Card));
        Assert.Null(campaign.FindDelivery(99, Card));

        (int, int) Counts(NodaTime.LocalDate on) => (campaign.CoverageOn(on).Targets, campaign.CoverageOn(on).Complete);
    }

    [Fact]
    public void Target_TheHighestRowThereIs_TakesNoMoreThanAnyOther()
    {
        var campaign = Opened();
        var before = GC.GetAllocatedBytesForCurrentThread();
        campaign.Target([100_000_000, int.MaxValue, .. Enumerable.Range(0, 1_000).Select(row => row * 1_000_003)], Office, Day(11, 1));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        campaign.Deliver(Letter, [int.MaxValue], "", Office, Day(11, 2));
        Assert.Equal(1_002, campaign.CoverageOn(Day(11, 2)).Targets);
        Assert.Equal(Day(11, 2), campaign.FindDelivery(int.MaxValue, Letter));
        Assert.Equal(int.MaxValue, campaign.RestOn(Day(11, 2))[^1]);
        Assert.Equal([.. campaign.RestOn(Day(11, 2)).Order()], campaign.RestOn(Day(11, 2)));
    }

    [Fact]
    public void Deliver_AgainOrToNoTarget_IsListedApart()
    {
        var campaign = Opened();
        campaign.Target([1, 2], Office, Day(11, 1));
        campaign.Deliver(Letter, [1], "", Office, Day(11, 2));

        var delivery = campaign.Deliver(Letter, [9, 2, 1, 0], "by hand", Office, Day(11, 3));

        Assert.Equal([2], delivery.Delivered);
        Assert.Equal([1], delivery.Again);
        Assert.Equal([9, 0], delivery.Outside);
        Assert.Equal("by hand", delivery.Act.Receipt);
        Assert.Equal(Day(11, 2), campaign.FindDelivery(1, Letter));
        Assert.Equal(2, campaign.CoverageOn(Day(11, 3)).Targets);
    }

    [Fact]
    public void Target_Again_StaysSinceTheFirstDay()
    {
        var campaign = Opened();
        campaign.Target([1], Office, Day(11, 2));
        campaign.Target([1, 2], Office, Day(11, 5));

        Assert.Equal([1], campaign.RestOn(Day(11, 4)));
        Assert.Equal([1, 2], campaign.RestOn(Day(11, 5)));
    }

    [Fact]
    public void Acts_FaultyArguments_AreToldAndLeaveNoTrace()
    {
        var campaign = Opened();
        campaign.Target([1], Office, Day(11, 2));

        var refused = Assert.ThrowsAny<ArgumentException>(() => campaign.Deliver(new("poster", ("海报", "poster")), [1], "", Office, Day(11, 2)));
        Assert.StartsWith("Campaign 'b-tier' has no material 'poster'. Allowed: letter, card.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<LedgerDayException>(() => campaign.Deliver(Letter, [1], "", Office, Day(11, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => campaign.Deliver(Letter, [1, -1], "", Office, Day(11, 2)));
        Assert.ThrowsAny<ArgumentException>(() => campaign.Target([2], "", Day(11, 2)));
        Assert.Equal(2, campaign.Events.Count);
        Assert.Null(campaign.FindDelivery(1, Letter));
        Assert.ThrowsAny<ArgumentException>(() => new OutreachCampaign("c", ("c", "c"), [], Office, Day(11, 1)));
        Assert.ThrowsAny<ArgumentException>(() => new OutreachCampaign("c", ("c", "c"), [Letter, Letter], Office, Day(11, 1)));
    }

    [Fact]
    public void Replay_NotBegunByOpening_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => OutreachCampaign.Replay([]));
        Assert.Throws<ArgumentException>(() => OutreachCampaign.Replay([new OutreachTargeted([1], Office, Day(11, 1))]));
        Assert.Throws<ArgumentException>(() => OutreachCampaign.Replay([.. Opened().Events, .. Opened().Events]));
    }

    [Fact]
    public void Coverage_OfAnyActs_AgreesWithTheListsAndWithAReplay() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 40].Array[0, 8]).Array[0, 12].Sample(acts =>
    {
        var campaign = Opened();
        var on = campaign.LastDay;
        foreach (var (kind, rows) in acts)
        {
            on = on.PlusDays(1);
            var distinct = rows.Distinct().ToImmutableArray();
            if (kind == 0)
            {
                campaign.Target(distinct, Office, on);
            }
            else
            {
                var delivery = campaign.Deliver(kind == 1 ? Letter : Card, distinct, "", Office, on);
                Assert.Equal(distinct.Order(), delivery.Delivered.Concat(delivery.Again).Concat(delivery.Outside).Order());
            }
        }

        var again = OutreachCampaign.Replay(campaign.Events);
        Assert.Equal(campaign.Events, again.Events);
        for (var day = campaign.Events[0].On; day <= on; day = day.PlusDays(1))
        {
            var coverage = campaign.CoverageOn(day);
            var lacking = campaign.RestOn(day, Letter).Union(campaign.RestOn(day, Card));
            Assert.Equal(lacking.Order(), campaign.RestOn(day));
            Assert.Equal((coverage.Rest, coverage.Targets - coverage.Delivered[0]), (campaign.RestOn(day).Length, campaign.RestOn(day, Letter).Length));
            Assert.Equal(campaign.RestOn(day), again.RestOn(day));
            Assert.Equal((coverage.Targets, coverage.Complete), (again.CoverageOn(day).Targets, again.CoverageOn(day).Complete));
        }
    });

    private static OutreachCampaign Opened() => new("b-tier", ("B级主体一封信、明白卡", "Letter and card for tier B"), [Letter, Card], Office, Day(11, 1));
}
