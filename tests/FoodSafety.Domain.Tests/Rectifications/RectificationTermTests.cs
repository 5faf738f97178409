using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>How long an order gives, and who sees that it was carried out, are rules of the place.</summary>
public class RectificationTermTests
{
    private static readonly Citation Own = Citation.Illustrative(("本地规定", "rules of the place"));

    private static readonly RectificationRules Place = new()
    {
        ClosesOnSight = new(true, Own),
        OpenOrders = new([OpenTerm.NextInspection], Own),
        TypicalLimit = TimeLimit.Days(14, Own),
    };

    private static readonly Instant Monday = At(2025, 9, 1);

    [Fact]
    public void Order_ThatSaysNoTime_GetsWhatIsTypical_AndWithoutThatIsRefused()
    {
        var desk = new RectificationDesk(Place);
        var id = Claimed(desk);
        desk.Order(id, null, Officer, Monday);
        Assert.Equal((TimeLimit.Days(14, Own), new LocalDate(2025, 9, 15)), (desk[id].Limit, desk[id].Deadline!.Value.LastDay));
        // The entry tells what was given: rules that are laid down later change nothing of it.
        Assert.Equal(TimeLimit.Days(14, Own), desk.Taken[^1].Act.Limit);

        var strict = new RectificationDesk();
        var other = Claimed(strict);
        Assert.Equal(["data-missing"], CodesOf(() => strict.Order(other, null, Officer, Monday)));
    }

    [Fact]
    public void Order_UntilTheNextInspection_IsNeverOverdue_AndIsLeftWhenTheBusinessWasInspected()
    {
        var desk = new RectificationDesk(Place);
        var id = Claimed(desk, row: 3);
        desk.Take(RectificationAct.OrderUntil(id, OpenTerm.NextInspection, "order-1"), Officer, Monday);
        var business = desk.Book.Register.IdAt(3);

        foreach (var book in (RectificationBook[])[desk.Book, desk.Redone().Book])
        {
            Assert.Equal((OpenTerm.NextInspection, null, RectificationState.Ordered), (book[id].Until, book[id].Deadline, book[id].State));
            var later = book.On(new LocalDate(2027, 1, 1));
            Assert.Equal((0, 1), (later.OverdueCount, later.Counts.Open));
            Assert.Equal([id], later.WithoutLastDay(OpenTerm.NextInspection));
            Assert.Empty(later.WithoutLastDay(OpenTerm.NoDay));
            Assert.Empty(later.FollowUps(book.Register, InspectionKind.Routine));
            Assert.Equal([id], later.LeftByInspection(book.Register, [new(business, InspectionKind.Routine, new(2025, 9, 2))]));
            // That of the day of the order is the one that gave it.
            Assert.Empty(later.LeftByInspection(book.Register, [new(business, InspectionKind.Routine, new(2025, 9, 1))]));
            Assert.Empty(book.On(new LocalDate(2025, 9, 1)).LeftByInspection(book.Register, [new(business, InspectionKind.Routine, new(2025, 9, 2))]));
        }

        Assert.Equal(["deadline-given"], CodesOf(() => desk.Extend(id, TimeLimit.Days(3), Owner, "parts are late", Officer, Monday)));
        Assert.Equal(["one-term"], CodesOf(() => desk.Take(RectificationAct.OrderUntil(Claimed(desk), OpenTerm.NextInspection) with { Limit = TimeLimit.Days(3) }, Officer, Monday)));

        // Whoever inspects sees that it is corrected, and it is struck off without a report.
        desk.Close(id, Verifier, At(2025, 10, 7));
        Assert.Equal((RectificationState.Closed, Verifier, null), (desk[id].State, desk[id].VerifiedBy, desk[id].MendedBy));
        Assert.Empty(desk.On(new LocalDate(2027, 1, 1)).WithoutLastDay(OpenTerm.NextInspection));
        desk.TakeBackTo(3);
        Assert.Equal(OpenTerm.NextInspection, desk[id].Until);
    }

    [Fact]
    public void Order_WithoutALastDay_AndClosingOnSight_AreRefusedUnlessThePlaceKnowsThem()
    {
        var desk = new RectificationDesk();
        var refused = Assert.Single(Assert.Throws<ActsRefusedException>(() => desk.Take(RectificationAct.OrderUntil(Claimed(desk), OpenTerm.NextInspection), Officer, Monday)).Refusals);
        Assert.Equal(("order-has-a-day", "33"), (refused.Code, refused.Basis?.Article));
        Assert.Equal(["order-has-a-day"], CodesOf(() => new RectificationDesk(Place) is var other ? other.Take(RectificationAct.OrderUntil(Claimed(other), OpenTerm.NoDay), Officer, Monday) : null));

        var ordered = desk.Ordered(TimeLimit.Days(5), Monday);
        Assert.Equal(["report-handed-in"], CodesOf(() => desk.Close(ordered, Verifier, Monday)));
        desk.Submit(ordered, "report-1", Owner, Monday);
        desk.Close(ordered, Verifier, Monday);
        Assert.Equal(RectificationState.Closed, desk[ordered].State);
    }

    [Fact]
    public void Return_MayGiveAnotherTermThanTheOrder()
    {
        var desk = new RectificationDesk(Place);
        var id = desk.Submitted(Monday);
        desk.Take(RectificationAct.Return(id, "still dirty") with { Until = OpenTerm.NextInspection }, Verifier, At(2025, 9, 2));
        Assert.Equal((OpenTerm.NextInspection, null, null), (desk[id].Until, desk[id].Deadline, desk[id].Limit));
        Assert.Equal(0, desk.On(new LocalDate(2027, 1, 1)).OverdueCount);

        desk.Submit(id, "report-2", Owner, At(2025, 9, 3));
        desk.Return(id, "still dirty", Verifier, At(2025, 9, 4), TimeLimit.Days(2));
        Assert.Equal((null, new LocalDate(2025, 9, 6)), (desk[id].Until, desk[id].Deadline!.Value.LastDay));
        Assert.Equal(1, desk.On(new LocalDate(2025, 9, 7)).OverdueCount);
        Assert.Equal(desk[id], desk.Redone()[id]);
    }

    private static RectificationId Claimed(RectificationDesk desk, int? row = null)
    {
        var id = desk.Report(Monday, row);
        desk.Claim(id, Officer, Monday);
        return id;
    }

    private static string[] CodesOf(Func<object?> act) => [.. Assert.Throws<ActsRefusedException>(() => act()).Refusals.Select(refusal => refusal.Code)];
}
