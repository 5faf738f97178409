using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>A measure that a place adds is made here, without a line of the library's, and stands in every output.</summary>
public class OwnMeasureTests
{
    /// <summary>Tied businesses that nobody's commitment names: no count of the library says it.</summary>
    private static readonly ScorecardMeasure Unsigned = new("unsigned", ("未签承诺主体", "tied without a commitment"), static tally =>
    {
        var named = tally.Day.Commitments.SelectMany(commitment => commitment.Businesses).ToHashSet();
        foreach (var row in tally.Rows)
        {
            if (tally.IsTied(row) && !named.Contains(tally.Day.Register.IdAt(row)))
            {
                tally.Add(row);
            }
        }
    })
    { PartOf = ScorecardMeasure.Tied };

    /// <summary>What somebody else would have to tell, and has not.</summary>
    private static readonly ScorecardMeasure Complaints = new("complaints", ("投诉举报", "complaints"), static tally => tally.Unstated());

    private static readonly Gen<RandomDistrict> AnyDistrict = Gen.Int[0, 10_000].Array[0, 1500].Select(dice => new RandomDistrict(dice));

    private static readonly Gen<LocalDate> AnyDay = Gen.Int[-70, 40].Select(days => PlanWorld.Day.PlusDays(days));

    [Fact]
    public void Count_OfAnyDistrict_ComesToWhatTheLibraryCounts_WhereItCountsTheSame()
    {
        var tied = new ScorecardMeasure("tied-too", ("已包保", "tied too"), static tally =>
        {
            foreach (var row in tally.Rows.Where(tally.IsTied))
            {
                tally.Add(row);
            }
        })
        { PartOf = ScorecardMeasure.Businesses };
        var visits = new ScorecardMeasure("visits-too", ("督导", "visits too"), static tally =>
        {
            foreach (var visit in tally.Day.Inspections)
            {
                if (visit is { Kind: Domain.Inspections.InspectionKind.CadreVisit, IsDone: true, BegunOn: { } begun } && tally.Period.Contains(begun) && tally.Day.Register.FindRow(visit.Business) is { } row)
                {
                    tally.Add(row);
                }
            }
        });
        var main = new ScorecardMeasure("main-too", ("主体责任人", "main too"), static tally =>
        {
            foreach (var cadre in tally.Rows.Where(tally.IsTied).GroupBy(row => tally.Day.Plan!.FindChain(row)!.Main.Cadre))
            {
                tally.AddPerson([.. cadre.Reverse()]);
            }
        })
        { IsOfPeople = true };
        Gen.Select(AnyDistrict, AnyDay).Sample(
            (random, day) =>
            {
                var district = With(random.Build(), tied, visits, main);
                var card = Scorecard.Of(district.AsOf(day));
                Assert.Equal([.. ScorecardMeasure.All, tied, visits, main], card.Measures);
                foreach (var area in card.Areas.Areas)
                {
                    var entry = card[area.Code];
                    Assert.Equal(
                        (entry[ScorecardMeasure.Tied], entry[ScorecardMeasure.Visits], entry[ScorecardMeasure.MainCadres]), (entry[tied], entry[visits], entry[main]));
                    Assert.All(card.Measures.Where(measure => measure.PartOf is not null), measure => Assert.True(entry[measure] <= entry[measure.PartOf!], $"{measure} is no part of {measure.PartOf}."));
                }
            }, iter: 25);
    }

