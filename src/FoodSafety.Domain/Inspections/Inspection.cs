using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>One inspection, as far as it has come (检查记录). Immutable: the book gives a new one after every step.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Inspection
{
    internal Inspection(InspectionId id, InspectionTask task, Checklist checklist) => (Id, Task, Checklist) = (id, task, checklist);

    /// <summary>Its id.</summary>
    public InspectionId Id { get; }

    /// <summary>What was to be inspected, by which list and when.</summary>
    public InspectionTask Task { get; }

    /// <summary>The list, in the version that is used.</summary>
    public Checklist Checklist { get; }

    /// <summary>How far it has come.</summary>
    public InspectionState State { get; internal init; }

    /// <summary>Who carries it out, and how; null before it begins.</summary>
    public InspectionTeam? Team { get; internal init; }

    /// <summary>The day on which it began; null before.</summary>
    public LocalDate? BegunOn { get; internal init; }

    /// <summary>The result; null before it is finished.</summary>
    public InspectionResult? Result { get; internal init; }

    /// <summary>The day on which the result was formed, told and signed (结果形成日); of a record that replaces another, the day of the correction.</summary>
    public LocalDate? FinishedOn { get; internal init; }

    /// <summary>What it found, in the order of the answers; empty before it is finished.</summary>
    public ItemList<Finding> Findings { get; internal init; }

    /// <summary>The day on which the result was made public; null before.</summary>
    public LocalDate? PublishedOn { get; internal init; }

    /// <summary>The wrong record in whose place it stands; null for one that was planned.</summary>
    public InspectionId? Replaces { get; internal init; }

    /// <summary>The record that stands in its place; null while it stands itself.</summary>
    public InspectionId? ReplacedBy { get; internal init; }

    /// <summary>How many clerical corrections were noted; its history has them.</summary>
    public int ClericalCorrections { get; internal init; }

    /// <summary>What kind of inspection it is.</summary>
    public InspectionKind Kind => Task.Kind;

    /// <summary>What is inspected.</summary>
    public InspectionSubject Subject => Task.Subject;

    /// <summary>The business that is inspected; no id for oversight.</summary>
    public BusinessId Business => Task.Subject.Business;

    /// <summary>The level of the body that inspects; null when nobody said.</summary>
    public AreaLevel? BodyLevel => Task.BodyLevel;

    /// <summary>What follows; null before it is finished.</summary>
    public InspectionOutcome? Outcome => Result?.Outcome;

    /// <summary>Whether it has a result that stands: finished or published, and not replaced.</summary>
    public bool IsDone => InspectionLifecycle.Rows[State].IsDone;

    /// <summary>Whether every item of the list was answered, or rested after a higher bureau (覆盖全部检查要点); false before it is finished.</summary>
    public bool IsFull => Result is not null && Result.Answers.Length + Result.AtRest.Length == Checklist.Items.Length;

    /// <summary>Within what time the result is made public (公示期限), by the rules of the day on which it was formed; null before that, and for what is not published at all.</summary>
    public TimeLimit? PublicationLimit { get; private init; }

    /// <summary>The inspection as people read it: "检查 17", "inspection 17".</summary>
    public BilingualText Text => NameOf(Id);

    /// <summary>The findings that it follows up, as they were when it was planned.</summary>
    internal ItemList<Finding> Followed { get; init; }

    /// <summary>The rules by which its last step was taken.</summary>
    internal InspectionRules Rules { get; init; } = InspectionRules.BuiltIn;

    internal static BilingualText NameOf(InspectionId id) => ($"检查 {id}", $"inspection {id}");

    /// <summary>With its result, and what was found by it.</summary>
    internal Inspection With(InspectionResult result, Moment moment, Inspection? wrong = null) => this with
    {
        Result = result,
        FinishedOn = moment.On,
        PublicationLimit = Rules.Of(Kind).Publication.Value,
        Findings = [.. result.NotMet.Select(answer => FindingOf(answer, moment, wrong))],
    };

    // An item that is not met again at a follow-up carries the earlier finding on, raised in severity.
    private Finding FindingOf(ItemAnswer answer, Moment moment, Inspection? wrong)
    {
        var item = Checklist.Item(answer.Code);
        var carried = InspectionRules.FindCarried(Followed, item);
        return new()
        {
            Id = new FindingId(Id.Number, Checklist.Items.IndexOf(item) + 1),
            Subject = Subject,
            Source = FindingSource.Inspection,
            Item = item.Id,
            ItemSince = item.Since,
            Severity = Rules.SeverityOf(item, carried),
            Description = answer.Description,
            Evidence = answer.Evidence,
            Measurements = answer.Measurements,
            IsCorrectedOnTheSpot = answer.IsCorrectedOnTheSpot,
            FoundOn = moment.On,
            By = moment.By,
            CarriedFrom = carried?.Id,
            Replaces = wrong?.Findings.FirstOrDefault(finding => finding.Item == item.Id)?.Id,
        };
    }

    /// <summary>By when the result has to be public (公示期限); null before it is finished, when replaced, and for what is not published at all.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">The count needs working days of a year the calendar does not know.</exception>
    public Deadline? FindPublicationDeadline(WorkingCalendar calendar) =>
        IsDone && PublicationLimit is { } limit ? limit.After(FinishedOn!.Value, calendar) : null;
}

/// <summary>The number of an inspection (检查编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<InspectionId>))]
public readonly record struct InspectionId(long Number) : ITextValue<InspectionId>
{
    static BilingualText ITextValue<InspectionId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static InspectionId Parse(string s, IFormatProvider? provider = null) => ITextValue<InspectionId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InspectionId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>True when there is no inspection.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
