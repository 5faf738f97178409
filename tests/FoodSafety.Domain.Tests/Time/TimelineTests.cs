using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

public class TimelineTests
{
    private static readonly LocalDate First = new(2025, 12, 1);

    [Fact]
    public void At_AnyDay_IsTheLastVersionThatBeganByThen() => Gen.Select(Gen.Int[0, 60].Array[1, 6], Gen.Int[0, 60]).Sample(
        (starts, asked) =>
        {
            var days = starts.Distinct().ToList();
            var timeline = new Timeline<string>(days.Select(day => (First.PlusDays(day), $"{day}")));
            var expected = days.Where(day => day <= asked).Select(day => (int?)day).Max();
            Assert.Equal(expected?.ToString(System.Globalization.CultureInfo.InvariantCulture), timeline.FindAt(First.PlusDays(asked)));
            Assert.Equal(days.Order().Select(day => $"{day}"), timeline.Versions);
        });

    /// <summary>Of any terms the timeline is taken exactly when no day has two versions, and no day between none; and every such day is told.</summary>
    [Fact]
    public void Timeline_OfAnyTerms_FaultsAreTheDaysWithoutOneVersion() => Gen.Select(Gen.Select(Gen.Int[0, 12], Gen.Int[0, 6], Gen.Int[0, 5]).Array[1, 4], Gen.Bool).Sample((drawn, mayHaveGaps) =>
    {
        var terms = drawn.Select((one, i) => (Name: $"{i}", Term: new Term(First.PlusDays(one.Item1), one.Item3 == 0 ? null : First.PlusDays(one.Item1 + one.Item2)))).ToDictionary(one => one.Name, one => one.Term);
        LocalDate[] days = [.. Enumerable.Range(0, 25).Select(day => First.PlusDays(day))];
        var covered = days.Where(day => terms.Values.Any(term => term.Contains(day))).ToArray();
        LocalDate[] none = [.. days.Where(day => covered is [var begin, .., var end] && day > begin && day < end && !covered.Contains(day))];
        string[] never = [.. terms.Where(one => one.Value.IsEmpty).Select(one => one.Key)];
        LocalDate[] several = [.. days.Where(day => terms.Values.Count(term => term.Contains(day)) > 1)];
        try
        {
            var timeline = new Timeline<string>(terms.Keys, name => terms[name], mayHaveGaps);
            Assert.Equal((true, true, 0), (several.Length == 0, mayHaveGaps || none.Length == 0, never.Length));
            Assert.All(days, day => Assert.Equal(terms.Where(one => one.Value.Contains(day)).Select(one => one.Key).SingleOrDefault(), timeline.FindAt(day)));
            Assert.Equal(timeline.Versions.Select(name => terms[name]), timeline.Terms);
        }
        catch (TimelineException refused)
        {
            Assert.Equal(never, refused.Faults.Where(fault => fault.Kind == TimelineFaultKind.NeverInForce).Select(fault => fault.Versions[0]).Order());
            if (never.Length == 0)
            {
                Assert.Equal(mayHaveGaps ? [] : none, DaysOf(TimelineFaultKind.Gap));
            }

            Assert.Equal(several, DaysOf(TimelineFaultKind.Overlap));
            Assert.True(refused.Faults.Length > 0);

            IEnumerable<LocalDate> DaysOf(TimelineFaultKind kind) => days.Where(day => refused.Faults.Any(fault => fault.Kind == kind && new Term(fault.From!.Value, fault.Until).Contains(day)));
        }
    }, iter: 500);

    [Fact]
    public void Timeline_OfNothingOrOfTwoOnOneDay_IsRefused()
    {
        Assert.Equal("The versions make no timeline: there is no version.", Assert.Throws<TimelineException>(() => new Timeline<string>()).Message);
        Assert.Throws<ArgumentNullException>(() => new Timeline<string>((First, null!)));
        var twice = Assert.Throws<TimelineException>(() => new Timeline<string>((First, "a"), (First, "b")));
        Assert.Equal([new TimelineFault(TimelineFaultKind.Overlap, ["a", "b"], First, null)], twice.Faults);
        Assert.Equal("各版本不能构成沿革：“a”与“b”相互重叠：2025-12-01 起。", twice.Text.Chinese);
    }

    [Fact]
    public void At_ADayWithoutAVersion_IsRefusedWithTheDaysThatHaveOne()
    {
        var timeline = new Timeline<string>(["a", "b", "c"], version => version switch
        {
            "a" => new(First, First.PlusDays(5)),
            "b" => new(First.PlusDays(5), First.PlusDays(9)),
            _ => new(First.PlusDays(20)),
        }, mayHaveGaps: true);
        Assert.Contains(
            "No version is in force on 2025-12-10. Allowed: 2025-12-01 on and before 2025-12-10, 2025-12-21 on.",
            Assert.Throws<ArgumentOutOfRangeException>(() => timeline.At(First.PlusDays(9))).Message, StringComparison.Ordinal);
        Assert.Equal((First, null), (timeline.From, timeline.Until));
        Assert.Null(timeline.FindAt(First.PlusDays(-1)));
    }

    [Fact]
    public void Timeline_OfAVersionInForceOnNoDay_IsRefused()
    {
        // Taken in, it would hide the one that is in force around it.
        var fault = Assert.Single(Assert.Throws<TimelineException>(() => new Timeline<string>(
            ["a", "b"], version => version == "a" ? new(First) : new(First.PlusDays(5), First.PlusDays(5)), mayHaveGaps: true)).Faults);
        Assert.Equal("'b' is in force on no day", fault.Text.English);
    }

    [Fact]
    public void At_ADayOfAnotherCalendar_IsThatOfTheSameDay()
    {
        var timeline = new Timeline<string>((First, "a"), (First.PlusDays(5), "b"));
        Assert.Equal(("a", "b"), (timeline.At(First.PlusDays(4).WithCalendar(CalendarSystem.Julian)), timeline.At(First.PlusDays(5).WithCalendar(CalendarSystem.Julian))));
    }

    [Fact]
    public void Minutes_RunFromAnInstant()
    {
        var limit = TimeLimit.Minutes(30);
        var at = Instant.FromUtc(2026, 11, 30, 15, 45);
        Assert.Equal((true, "30 minutes", "30 分钟"), (limit.RunsFromInstant, limit.Text.English, limit.Text.Chinese));
        Assert.Equal(at + Duration.FromMinutes(30), limit.After(at, WorkingCalendar.China).LastInstant);
        Assert.Throws<ArgumentException>(() => limit.After(new LocalDate(2026, 11, 30), WorkingCalendar.China));
        Assert.Equal((true, false, false), (TimeLimit.Hours(1).RunsFromInstant, TimeLimit.Days(1).RunsFromInstant, TimeLimit.WorkingDays(1).RunsFromInstant));
    }
}
