using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Saves all that a district keeps to one JSON file, and loads it again (地区快照).</summary>
/// <remarks>
/// <para>Lossless: a district that is saved and loaded gives the same answers, and saved again the same bytes. Tiers are not taken from
/// the file but graded again by its policy, and compared; chains are taken up step by step; books are kept as the acts that made
/// them, which are done again; a provisional deadline stays as it was told until <see cref="Reporting.District.UseCalendar"/> settles it. So a file that contradicts itself is refused as one that is cut off is, and loading changes
/// nothing but what it returns.</para>
/// <para>Kept is every property of <see cref="Reporting.District"/>. Not kept is what no district has: the trail of past tiers with overrides and
/// appeals (<see cref="Grading.GradeLedger{TGrade}"/>), which cannot be told without the facts of each past day; and rules that are
/// the user's code or belong to more than one district: fact schemas, conditions in code, working calendars, score sheets,
/// checklists that no inspection goes by, and the terms that questions are asked with.</para>
/// <para>Entries stand one a line, so that two snapshots can be compared as texts. Every section always stands, also when it is empty.
/// Immutable, and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SnapshotFile
{
    /// <summary>The version of the format, which every file states as <c>"version"</c>. Files of a newer one are refused.</summary>
    public const int Version = 1;

    private const string Format = "food-safety-district";

    private static readonly BilingualText Subject = ("地区快照文件", "district snapshot");

    private readonly RegisterSections _register;

    /// <summary>Says by which calendar loaded districts go, and which facts and own conditions snapshots may name.</summary>
    /// <param name="calendar">The working days by which deadlines of a loaded district run; in China <see cref="WorkingCalendar.China"/>.</param>
    /// <param name="schema">The facts of the register; null for the standard ones, <see cref="BusinessFacts.Schema"/>.</param>
    /// <param name="customConditions">The conditions in code that the policy uses; null for none.</param>
    public SnapshotFile(WorkingCalendar calendar, FactSchema? schema = null, IEnumerable<CustomCondition>? customConditions = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        (Calendar, _register) = (calendar, new RegisterSections(schema ?? BusinessFacts.Schema, customConditions));
    }

    /// <summary>The working days by which deadlines of a loaded district run.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The facts that incidents may state; <see cref="IncidentFacts.Schema"/> unless stated.</summary>
    public FactSchema IncidentSchema { get; init; } = IncidentFacts.Schema;

    /// <summary>How many bytes a snapshot may have, in UTF-8; 268,435,456 (256 MiB) unless stated. It holds for loading and for saving.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int MostBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1 << 28;

    /// <summary>Whether every object is read by the names of its fields, as one is that has a fault: the outcome is the same, and it takes longer.</summary>
    internal bool ReadsByName { get; init; }

    /// <summary>Saves a district.</summary>
    /// <param name="district">The district; the tiers of its book and the chains of its plan have to be those of the register as it is.</param>
    /// <returns>JSON in UTF-8.</returns>
    /// <exception cref="ArgumentException">
    /// Nothing was graded yet; facts changed and were not graded, or tiers and areas changed and were not planned; register or incidents
    /// have other facts than these; a row is not one of the register; the policy uses what a file cannot name; two checklists of one name
    /// and version differ; a text holds half of a surrogate pair; or the snapshot is larger than <see cref="MostBytes"/>.
    /// </exception>
    public byte[] Write(Reporting.District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        using var writer = new SectionWriter();
        writer.One("format", Shape.Text, Format);
        writer.One("version", Shape.Whole, Version);
        _register.Write(writer, district);
        ResponsibilitySections.Write(writer, district);
        SelfControlSections.Write(writer, district);
        InspectionSections.Write(writer, district);
        RectificationSections.Write(writer, district);
        EmergencySections.Write(writer, district, IncidentSchema);
        CoordinationSections.Write(writer, district);
        AssessmentSections.Write(writer, district);
        var bytes = writer.Close();
        Verify(bytes, nameof(district));
        return bytes;
    }

    /// <summary>Loads a district.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DataFileException">The file is too large, cut off, of a newer version, or has other faults; what was found is listed.</exception>
    public Reporting.District Read(ReadOnlySpan<byte> utf8)
    {
        var faults = new DataFileFaults(Subject) { Attempts = ReadsByName ? InOrderAttempts.None() : new InOrderAttempts() };
        using var document = JsonSource.Parse(utf8, MostBytes, faults);
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

    private Reporting.District Read(JsonPart whole)
    {
        var fields = JsonFields.Of(whole) ?? throw new UnreadablePartException();
        var reader = new SectionReader(fields, whole.Faults);
        CheckFormat(reader);
        var (register, grades) = _register.Read(reader);
        var staff = SelfControlSections.ReadStaff(reader);
        var district = new Reporting.District(grades, ResponsibilitySections.ReadPlan(reader, register, grades), Calendar)
        {
            History = ResponsibilitySections.ReadHistory(reader, register),
            Commitments = ResponsibilitySections.ReadCommitments(reader),
            Delegations = ResponsibilitySections.ReadDelegations(reader),
            Staff = staff,
            SelfControl = SelfControlSections.ReadLog(reader, register),
            Stops = SelfControlSections.ReadStops(reader, staff),
            Inspections = InspectionSections.ReadInspections(reader),
            Round = InspectionSections.ReadRound(reader, register),
            Referrals = RectificationSections.ReadReferrals(reader, Calendar),
            Recalls = RectificationSections.ReadRecalls(reader),
            Warnings = EmergencySections.ReadWarnings(reader),
            Incidents = EmergencySections.ReadIncidents(reader, IncidentSchema),
            Coordination = CoordinationSections.ReadBook(reader, Calendar),
            Grids = CoordinationSections.ReadGrids(reader, register.Areas),
            Stations = CoordinationSections.ReadStations(reader, register.Areas),
            Campaigns = CoordinationSections.ReadCampaigns(reader, register),
            Assessments = AssessmentSections.Read(reader),
        };
        fields.Allow(reader.Names);
        whole.Faults.ThrowIfAny();
        return district;
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
