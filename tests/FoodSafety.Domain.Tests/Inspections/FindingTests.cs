using FoodSafety.Domain.Inspections;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

public class FindingTests
{
    private static readonly Period Year = Period.FromYears(1);

    [Fact]
    public void FindPrevious_AtTheEdgeOfTheWindow_IsInclusive()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusYears(1));
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusYears(2).PlusDays(1));
        Assert.Null(book.FindPrevious(new FindingId(1), Year));
        Assert.Equal(new FindingId(1), book.FindPrevious(new FindingId(2), Year)?.Id);
        Assert.Null(book.FindPrevious(new FindingId(3), Year));
        Assert.Equal([new FindingRepeat(book.Findings[1], book.Findings[0])], book.FindRepeats(Year));
    }

    [Fact]
    public void FindPrevious_OfAnotherItemOrBusiness_IsNone()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "cleaning"), Day.PlusDays(1));
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(2), Task(subject: Other));
        Assert.Empty(book.FindRepeats(Year));
        // Entered late: the days count, not the order of the numbers.
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(-5));
        Assert.Equal(new FindingId(4), book.FindPrevious(new FindingId(1), Year)?.Id);
    }

    [Fact]
    public void FindRepeats_AfterACarriedOne_CountsFromIt()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(10), Task(followsUp: new FindingId(1)));
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(20));
        Assert.Equal([(3, 2)], book.FindRepeats(Year).Select(repeat => (repeat.Finding.Id.Number, repeat.Previous.Id.Number)));
    }

    [Fact]
    public void FindRepeats_OfNoWindow_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => FindingRepeats.FindRepeats([], Period.Zero));
        Assert.Throws<ArgumentException>(() => FindingRepeats.FindRepeats([], Period.FromDays(-1)));
        Assert.Throws<ArgumentException>(() => FindingRepeats.FindRepeats([], Period.FromHours(1)));
        Assert.Empty(FindingRepeats.FindRepeats([], Period.FromDays(1)));
    }

    [Fact]
    public void Raised_IsKey_FromEither()
    {
        Assert.Equal(FindingSeverity.Key, FindingSeverity.General.Raised());
        Assert.Equal(FindingSeverity.Key, FindingSeverity.Key.Raised());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((FindingSeverity)0).Raised());
    }

    [Theory]
    [InlineData(null, null, 100, true, "温度 100 ℃")]
    [InlineData(null, 8, 8, true, "温度 8 ℃ (≤ 8)")]
    [InlineData(null, 8, 9, false, "温度 9 ℃ (≤ 8)")]
    [InlineData(60, null, 60, true, "温度 60 ℃ (≥ 60)")]
    [InlineData(60, null, 59, false, "温度 59 ℃ (≥ 60)")]
    [InlineData(0, 8, -1, false, "温度 -1 ℃ (0 – 8)")]
    public void Measurement_AgainstItsLimits_IsInclusive(int? atLeast, int? atMost, int value, bool within, string text)
    {
        var measurement = new Measurement("温度", value, MeasurementUnit.DegreeCelsius, atLeast, atMost);
        Assert.Equal((within, text), (measurement.IsWithinLimits, measurement.ToString()));
    }

    [Fact]
    public void Values_ThatSayNothing_AreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new Measurement("温度", 1, MeasurementUnit.DegreeCelsius, 8, 0));
        Assert.ThrowsAny<ArgumentException>(() => new Measurement(" ", 1, MeasurementUnit.DegreeCelsius));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Measurement("温度", 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => new EvidenceReference(EvidenceKind.Photo, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvidenceReference(0, "p-1"));
        Assert.ThrowsAny<ArgumentException>(() => ItemAnswer.NotMet("labels", " ", ItemEffect.Minor));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemAnswer.NotMet("labels", "x", 0));
        Assert.ThrowsAny<ArgumentException>(() => ResultSignature.Refused(""));
        Assert.ThrowsAny<ArgumentException>(() => new Inspector(""));
    }

    [Fact]
    public void ItemId_OfNothing_IsNobodysSame()
    {
        Assert.True(default(ChecklistItemId).IsNone);
        Assert.False(default(ChecklistItemId).IsSameItem(default));
        Assert.Equal("", default(ChecklistItemId).ToString());
    }

    [Fact]
    public void Symbols_OfAllUnits_Differ() => Assert.Equal(
        Enum.GetValues<MeasurementUnit>().Length, Enum.GetValues<MeasurementUnit>().Select(unit => unit.Symbol()).Distinct().Count());

    [Fact]
    public void FollowUp_PlannedBeforeTheFinding_IsRefused()
    {
        var book = new InspectionBook();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        Assert.Throws<ArgumentException>(() => book.Plan(Task(followsUp: new FindingId(1)), By, Day.PlusDays(-1)));
        Assert.Single(book.Inspections);
        Assert.Equal(new InspectionId(2), book.Plan(Task(followsUp: new FindingId(1)), By, Day).Id);
    }

    [Fact]
    public void Record_ReplacingAFindingThatIsNotThere_IsRefused()
    {
        var book = new InspectionBook();
        var finding = new Finding
        {
            Subject = Shop, Source = FindingSource.Complaint, Severity = FindingSeverity.General, Description = "异味", FoundOn = Day, By = By, Replaces = new FindingId(9),
        };
        Assert.Throws<ArgumentException>(() => book.Record(finding));
        Assert.Empty(book.Events);
    }
}
