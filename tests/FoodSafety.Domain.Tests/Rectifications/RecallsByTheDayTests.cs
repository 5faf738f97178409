using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.RecallSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Which version of the measure holds for a recall, from when the time to finish runs, and how an ordered recall is reported on.</summary>
public class RecallsByTheDayTests
{
    [Theory]
    // The last minute of 30 November and the first of 1 December in China; in UTC both are of November.
    [InlineData("2026-11-30T23:59", RecallClass.I, 24, "2015")]
    [InlineData("2026-11-30T23:59", RecallClass.II, 48, "2015")]
    [InlineData("2026-11-30T23:59", RecallClass.III, 72, "2015")]
    [InlineData("2026-12-01T00:00", RecallClass.I, 24, "2026")]
    [InlineData("2026-12-01T00:00", RecallClass.II, 36, "2026")]
    [InlineData("2026-12-01T00:00", RecallClass.III, 48, "2026")]
    public void FindClock_OfTheStart_IsThatOfTheDayOfKnowing(string known, RecallClass recallClass, int hours, string version)
    {
        var at = ReferralSamples.China(known);
        var last = at + Duration.FromHours(hours);
        foreach (var state in (RecallState[])[RecallState.Known, RecallState.Ordered])
        {
            var recalls = In(state, recallClass, at).Recalls;
            var clock = recalls.FindClock(Id, last)!;
            Assert.Equal((RecallStep.Start, last, false), (clock.Step, clock.Deadline!.Value.LastInstant, clock.IsOverdue));
            Assert.True(recalls.FindClock(Id, last + Duration.Epsilon)!.IsOverdue);
            Assert.Equal(RecallTerms.National.Versions.Single(known => known.Version == version).Basis, clock.Limit.Basis);
            Assert.False(clock.Limit.Basis!.IsIllustrative);
        }
    }

    [Fact]
    public void FindClock_OfARecallThatWasKnownBefore_KeepsTheOldTermsAfterTheDay()
    {
        var known = ReferralSamples.China("2026-11-30T20:00");
        var district = In(RecallState.Known, at: known);
        district.Take(Act(RecallStep.Start), ReferralSamples.China("2026-12-02T10:00"));
        district.Take(Act(RecallStep.Publish), ReferralSamples.China("2026-12-02T11:00"));

        var clock = district.TheRecall().FindClock(ReferralSamples.China("2026-12-02T12:00"), WorkingCalendar.China)!;
        Assert.Equal(clock, district.Recalls.FindClock(Id, ReferralSamples.China("2026-12-02T12:00")));
        Assert.Equal(("10 working days", "Measure on food recalls (CFDA Order 12)"), (clock.Limit.Text.English, clock.Limit.Basis!.Text.English));
    }

    [Fact]
    public void National_BeforeTheMeasureOf2015_IsUnknownAndSaysSo()
    {
        Assert.Equal("2015", RecallTerms.National.At(new LocalDate(2015, 9, 1)).Version);
        Assert.Null(RecallTerms.National.FindAt(new LocalDate(2015, 8, 31)));
        var refused = None().Refused(Act(RecallStep.Learn), ReferralSamples.China("2015-08-31T23:59"));
        Assert.Equal(("no-terms", "No terms of recalls are known for 2015-08-31."), (refused.Code, refused.Text.English));
        Assert.EndsWith("2015-09-01 and later.", refused.Allowed.English, StringComparison.Ordinal);
        Assert.Null(None().AsOf(new LocalDate(2015, 8, 31)).RecallTerms);
    }

