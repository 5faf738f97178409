using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A version of a checklist was adopted (清单施行); it can be used from the day of record on, in what is told late too.</summary>
/// <param name="List">The version, with all its items.</param>
/// <exception cref="ArgumentException">It has what no checklist file can hold: see <see cref="ChecklistFile.Write"/>.</exception>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChecklistAdopted(Checklist List) : Act<ChecklistBook>
{
    private string? _text = ChecklistFile.Write(List);

    /// <inheritdoc/>
    public override string Kind => "checklist-adopted";

    /// <summary>The version, with all its items.</summary>
    public Checklist List { get; init => (field, _text) = (value, ChecklistFile.Write(value)); } = List;

    /// <inheritdoc/>
    public override Thing? Thing => new("checklist", List.Id);

    /// <summary>Whether another adopts the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ChecklistAdopted? other) => _text == other?._text && List.Extends?.Name == other?.List.Extends?.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(List.Name);
}

/// <summary>The checklists that were adopted (清单台账), with all their versions. A district has none until one is.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ChecklistBook : Book<ChecklistAdopted>
{
    private readonly Cell<Checklists> _lists;
    private readonly Trail<Done<ChecklistAdopted>> _adopted;

    private readonly RuleBook<InspectionRules> _rules;

    internal ChecklistBook(RuleBook<InspectionRules> rules, UndoLog undo) => (_rules, _lists, _adopted) = (rules, new(undo, Checklists.None), new(undo));

    /// <summary>The lists that are adopted now.</summary>
    public Checklists Lists => _lists.Value;

    /// <summary>All adoptions, in the order recorded.</summary>
    public IReadOnlyList<Done<ChecklistAdopted>> History => _adopted.Items;

    /// <summary>The lists that had been adopted by the end of a day of record.</summary>
    /// <param name="day">The day.</param>
    public Checklists On(LocalDate day) => History.Where(done => done.Moment.Today <= day).Aggregate(Checklists.None, (lists, done) => lists.With(done.Act.List));

    /// <summary>How a list that nobody adopted is refused.</summary>
    internal Refusal NotAdopted(ChecklistName name)
    {
        var known = Lists.Timelines.SelectMany(timeline => timeline.Versions).ToList();
        return new(
            "unknown-checklist", ($"清单 {name} 未施行。", $"The checklist {name} was not adopted."), [new GuardValue("checklist", name.ToString())],
            Allowed: known.Count == 0 ? ("先施行清单。", "Adopting it first.") : (string.Join('、', known), string.Join(", ", known)));
    }

    private protected override Decision Decide(ChecklistAdopted act, Moment moment)
    {
        var list = act.List;
        if (Lists.Find(list.Name) is not null)
        {
            return new Refusal(
                "version-taken", ($"清单 {list.Name} 已施行。", $"The checklist {list.Name} was adopted already."), [new GuardValue("checklist", list.Name.ToString())],
                Allowed: ("另一版本。", "Another version."));
        }

        if (list.Extends is { } extended && (Lists.Find(extended.Name) is not { } known || ChecklistFile.Write(known) != ChecklistFile.Write(extended)))
        {
            return NotAdopted(extended.Name);
        }

        var rules = _rules.FindFor(moment)!;
        if (list.OwnItems.FirstOrDefault(item => rules.FindName(item.Severity) is null) is { } unknown)
        {
            return rules.UnknownSeverity(unknown.Severity);
        }

        if (FindLost(list) is { } lost)
        {
            return lost;
        }

        return Lists.FindTimeline(list.Id)?.Versions.FirstOrDefault(other => other.InForce.Overlaps(list.InForce)) is { } overlapping
            ? new Refusal(
                "overlaps",
                ($"{list.Name} 与 {overlapping.Name} 施行期间重叠（{overlapping.InForce.Text.Chinese}）。", $"{list.Name} overlaps {overlapping.Name} ({overlapping.InForce.Text.English})."),
                [new GuardValue("checklist", list.Name.ToString()), new GuardValue("other", overlapping.Name.ToString())], Allowed: ("每日至多一个版本。", "One version in force on a day."))
            : act;
    }

    /// <summary>Why the items of a version are not those of the one before it, though it does not say so; null where they are.</summary>
    private Refusal? FindLost(Checklist list)
    {
        var before = Lists.FindTimeline(list.Id)?.Versions.LastOrDefault(other => other.InForce.From < list.InForce.From);
        foreach (var item in list.OwnItems)
        {
            // What is new under an old code stays another item in all later versions, or their findings would repeat those of the item before it.
            var since = before?.FindItem(item.Code)?.Since;
            if (item.Since != since && item.Since != list.Version)
            {
                return new Refusal(
                    "item-since",
                    ($"{list.Name} 的项目“{item.Code}”称起于版本“{item.Since}”，此前版本为“{since}”。", $"{list.Name} says that the item '{item.Code}' is one since version '{item.Since}', the version before '{since}'."),
                    [new GuardValue("item", item.Code), new GuardValue("since", item.Since ?? ""), new GuardValue("before", since ?? "")],
                    Allowed: ($"与此前版本相同，或者“{list.Version}”，即自本版本起为新项目。", $"As the version before says, or '{list.Version}' for an item that is new since this version."));
            }
        }

        return null;
    }

    private protected override void Evolve(ChecklistAdopted act, Moment moment)
    {
        _lists.Put(Lists.With(act.List));
        _adopted.Add(new(act, moment));
    }
}
