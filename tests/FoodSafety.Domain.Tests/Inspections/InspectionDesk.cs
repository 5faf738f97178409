using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>Somebody who takes inspections into a small district, one act at a time, and numbers them 1, 2, 3. Everything is recorded long after its day.</summary>
internal sealed class InspectionDesk
{
    private static readonly Instant Recorded = Instant.FromUtc(2199, 1, 1, 0, 0);
    private static readonly LocalDate Before = new(1990, 1, 1);

    public InspectionDesk(params IEnumerable<string> more)
    {
        Apply("office", Before, AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed), new BusinessesOpened(
            [.. new[] { "B-0", "B-1", "B-2" }.Concat(more).Distinct().Select(id => new Business(new BusinessId(id), id, AreaCode.Parse("510115001001"), BusinessType.Restaurant))]));
        Apply("office", Before, new CadreJoined(new CadreId("C-1")), new CadreJoined(new CadreId("C-2")), new ChecklistAdopted(List));
    }

    public Domain.District District { get; } = new(new DistrictSettings(WorkingCalendar.China));

    public InspectionBook Book => District.Inspections;

    public FindingBook Findings => District.Findings;

    public long Last { get; private set; }

    public List<Entry> Entries { get; } = [];

    public void Apply(string by, LocalDate on, params Act[] acts)
    {
        Entries.Add(District.Apply(new Stamp(by, on, Recorded), acts).Entry!);
        District.Kept(District.Version);
    }

    public Inspection Plan(InspectionTask task, string by, LocalDate on)
    {
        var id = new InspectionId(Last + 1);
        Apply(by, on, new InspectionPlanned(id, task));
        Last++;
        return Book[id];
    }

    public Inspection Begin(InspectionId id, InspectionTeam team, string by, LocalDate on) => Take(new InspectionBegun(id, team), by, on);

    public Inspection Finish(InspectionId id, InspectionResult result, string by, LocalDate on) => Take(new InspectionFinished(id, result), by, on);

    public Inspection Publish(InspectionId id, string by, LocalDate on) => Take(new InspectionPublished(id), by, on);

    public Inspection Cancel(InspectionId id, string reason, string by, LocalDate on) => Take(new InspectionCancelled(id, reason), by, on);

    public Inspection CorrectClerically(InspectionId id, string note, string by, LocalDate on) => Take(new InspectionCorrected(id, note), by, on);

    /// <returns>The record that takes its place.</returns>
    public Inspection CorrectSubstantively(InspectionId id, InspectionResult result, string reason, string by, LocalDate on)
    {
        var replacement = new InspectionId(Last + 1);
        Apply(by, on, new InspectionReplaced(id, replacement, result, reason));
        Last++;
        return Book[replacement];
    }

    public Finding Record(FindingRecorded finding, string by, LocalDate on)
    {
        Apply(by, on, finding);
        return Findings[finding.Finding];
    }

    public Inspection Finished(InspectionResult result, LocalDate on, InspectionTask? task = null)
    {
        task ??= Task();
        var id = Plan(task, By, on).Id;
        Begin(id, TeamOf(task.Kind), By, on);
        return Finish(id, result, By, on);
    }

    /// <summary>The district opened from its entries has the same inspections and findings.</summary>
    public void AssertRedone()
    {
        var again = Domain.District.Open(District.Settings, Entries);
        Assert.Equal(Book.All, again.Inspections.All);
        Assert.Equal(Findings.All, again.Findings.All);
        Assert.All(Book.All, inspection => Assert.Equal(Book.HistoryOf(inspection.Id), again.Inspections.HistoryOf(inspection.Id)));
    }

    private Inspection Take(InspectionAct act, string by, LocalDate on)
    {
        Apply(by, on, act);
        return Book[act.Inspection];
    }
}
