using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>The rounds in which every business is reached (全覆盖轮次台账), with what was done in each.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RoundBook : Book<RoundAct>, IStandsInAreas
{
    internal const string Kind = "round";

    private readonly RegisterBook _businesses;
    private readonly GradingBook<Tier> _tiers;
    private readonly UndoLog _undo;
    private readonly Things<RoundId, RoundProgress> _all;
    private readonly Trail<RoundId> _order;
    private readonly Trails<RoundId, Done<RoundAct>> _done;

    internal RoundBook(RegisterBook businesses, GradingBook<Tier> tiers, UndoLog undo)
    {
        (_businesses, _tiers, _undo) = (businesses, tiers, undo);
        (_all, _order, _done) = (new(undo), new(undo), new(undo));
    }

    /// <summary>All rounds, in the order in which they were opened.</summary>
    public IEnumerable<RoundProgress> All => _order.Items.Select(_all.Find).OfType<RoundProgress>();

    /// <summary>A round.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    public RoundProgress this[RoundId id] => Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, $"There is no round {id}. Allowed: the id of one that was opened.");

    /// <summary>A round; null when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public RoundProgress? Find(RoundId id) => _all.Find(id);

    /// <summary>All acts on a round, in the order recorded; those that do not count say so. Empty when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public IReadOnlyList<Done<RoundAct>> HistoryOf(RoundId id) => _done.Of(id);

    /// <summary>The rounds that had been opened by the end of a day, each with what had been done by then, as values.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<RoundProgress> On(LocalDate day) =>
        [.. All.Where(round => HistoryOf(round.Id).First(done => done.Counts).On <= day).Select(round => round.On(day))];

    internal override ImmutableArray<string> Voidable => [Kind];

    internal override IEnumerable<(Thing About, ActPlace Place)> VoidableActs() =>
        _order.Items.SelectMany(_done.Of).Where(done => done.Counts).Select(done => (done.Act.Thing!.Value, done.Moment.Place));

    internal override IEnumerable<Thing> BusinessesOf(Act act) => act switch
    {
        RoundMarked marked => marked.Marks.Select(mark => BusinessAct.ThingOf(mark.Business)).Distinct(),
        RoundOpened opened => opened.Businesses.Select(business => BusinessAct.ThingOf(business.Business)),
        _ => _all.Find(RoundId.Parse(act.Thing!.Value.Id))?.Businesses.Select(business => BusinessAct.ThingOf(business.Business)) ?? [],
    };

    internal override Decision Decide(Act act, Moment moment) => act is ActVoided voided ? Decide(voided) : base.Decide(act, moment);

    internal override void Evolve(Act act, Moment moment)
    {
        if (act is ActVoided voided)
        {
            Evolve(voided, moment);
        }
        else
        {
            base.Evolve(act, moment);
        }
    }

    private protected override Decision Decide(RoundAct act, Moment moment) => act switch
    {
        RoundOpened opened => Decide(opened),
        RoundMarked marked when Find(marked.Id) is { } round => Decision.Of(marked, RefusalsOf(marked, round, moment)),
        RoundMarked => new Refusal("unknown-round", ($"没有轮次 {act.Id}。", $"There is no round {act.Id}."), [new GuardValue("round", $"{act.Id}")], Allowed: ("已开始的轮次。", "A round that was opened.")),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(RoundAct act, Moment moment)
    {
        _done.Add(act.Id, new(act, moment));
        switch (act)
        {
            case RoundOpened opened:
                if (_done.Of(opened.Id).Count == 1)
                {
                    _order.Add(opened.Id);
                }

                _all.Put(opened.Id, new RoundProgress(opened.Id, opened.Round, _businesses.Register.Areas, opened.Businesses));
                break;
            case RoundMarked marked:
                var round = this[marked.Id];
                foreach (var mark in marked.Marks)
                {
                    round.Mark(mark.Business, mark.Task, mark.On ?? moment.On, _undo);
                }

                break;
            default:
                throw Unknown(act);
        }
    }

    // What was to be reached is reached still, wherever it stands.
    IEnumerable<Refusal> IStandsInAreas.RefusalsOf(AreaRevision revision, Moment moment) => [];

    void IStandsInAreas.Follow(AreaRevision revision, Moment moment)
    {
        foreach (var round in _all.All)
        {
            round.Follow(revision, _undo);
        }
    }

    private Decision Decide(RoundOpened opened)
    {
        if (Find(opened.Id) is not null)
        {
            return Refusal.IdTaken($"{opened.Id}");
        }

        var businesses = opened.Businesses.IsEmpty ? Graded() : [.. opened.Businesses.OrderBy(business => business.Business.Value, StringComparer.Ordinal)];
        return businesses.IsEmpty
            ? new Refusal("no-business", ("没有可列入轮次的主体。", "There is no business for the round."), Allowed: ("至少一家已分级的主体。", "One or more that have a tier."))
            : Decision.Of(opened with { Businesses = businesses }, RefusalsOf(businesses));
    }

    private ImmutableArray<RoundBusiness> Graded()
    {
        var register = _businesses.Register;
        return
        [
            .. from row in Enumerable.Range(0, register.Count)
               let tier = _tiers.Standing[row].FindGrade()
               where tier is not null
               let id = register.IdAt(row)
               orderby id.Value
               select new RoundBusiness(id, tier.Value, register.Areas.At(register.Facts.GroupOf(row)).Code),
        ];
    }

    private IEnumerable<Refusal> RefusalsOf(ImmutableArray<RoundBusiness> businesses)
    {
        BusinessId? before = null;
        foreach (var (id, tier, area) in businesses)
        {
            if (id.IsNone || !_businesses.Register.Contains(id))
            {
                yield return RegisterBook.Unregistered(id);
            }
            else if (id == before)
            {
                yield return new("named-twice", ($"主体 {id} 列了两次。", $"Business {id} stands twice."), [new GuardValue("business", id.Value)], Allowed: ("每家一次。", "Each once."));
            }

            if (!Enum.IsDefined(tier))
            {
                yield return new("no-tier", ($"主体 {id} 没有等级。", $"Business {id} has no tier."), [new GuardValue("business", id.Value)], Allowed: ("A 至 D 级。", "Tiers A to D."));
            }

            if (_businesses.Register.Areas.Find(area) is null)
            {
                yield return _businesses.Areas.Unknown(area);
            }

            before = id;
        }
    }

    private static IEnumerable<Refusal> RefusalsOf(RoundMarked marked, RoundProgress round, Moment moment)
    {
        if (marked.Marks.IsEmpty)
        {
            yield return new("no-marks", ("没有完成登记。", "Nothing is said to be done."), Allowed: ("至少一项。", "One or more."));
        }

        var last = LocalDate.Min(moment.On, round.LastDay);
        foreach (var (business, task, day) in marked.Marks)
        {
            if (!round.Reaches(business))
            {
                yield return new(
                    "not-in-the-round", ($"主体 {business} 不在轮次 {round.Id} 名单内。", $"Business {business} is not one that round {round.Id} has to reach."),
                    [new GuardValue("business", $"{business}"), new GuardValue("round", $"{round.Id}")], Allowed: ("名单内的主体；新主体列入下一轮。", "One of its list; what opened later belongs to the next round."));
            }

            if (!round.Round.Tasks.Contains(task))
            {
                yield return new(
                    "not-a-task-of-the-round", ($"轮次 {round.Id} 没有任务“{task.Name().Chinese}”。", $"Round {round.Id} has no task '{task.Name().English}'."), [new GuardValue("task", task.Code()), new GuardValue("round", $"{round.Id}")],
                    Allowed: (string.Join('、', round.Round.Tasks.Select(known => known.Name().Chinese)), string.Join(", ", round.Round.Tasks.Select(known => known.Name().English))));
            }

            if ((day ?? moment.On) is var on && (on < round.Round.Begins || on > last))
            {
                yield return new(
                    "outside-the-round", ($"{on:uuuu-MM-dd} 不在轮次 {round.Id} 的日期内。", $"{on:uuuu-MM-dd} is outside round {round.Id}, or after the day of the act."),
                    [new GuardValue("on", $"{on:uuuu-MM-dd}"), new GuardValue("round", $"{round.Id}")],
                    Allowed: ($"{round.Round.Begins:uuuu-MM-dd} 至 {last:uuuu-MM-dd}。", $"{round.Round.Begins:uuuu-MM-dd} to {last:uuuu-MM-dd}."));
            }
        }
    }

    private Decision Decide(ActVoided voided)
    {
        var history = RoundId.TryParse(voided.About.Id, null, out var id) ? HistoryOf(id) : [];
        return history.FindRefusal(voided) is { } refusal ? refusal
            : history.Single(done => done.Moment.Place == voided.Place).Act is RoundOpened && history.Where(done => done is { Counts: true, Act: RoundMarked }).Select(done => done.Moment.Place).ToList() is { Count: > 0 } resting
                ? voided.RefuseFor(resting)
            : voided;
    }

    private void Evolve(ActVoided voided, Moment moment)
    {
        var id = RoundId.Parse(voided.About.Id);
        var history = HistoryOf(id);
        var place = Enumerable.Range(0, history.Count).First(at => history[at].Moment.Place == voided.Place);
        _done.Replace(id, place, history[place] with { VoidedBy = moment.Place });
        if (history[place].Act is not RoundMarked mistaken)
        {
            _all.Put(id, null);
            return;
        }

        foreach (var (business, task, _) in mistaken.Marks)
        {
            var told = from done in history
                       where done.Counts && done.Act is RoundMarked
                       from mark in ((RoundMarked)done.Act).Marks
                       where mark.Business == business && mark.Task == task
                       select mark.On ?? done.On;
            this[id].Reset(business, task, told, _undo);
        }
    }
}
