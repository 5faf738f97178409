using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Saves all that a district keeps to one JSON file, and loads it again (地区快照).</summary>
/// <remarks>
/// <para>Lossless: a district that is saved and loaded gives the same answers, and saved again the same bytes. Tiers are not taken from
/// the file but graded again by its policy, and compared; chains are taken up step by step; books are kept as the acts that made
/// them, which are done again. So a file that contradicts itself is refused as one that is cut off is, and loading changes
/// nothing but what it returns.</para>
/// <para>Entries stand one a line, so that two snapshots can be compared as texts. Immutable, and safe to share between threads.</para>
/// </remarks>
public sealed class SnapshotFile
{
    /// <summary>The version of the format, which every file states as <c>"version"</c>. Files of a newer one are refused.</summary>
    public const int Version = 1;

    private const string Format = "food-safety-district";

    private static readonly BilingualText Subject = ("地区快照文件", "district snapshot");

    private readonly FactSchema _schema;
    private readonly PolicyFile<Tier> _policies;
    private readonly Shape<Business> _business;

    /// <summary>Says which facts and own conditions snapshots may name.</summary>
    /// <param name="schema">The facts of the register; null for the standard ones, <see cref="BusinessFacts.Schema"/>.</param>
    /// <param name="customConditions">The conditions in code that the policy uses; null for none.</param>
    public SnapshotFile(FactSchema? schema = null, IEnumerable<CustomCondition>? customConditions = null)
    {
        _schema = schema ?? BusinessFacts.Schema;
        _policies = new PolicyFile<Tier>(Tiers.Scale, _schema.Facts, customConditions);
        _business = RegisterShapes.Business(_schema);
    }

    /// <summary>The working days by which deadlines of a loaded district run; <see cref="WorkingCalendar.China"/> unless stated.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.China;

    /// <summary>Saves a district.</summary>
    /// <param name="district">The district; the tiers of its book and the chains of its plan have to be those of the register as it is.</param>
    /// <returns>JSON in UTF-8.</returns>
    /// <exception cref="ArgumentException">
    /// Nothing was graded yet; facts changed and were not graded, or tiers and areas changed and were not planned; the register has other
    /// facts than these; or the policy uses what a file cannot name.
    /// </exception>
    public byte[] Write(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        var (register, plan) = (district.Register, district.Plan);
        if (!register.Facts.Schema.Facts.SequenceEqual(_schema.Facts))
        {
            throw new ArgumentException("The register has other facts than these snapshots. Allowed: a register of the same schema.", nameof(district));
        }

        var policy = district.Grades.Policy ?? throw new ArgumentException("Nothing was graded yet, so there are no tiers to save.", nameof(district));
        using var writer = new SectionWriter();
        writer.One("format", Shape.Text, Format);
        writer.One("version", Shape.Whole, Version);
        writer.Lines("areas", RegisterShapes.Area, register.Areas.Areas.Select(area => new AreaRow(area.Code.ToString(), area.Name)));
        writer.Raw("policy", _policies.Write(policy));
        writer.Lines("businesses", _business, register.Businesses);
        writer.One("tiers", Shape.Text, TierMarks.Of(district.Grades.Grades, register.Count));
        writer.Lines("cadres", ResponsibilityShapes.Cadre, plan.Roster.Cadres);
        writer.Lines("posts", ResponsibilityShapes.Post, plan.Roster.Posts);
        writer.One("levels", ResponsibilityShapes.Levels, plan.Levels);
        writer.One("plannedOn", Shape.Date, plan.On);
        writer.Lines("seats", ResponsibilityShapes.Seats, Enumerable.Range(0, plan.Count).Select(row => (row, plan.SeatsOf(row))).Where(held => held.Item2 != default));
        writer.Lines("history", ResponsibilityShapes.HistoryEvent, district.History.Events);
        writer.Lines("commitments", ResponsibilityShapes.CommitmentAct, district.Commitments.Events.Select(CommitmentAct.Of));
        writer.Lines("delegations", ResponsibilityShapes.DelegationAct, district.Delegations.Events.Select(DelegationAct.Of));
        WriteSelfControl(writer, district);
        WriteInspections(writer, district.Inspections);
        writer.One("rectificationRules", RectificationShapes.Rules(Calendar), district.Rectifications.Rules);
        writer.Lines("rectifications", RectificationShapes.Event, district.Rectifications.Events);
        var bytes = writer.Close();
        Verify(bytes, nameof(district));
        return bytes;
    }

    /// <summary>Loads a district.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DataFileException">The file is cut off, of a newer version, or has other faults; what was found is listed.</exception>
    public District Read(ReadOnlySpan<byte> utf8)
    {
        var faults = new DataFileFaults(Subject);
        using var document = JsonSource.Parse(utf8, int.MaxValue, faults);
        try
        {
            return Read(new JsonPart(document.RootElement, "$", faults));
        }
        catch (UnreadablePartException)
        {
            faults.ThrowIfAny();
            throw;
        }
    }