    [Theory]
    [InlineData("2025-09-24T10:00", false)]
    [InlineData("2026-12-01T08:00", true)]
    public void FindClock_OfTheEnd_WaitsForTheNoticeAndSaysSo(string known, bool illustrative)
    {
        var started = In(RecallState.Started, RecallClass.I, ReferralSamples.China(known));
        var waiting = started.Recalls.FindClock(Id, ReferralSamples.China(known) + Duration.FromDays(400))!;

        Assert.Equal((RecallStep.Report, RecallStep.Publish, null, false, false), (waiting.Step, waiting.WaitsFor, waiting.Deadline, waiting.IsRunning, waiting.IsOverdue));
        Assert.Equal(illustrative, waiting.Limit.Basis!.IsIllustrative);
        Assert.StartsWith("'report' within 10 working days of the step 'publish the notice', which was not taken yet (", waiting.Text.English, StringComparison.Ordinal);
        Assert.Contains("自“发布召回公告”起算，尚未起算", waiting.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void FindClock_OfTheEnd_RunsFromTheNoticeAndNotFromTheStart()
    {
        // Started on Wednesday 24 September 2025, published on Friday the 26th: Sunday 28, 29, 30 September, 9, 10, Saturday 11, 13 to 16 October are ten.
        var district = In(RecallState.Started);
        district.Take(Act(RecallStep.Publish), ReferralSamples.China("2025-09-26T17:00"));
        var clock = district.Recalls.FindClock(Id, Start)!;
        Assert.Equal(new LocalDate(2025, 10, 16), clock.Deadline!.Value.LastDay);
        Assert.Equal(("by 2025-10-16", null), (clock.Deadline!.Value.Text.English, clock.WaitsFor));

        district.Take(Act(RecallStep.Report), ReferralSamples.China("2025-10-09T09:00"));
        district.Take(Act(RecallStep.SendBack), ReferralSamples.China("2025-10-10T09:00"));
        Assert.Equal(new LocalDate(2025, 10, 16), district.Recalls.FindClock(Id, Start)!.Deadline!.Value.LastDay);
    }

    [Fact]
    public void Publish_TheNoticeTwice_IsRefused()
    {
        var district = Published();
        Assert.Equal("published-once", district.Refused(Act(RecallStep.Publish), Start).Code);
        Assert.False(district.Recalls.AllowedSteps(Id, RecallParty.Business, Start).Single(option => option.Step == RecallStep.Publish).IsAllowed);
        Assert.True(In(RecallState.Started).Recalls.AllowedSteps(Id, RecallParty.Business, Start).Single(option => option.Step == RecallStep.Publish).IsAllowed);
    }

    [Fact]
    public void Of2026_MarksWhatWasNotVerified()
    {
        foreach (var recallClass in Enum.GetValues<RecallClass>())
        {
            Assert.Equal(RecallTerms.Of2015.FinishLimit(recallClass).Amount, RecallTerms.Of2026.FinishLimit(recallClass).Amount);
            Assert.False(RecallTerms.Of2026.StartLimit(recallClass).Basis!.IsIllustrative);
            Assert.True(RecallTerms.Of2026.FinishLimit(recallClass).Basis!.IsIllustrative);
            Assert.True(RecallTerms.Of2026.FindProgressLimit(recallClass)!.Basis!.IsIllustrative);
            Assert.Null(RecallTerms.Of2015.FindProgressLimit(recallClass));
        }

        Assert.Equal(["1 day", "5 working days", "10 working days"], Enum.GetValues<RecallClass>().Select(c => RecallTerms.Of2026.FindProgressLimit(c)!.Text.English));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecallTerms.Of2015.FindProgressLimit(default));
        Assert.NotEqual(RecallTerms.Of2026, RecallTerms.Of2026.WithProgress(TimeLimit.Days(2), TimeLimit.Days(2), TimeLimit.Days(2)));
    }

    [Fact]
    public void FindProgressClock_OfAnOrderedRecall_RunsFromEachReport()
    {
        var at = ReferralSamples.China("2026-12-01T10:00");
        var district = In(RecallState.Ordered, RecallClass.I, at);
        Assert.Null(Clock());

        district.Take(Act(RecallStep.Start), at);
        Assert.Equal(new LocalDate(2026, 12, 2), Clock()!.Deadline!.Value.LastDay);
        district.Take(Act(RecallStep.Progress), at + Duration.FromDays(2));
        Assert.Equal((RecallStep.Progress, new LocalDate(2026, 12, 4)), (Clock()!.Step, Clock()!.Deadline!.Value.LastDay));
        Assert.True(district.Recalls.FindProgressClock(Id, ReferralSamples.China("2026-12-05T00:00"))!.IsOverdue);

        // Neither of one that was not ordered, nor by the terms of 2015.
        Assert.Null(In(RecallState.Started, RecallClass.I, at).Recalls.FindProgressClock(Id, at));
        var earlier = In(RecallState.Ordered);
        earlier.Take(Act(RecallStep.Start), Start);
        Assert.Null(earlier.Recalls.FindProgressClock(Id, Start));

        RecallClock? Clock() => district.Recalls.FindProgressClock(Id, at);
    }
}
