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
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusYears(1));
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusYears(2).PlusDays(1));
        FindingId[] found = [new(1, 3), new(2, 3), new(3, 3)];
        Assert.Equal(found, book.Findings.All.Select(finding => finding.Id));
        Assert.Null(book.Findings.FindPrevious(found[0], Year));
        Assert.Equal(found[0], book.Findings.FindPrevious(found[1], Year)?.Id);
        Assert.Null(book.Findings.FindPrevious(found[2], Year));
        Assert.Equal([new FindingRepeat(book.Findings[found[1]], book.Findings[found[0]])], book.Findings.FindRepeats(Year));
    }

    [Fact]
    public void FindPrevious_OfAnotherItemOrBusiness_IsNone()
    {
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "cleaning"), Day.PlusDays(1));
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(2), Task(subject: Other));
        Assert.Empty(book.Findings.FindRepeats(Year));
        // Entered late: the days count, not the order of the numbers.
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(-5));
        Assert.Equal(new FindingId(4, 3), book.Findings.FindPrevious(new FindingId(1, 3), Year)?.Id);
    }

    [Fact]
    public void FindRepeats_AfterACarriedOne_CountsFromIt()
    {
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(10), Task(followsUp: new FindingId(1, 3)));
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day.PlusDays(20));
        Assert.Equal([(new FindingId(3, 3), new FindingId(2, 3))], book.Findings.FindRepeats(Year).Select(repeat => (repeat.Finding.Id, repeat.Previous.Id)));
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
    public void Raised_ByTheBuiltInRules_IsKeyFromEither()
    {
        Assert.Equal(FindingSeverity.Key, InspectionRules.BuiltIn.Raised(FindingSeverity.General));
        Assert.Equal(FindingSeverity.Key, InspectionRules.BuiltIn.Raised(FindingSeverity.Key));
        Assert.Throws<ArgumentException>(() => InspectionRules.BuiltIn.Raised(default));
        Assert.Throws<ArgumentException>(() => InspectionRules.BuiltIn.Raised(new("crucial")));
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
        Assert.False(default(ChecklistItemId).IsSameCode(default));
        Assert.Equal("", default(ChecklistItemId).ToString());
    }

    [Fact]
    public void Symbols_OfAllUnits_Differ() => Assert.Equal(
        Enum.GetValues<MeasurementUnit>().Length, Enum.GetValues<MeasurementUnit>().Select(unit => unit.Symbol()).Distinct().Count());

    [Fact]
    public void FollowUp_PlannedBeforeTheFinding_IsRefused()
    {
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);
        Assert.Equal(["found-later"], CodesOf(() => book.Plan(Task(followsUp: new FindingId(1, 3)), By, Day.PlusDays(-1))));
        Assert.Single(book.Book.All);
        Assert.Equal(new InspectionId(2), book.Plan(Task(followsUp: new FindingId(1, 3)), By, Day).Id);
    }

    [Fact]
    public void Record_ReplacingAFindingThatIsNotThere_IsRefused()
    {
        var book = new InspectionDesk();
        var finding = new FindingRecorded(new(7), Shop, FindingSource.Complaint, FindingSeverity.General, "异味") { Replaces = new FindingId(9) };
        Assert.Equal(["unknown-finding"], CodesOf(() => book.Record(finding, By, Day)));
        Assert.Empty(book.Findings.All);
    }

    [Theory]
    [InlineData("20260000005-3", 20260000005, 3)]
    [InlineData("20260000007", 20260000007, 0)]
    [InlineData("0", 0, 0)]
    [InlineData("5-0", 0, 0)]
    [InlineData("5-", 0, 0)]
    [InlineData("-3", 0, 0)]
    [InlineData("5-3-1", 0, 0)]
    [InlineData("5-2147483648", 0, 0)]
    [InlineData("9007199254740992-1", 0, 0)]
    [InlineData("5 -3", 0, 0)]
    public void Id_AsText_IsItsInspectionAndItsPlace(string text, long number, int place)
    {
        Assert.Equal(number > 0, FindingId.TryParse(text, null, out var id));
        Assert.Equal(new FindingId(number, place), id);
        Assert.Equal(number == 0 ? "" : text, id.ToString());
        Assert.Equal(place == 0 ? null : new InspectionId(number), id.Inspection);
    }

    [Fact]
    public void Id_OfAPlaceBeforeTheFirst_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new FindingId(5, -1));
}
