using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>Plays rows, inspection by inspection in the order of days.</summary>
internal sealed class TorontoPlay
{
    // The file names no inspector: whatever was done, the service did.
    private const string Service = "public-health";

    private static readonly AreaCode Toronto = AreaCode.Parse("90");
    private static readonly InspectionTeam Team = new(InspectionForm.OnSite);

    private readonly Dictionary<BusinessId, List<RectificationId>> _ordered = [];
    private readonly Dictionary<string, ChecklistItem> _items;
    private readonly ImmutableArray<ItemAnswer> _allMet;

    public TorontoPlay(ImmutableArray<TorontoRow> rows, RectificationRules rules)
    {
        District = new Domain.District(new DistrictSettings(TorontoYear.Calendar));
        Checklist = ListOf(rows);
        District.Apply(
            new Stamp("office", TorontoYear.FirstDay, TorontoYear.FirstDay.AtStartOfDayInZone(TorontoYear.Calendar.Zone).ToInstant()),
            new AreasLaidDown([new ListedArea(Toronto, "Toronto")], Citation.Illustrative(("测试名录", "a list made for a test"))),
            new BusinessesOpened([.. rows.DistinctBy(row => row.Establishment).Select(row => new Business(new BusinessId(row.Establishment), row.Name, Toronto, TorontoTables.Types[row.Type]))]),
            new InspectionRulesLaidDown(TorontoRules.Inspections),
            new ChecklistAdopted(Checklist));
        _items = Checklist.Items.ToDictionary(item => item.Title.English);
        _allMet = [.. Checklist.Items.Select(item => ItemAnswer.Met(item.Code))];
        Desk = new RectificationDesk(rules, TorontoYear.Calendar, Register);

        foreach (var visit in rows.GroupBy(row => row.Inspection).OrderBy(visit => visit.First().Day).ThenBy(visit => visit.Key))
        {
            Numbers.Add(visit.Key, Inspect([.. visit]));
        }

        foreach (var (id, row) in Handled.Where(pair => TorontoTables.Outcomes[pair.Value.Outcome]))
        {
            Desk.ConcludeCase(id, "court", Noon(TorontoYear.LastDay), $"{row.Outcome} {row.Fine}".TrimEnd());
        }
    }

    public Domain.District District { get; }

    public BusinessRegister Register => District.Businesses.Register;

    public Checklist Checklist { get; }

    public InspectionBook Inspections => District.Inspections;

    public FindingBook Findings => District.Findings;

    public RectificationDesk Desk { get; }

    public RectificationBook Rectifications => Desk.Book;

    /// <summary>The inspections by their numbers in the file.</summary>
    public Dictionary<int, InspectionId> Numbers { get; } = [];

    /// <summary>The row behind each rectification.</summary>
    public Dictionary<RectificationId, TorontoRow> Handled { get; } = [];

    /// <summary>One item for each text that the file has of an infraction, under its severity as a head; the codes follow the alphabet.</summary>
    private static Checklist ListOf(IEnumerable<TorontoRow> rows)
    {
        var source = TorontoRules.Source;
        var infractions = rows.Where(row => !row.IsClean).Select(row => (row.Infraction, row.Severity)).Distinct().OrderBy(pair => pair.Infraction, StringComparer.Ordinal);
        return new Checklist(
            "toronto-dinesafe", "2012", ("多伦多检查项目", "Toronto infractions"), new Term(TorontoYear.FirstDay), source,
            infractions.Select((pair, i) => new ChecklistItem
            {
                Code = string.Create(CultureInfo.InvariantCulture, $"infraction-{i + 1:000}"),
                Title = (pair.Infraction, pair.Infraction),
                Severity = TorontoTables.Severities[pair.Severity],
                Basis = source,
                Head = new ChecklistHead(pair.Severity[..2].Trim().ToLowerInvariant(), (pair.Severity, pair.Severity)),
            }))
        {
            Kinds = [InspectionKind.Routine],
            Types = [.. TorontoTables.Types.Values],
        };
    }

    private InspectionId Inspect(ImmutableArray<TorontoRow> rows)
    {
        var (business, day) = (new BusinessId(rows[0].Establishment), rows[0].Day);
        var ordered = _ordered.GetValueOrDefault(business, []);
        var task = new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(business), Checklist.Name, day)
        {
            FollowsUp = [.. ordered.Select(id => Rectifications[id].Finding)],
        };
        var found = rows.Where(row => !row.IsClean).ToDictionary(row => _items[row.Infraction].Code);

        var id = new InspectionId(Inspections.Count + 1);
        District.Apply(
            new Stamp(Service, day, Noon(day)),
            Visit(id, task, found));

        Settle(ordered, id, Noon(day));
        _ordered[business] = [.. Findings.Of(id).Select(finding => Handle(finding, found[finding.Item.Code])).OfType<RectificationId>()];
        return id;
    }

    private IEnumerable<Act> Visit(InspectionId id, InspectionTask task, Dictionary<string, TorontoRow> found)
    {
        yield return new InspectionPlanned(id, task);
        yield return new InspectionBegun(id, Team);

        // The list with what was found; all else counts as met. The outcome is the lightest that the rules allow.
        var answers = _allMet.Select(met => found.TryGetValue(met.Code, out var row) ? NotMet(met.Code, row) : met).ToList();
        yield return new InspectionFinished(id, new InspectionResult(Inspections.SuggestOutcome(id, answers, task.PlannedFor).Outcome, answers));
        yield return new InspectionPublished(id);
    }

    private static ItemAnswer NotMet(string code, TorontoRow row)
    {
        var (handling, effect, _) = TorontoTables.Actions[row.Action];
        return ItemAnswer.NotMet(code, row.Infraction, effect) with { IsCorrectedOnTheSpot = handling == Handling.OnTheSpot };
    }

    /// <summary>Closes what the inspection before had ordered, unless it is found again: then the new finding carries it on.</summary>
    private void Settle(List<RectificationId> ordered, InspectionId inspection, Instant at)
    {
        var carried = Findings.Of(inspection).Where(finding => finding.IsCarriedOver).ToDictionary(finding => finding.CarriedFrom!.Value);
        foreach (var id in ordered)
        {
            if (carried.TryGetValue(Rectifications[id].Finding, out var again))
            {
                Desk.CarryOver(id, again, Service, at);
            }
            else
            {
                Desk.Close(id, Service, at);
            }
        }
    }

    /// <summary>Takes a finding as far as the file tells.</summary>
    /// <returns>The rectification when it is ordered, so that the next inspection looks at it.</returns>
    private RectificationId? Handle(Finding finding, TorontoRow row)
    {
        var at = Noon(row.Day);
        var (handling, _, stops) = TorontoTables.Actions[row.Action];
        var id = Desk.Report(finding, Register.RowOf(finding.Business), Service, at).Act.Id;
        Handled.Add(id, row);
        if (stops)
        {
            Desk.Link(id, new LinkedMeasure(MeasureKind.Suspension, $"{row.Action} {row.Inspection}"), Service, at);
        }

        switch (handling)
        {
            case Handling.OnTheSpot:
                Desk.CorrectOnTheSpot(id, "operator", Service, at);
                return null;
            case Handling.Case:
                Desk.FileCase(id, $"{row.Action} {row.Inspection}", Service, at);
                return null;
            default:
                Desk.Claim(id, "operator", at);
                Desk.Order(id, null, Service, at, $"{row.Action} {row.Inspection}");
                return id;
        }
    }

    private Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InZoneStrictly(TorontoYear.Calendar.Zone).ToInstant();
}
