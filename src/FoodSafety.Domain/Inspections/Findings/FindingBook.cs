using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A finding was recorded that comes out of no result (问题登记): found by the business itself, complained of, handed over, or carried over by hand.</summary>
/// <param name="Finding">
/// Its id, given by the platform; of one that an inspection found beside its list, the inspection with a place behind the last item:
/// <see cref="FindingBook.NextAt"/>.
/// </param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Source">How it came to light.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Description">What was found, in the words of who found it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FindingRecorded(FindingId Finding, InspectionSubject Subject, FindingSource Source, FindingSeverity Severity, string Description) : Act<FindingBook>
{
    /// <inheritdoc/>
    public override string Kind => "finding-recorded";

    /// <summary>Its id.</summary>
    public FindingId Finding { get; init => field = CheckId(value); } = CheckId(Finding);

    /// <summary>Whom it is about.</summary>
    public InspectionSubject Subject { get; init => field = CheckSubject(value); } = CheckSubject(Subject);

    /// <summary>How it came to light.</summary>
    public FindingSource Source { get; init => field = value.Named(); } = Source.Named();

    /// <summary>How much it weighs.</summary>
    public FindingSeverity Severity { get; init => field = value.Named(); } = Severity.Named();

    /// <summary>What was found, in the words of who found it.</summary>
    public string Description { get; init => field = TextRule.Note.Check(value, nameof(Description)); } = TextRule.Note.Check(Description, nameof(Description));

    /// <summary>The item that is not met, with the version of its list; no item when it was found without a list.</summary>
    public ChecklistItemId Item { get; init; }

    /// <summary>The evidence, in the order given; empty when there is none.</summary>
    public ItemList<EvidenceReference> Evidence { get; init; }

    /// <summary>What was measured, in the order given; empty when nothing was.</summary>
    public ItemList<Measurement> Measurements { get; init; }

    /// <summary>Whether it was put right before the inspectors left (当场整改); false unless stated.</summary>
    public bool IsCorrectedOnTheSpot { get; init; }

    /// <summary>The earlier finding that it carries on (遗留问题); null for a new one.</summary>
    public FindingId? CarriedFrom { get; init; }

    /// <summary>The finding in a replaced record in whose place it stands; null when there is none.</summary>
    public FindingId? Replaces { get; init; }

    /// <inheritdoc/>
    public override Thing? Thing => new(FindingBook.Kind, Finding.ToString());

    /// <summary>A finding carried over to a follow-up that found it uncorrected (遗留升级), for one that no item of the list tells of: raised in severity.</summary>
    /// <param name="id">The id of the new finding, at the follow-up.</param>
    /// <param name="earlier">The finding that is carried on.</param>
    /// <param name="description">What the follow-up found.</param>
    public static FindingRecorded CarryingOver(FindingId id, Finding earlier, string description)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new(id, earlier.Subject, FindingSource.Inspection, earlier.Severity.Raised(), description) { Item = earlier.Item, CarriedFrom = earlier.Id };
    }

    private static FindingId CheckId(FindingId finding) =>
        IdNumber.IsValid(finding.Number) ? finding : throw new ArgumentOutOfRangeException(nameof(finding), finding, $"Allowed: {IdNumber.Allowed.English}.");

    private static InspectionSubject CheckSubject(InspectionSubject subject) => subject.IsNone ? throw new ArgumentException("A finding is about somebody.", nameof(subject)) : subject;
}

