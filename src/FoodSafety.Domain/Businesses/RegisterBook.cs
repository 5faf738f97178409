using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>What was told about a business: from which day, when it was recorded, and whether it stood at once or went into the history only.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RegisterEntry(LocalDate On, LocalDate Recorded, BusinessAct Act, bool Stood);

/// <summary>The businesses under guarantee and all that was told about them.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RegisterBook : Book<RegisterAct>
{
    private readonly UndoLog _undo;
    private readonly Trail<Opening> _openings;
    private readonly Trails<BusinessId, RegisterEntry> _told;
    private readonly Trails<int, (LocalDate Day, Business Before)> _before;

    // The day from which a value that was told since the opening counts.
    private readonly Things<(BusinessId Business, string Key), Dated> _since;

    internal RegisterBook(AreaTree areas, FactSchema schema, UndoLog undo)
    {
        (_undo, Register) = (undo, new BusinessRegister(areas, schema));
        (_openings, _told, _before, _since) = (new(undo), new(undo), new(undo), new(undo));
    }

    /// <summary>The businesses as they stand now.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The rows of which a fact was changed in this unit.</summary>
    internal SortedSet<int> Changed { get; } = [];

    /// <summary>The rows that stand in another area since this unit.</summary>
    internal SortedSet<int> Moved { get; } = [];

    /// <summary>The rows of which the state changed in this unit: opened, moved, closed, of another type. It is to be reported.</summary>
    internal SortedSet<int> StateChanged { get; } = [];

    /// <summary>What was told about a business since it was opened, in the order recorded.</summary>
    public IReadOnlyList<RegisterEntry> HistoryOf(BusinessId business) => _told.Of(business);

    /// <summary>The register as it was at the end of a day; decisions and facts count from the day of record.</summary>
    public BusinessRegister On(LocalDate day)
    {
        var count = 0;
        foreach (var opening in _openings.Items)
        {
            count = opening.Recorded <= day ? opening.Until : count;
        }

        var past = new BusinessRegister(Register.Areas, Register.Facts.Schema);
        past.AddRange([.. Enumerable.Range(0, count).Select(row => At(row, day))]);
        return past;
    }

    private protected override Decision Decide(RegisterAct act, Moment moment) => act switch
    {
        BusinessesOpened opened => Decide(opened),
        BusinessAct { Business: var id } when !Register.Contains(id) => Unregistered(id),
        FactsStated stated => Decide(stated),
        BusinessMoved moved when Register.Areas.Find(moved.Area) is null => NoArea(moved.Area),
        BusinessMoved or BusinessRenamed => act,
        _ => throw Unknown(act),
    };

    private protected override void Evolve(RegisterAct act, Moment moment)
    {
        switch (act)
        {
            case BusinessesOpened opened:
                var first = Register.AddRange(opened.Businesses.AsSpan());
                _undo.Push(() => Register.TakeOut(first));
                _openings.Add(new Opening(Register.Count, moment.On, moment.Today));
                Changed.UnionWith(Enumerable.Range(first, Register.Count - first));
                StateChanged.UnionWith(Enumerable.Range(first, Register.Count - first));
                break;
            case FactsStated stated:
                FactValue[] standing = [.. stated.Facts.Values.Where(value => Stands(stated.Business, value.Fact!.Id, moment.On))];
                Tell(stated, moment, standing.Length > 0, row =>
                {
                    FactValue[] old = [.. standing.Select(value => new FactValue(value.Fact!, Register.Facts.Read(row, value.Fact!)))];
                    if (Register.Change(stated.Business, standing))
                    {
                        Changed.Add(row);
                        if (standing.Any(value => ReferenceEquals(value.Fact, BusinessFacts.Status) || ReferenceEquals(value.Fact, BusinessFacts.Type)))
                        {
                            StateChanged.Add(row);
                        }

                        _undo.Push(() => Array.ForEach(old, value => Register.Facts.Set(row, value)));
                    }
                });
                break;
            case BusinessMoved moved:
                Tell(moved, moment, Stands(moved.Business, "area", moment.On), row =>
                {
                    if (Replace(row, moved.Area, Register.NameAt(row)))
                    {
                        Moved.Add(row);
                        StateChanged.Add(row);
                    }
                });
                break;
            case BusinessRenamed renamed:
                Tell(renamed, moment, Stands(renamed.Business, "name", moment.On), row => Replace(row, Register.Areas.At(Register.Facts.GroupOf(row)).Code, renamed.Name));
                break;
            default:
                throw Unknown(act);
        }
    }

    internal void EndUnit()
    {
        Changed.Clear();
        Moved.Clear();
        StateChanged.Clear();
    }

    /// <summary>How a business that nobody knows is refused; other rooms say it in the same way.</summary>
    internal static Refusal Unregistered(BusinessId id) => new(
        "unknown-business", ($"没有登记主体 {id}。", $"Business {id} is not registered."), [new GuardValue("business", id.Value)],
        Allowed: ("已登记的主体。", "A business that is registered."));

    private static Refusal NoArea(AreaCode area) => new(
        "unknown-area", ($"区划树中没有代码 {area}。", $"Area {area} is not in the tree."), [new GuardValue("area", area.ToString())]);

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
                refusals.Add(NoArea(business.Area));
            }

            refusals.AddRange(business.OwnFacts.Values
                .Where(value => !Register.Facts.Schema.Contains(value.Fact!) || BusinessFacts.IsStandard(value.Fact!)).Select(value => NoColumn(value.Fact!)));
        }

        return refusals.Count == 0 ? opened : Decision.Refuse(refusals);
    }

    private Decision Decide(FactsStated stated)
    {
        Refusal[] refusals =
        [
            .. stated.Facts.Values.Where(value => !Register.Facts.Schema.Contains(value.Fact!)).Select(value => NoColumn(value.Fact!)),
            .. stated.Facts.Values.Where(value => value is { Stored: 0, Fact: IChoiceFact choice } && (choice == BusinessFacts.Type || choice == BusinessFacts.Status))
                .Select(value => new Refusal(
                    "not-stated", ($"主体的“{value.Fact!.Id}”不能改为未填。", $"The '{value.Fact.Id}' of a business cannot become \"not stated\"."),
                    [new GuardValue("fact", value.Fact.Id)])),
        ];
        return refusals.Length == 0 ? stated : Decision.Refuse(refusals);
    }

    private Refusal NoColumn(IFact fact) => new(
        "unknown-fact", ($"登记册没有“{fact.Id}”这一项。", $"The register has no column for '{fact.Id}'."), [new GuardValue("fact", fact.Id)],
        Allowed: (string.Join('、', Register.Facts.Schema.Facts.Select(f => f.Id)), string.Join(", ", Register.Facts.Schema.Facts.Select(f => f.Id))));

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

    private void Tell(BusinessAct act, Moment moment, bool stands, Action<int> write)
    {
        _told.Add(act.Business, new RegisterEntry(moment.On, moment.Today, act, stands));
        if (stands)
        {
            var row = Register.RowOf(act.Business);
            if (_before.Of(row) is not [.., { Day: var last }] || last < moment.Today)
            {
                _before.Add(row, (moment.Today, Register.At(row)));
            }

            write(row);
        }
    }

    private bool Replace(int row, AreaCode area, string name)
    {
        var old = Register.At(row);
        if (old.Area == area && old.Name == name)
        {
            return false;
        }

        Register.Replace(new Business(old.Id, name, area, old.Type)
        {
            Status = old.Status,
            CreditCode = old.CreditCode,
            Licence = old.Licence,
            Profile = old.Profile,
            OwnFacts = old.OwnFacts,
        });
        _undo.Push(() => Register.Replace(old));
        return old.Area != area;
    }

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

    private Business At(int row, LocalDate day)
    {
        foreach (var (changed, before) in _before.Of(row))
        {
            if (changed > day)
            {
                return before;
            }
        }

        return Register.At(row);
    }

    /// <summary>The rows that were opened together, up to one.</summary>
    private sealed record Opening(int Until, LocalDate On, LocalDate Recorded);

    private sealed record Dated(LocalDate On);
}
