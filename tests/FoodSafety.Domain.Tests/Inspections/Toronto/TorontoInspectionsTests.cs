using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.Toronto.TorontoCounts;

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>Ten thousand real inspections and what they found, held against plain counts of the rows they come from.</summary>
public class TorontoInspectionsTests(TorontoYear year)
{
    [Fact]
    public void Rows_AreInspectionsAndInfractions()
    {
        Assert.Equal(17_188, year.Rows.Length);
        Assert.Equal((10_647, 4_849), (year.Rows.DistinctBy(row => row.Inspection).Count(), year.Rows.DistinctBy(row => row.Establishment).Count()));
        Assert.Equal((6_347, 10_841), (year.Rows.Count(row => row.IsClean), Infractions(year.Rows).Count()));
        Assert.Equal((new LocalDate(2012, 1, 3), TorontoYear.LastDay), (year.Rows.Min(row => row.Day), year.Rows.Max(row => row.Day)));
    }

    [Fact]
    public void Tables_HaveTheWordsOfTheFile_AndNoOthers()
    {
        SameWords(TorontoTables.Types.Keys, row => row.Type, year.Rows);
        SameWords(TorontoTables.Severities.Keys, row => row.Severity, Infractions(year.Rows));
        SameWords(TorontoTables.Actions.Keys, row => row.Action, Infractions(year.Rows));
        SameWords(TorontoTables.Outcomes.Keys, row => row.Outcome, Infractions(year.Rows));
        Assert.All(year.Rows.Where(row => row.IsClean), row => Assert.Equal("", row.Severity + row.Action + row.Outcome + row.Fine));

        static void SameWords(IEnumerable<string> table, Func<TorontoRow, string> word, IEnumerable<TorontoRow> rows) =>
            Assert.Equal(rows.Select(word).Distinct().Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Inspections_AreAllPublished_WithTheOutcomeThatTheirRowsCallFor()
    {
        var play = year.Play;
        Assert.Equal((10_647, 4_849, 225), (play.Inspections.Count, play.Register.Count, play.Checklist.Items.Length));
        Assert.All(play.Inspections.All, one => Assert.True(one is { State: InspectionState.Published, IsFull: true }));
        Assert.Empty(play.Inspections.FindUnpublished(TorontoYear.Calendar));
        Assert.All(play.Register.Businesses, one => Assert.True(play.Checklist.Serves(InspectionKind.Routine, one.Type)));

        var carried = InOrder(year.Rows).Where(at => IsCarried(at.Row, at.Before)).Select(at => at.Row.Inspection).ToHashSet();
        var expected = year.Rows.GroupBy(row => row.Inspection).ToDictionary(visit => visit.Key, visit =>
            visit.Any(row => Stops.Contains(row.Action)) ? InspectionOutcome.Stop
            : visit.Any(row => Charges.Contains(row.Action)) ? InspectionOutcome.Case
            : visit.Any(row => Demands.Contains(row.Action) || row.Severity == "C - Crucial") || carried.Contains(visit.Key) ? InspectionOutcome.WrittenDeadline
            : InspectionOutcome.Pass);
        Assert.Equal(expected, expected.Keys.ToDictionary(number => number, number => play.Inspections[play.Numbers[number]].Outcome!.Value));
    }

    [Fact]
    public void Findings_AreTheInfractions_OneForOne()
    {
        var book = year.Play.Findings;
        var numbers = year.Play.Numbers.ToDictionary(pair => pair.Value, pair => pair.Key);
        var expected = InOrder(year.Rows).Select(at => (
            at.Row.Inspection, at.Row.Establishment, at.Row.Day, at.Row.Infraction,
            IsKey: at.Row.Severity == "C - Crucial" || IsCarried(at.Row, at.Before), IsCarried(at.Row, at.Before), at.Row.Action == "Corrected During Inspection"));
        var findings = book.Standing.Select(one => (
            numbers[one.Inspection!.Value], one.Business.Value, one.FoundOn, one.Description, one.Severity == TorontoRules.Crucial, one.IsCarriedOver, one.IsCorrectedOnTheSpot));
        Assert.Equal(expected.Order(), findings.Order());
        Assert.Equal((10_841, 1_219), (book.All.Count(), book.All.Count(one => one.IsCarriedOver)));
    }

    [Fact]
    public void Repeats_AreInfractionsFoundBefore_ButForThoseCarriedOver()
    {
        var expected = InOrder(year.Rows).Count(at => !IsCarried(at.Row, at.Before) && at.Before.Any(visit => visit.Any(row => row.Infraction == at.Row.Infraction)));
        Assert.Equal((643, 643), (expected, year.Play.Findings.FindRepeats(Period.FromYears(1)).Length));
    }

    [Theory]
    [InlineData(1, 828, 828)]
    [InlineData(2, 3_055, 2_332)]
    [InlineData(3, 966, 673)]
    public void Coverage_AgainstTheMinimumAYear_IsThatOfTheRows(int minimum, int establishments, int covered)
    {
        var play = year.Play;
        var those = year.Rows.GroupBy(row => row.Establishment).Where(rows => rows.First().Minimum == minimum).ToList();
        Assert.Equal((establishments, covered), (those.Count, those.Count(rows => rows.DistinctBy(row => row.Inspection).Count() >= minimum)));

        var done = play.Inspections.CountDone(play.Register, Cadence.Year.PeriodOf(TorontoYear.FirstDay).Interval);
        Assert.Equal(covered, those.Count(rows => done[play.Register.RowOf(new BusinessId(rows.Key))] >= minimum));
    }
}
