using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>What was told about a business (登记记录).</summary>
/// <param name="On">From which day.</param>
/// <param name="Recorded">The day of record.</param>
/// <param name="Act">What was told of it, or the change of areas by which it stands in another.</param>
/// <param name="Stood">Whether it stood at once, or went into the history only.</param>
/// <param name="Place">Where it stands in the journal.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RegisterEntry(LocalDate On, LocalDate Recorded, Act Act, bool Stood, ActPlace Place)
{
    /// <summary>Where the act stands that put it right; null where none did.</summary>
    public ActPlace? CorrectedBy { get; init; }

    /// <summary>Whether nobody told it and the district computed it, by what it declares as derived.</summary>
    public bool IsDerived { get; init; }
}

/// <summary>The businesses under guarantee and all that was told about them.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RegisterBook : Book<RegisterAct>, IStandsInAreas
{
    // What is told of a business besides facts, beside the keys of these.
    internal const string AreaKey = "area";
    internal const string NameKey = "name";
    internal const string CreditCodeKey = "credit-code";
    internal const string LicenceKey = "licence";

    private readonly UndoLog _undo;
    private readonly Trail<Opening> _openings;
    private readonly Trails<BusinessId, RegisterEntry> _told;
    private readonly ImmutableArray<IFact> _derived;

    // What stood in a row until a day of record, of each change one: enough to tell how any business was at the end of any day.
    private readonly Trails<int, FactBefore> _factsBefore;
    private readonly Trails<int, LabelBefore> _labelsBefore;

    // The day from which a value that was told since the opening counts.
    private readonly Things<(BusinessId Business, string Key), Dated> _since;

    // The days of record between a slip and its correction.
    private readonly Trails<int, (LocalDate From, LocalDate Until)> _mistaken;

    // The changes of areas, with where every business stood before.
    private readonly Trail<(AreaRevision Revision, int[] Places)> _revisions;

    internal RegisterBook(AreaBook areas, FactSchema schema, IEnumerable<IFact> derived, UndoLog undo)
    {
        (_undo, Areas, Register, _derived) = (undo, areas, new BusinessRegister(areas.Tree, schema), [.. derived]);
        (_openings, _told, _factsBefore, _labelsBefore) = (new(undo), new(undo), new(undo), new(undo));
        (_since, _mistaken, _revisions) = (new(undo), new(undo), new(undo));
    }

    /// <summary>The areas in which the businesses stand.</summary>
    internal AreaBook Areas { get; }

    /// <summary>The businesses as they stand now.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The rows of which a fact was changed in this unit.</summary>
    internal SortedSet<int> Changed { get; } = [];

    /// <summary>The rows that stand in another area since this unit, or in one that was merged, split or has another code.</summary>
    internal SortedSet<int> Moved { get; } = [];

    /// <summary>The rows of which the state changed in this unit: opened, moved, closed, of another type. It is to be reported.</summary>
    internal SortedSet<int> StateChanged { get; } = [];

    /// <summary>The rows of which a slip was put right in this unit, with the day on which it was recorded.</summary>
    internal Dictionary<int, LocalDate> Corrected { get; } = [];

    /// <summary>Whether what was decided of a row on a day rested on a slip that was put right by another day.</summary>
    internal bool IsMistaken(int row, LocalDate decided, LocalDate asOf)
    {
        foreach (var (from, until) in _mistaken.Of(row))
        {
            if (decided >= from && decided < until && until <= asOf)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was told about a business since it was opened, in the order recorded, with the changes of areas by which it stands in another.</summary>
    public IReadOnlyList<RegisterEntry> HistoryOf(BusinessId business)
    {
        if (Register.FindRow(business) is not { } row || _revisions.Count == 0)
        {
            return _told.Of(business);
        }

        var carried = from change in _revisions.Items
                      where row < change.Places.Length
                      let revision = change.Revision
                      where revision.Before.Codes[change.Places[row]] != revision.Tree.Codes[revision.PlaceOf(change.Places[row], business)]
                      select new RegisterEntry(revision.On, revision.Recorded, revision.Done.Act, Stood: true, revision.Done.Moment.Place);
        return [.. _told.Of(business).Concat(carried).OrderBy(told => told.Place.Entry).ThenBy(told => told.Place.Number)];
    }

    /// <summary>
    /// The rows that were opened after the first day on which any were, with the day of each, as recorded at the end of a day: those of the first were there before
    /// the district began to record.
    /// </summary>
    internal ImmutableArray<(int Row, LocalDate Day)> OpenedLater(LocalDate day)
    {
        var later = ImmutableArray.CreateBuilder<(int Row, LocalDate Day)>();
        var from = 0;
        foreach (var opening in _openings.Items)
        {
            for (var row = from; row < opening.Until && opening.Recorded <= day && opening.On > _openings.Items[0].On; row++)
            {
                later.Add((row, opening.On));
            }

            from = opening.Until;
        }

        return later.DrainToImmutable();
    }

    /// <summary>The day on which a business was opened (开业登记日); of one that was there before the district began to record, the first day of the records.</summary>
    /// <param name="business">The business.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    public LocalDate OpenedOn(BusinessId business) => OpenedOn(Register.RowOf(business));

    /// <summary>The day on which the business of a row was opened; of one that was there before the district began to record, the first day of the records.</summary>
    internal LocalDate OpenedOn(int row) => OpeningOf(row).On;

    /// <summary>The register as it was at the end of a day; decisions and facts count from the day of record.</summary>
    public BusinessRegister On(LocalDate day)
    {
        var count = 0;
        foreach (var opening in _openings.Items)
        {
            count = opening.Recorded <= day ? opening.Until : count;
        }

        var past = Register.Copy();
        past.TakeOut(count);
        if (_revisions.Items.FirstOrDefault(change => change.Revision.Recorded > day) is { Revision: { } next, Places: var places })
        {
            past.Place(next.Before, places);
        }

        PutBackFacts(past, day);
        PutBackLabels(past, day);
        return past;
    }

    internal override IEnumerable<Thing> BusinessesOf(Act act) => act switch
    {
        BusinessesOpened opened => opened.Businesses.Select(business => BusinessAct.ThingOf(business.Id)),
        BusinessAct about => [BusinessAct.ThingOf(about.Business)],
        _ => [],
    };

    private protected override Decision Decide(RegisterAct act, Moment moment) => act switch
    {
        BusinessesOpened opened => Decide(opened),
        BusinessAct { Business: var id } when !Register.Contains(id) => Unregistered(id),
        FactsStated stated => Decide(stated, stated.Facts),
        FactsCorrected corrected => Decide(corrected),
        BusinessMoved moved when Register.Areas.Find(moved.Area) is null => Areas.Unknown(moved.Area),
        BusinessMoved or BusinessRenamed or CreditCodeChanged or LicenceChanged => act,
        FactsDerived { Values: var values } => Decision.Refuse(values.SelectMany(group => group.Facts.Values).DefaultIfEmpty().Select(value => IsDerived(value.Fact))),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(RegisterAct act, Moment moment)
    {
        switch (act)
        {
            case BusinessesOpened opened:
                Open(opened, moment);
                break;
            case FactsStated stated:
                State(stated, moment, StandingOf(stated, moment.On));
                break;
            case FactsCorrected corrected:
                Correct(corrected, moment);
                break;
            case BusinessMoved moved:
                if (Tell(moved, moment, Stands(moved.Business, AreaKey, moment.On)) is { } to && Replace(to, moved.Area, Register.IdentityAt(to), moment.Today))
                {
                    Moved.Add(to);
                    StateChanged.Add(to);
                }

                break;
            case BusinessRenamed renamed:
                Relabel(renamed, NameKey, moment, identity => identity with { Name = renamed.Name });
                break;
            case CreditCodeChanged changed:
                Relabel(changed, CreditCodeKey, moment, identity => identity with { CreditCode = changed.CreditCode });
                break;
            case LicenceChanged changed:
                Relabel(changed, LicenceKey, moment, identity => identity with { Licence = changed.Licence });
                break;
            case FactsDerived derived:
                Write(derived, moment);
                break;
            default:
                throw Unknown(act);
        }
    }

    private void Open(BusinessesOpened opened, Moment moment)
    {
        var first = Register.AddRange(opened.Businesses.AsSpan());
        _undo.Push(() => Register.TakeOut(first));
        _openings.Add(new Opening(Register.Count, moment.On, moment.Today));
        // A set that is made at once and taken over costs a tenth of as many rows added one by one.
        var added = new SortedSet<int>(Enumerable.Range(first, Register.Count - first));
        Changed.UnionWith(added);
        StateChanged.UnionWith(added);
    }

    internal void EndUnit()
    {
        Changed.Clear();
        Moved.Clear();
        StateChanged.Clear();
        Corrected.Clear();
    }

    /// <summary>The latest day after a day of which one of some facts was told; null when what is told of that day would stand.</summary>
    internal LocalDate? FindToldAfter(BusinessId business, FactRecord facts, LocalDate on)
    {
        LocalDate? last = null;
        foreach (var value in facts.Values)
        {
            last = FindToldAfter(business, value.Fact!.Id, on) is { } told && !(told < last) ? told : last;
        }

        return last;
    }

    /// <summary>The day after a day of which something was told of a business, a fact by its key or one of the others; null when what is told of that day would stand.</summary>
    internal LocalDate? FindToldAfter(BusinessId business, string key, LocalDate on) =>
        (_since.Find((business, key))?.On ?? OpeningOf(Register.RowOf(business)).On) is var last && last > on ? last : null;

    /// <summary>Whether a fact is computed by the district and told by nobody.</summary>
    internal bool Derives(IFact fact) => _derived.Contains(fact);

    /// <summary>How a business that nobody knows is refused; other rooms say it in the same way.</summary>
    internal static Refusal Unregistered(BusinessId id) => new(
        "unknown-business", ($"没有登记主体 {id}。", $"Business {id} is not registered."), [new GuardValue("business", id.Value)],
        Allowed: ("已登记的主体。", "A business that is registered."));

    IEnumerable<Refusal> IStandsInAreas.RefusalsOf(AreaRevision revision, Moment moment)
    {
        var seen = new HashSet<BusinessId>();
        foreach (var (business, area) in revision.Placed)
        {
            if (Register.FindRow(business) is not { } row)
            {
                yield return Unregistered(business);
                continue;
            }

            ItemList<GuardValue> values = [new GuardValue("business", business.Value), new GuardValue("area", $"{area}")];
            var (from, parts) = (Register.AreaAt(row), revision.Succession.After(Register.AreaAt(row)));
            if (!seen.Add(business))
            {
                yield return new("named-twice", ($"主体 {business} 列了两次。", $"Business {business} stands twice."), values, Allowed: ("每家一次。", "Each once."));
            }

            if (parts.Length == 1)
            {
                yield return new(
                    "not-split", ($"主体 {business} 所在的 {from} 没有拆分。", $"{from}, where business {business} stands, is not split."), values,
                    Allowed: ("被拆分或撤销的区划内的主体。", "Businesses of an area that is split or abolished."));
            }
            else if (revision.Tree.Find(area) is null || (!parts.IsEmpty && !parts.Any(part => part.Contains(area))))
            {
                yield return new(
                    "outside-the-parts", ($"主体 {business} 不能划入 {area}：不属于 {from} 的承继区划。", $"Business {business} cannot go to {area}: it is no part of what {from} became."), values, Allowed: Parts(parts));
            }
        }

        for (var row = 0; row < Register.Count; row++)
        {
            // Whoever moved to another district is not in the areas of this one any more, wherever its row stands.
            if (revision.IsOpen(Register.Facts.GroupOf(row)) && !seen.Contains(Register.IdAt(row)) && (OperatingStatus)Register.Facts.Read(row, BusinessFacts.Status) != OperatingStatus.MovedOut)
            {
                var (from, id) = (Register.AreaAt(row), Register.IdAt(row));
                yield return new(
                    "business-nowhere", ($"没有说明主体 {id} 从 {from} 划入何处。", $"It is not said where business {id} goes from {from}."),
                    [new GuardValue("business", id.Value), new GuardValue("area", $"{from}")], Allowed: Parts(revision.Succession.After(from)));
            }
        }

        static BilingualText Parts(ItemList<AreaCode> parts) => parts.IsEmpty ? ("名录中的任一区划。", "Any area of the list.") : (string.Join('、', parts), string.Join(", ", parts));
    }

    void IStandsInAreas.Follow(AreaRevision revision, Moment moment)
    {
        var old = Register.Places();
        var places = new int[old.Length];
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = revision.PlaceOf(old[row], Register.IdAt(row));
            if (revision.IsTouched(places[row]) || revision.Before.Codes[old[row]] != revision.Tree.Codes[places[row]])
            {
                Moved.Add(row);
            }
        }

        _undo.Push(() => Register.Place(revision.Before, old));
        Register.Place(revision.Tree, places);
        _revisions.Add((revision, old));
    }

    private Decision Decide(BusinessesOpened opened)
    {
        var seen = new HashSet<BusinessId>();
        var refusals = new List<Refusal>();
        foreach (var business in opened.Businesses)
        {
            if (Register.Contains(business.Id) || !seen.Add(business.Id))
            {
                refusals.Add(new Refusal("id-taken", ($"主体编号 {business.Id} 已被使用。", $"The id {business.Id} is taken."), [new GuardValue("business", business.Id.Value)]));
            }

            if (Register.Areas.Find(business.Area) is null)
            {
                refusals.Add(Areas.Unknown(business.Area));
            }

            if (business.OwnFacts.IsEmpty)
            {
                continue;
            }

            refusals.AddRange(business.OwnFacts.Values.Where(value => _derived.Contains(value.Fact!)).Select(value => IsDerived(value.Fact)));
            refusals.AddRange(business.OwnFacts.Values
                .Where(value => !Register.Facts.Schema.Contains(value.Fact!) || BusinessFacts.IsStandard(value.Fact!)).Select(value => NoColumn(value.Fact!)));
        }

        return refusals.Count == 0 ? opened : Decision.Refuse(refusals);
    }

    /// <summary>Writes the values that stand; what does not goes into the history only.</summary>
    private void State(BusinessAct act, Moment moment, ReadOnlySpan<FactValue> standing, bool isDerived = false)
    {
        if (Tell(act, moment, standing.Length > 0, isDerived) is not { } row)
        {
            return;
        }

        NoteBefore(row, standing, moment.Today);
        if (Register.Change(act.Business, standing))
        {
            Changed.Add(row);
            foreach (var value in standing)
            {
                if (BusinessFacts.IsTypeOrStatus(value.Fact))
                {
                    StateChanged.Add(row);
                }
            }
        }
    }

    /// <summary>Notes what some facts of a row are before they are written.</summary>
    private void NoteBefore(int row, ReadOnlySpan<FactValue> standing, LocalDate today)
    {
        foreach (ref readonly var value in standing)
        {
            if (Register.Facts.Read(row, value.Fact!) is var before && before != value.Stored)
            {
                _factsBefore.Add(row, new FactBefore(today, Register.Facts.Schema.ColumnOf(value.Fact!), before));
                if (_undo.IsOn)
                {
                    PushInverse(row, new FactValue(value.Fact!, before));
                }
            }
        }
    }

    private void PushInverse(int row, FactValue before) => _undo.Push(() => Register.Facts.Set(row, before));

    /// <summary>Those of the values stated of a day that are the newest known; they count from then on.</summary>
    private FactValue[] StandingOf(FactsStated stated, LocalDate on)
    {
        var values = stated.Facts.Stated;
        var (standing, count) = (new FactValue[values.Length], 0);
        foreach (var value in values)
        {
            if (Stands(stated.Business, value.Fact!.Id, on))
            {
                standing[count++] = value;
            }
        }

        return count == standing.Length ? standing : standing[..count];
    }

    private Decision Decide(FactsCorrected corrected) => _told.Of(corrected.Business).FirstOrDefault(told => told.Place == corrected.Mistake && !told.IsDerived) is not { } told
        ? new Refusal(
            "no-such-act", ($"{corrected.Business} 在条目 {corrected.Mistake} 没有登记事项。", $"Nothing was told of {corrected.Business} at {corrected.Mistake}."),
            [new GuardValue("business", corrected.Business.Value), new GuardValue("place", $"{corrected.Mistake}")],
            Allowed: (string.Join('、', Facts(corrected.Business)), string.Join(", ", Facts(corrected.Business))))
        : told.CorrectedBy is { } by ? new Refusal(
            "corrected-already", ($"条目 {corrected.Mistake} 的登记事项已由 {by} 更正。", $"What was told at {corrected.Mistake} was put right by {by}."),
            [new GuardValue("place", $"{corrected.Mistake}"), new GuardValue("by", $"{by}")])
        : Decide(corrected, corrected.Facts);

    private IEnumerable<string> Facts(BusinessId business) =>
        _told.Of(business).Where(told => told is { Act: FactsStated or FactsCorrected, CorrectedBy: null, IsDerived: false }).Select(told => $"{told.Place}");

    private void Correct(FactsCorrected corrected, Moment moment)
    {
        var history = _told.Of(corrected.Business);
        var mistake = Enumerable.Range(0, history.Count).First(at => history[at].Place == corrected.Mistake);
        var recorded = history[mistake].Recorded;
        _told.Replace(corrected.Business, mistake, history[mistake] with { CorrectedBy = moment.Place });
        var row = Register.RowOf(corrected.Business);
        Mistake(row, recorded, moment.Today);
        foreach (var value in corrected.Facts.Values)
        {
            _since.Put((corrected.Business, value.Fact!.Id), new Dated(moment.On));
        }

        State(corrected, moment, corrected.Facts.Stated);
    }

    private Decision Decide(BusinessAct stated, FactRecord facts)
    {
        Refusal[] refusals =
        [
            .. facts.Values.Where(value => !Register.Facts.Schema.Contains(value.Fact!)).Select(value => NoColumn(value.Fact!)),
            .. facts.Values.Where(value => _derived.Contains(value.Fact!)).Select(value => IsDerived(value.Fact)),
            .. facts.Values.Where(value => !value.IsStated && BusinessFacts.IsTypeOrStatus(value.Fact))
                .Select(value => new Refusal(
                    "not-stated", ($"主体的“{value.Fact!.Id}”不能改为未填报。", $"The '{value.Fact.Id}' of a business cannot become \"not stated\"."),
                    [new GuardValue("fact", value.Fact.Id)])),
        ];
        return refusals.Length == 0 ? stated : Decision.Refuse(refusals);
    }

    /// <summary>Writes what the district computed; it counts from the day of record.</summary>
    private void Write(FactsDerived derived, Moment moment)
    {
        foreach (var (facts, businesses) in derived.Values)
        {
            foreach (var business in businesses)
            {
                var row = Register.RowOf(business);
                foreach (var told in _told.Of(business).Where(told => told.IsDerived && derived.Mistakes.Contains(told.Place.Entry)))
                {
                    Mistake(row, told.Recorded, moment.Today);
                }

                State(new FactsStated(business, facts), moment with { Stamp = moment.Stamp with { On = moment.Today } }, facts.Stated, isDerived: true);
            }
        }
    }

    private void Mistake(int row, LocalDate recorded, LocalDate today)
    {
        _mistaken.Add(row, (recorded, today));
        Corrected[row] = Corrected.TryGetValue(row, out var before) ? LocalDate.Min(before, recorded) : recorded;
    }

    private static Refusal IsDerived(IFact? fact) => new(
        "is-derived", ($"“{fact?.Id}”由系统计算，不能填报。", $"'{fact?.Id}' is computed by the district and told by nobody."), [new GuardValue("fact", fact?.Id ?? "")],
        Allowed: ("不是派生指标的各项。", "Facts that are not declared as derived."));

    private Refusal NoColumn(IFact fact) => NoColumn(Register.Facts.Schema, fact);

    /// <summary>That a register has no column for a fact, or has one for another fact of that key.</summary>
    internal static Refusal NoColumn(FactSchema schema, IFact fact)
    {
        var keys = schema.Facts.Select(column => column.Id);
        return new Refusal(
            "unknown-fact",
            FactDeclaration.WhyMissing(schema, fact, ($"登记册没有“{fact.Id}”这一项。", $"The register has no column for '{fact.Id}'.")),
            [new GuardValue("fact", fact.Id)], Allowed: (string.Join('、', keys), string.Join(", ", keys)));
    }

    /// <summary>Whether a value told of a day is the newest that is known; if so it counts from then on.</summary>
    private bool Stands(BusinessId id, string key, LocalDate on)
    {
        var since = _since.Find((id, key))?.On ?? OpeningOf(Register.RowOf(id)).On;
        if (on < since)
        {
            return false;
        }

        _since.Put((id, key), new Dated(on));
        return true;
    }

    /// <summary>Writes into the history of a business what is told of it, and how it was before.</summary>
    /// <returns>The row in which it is to be written; null where it does not stand.</returns>
    private int? Tell(BusinessAct act, in Moment moment, bool stands, bool isDerived = false)
    {
        _told.Add(act.Business, new RegisterEntry(moment.On, moment.Today, act, stands, moment.Place) { IsDerived = isDerived });
        if (!stands)
        {
            return null;
        }

        return Register.RowOf(act.Business);
    }

    private void Relabel(BusinessAct act, string key, Moment moment, Func<BusinessRegister.Identity, BusinessRegister.Identity> change)
    {
        if (Tell(act, moment, Stands(act.Business, key, moment.On)) is { } row)
        {
            Replace(row, Register.AreaAt(row), change(Register.IdentityAt(row)), moment.Today);
        }
    }

    private bool Replace(int row, AreaCode area, BusinessRegister.Identity identity, LocalDate today)
    {
        var old = (Area: Register.AreaAt(row), Identity: Register.IdentityAt(row));
        if (old == (area, identity))
        {
            return false;
        }

        _labelsBefore.Add(row, new LabelBefore(today, Register.Areas, Register.Facts.GroupOf(row), old.Identity));
        Register.Relabel(row, area, identity);
        if (_undo.IsOn)
        {
            PushRelabelling(row, old.Area, old.Identity);
        }

        return old.Area != area;
    }

    private void PushRelabelling(int row, AreaCode area, BusinessRegister.Identity identity) => _undo.Push(() => Register.Relabel(row, area, identity));

    private Opening OpeningOf(int row)
    {
        var (low, high) = (0, _openings.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _openings.Items[middle].Until <= row ? (middle + 1, high) : (low, middle);
        }

        return _openings.Items[low];
    }

    /// <summary>Makes the facts of a register what they were at the end of a day: of each what the first change after it found.</summary>
    private void PutBackFacts(BusinessRegister past, LocalDate day)
    {
        var isBack = new bool[past.Facts.Schema.Facts.Length];
        foreach (var row in _factsBefore.Keys)
        {
            if (row >= past.Count)
            {
                continue;
            }

            Array.Clear(isBack);
            foreach (ref readonly var change in After(_factsBefore.SpanOf(row), day))
            {
                if (!isBack[change.Fact])
                {
                    isBack[change.Fact] = true;
                    past.Facts.Set(row, new FactValue(past.Facts.Schema.Facts[change.Fact], change.Before));
                }
            }
        }
    }

    /// <summary>Makes names, codes and areas what they were at the end of a day. Where a business stood is told only in the areas of its time.</summary>
    private void PutBackLabels(BusinessRegister past, LocalDate day)
    {
        foreach (var row in _labelsBefore.Keys)
        {
            if (row < past.Count && After(_labelsBefore.SpanOf(row), day) is [var first, ..])
            {
                past.PutBack(row, first.Identity, ReferenceEquals(first.Areas, past.Areas) ? first.Area : past.Facts.GroupOf(row));
            }
        }
    }

    /// <summary>The changes of a row that were recorded after a day.</summary>
    private static ReadOnlySpan<T> After<T>(ReadOnlySpan<T> changes, LocalDate day) where T : IChange
    {
        var (low, high) = (0, changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = changes[middle].Day <= day ? (middle + 1, high) : (low, middle);
        }

        return changes[low..];
    }

    /// <summary>The rows that were opened together, up to one.</summary>
    private sealed record Opening(int Until, LocalDate On, LocalDate Recorded);

    /// <summary>What a fact, by its number in the schema, was until it was written on a day of record.</summary>
    private readonly record struct FactBefore(LocalDate Day, int Fact, long Before) : IChange;

    /// <summary>By what name and codes a business was known, and the ordinal of the area of a tree in which it stood, until a day of record.</summary>
    private readonly record struct LabelBefore(LocalDate Day, AreaTree Areas, int Area, BusinessRegister.Identity Identity) : IChange;

    private interface IChange
    {
        LocalDate Day { get; }
    }

    private sealed record Dated(LocalDate On);
}