    private District Read(JsonPart whole)
    {
        var fields = JsonFields.Of(whole) ?? throw new UnreadablePartException();
        var reader = new SectionReader(fields, whole.Faults);
        CheckFormat(reader);
        var areas = reader.Build("$.areas", () => AreaTree.Build(reader.Lines("areas", RegisterShapes.Area)));
        var policy = reader.ReadFile(reader.Part("policy"), _policies.Read);
        var register = new BusinessRegister(areas, _schema);
        reader.Build("$.businesses", () => register.AddRange(reader.Lines("businesses", _business).AsSpan()));
        var grades = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        grades.Regrade(new Grader<Tier>(policy));
        if (TierMarks.FindDifference(grades.Grades, register, reader.One("tiers", Shape.Text)) is { } difference)
        {
            reader.Refuse("$.tiers", difference);
            throw new UnreadablePartException();
        }

        var plan = ReadPlan(reader, register, grades);
        var history = reader.Replay("history", ResponsibilityShapes.HistoryEvent, events => ResponsibilityHistory.Replay(events));
        var commitments = new CommitmentBook();
        reader.Redo("commitments", ResponsibilityShapes.CommitmentAct, act => act.Do(commitments));
        var delegations = new DelegationBook();
        reader.Redo("delegations", ResponsibilityShapes.DelegationAct, act => act.Do(delegations));
        var district = new District(grades, plan)
        {
            History = history,
            Commitments = commitments,
            Delegations = delegations,
            Staff = reader.Replay("staff", SelfControlShapes.StaffEvent, StaffBook.Replay),
            SelfControl = ReadSelfControl(reader, register),
            Inspections = ReadInspections(reader),
            Rectifications = ReadRectifications(reader),
        };
        fields.Allow(reader.Names);
        whole.Faults.ThrowIfAny();
        return district;
    }

    private static void WriteSelfControl(SectionWriter writer, District district)
    {
        writer.Lines("staff", SelfControlShapes.StaffEvent, district.Staff.Events);
        if (district.SelfControl is { } log)
        {
            writer.One("recordsFrom", Shape.Date, log.First);
            writer.Lines("operationMarks", SelfControlShapes.OperationMark, log.OperationMarks);
            writer.Lines("records", SelfControlShapes.RecordLine, RecordLine.Of(log.Records));
        }
    }

    private static SelfControlLog? ReadSelfControl(SectionReader reader, BusinessRegister register)
    {
        if (reader.FindPart("recordsFrom") is not { } first)
        {
            return null;
        }

        var (from, marks) = (Shape.Date.Read(first), reader.Lines("operationMarks", SelfControlShapes.OperationMark));
        return reader.Replay("records", SelfControlShapes.RecordLine, lines => SelfControlLog.Replay(register, from, marks, lines.SelectMany(line => line.Records)));
    }

    private static void WriteInspections(SectionWriter writer, InspectionBook book)
    {
        // What a list extends has to be known when it is read, so it stands before it.
        var lists = book.Inspections.Select(inspection => inspection.Task.Checklist).Distinct()
            .SelectMany(list => list.Extends is { } extended ? [extended, list] : new[] { list }).DistinctBy(list => list.ToString());
        writer.RawLines("checklists", lists.Select(ChecklistFile.Write));
        writer.Lines("inspections", InspectionShapes.Event(Checklists.None), book.Events);
    }

    private static InspectionBook ReadInspections(SectionReader reader)
    {
        var lists = Checklists.None;
        foreach (var part in reader.Part("checklists").Items() ?? throw new UnreadablePartException())
        {
            lists = lists.With(reader.ReadFile(part, json => ChecklistFile.Read(json, lists)));
        }

        return reader.Replay("inspections", InspectionShapes.Event(lists), InspectionBook.Replay);
    }

    private RectificationBook ReadRectifications(SectionReader reader)
    {
        var rules = reader.One("rectificationRules", RectificationShapes.Rules(Calendar));
        return reader.Replay("rectifications", RectificationShapes.Event, events => RectificationBook.Replay(events, rules));
    }

    private static void CheckFormat(SectionReader reader)
    {
        var format = reader.Part("format");
        if (format.Text() != Format)
        {
            format.Unknown<object>([Format]);
            throw new UnreadablePartException();
        }

        // Of a version that is not known nothing else can be judged.
        var version = reader.Part("version");
        if (version.Whole($"{Version}") != Version)
        {
            version.Faults.Add(DataFileFaultKind.UnknownFormat, version.Path, version.Shown, $"{Version}");
            throw new UnreadablePartException();
        }
    }

    private static ChainPlan ReadPlan(SectionReader reader, BusinessRegister register, GradeBook<Tier> grades)
    {
        var (cadres, posts) = (reader.Lines("cadres", ResponsibilityShapes.Cadre), reader.Lines("posts", ResponsibilityShapes.Post));
        var roster = reader.Build("$.posts", () => CadreRoster.Build(register.Areas, cadres, posts));
        var planner = new ChainPlanner(reader.One("levels", ResponsibilityShapes.Levels));
        var on = reader.One("plannedOn", Shape.Date);
        var seats = new ChainSeats[register.Count];
        reader.Redo("seats", ResponsibilityShapes.Seats, held =>
        {
            register.Facts.CheckRow(held.Row);
            seats[held.Row] = held.Seats;
        });
        var plan = reader.Build("$.seats", () => planner.Resume(register, grades.Grades, roster, on, row => seats[row]));
        if (!plan.Changes.IsEmpty)
        {
            var change = plan.Changes[0];
            reader.Refuse("$.seats", (
                $"{plan.Changes.Length} 个环节与等级、区划或干部不符，首先是 {register.IdAt(change.Row)}",
                $"{plan.Changes.Length} steps do not fit the tiers, areas or cadres, first of them one of {register.IdAt(change.Row)}"));
            throw new UnreadablePartException();
        }

        return plan;
    }

    /// <summary>Every limit on a file is kept in one place, the reader; bytes that it refuses are not handed out.</summary>
    private void Verify(byte[] bytes, string parameter)
    {
        try
        {
            Read(bytes);
        }
        catch (DataFileException unreadable)
        {
            throw new ArgumentException($"The district could not be read back. {unreadable.Text.English}", parameter, unreadable);
        }
    }
}
