using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Processes;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>Procedures out of files: those of the library, and one of a place.</summary>
public class ProcessFileTests
{
    private static readonly CaseId Id = new(20260000007);

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        foreach (var process in new[] { ProcessFile.Complaint2026, ProcessFile.Report2026, Complaints.Version("7") })
        {
            var json = ProcessFile.Write(process);
            Assert.Equal(process, ProcessFile.Read(json));
            Assert.Equal(json, ProcessFile.Write(ProcessFile.Read(json)));
        }
    }

    [Fact]
    public void BuiltIn_SaysWhereEachLimitComesFrom() => Assert.All(
        new[] { ProcessFile.Complaint2026, ProcessFile.Report2026 },
        process => Assert.All(
            process.States.Select(state => state.Within).Concat(process.Steps.Select(step => step.ExtendsBy)).Concat(process.Steps.SelectMany(step => step.Bars).Select(bar => bar.Within)).OfType<TimeLimit>(),
            limit => Assert.NotNull(limit.Basis)));

    [Fact]
    public void Complaint_ByOrder121_HasSevenWorkingDaysSixtyDaysAndThreeYears()
    {
        var office = With(ProcessFile.Complaint2026);
        office.Do(Day(9, 14), StepTaken.Begin(Id, "complaint", "register", null, [new("channel", "telephone"), new("received-on", "2026-09-14"), new("known-on", "2023-09-15")]));
        Assert.Equal(Day(9, 22), office.District.Cases[Id].Due!.Value.LastDay);

        // Three years from 15 September 2023 end with 15 September 2026.
        var barred = office.Refused(Day(9, 16), StepTaken.Take(Id, "accept", [new("officer", "k7")]));
        Assert.Equal("time-barred", barred.Code);
        Assert.Equal(("2023-09-15", "2026-09-15"), (barred.Values.Single(value => value.Name == "since").Value, barred.Values.Single(value => value.Name == "last-day").Value));
        Assert.Equal(
            $"Case {Id}: the step 'accept' is barred: more than 3 years have passed since the day on which the consumer knew, or should have known, 2023-09-15.", barred.Text.English);
        Assert.Equal($"办件 {Id} 不能“受理”：自知道或者应当知道权益受损之日 2023-09-15 起已超过 3 年。", barred.Text.Chinese);
        Assert.NotNull(barred.Basis);
        office.Do(Day(9, 15), StepTaken.Take(Id, "accept", [new("officer", "k7")]));
        Assert.Equal(Day(9, 15).PlusDays(60), office.District.Cases[Id].Due!.Value.LastDay);

        var refused = office.Refused(Day(9, 16), StepTaken.Begin(new(9), "complaint", "register", null, [new("channel", "rumour"), new("received-on", "2026-09-16")]));
        Assert.Equal(("field-not-valid", "platform (12315 platform), telephone (telephone), letter (letter), in-person (in person)"), (refused.Code, refused.Allowed.English));
        Assert.Equal("电话", ProcessFile.Complaint2026.FindField("channel")!.FindChoice("telephone")!.Name.Chinese);
    }

    [Fact]
    public void Report_Extended_HasFifteenWorkingDaysMoreFromItsEnd()
    {
        var office = With(ProcessFile.Report2026);
        office.Do(Day(9, 14), StepTaken.Begin(Id, "report", "register", null, [new("channel", "letter"), new("received-on", "2026-09-14")]));
        var first = office.District.Cases[Id].Due!.Value;
        Assert.Equal("no-time-to-extend", office.Refused(first.LastDay.PlusDays(1), StepTaken.Take(Id, "extend", [new("approved-by", "k1")])).Code);

        office.Do(Day(9, 20), StepTaken.Take(Id, "extend", [new("approved-by", "k1")]));

        Assert.Equal(WorkingCalendar.China.AddWorkingDays(first.LastDay, 15), office.District.Cases[Id].Due!.Value.LastDay);
        Assert.Equal("step-not-possible", office.Refused(Day(9, 21), StepTaken.Take(Id, "extend", [new("approved-by", "k1")])).Code);
        var again = District.Open(office.District.Settings, office.District.Pending.ToList());
        Assert.Equal(office.District.Cases[Id], again.Cases[Id]);
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "$.format", DataFileFaultKind.UnknownFormat)]
    [InlineData("\"kind\":\"day\"", "\"kind\":\"date\"", "$.process.fields[1].kind", DataFileFaultKind.UnknownName)]
    [InlineData("\"to\":\"accepted\"", "\"to\":\"acepted\"", "$.process", DataFileFaultKind.NotBuildable)]
    [InlineData("\"field\":\"known-on\"", "\"field\":\"officer\"", "$.process", DataFileFaultKind.NotBuildable)]
    [InlineData("\"kind\":\"key\",\"choices\"", "\"kind\":\"note\",\"choices\"", "$.process", DataFileFaultKind.NotBuildable)]
    [InlineData("\"unit\":\"calendar-month\"", "\"unit\":\"hour\"", "$.process", DataFileFaultKind.NotBuildable)]
    [InlineData("\"steps\"", "\"step\"", "$.process.step", DataFileFaultKind.UnknownProperty)]
    public void Read_WhatIsWrong_IsToldWithItsPlace(string right, string wrong, string path, DataFileFaultKind kind)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(ProcessFile.Write(ProcessFile.Complaint2026))!.ToJsonString();
        Assert.Contains(right, json, StringComparison.Ordinal);

        var faults = Assert.Throws<DataFileException>(() => ProcessFile.Read(json.Replace(right, wrong, StringComparison.Ordinal))).Faults;

        Assert.Contains((path, kind), faults.Select(fault => (fault.Path, fault.Kind)));
    }

    /// <summary>A step with a bar is taken exactly up to the last day of its time, and a step that extends moves the end by its limit, whatever the days and limits.</summary>
    [Fact]
    public void Case_OfAnyLimits_IsBarredAndExtendedByThem() => Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[1, 9]).Sample((age, within, unit, more) =>
    {
        var limit = unit switch { 0 => TimeLimit.Days(within), 1 => TimeLimit.WorkingDays(within), 2 => TimeLimit.Months(within), _ => TimeLimit.Years(within) };
        var process = new ProcessDefinition(
            "petition", "1", ("信访", "Petition"), new(Day(9, 1)), Complaints.Made,
            [new("open", ("开", "open"), TimeLimit.Days(30)), new("longer", ("延", "longer")), new("done", ("毕", "done"))],
            [
                new("open", ("开", "open"), [], "open", ["since"]), new("lengthen", ("延", "lengthen"), ["open"], "longer") { ExtendsBy = TimeLimit.Days(more) },
                new("lengthen-again", ("再延", "lengthen again"), ["longer"], "longer") { ExtendsBy = TimeLimit.Days(more) },
                new("finish", ("毕", "finish"), ["longer"], "done") { Bars = [new("since", limit)] },
            ]) { Fields = [new("since", ("自", "since"), ProcessFieldKind.Day)] };
        var office = With(process);
        var since = Day(9, 14).PlusDays(-age);
        office.Do(Day(9, 14), StepTaken.Begin(Id, "petition", "open", null, [new("since", $"{since:uuuu-MM-dd}")]));
        office.Do(Day(9, 15), StepTaken.Take(Id, "lengthen"));
        office.Do(Day(9, 15), StepTaken.Take(Id, "lengthen-again"));
        Assert.Equal(Day(9, 14).PlusDays(30 + (2 * more)), office.District.Cases[Id].Due!.Value.LastDay);

        var last = limit.After(since, WorkingCalendar.China).LastDay;
        if (last < Day(9, 16))
        {
            Assert.Equal("time-barred", office.Refused(Day(9, 16), StepTaken.Take(Id, "finish")).Code);
        }
        else
        {
            office.Do(Day(9, 16), StepTaken.Take(Id, "finish"));
            Assert.True(office.District.Cases[Id].IsClosed);
        }
    }, iter: 60);

    [Fact]
    public void LaidDown_WithPartsThatDoNotFit_IsRefused()
    {
        var office = Founded();
        var report = ProcessFile.Report2026;
        var codes = new[]
        {
            new ProcessLaidDown(new ProcessDefinition(report.Code, "x", report.Name, report.Term, report.Basis, [.. report.States.Select(state => state with { Within = null })], report.Steps) { Fields = report.Fields }),
        }.SelectMany(laid => Assert.Throws<ActsRefusedException>(() => office.Do(Day(9, 14), laid)).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["extends-nothing"], codes);
    }

    private static CoordinationOffice With(ProcessDefinition process)
    {
        var office = Founded();
        office.Do(Day(9, 14), new ProcessLaidDown(process));
        return office;
    }

    private static CoordinationOffice Founded()
    {
        var office = new CoordinationOffice();
        office.Do(Day(9, 10), new BusinessesOpened([PlanWorld.NewBusiness("shop", AreaCode.Parse("510115001001"), Tier.D)]));
        return office;
    }
}