    [Fact]
    public void OwnMeasure_StandsInEveryOutput()
    {
        var district = With(SmallDistrict.Build(), Unsigned, Complaints);
        var day = district.AsOf(SmallDistrict.Day);
        var report = ScorecardReport.Of(day, SmallDistrict.Area);

        Assert.Equal(2, report.Entry[Unsigned]);
        Assert.Contains("Not stated, which is not 0: reached by publicity, trained, complaints.", report.ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.Contains("| tied without a commitment | 2 |\n| complaints | — |\n", report.ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.Contains("逾期未改问题 | 未签承诺主体 | 投诉举报 |", report.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(",daily-kept,unsigned,complaints,provisional\r\n", report.ToCsv(), StringComparison.Ordinal);
        Assert.EndsWith(",3,1,2,,\r\n", report.ToCsv(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(2, json.RootElement.GetProperty("counts").GetProperty("unsigned").GetInt64());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("counts").GetProperty("complaints").ValueKind);
        Assert.Contains("<td>未签承诺主体</td><td class=\"n\">2</td>", report.ToHtml(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("<th class=\"n\">Tied without a commitment</th><th class=\"n\">Complaints</th>", report.ToHtml(Language.English), StringComparison.Ordinal);

        // The table has its count, its share of what it is a part of, and says what is not stated.
        var table = StatisticalTable.Of(day, SmallDistrict.Area, Cadence.Month);
        Assert.Equal(["unsigned", "unsigned-share", "complaints"], table.Columns.Select(column => column.Code).Skip(StatisticalColumn.Standard.Length));
        Assert.Equal(["2", "66.67%（2/3）", "未填报"], table.Total.Cells.Select(cell => cell.Text.Chinese).Skip(StatisticalColumn.Standard.Length));
        Assert.Contains("未签承诺主体占比（占已包保主体）", table.ToMarkdown(Language.Chinese), StringComparison.Ordinal);

        // Since the day before the commitments were signed.
        var comparison = Scorecard.Of(day).CompareWith(Scorecard.Of(district.AsOf(SmallDistrict.Day.PlusDays(-6))), SmallDistrict.Area);
        Assert.Equal(-1, comparison[Unsigned]);
        Assert.Contains(Unsigned, comparison.Changed);
        Assert.Contains(Complaints, comparison.Incomparable);
        var before = Scorecard.Of(SmallDistrict.Build().AsOf(SmallDistrict.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => before[SmallDistrict.Area][Unsigned]);
    }

    [Fact]
    public void PublishedReport_ReadWhereNobodyCountsIt_KeepsTheFigureAndSaysSo()
    {
        var small = SmallDistrict.Build();
        var district = With(small, Unsigned, Complaints);
        var told = Scorecard.Of(district.AsOf(SmallDistrict.Day))[SmallDistrict.Area].Publish(new(1));
        PlanWorld.Do(district, SmallDistrict.Day, told);
        var without = new EntryFormat(small.Settings);
        var read = District.Open(small.Settings, [.. small.Pending.Concat(district.Pending).Select(entry => without.Read(without.Write(entry)))]);

        var kept = read.Publications[new PublicationId(1)].Report;
        Assert.Equal(told, kept);
        var figure = Assert.Single(kept.Figures, figure => figure.Measure == "unsigned");
        Assert.Equal(("tied without a commitment", "2"), (figure.Name.English, figure.Value.English));
        Assert.Equal("not stated", Assert.Single(kept.Figures, figure => figure.Measure == "complaints").Value.English);
        Assert.Contains(
            "tied without a commitment: published 2, now no longer measured.",
            Scorecard.Of(read.AsOf(SmallDistrict.Day))[SmallDistrict.Area].DifferencesFrom(kept).Select(difference => difference.Text.English));
        Assert.Empty(Scorecard.Of(district.AsOf(SmallDistrict.Day))[SmallDistrict.Area].DifferencesFrom(kept));
    }

    [Fact]
    public void Json_OfACode_IsTheMeasureOfTheLibrary_OrKeptAsItIs()
    {
        Assert.Equal("\"tied\"", JsonSerializer.Serialize(ScorecardMeasure.Tied));
        Assert.Same(ScorecardMeasure.Tied, JsonSerializer.Deserialize<ScorecardMeasure>("\"tied\""));
        var unknown = JsonSerializer.Deserialize<ScorecardMeasure>("\"unsigned\"")!;
        Assert.Equal((Unsigned, "unsigned", "unsigned"), (unknown, unknown.Code, unknown.Name.English));
        Assert.True(unknown == Unsigned && unknown != ScorecardMeasure.Tied && unknown.GetHashCode() == Unsigned.GetHashCode());
        Assert.Throws<ArgumentException>(() => new DistrictSettings(WorkingCalendar.China) { Measures = [unknown] });
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("coverage")]
    [InlineData("not-visited")]
    [InlineData("provisional")]
    [InlineData("indicator-coverage")]
    [InlineData("unsigned-share")]
    public void Settings_WithACodeThatStandsForSomethingElse_AreRefused(string code)
    {
        var refused = Assert.Throws<ArgumentException>(() => new DistrictSettings(WorkingCalendar.China) { Measures = [Unsigned, Of(code)] });

        Assert.StartsWith($"The measure '{code}' stands twice", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WithACodeOfAColumnOrAnIndicator_AreRefused() => Assert.All(
        StatisticalColumn.Standard.Where(column => column.Figure != StatisticalFigure.Count).Concat(StatisticalColumn.OfIndicators),
        column => Assert.Throws<ArgumentException>(() => new DistrictSettings(WorkingCalendar.China) { Measures = [Of(column.Code)] }));

    [Fact]
    public void Measure_WithACodeOfTheLibrary_OrPartOfWhatNobodyCounts_IsRefused()
    {
        Assert.StartsWith("'tied' is a measure of the library.", Assert.Throws<ArgumentException>(() => Of("tied")).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Of("two words"));
        var part = new ScorecardMeasure("part", ("部分", "part"), static _ => { }) { PartOf = Unsigned };
        Assert.StartsWith("Nothing counts the measure 'unsigned'.", Assert.Throws<ArgumentException>(() => new DistrictSettings(WorkingCalendar.China) { Measures = [part] }).Message, StringComparison.Ordinal);
        Assert.Equal(2, new DistrictSettings(WorkingCalendar.China) { Measures = [Unsigned, part] }.Measures.Length);
        Assert.Throws<ArgumentException>(() => StatisticalColumn.ShareOfPart(Complaints));
    }

    [Fact]
    public void Tally_RefusesWhatItCannotCount_AndEverythingAfterwards()
    {
        ScorecardTally? late = null;
        List<Exception?> met = [];
        var people = new ScorecardMeasure("people", ("人", "people"), tally => met.Add(Record.Exception(() => tally.Add(0)))) { IsOfPeople = true };
        var clumsy = new ScorecardMeasure("clumsy", ("数", "clumsy"), tally =>
        {
            late = tally;
            met.Add(Record.Exception(() => tally.Add(4)));
            met.Add(Record.Exception(() => tally.Add(0, -1)));
            met.Add(Record.Exception(() => tally.AddPerson(0)));
            tally.Add(3, 5);
            tally.Incomplete();
            tally.Provisional(Citation.Illustrative(("测试", "made for a test")));
        });
        var entry = Scorecard.Of(With(SmallDistrict.Build(), people, clumsy).AsOf(SmallDistrict.Day))[SmallDistrict.Area];

        Assert.Equal(
            [typeof(InvalidOperationException), typeof(ArgumentOutOfRangeException), typeof(ArgumentOutOfRangeException), typeof(InvalidOperationException)],
            met.Select(e => e!.GetType()));
        Assert.Equal((5, true, true), (entry[clumsy], entry.Incomplete.Contains(clumsy), entry.Provisional.Contains(clumsy)));
        Assert.StartsWith("clumsy: ", entry.ProvisionalText!.Value.English, StringComparison.Ordinal);
        Assert.Contains("has counted", Assert.Throws<InvalidOperationException>(() => late!.Add(0)).Message, StringComparison.Ordinal);
    }

    private static ScorecardMeasure Of(string code) => new(code, ("指标", "a measure"), static _ => { });

    /// <summary>The same district in a process that brings measures along.</summary>
    private static District With(District district, params ImmutableArray<ScorecardMeasure> measures) =>
        District.Open(district.Settings with { Measures = [.. measures] }, district.Pending);
}