/// <summary>All findings (问题台账): those of inspections, which follow from their results, and those that were recorded from other sources.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FindingBook : Book
{
    internal const string Kind = "finding";

    private readonly InspectionBook _inspections;
    private readonly Records _recorded;

    internal FindingBook(InspectionBook inspections, UndoLog undo) => (_inspections, _recorded) = (inspections, new(this, undo));

    /// <summary>All findings, those of replaced records included: those of inspections in the order of these, then those from other sources.</summary>
    public IEnumerable<Finding> All => _inspections.All.SelectMany(inspection => inspection.Findings).Concat(_recorded.All);

    /// <summary>The findings that stand: all but those of records that a correction replaced.</summary>
    public IEnumerable<Finding> Standing => All.Where(Stands);

    /// <summary>A finding.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    public Finding this[FindingId id] => Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, $"There is no finding {id}. Allowed: the id of one.");

    /// <summary>A finding; null when there is none with the id.</summary>
    /// <param name="id">Its id.</param>
    public Finding? Find(FindingId id) =>
        (id.Inspection is { } inspection ? _inspections.Find(inspection)?.Findings.FirstOrDefault(finding => finding.Id == id) : null) ?? _recorded.Find(id);

    /// <summary>What an inspection found, in the order of the answers, then what was recorded beside its list.</summary>
    /// <param name="inspection">The inspection.</param>
    public ImmutableArray<Finding> Of(InspectionId inspection) => _inspections.Find(inspection) is { } found
        ? [.. found.Findings, .. _recorded.About(found.Subject).Where(finding => finding.Inspection == inspection)]
        : [];

    /// <summary>What was found about a subject, from whatever source: at its inspections, then otherwise; that of replaced records included.</summary>
    /// <param name="subject">The business, the cadre or the area.</param>
    public ImmutableArray<Finding> About(InspectionSubject subject) =>
        [.. _inspections.InspectionsOf(subject).SelectMany(inspection => inspection.Findings), .. _recorded.About(subject)];

    /// <summary>The findings that stood at the end of a day, by all that is known now.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<Finding> On(LocalDate day) => On(day, _inspections.On(day));

    /// <summary>The acts that recorded a finding which comes out of no result; empty for one that does.</summary>
    /// <param name="id">Its id.</param>
    public IReadOnlyList<Done<FindingRecorded>> HistoryOf(FindingId id) => _recorded.HistoryOf(id);

    /// <summary>The id for what is recorded next at an inspection, beside its list.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    public FindingId NextAt(InspectionId inspection)
    {
        var place = _inspections[inspection].Checklist.Items.Length + 1;
        while (HistoryOf(new(inspection.Number, place)).Count > 0)
        {
            place++;
        }

        return new(inspection.Number, place);
    }

    /// <summary>Whether a finding stands: it is not of a record that a correction replaced.</summary>
    /// <param name="finding">A finding of the book.</param>
    public bool Stands(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Inspection is not { } inspection || InspectionLifecycle.Rows[_inspections[inspection].State].Stands;
    }

    /// <summary>The standing finding that another one repeats, or null (重复问题).</summary>
    /// <param name="id">The finding that may be a repeat.</param>
    /// <param name="window">How long before it an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such finding.</exception>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public Finding? FindPrevious(FindingId id, Period window)
    {
        var finding = this[id];
        return FindingRepeats.FindPrevious(finding, About(finding.Subject).Where(Stands), window);
    }

    /// <summary>All standing findings that repeat another one (重复问题), by day, then by id.</summary>
    /// <param name="window">How long before a finding an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public ImmutableArray<FindingRepeat> FindRepeats(Period window) => FindingRepeats.FindRepeats([.. Standing], window);

    internal override ImmutableArray<string> Voidable => _recorded.Voidable;

    internal override IEnumerable<(Thing About, ActPlace Place)> VoidableActs() => _recorded.VoidableActs();

    internal override LocalDate? LastDayOf(Thing thing) => _recorded.LastDayOf(thing);

    internal override IEnumerable<Thing> BusinessesOf(Act act) => _recorded.BusinessesOf(act);

    internal override Decision Decide(Act act, Moment moment) => _recorded.Decide(act, moment);

    internal override void Evolve(Act act, Moment moment) => _recorded.Evolve(act, moment);

    internal override IEnumerable<Thing> LostBy(ActVoided voided) => _recorded.LostBy(voided);

    internal override IEnumerable<ActPlace> RestingOn(Thing thing) => thing.Kind switch
    {
        Kind when FindingId.TryParse(thing.Id, null, out var id) && Find(id) is { } finding => PlacesOf(finding.Subject, other => other.CarriedFrom == id || other.Replaces == id),
        InspectionBook.Kind when InspectionId.TryParse(thing.Id, null, out var id) && _inspections.Find(id) is { } inspection => PlacesOf(inspection.Subject, other => other.Inspection == id),
        _ => [],
    };

    /// <summary>The findings that stood on a day on which inspections were these.</summary>
    internal ImmutableArray<Finding> On(LocalDate day, ImmutableArray<Inspection> inspections)
    {
        var replaced = inspections.Where(inspection => !InspectionLifecycle.Rows[inspection.State].Stands).Select(inspection => inspection.Id).ToHashSet();
        return
        [
            .. inspections.Where(inspection => InspectionLifecycle.Rows[inspection.State].Stands).SelectMany(inspection => inspection.Findings),
            .. _recorded.On(day).Where(finding => finding.Inspection is not { } inspection || !replaced.Contains(inspection)),
        ];
    }

    /// <summary>Why a finding cannot be followed up or carried on for a subject on a day; null when it can.</summary>
    internal Refusal? FindRefusal(FindingId id, InspectionSubject subject, LocalDate on) => Find(id) switch
    {
        null => new("unknown-finding", ($"没有问题 {id}。", $"There is no finding {id}."), [new GuardValue("finding", $"{id}")]),
        { Subject: var other } when other != subject => new(
            "other-subject", ($"问题 {id} 关于{other.Text.Chinese}，不是{subject.Text.Chinese}。", $"Finding {id} is about {other.Text.English} and not {subject.Text.English}."),
            [new GuardValue("finding", $"{id}"), new GuardValue("subject", subject.Text.English)]),
        { FoundOn: var found } when found > on => new(
            "found-later", ($"问题 {id} 在 {found:uuuu-MM-dd} 才发现，晚于 {on:uuuu-MM-dd}。", $"Finding {id} was found on {found:uuuu-MM-dd}, after {on:uuuu-MM-dd}."),
            [new GuardValue("finding", $"{id}"), new GuardValue("found", $"{found:uuuu-MM-dd}")], Allowed: ($"{found:uuuu-MM-dd} 及以后。", $"{found:uuuu-MM-dd} and later.")),
        _ => null,
    };

    private IEnumerable<ActPlace> PlacesOf(InspectionSubject subject, Func<Finding, bool> which) =>
        _recorded.About(subject).Where(which).Select(finding => HistoryOf(finding.Id).First(done => done.Counts).Moment.Place);

    /// <summary>The findings that were recorded one by one.</summary>
    private sealed class Records(FindingBook book, UndoLog undo) : ThingBook<FindingId, Finding, FindingRecorded>(undo)
    {
        private readonly Trails<InspectionSubject, FindingId> _about = new(undo);

        public IEnumerable<Finding> About(InspectionSubject subject) => _about.Of(subject).Distinct().Select(Find).OfType<Finding>().Where(finding => finding.Subject == subject);

        private protected override string ThingKind => FindingBook.Kind;

        private protected override IEnumerable<Thing> BusinessesOf(Finding thing, FindingRecorded act) =>
            thing.Subject.Kind == InspectionSubjectKind.Business ? [BusinessAct.ThingOf(thing.Business)] : [];

        private protected override FindingId IdOf(FindingRecorded act) => act.Finding;

        private protected override Decision Decide(Finding? before, FindingRecorded act, Moment moment) => Decision.Of(act, Refusals(before, act, moment));

        private protected override Finding After(Finding? before, FindingRecorded act, Moment moment) => new()
        {
            Id = act.Finding,
            Subject = act.Subject,
            Source = act.Source,
            Item = act.Item,
            Severity = act.Severity,
            Description = act.Description,
            Evidence = act.Evidence,
            Measurements = act.Measurements,
            IsCorrectedOnTheSpot = act.IsCorrectedOnTheSpot,
            FoundOn = moment.On,
            By = moment.By,
            CarriedFrom = act.CarriedFrom,
            Replaces = act.Replaces,
        };

        private protected override void Changed(Finding? before, Finding? after)
        {
            if (before is null && after is not null)
            {
                _about.Add(after.Subject, after.Id);
            }
        }

        private IEnumerable<Refusal> Refusals(Finding? before, FindingRecorded act, Moment moment)
        {
            if (before is not null)
            {
                yield return Refusal.IdTaken($"{act.Finding}");
            }

            if (book._inspections.FindUnknown(act.Subject, moment.On) is { } unknown)
            {
                yield return unknown;
            }

            if (act.Source == FindingSource.Inspection != act.Finding.Inspection is not null)
            {
                yield return new(
                    "source-and-id", ($"来源为“{act.Source.Name().Chinese}”的问题不能编号为 {act.Finding}。", $"A finding from '{act.Source.Name().English}' cannot have the id {act.Finding}."),
                    [new GuardValue("finding", $"{act.Finding}"), new GuardValue("source", act.Source.Code())],
                    Allowed: ("检查发现的用检查编号加位次，其他的只用编号。", "The id of the inspection with a place where an inspection is the source, else a number alone."));
            }
            else if (act.Finding.Inspection is { } id)
            {
                if (book._inspections.Find(id) is not { } inspection || inspection.Subject != act.Subject)
                {
                    yield return new(
                        "unknown-inspection", ($"没有关于{act.Subject.Text.Chinese}的检查 {id}。", $"There is no inspection {id} of {act.Subject.Text.English}."), [new GuardValue("inspection", $"{id}")]);
                }
                else if ((inspection.BegunOn ?? book._inspections.HistoryOf(id).FirstOrDefault(done => done.Counts)?.On) is { } since && moment.On < since)
                {
                    yield return new(
                        "found-before", ($"{inspection.Text.Chinese}始于 {since:uuuu-MM-dd}，不能在 {moment.On:uuuu-MM-dd} 发现问题。", $"{inspection.Text.English} is of {since:uuuu-MM-dd}; nothing was found at it on {moment.On:uuuu-MM-dd}."),
                        [new GuardValue("inspection", $"{id}"), new GuardValue("since", $"{since:uuuu-MM-dd}"), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
                        Allowed: ($"{since:uuuu-MM-dd} 及以后。", $"{since:uuuu-MM-dd} and later."));
                }
                else if (act.Finding.Place <= inspection.Checklist.Items.Length)
                {
                    yield return new(
                        "place-of-an-item", ($"第 {act.Finding.Place} 位是清单项目，其问题随检查结果产生。", $"Place {act.Finding.Place} is that of an item; what is found of it follows from the result."),
                        [new GuardValue("place", $"{act.Finding.Place}")], Allowed: ($"{inspection.Checklist.Items.Length + 1} 及以后。", $"{inspection.Checklist.Items.Length + 1} and more."));
                }
            }

            foreach (var earlier in (FindingId?[])[act.CarriedFrom, act.Replaces])
            {
                if (earlier is { } of && book.FindRefusal(of, act.Subject, moment.On) is { } refusal)
                {
                    yield return refusal;
                }
            }
        }
    }
}
