using System.Text;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Snapshots;

public class WholeDistrictTests
{
    private static readonly Domain.Reporting.District Saved = RichDistrict.Whole();

    private static readonly byte[] Bytes = RichDistrict.File.Write(Saved);

    private static readonly Domain.Reporting.District Loaded = RichDistrict.File.Read(Bytes);

    public static TheoryData<string> Properties => [.. typeof(Domain.Reporting.District).GetProperties().Select(property => property.Name)];

    [Fact]
    public void Read_OfWhatWasWritten_WritesTheSameBytes() =>
        Assert.Equal(Encoding.UTF8.GetString(Bytes), Encoding.UTF8.GetString(RichDistrict.File.Write(Loaded)));

    [Theory]
    [MemberData(nameof(Properties))]
    public void EveryProperty_HasSomethingInIt_AndComesBackAsItWas(string name)
    {
        var property = typeof(Domain.Reporting.District).GetProperty(name)!;
        var saved = DeepText.Of(property.GetValue(Saved));

        Assert.Equal(saved, DeepText.Of(property.GetValue(Loaded)));
        var empty = new Domain.Reporting.District(Saved.Grades, Saved.Plan, WorkingCalendar.China);
        Assert.True(name is "Areas" or "Register" or "Grades" or "Plan" or "Calendar" || saved != DeepText.Of(property.GetValue(empty)), $"{name} is as in an empty district.");
    }

    [Fact]
    public void Scorecard_OfTheLoadedDistrict_IsTheSameByteForByte()
    {
        foreach (var (area, day) in from area in Saved.Areas.Areas from days in (int[])[0, 5, 20, 400, 800] select (area.Code, RichDistrict.Day.PlusDays(days)))
        {
            var (before, after) = (ScorecardReport.Of(Saved, area, day), ScorecardReport.Of(Loaded, area, day));
            Assert.Equal(before.ToJson(), after.ToJson());
            Assert.Equal(before.ToCsv(), after.ToCsv());
        }
    }

    [Fact]
    public void EveryKindOfEvent_IsInTheDistrict()
    {
        AssertHasAll(Saved.Commitments.Events);
        AssertHasAll(Saved.Delegations.Events);
        AssertHasAll(Saved.Staff.Events);
        AssertHasAll(Saved.Inspections.Events);
        AssertHasAll(Saved.Coordination.Events);
        AssertHasAll(Saved.Campaigns.SelectMany(campaign => campaign.Events));
        AssertHasAll(Saved.Assessments.Events);
        Assert.Equal(Enum.GetValues<StopStep>(), Saved.Stops.Events.Select(done => done.Step).Distinct().Order());
        Assert.Equal(Enum.GetValues<ReferralStep>(), Saved.Referrals.SelectMany(referral => referral.Events).Select(done => done.Step).Distinct().Order());
        Assert.Equal(Enum.GetValues<RecallStep>(), Saved.Recalls.SelectMany(recall => recall.Events).Select(done => done.Step).Distinct().Order());
        Assert.Equal(Enum.GetValues<IncidentStep>(), Saved.Incidents.Events.Select(done => done.Step).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<WarningStep>().Where(step => step != WarningStep.Expire), Saved.Warnings.Events.Select(done => done.Step).Distinct().Order());
    }

    [Fact]
    public void Loaded_GoesOnLikeTheSaved()
    {
        var (saved, loaded) = (RichDistrict.Whole(), RichDistrict.File.Read(Bytes));
        foreach (var district in (Domain.Reporting.District[])[saved, loaded])
        {
            var day = new LocalDate(2026, 10, 9);
            district.Staff.Appoint(new Appointment(new StaffId("new"), new("two"), SafetyPost.Officer, new Term(day)), "office", day);
            district.Stops.Propose(new("two"), new StaffId("new"), "mice", day);
            district.Round!.Mark(2, RoundTask.Visit, day, "v");
            district.Coordination.Done("five-bodies", day, "met", "office", day);
            district.Campaigns[0].Deliver(OutreachMaterial.Card, [1], "", "v", day);
            district.Assessments.Withdraw(1, "after review", "office", day);
            district.Warnings.Lift(new WarningId(2), WarningIssuer.National, "over", "office", Instant.FromUtc(2026, 10, 9, 0, 0));
        }

        Assert.Equal(Encoding.UTF8.GetString(RichDistrict.File.Write(saved)), Encoding.UTF8.GetString(RichDistrict.File.Write(loaded)));
    }

    [Fact]
    public void Write_OfAFactThatIncidentsMayNotState_IsRefused()
    {
        var file = new Domain.Snapshots.SnapshotFile(WorkingCalendar.China, RichDistrict.Small().Register.Facts.Schema) { IncidentSchema = new([IncidentFacts.Deaths]) };

        var refused = Assert.Throws<ArgumentException>(() => file.Write(Saved));
        Assert.StartsWith("The fact 'harmed' is none of the schema of these snapshots.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfARowBeyondTheRegister_IsRefused()
    {
        var campaign = new OutreachCampaign("letters", ("一封信", "letters"), [OutreachMaterial.Letter], "office", RichDistrict.Day);
        campaign.Target([4], "office", RichDistrict.Day);
        var small = RichDistrict.Small();

        var refused = Assert.Throws<ArgumentException>(() => RichDistrict.File.Write(new Domain.Reporting.District(small.Grades, small.Plan, WorkingCalendar.China) { Campaigns = [campaign] }));
        Assert.Contains("$.campaigns[0][1].rows[0]: 4 is out of range. Allowed: 0..3.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void District_TakesOnlyPartsOfItsOwn()
    {
        var (own, other) = (RichDistrict.Small(), RichDistrict.Whole());
        Assert.Equal(
            "This SelfControlLog is of another BusinessRegister. Allowed: that of the plan of chains. (Parameter 'part')",
            Assert.Throws<ArgumentException>(() => new Domain.Reporting.District(own.Grades, own.Plan, WorkingCalendar.China) { SelfControl = other.SelfControl }).Message);
        var elsewhere = AreaTree.Build([new("51", "province")]);
        Assert.Throws<ArgumentException>(() => new Domain.Reporting.District(own.Grades, own.Plan, WorkingCalendar.China) { Grids = GridPlan.Build(elsewhere, []) });
        Assert.Throws<ArgumentException>(() => new Domain.Reporting.District(own.Grades, own.Plan, WorkingCalendar.China) { Round = new RoundProgress(Rounds.Yiyang2022, elsewhere, []) });
    }

    private static void AssertHasAll<T>(IEnumerable<T> events) => Assert.Equal(
        typeof(T).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract).Select(type => type.Name).Order(),
        events.Select(happened => happened!.GetType().Name).Distinct().Order());
}
