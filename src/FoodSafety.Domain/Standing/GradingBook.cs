using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;
using Packed = FoodSafety.Domain.Grading.Outcome;

namespace FoodSafety.Domain.Standing;

/// <summary>
/// The grades of all businesses in time, of one grading (分级台账): what a policy computes, what people set beside it and what is disputed, and from all this
/// what stands on any day.
/// </summary>
/// <remarks>
/// An override in force stands; else, where nothing is graded, a provisional grade in force; else the strictest grade computed for the day or one of the
/// <see cref="ObservationPeriod.Days"/> days before it. So a stricter grade takes effect at once and a milder one waits. Policies, observation and assignments
/// count from the day of record. How a business stood on a day that is over never changes.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class GradingBook<TGrade> : Book<GradingAct<TGrade>>, IGradingBook where TGrade : struct, Enum
{
    private readonly UndoLog _undo;
    private readonly RegisterBook _businesses;
    private readonly GradeBook<TGrade> _computed;
    private readonly GradeTrail<TGrade> _trail;
    private readonly StandingLaw<TGrade> _law;
    private readonly TurnIndex _turns;
    private readonly Trail<Adopted> _policies;
    private readonly Trail<ObservedFrom> _observed;
    private readonly Things<AssignmentId, GradeAssignment<TGrade>> _assignments;
    private readonly Trails<int, AssignmentId> _assignmentsOf;
    private readonly Things<string, Withdrawal> _withdrawn;
    private readonly Things<AppealId, GradeAppeal<TGrade>> _appeals;
    private readonly Trail<AppealId> _filed;
    private readonly Trails<BusinessId, AppealId> _appealsOf;
    private readonly RuleBook<AppealTerms> _appealTerms;
    private readonly CalendarBook _calendar;
    private readonly Func<BusinessId, LocalDate, IEnumerable<string>> _inspectorsOf;

    /// <param name="scale">The grades in their order.</param>
    /// <param name="businesses">The businesses.</param>
    /// <param name="appealTerms">What is asked around a grade.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="inspectorsOf">Who took part in the last inspection of a business by a bureau up to a day.</param>
    /// <param name="undo">Where inverses go.</param>
    internal GradingBook(
        GradeScale<TGrade> scale, RegisterBook businesses, RuleBook<AppealTerms> appealTerms, CalendarBook calendar, Func<BusinessId, LocalDate, IEnumerable<string>> inspectorsOf, UndoLog undo)
    {
        (_businesses, _appealTerms, _calendar, _inspectorsOf, _undo) = (businesses, appealTerms, calendar, inspectorsOf, undo);
        (_policies, _observed, _assignments, _assignmentsOf, _turns, _withdrawn) = (new(undo), new(undo), new(undo), new(undo), new(undo), new(undo));
        (_appeals, _filed, _appealsOf) = (new(undo), new(undo), new(undo));
        _computed = new GradeBook<TGrade>(businesses.Register.Facts, scale);
        _trail = new GradeTrail<TGrade>(_computed.Grades);
        Standing = new GradeSheet<TGrade>(businesses.Register.Facts, scale);
        _observed.Add(new ObservedFrom(LocalDate.MinIsoValue, 0));
        _law = new StandingLaw<TGrade>(
            scale, _trail, AssignmentsAt, () => _observed.Items,
            (row, entry, day) => businesses.IsMistaken(row, _trail.DayOf(entry), day) || IsWithdrawn(_trail.PolicyOf(entry).Version, day));
        Notices = new GradeNoticeBook<TGrade>(this, businesses, appealTerms, calendar, undo);
    }

    /// <summary>By what word it is known in a journal: <c>tier</c>, <c>risk-grade</c>.</summary>
    public string Key => Scale.Key;

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale => Standing.Scale;

    /// <summary>What stands, as of the last entry: whatever follows from a grade reads this and nothing else.</summary>
    public GradeSheet<TGrade> Standing { get; }

    /// <summary>What the policy computes: an input of what stands.</summary>
    public GradeSheet<TGrade> Computed => _computed.Grades;

    /// <summary>Which grades were notified to whom, and made public (等级告知、公示台账).</summary>
    public GradeNoticeBook<TGrade> Notices { get; }

    /// <summary>The policy that decided last; null before the first.</summary>
    public GradingPolicy<TGrade>? Policy => _computed.Policy;

    /// <summary>The policies laid down, in the order recorded.</summary>
    public ImmutableArray<GradingPolicy<TGrade>> Policies => [.. _policies.Items.Select(adopted => adopted.Policy)];

    /// <summary>An assignment in its newest state; null when there is none.</summary>
    public GradeAssignment<TGrade>? FindAssignment(AssignmentId id) => _assignments.Find(id);

    /// <summary>The assignments of a business, in the order recorded.</summary>
    public ImmutableArray<GradeAssignment<TGrade>> AssignmentsOf(BusinessId business) => [.. AssignmentsAt(_businesses.Register.RowOf(business))];

    /// <summary>How a business stands on a day, with everything that it rests on; for a day to come, if nothing happens until then.</summary>
    /// <param name="business">The business.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    public GradeStanding<TGrade> StandingOn(BusinessId business, LocalDate day)
    {
        var row = _businesses.Register.RowOf(business);
        var found = _law.Find(row, day);
        return new GradeStanding<TGrade>(
            business, day, found.Source, _law.Decode(found), _law.SinceOf(row, day), _trail.Show(_trail.On(row, day)), found.Assignment is null ? _trail.Show(found.Entry) : null, found.Assignment?.AtEndOf(day));
    }

    /// <summary>Counts how all businesses that are registered now stand on a day.</summary>
    /// <param name="day">The day.</param>
    public GradeCount<TGrade> CountOn(LocalDate day)
    {
        var counts = new long[Scale.Count + 2];
        for (var row = 0; row < _businesses.Register.Count; row++)
        {
            counts[CodeOn(row, day)]++;
        }

        return new GradeCount<TGrade>(Scale, counts);
    }

    /// <summary>What was computed for a business, in the order of days.</summary>
    public ImmutableArray<GradeEntry<TGrade>> HistoryOf(BusinessId business) => _trail.HistoryOf(_businesses.Register.RowOf(business));

    /// <summary>What a business stands by on a day, by the law and all that is recorded; for a day to come, if nothing happens until then.</summary>
    public GradeDecision<TGrade> DecisionOn(BusinessId business, LocalDate day) => DecisionOn(_businesses.Register.RowOf(business), day);

    /// <summary>
    /// The grade of the day before, as the policy of a day should read it (上日等级): what the business stood by, without what was put right on the day. A grade that rested on a
    /// slip, an override that was withdrawn and what a withdrawn policy gave count no more; then it is the grade from before them, and from the next day on the one that stands since.
    /// </summary>
    /// <remarks>How it did stand on the day before, <see cref="DecisionOn(BusinessId, LocalDate)"/> says, and goes on saying.</remarks>
    /// <param name="business">The business.</param>
    /// <param name="day">The day on which it is read: that of record.</param>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    public GradeDecision<TGrade> DecisionBefore(BusinessId business, LocalDate day) => _law.Decode(_law.Find(_businesses.Register.RowOf(business), day.PlusDays(-1), day));

    /// <summary>Why the policy gives a business what it computes, from its facts as they are now.</summary>
    /// <param name="business">The business.</param>
    /// <exception cref="InvalidOperationException">Nothing was graded yet, or its grade was taken over from another system, which gave no reason.</exception>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    public Explanation<TGrade> Explain(BusinessId business)
    {
        var row = _businesses.Register.RowOf(business);
        return Computed[row] is { State: not GradingState.NotDecided, Clause: < 0 }
            ? throw new InvalidOperationException($"The grade of {business} was taken over from another system; no clause decided it.")
            : _computed.Explain(row);
    }

    /// <summary>What another policy would compute of every business, without doing it: a draft's impact (草案影响).</summary>
    /// <param name="draft">The policy to try.</param>
    /// <param name="options">How; null for <see cref="GradingOptions.Default"/>.</param>
    /// <returns>Who would move against what is computed now, from which tier to which, and in which area.</returns>
    /// <exception cref="ArgumentException">The register has no column for a fact that the policy reads, or the policy orders other grades.</exception>
    /// <exception cref="FoodSafety.Domain.Facts.CustomConditionException">A custom condition failed; it names the condition and the row.</exception>
    public Regrading<TGrade> ImpactOf(GradingPolicy<TGrade> draft, GradingOptions? options = null) => _computed.Preview(new Grader<TGrade>(draft), options);

    internal GradeDecision<TGrade> DecisionOn(int row, LocalDate day) => _law.DecisionOn(row, day);

    internal LocalDate? SinceOf(int row, LocalDate day) => _law.SinceOf(row, day);

    StandingInWords IGrading.StandingOf(BusinessId business)
    {
        var row = _businesses.Register.RowOf(business);
        var stands = Standing[row];
        // Without a grade stands what was computed last.
        return new(stands.State, WordOf(stands), stands.State == GradingState.NotGraded ? _trail.Show(_trail.Last(row))?.Clause?.Id : null);
    }

    ImmutableArray<GradeInWords> IGrading.HistoryOf(BusinessId business) => [.. HistoryOf(business).Select(static entry => new GradeInWords(
        entry.On, entry.Decision.State, WordOf(entry.Decision), entry.Clause?.Id, entry.Policy.Id, entry.Policy.Version, entry.IsCorrection))];

    private static string? WordOf(GradeDecision<TGrade> decision) => decision.FindGrade() is { } grade ? $"{grade}" : null;

    Type IGradingBook.Grade => typeof(TGrade);

    GradeSheet IGradingBook.Sheet => Standing;

    IGradeNoticeBook IGradingBook.Notices => Notices;

    IEnumerable<Act> IGradingBook.EndedByInspection(BusinessId business, LocalDate inspected, LocalDate today, string reason) =>
        from set in AssignmentsOf(business)
        where set is { Kind: AssignmentKind.Override, Until: null } && set.From < inspected && set.IsInForce(today)
        select new AssignmentEnded<TGrade>(set.Id, reason);

    IEnumerable<(BilingualText What, Act End)> IGradingBook.ToEnd(BusinessId business, LocalDate today, string reason) =>
        from set in AssignmentsOf(business)
        where !set.IsOverOn(today) && !(set.Until <= set.From)
        let grade = Scale.NameOf(set.Grade)
        select ((BilingualText)($"{Key} {set.Id} {grade.Chinese}", $"{Key} {set.Id} {grade.English}"), (Act)new AssignmentEnded<TGrade>(set.Id, reason));

    IEnumerable<(LocalDate Day, ImmutableArray<int> Rows)> IGradingBook.TurnsUpTo(LocalDate day) =>
        from turn in _turns.All
        where turn.Day <= day
        let rows = turn.Rows.Where(row => CodeOn(row, turn.Day) != CodeOn(row, turn.Day.PlusDays(-1))).ToImmutableArray()
        where rows.Length > 0
        select (turn.Day, rows);

    IEnumerable<(LocalDate Day, string Policy)> IGradingBook.PoliciesBetween(LocalDate after, LocalDate upTo) =>
        _policies.Items.Where(adopted => adopted.Policy.From > after && adopted.Policy.From <= upTo && IsStanding(adopted)).Select(adopted => (adopted.Policy.From, $"{adopted.Policy}"));

    IGradingOnDay IGradingBook.On(FactTable table, LocalDate day, bool isToday) => new GradingOnDay<TGrade>(SheetOn(table, day, isToday), AppealsOn(day)) { Policy = DecidedBy(day), Notices = Notices.On(day) };

    GradingFollowed IGradingBook.Follow(LocalDate today)
    {
        // What rested on a slip counts no longer, whether or not something else is computed now.
        int[] touched = [.. _turns.TakeUpTo(today), .. Touched, .. _businesses.Corrected.Keys];
        var before = Policy;
        var computed = Regrade(today);
        NoteTurns(_businesses.Corrected.Keys, today);
        var moves = Restand(new SortedSet<int>([.. touched, .. computed]), today);
        int[] moved = [.. moves.Select(move => move.Row)];
        return new(
            new GradesDecided<TGrade>(InForceOn(today)?.Policy.Version, !ReferenceEquals(before, Policy), Group(Computed, computed, Policy), Group(Standing, moved, null)),
            [.. moved],
            [.. moves.Select(move => new StandingMove<TGrade>(_businesses.Register.IdAt(move.Row), move.Before, Standing[move.Row]))],
            [.. ReasonMovesOf(computed.Except(moved))]);
    }

    GradingFollowed IGradingBook.RedoFollowing(OutcomePart part, Moment moment)
    {
        var decided = (GradesDecided<TGrade>)part;
        var (computed, moved) = (RowsOf(decided.Computed), RowsOf(decided.Standing));
        var before = Array.ConvertAll(moved, row => Standing[row]);
        Redo(decided, moment);
        return new(
            decided,
            [.. moved],
            [.. moved.Zip(before, (row, stood) => new StandingMove<TGrade>(_businesses.Register.IdAt(row), stood, Standing[row]))],
            [.. ReasonMovesOf(computed.Except(moved))]);
    }

    internal override IEnumerable<Thing> BusinessesOf(Act act) => act switch
    {
        GradeAssigned<TGrade> set => [BusinessAct.ThingOf(set.Business)],
        AssignmentEnded<TGrade> end => BusinessesOf(end.Id),
        AssignmentWithdrawn<TGrade> withdrawn => BusinessesOf(withdrawn.Id),
        AppealFiled<TGrade> filed => [BusinessAct.ThingOf(filed.Business)],
        AppealDecided<TGrade> decided => BusinessesOf(decided.Id),
        AppealWithdrawn<TGrade> withdrawn => BusinessesOf(withdrawn.Id),
        AppealDeadlineSettled<TGrade> settled => BusinessesOf(settled.Id),
        _ => [],
    };

    internal override IEnumerable<Act> ToSettle(WorkingCalendar calendar) => Settlement.Of(
        Appeals.Where(appeal => appeal.State == AppealState.Open), appeal => appeal.Due, calendar, (appeal, due) => new AppealDeadlineSettled<TGrade>(appeal.Id, due));

    bool IGradingBook.ReturnsAll => ReturnsAllTo is not null;

    void IGradingBook.Pass(LocalDate today) => _turns.TakeUpTo(today);

    void IGradingBook.NoteCorrected(LocalDate today)
    {
        if (_businesses.Corrected.Count > 0)
        {
            NoteTurns(_businesses.Corrected.Keys, today);
        }
    }

    void IGradingBook.EndUnit()
    {
        Touched.Clear();
        _corrected.Clear();
        Returns.Clear();
        ReturnsAllTo = null;
    }

    /// <summary>What stands on a day, beside a table with the same rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="day">The day.</param>
    /// <param name="isToday">Whether it is the day of the last entry, on which what stands was asked already.</param>
    internal GradeSheet<TGrade> SheetOn(FactTable table, LocalDate day, bool isToday)
    {
        var sheet = new GradeSheet<TGrade>(table, Scale);
        if (_policies.Count > 0 || _assignments.Count > 0)
        {
            for (var row = 0; row < table.Count; row++)
            {
                sheet.Planes.Write(row, isToday ? Standing.Planes.Read(row) : CodeOn(row, day));
            }
        }

        return sheet;
    }

    private protected override Decision Decide(GradingAct<TGrade> act, Moment moment) => act switch
    {
        PolicyLaidDown<TGrade> laid => Decide(laid, moment.Stamp.TakenOverFrom),
        ObservationLaidDown<TGrade> => act,
        PolicyWithdrawn<TGrade> withdrawn => Decide(withdrawn),
        AssignmentWithdrawn<TGrade> withdrawn => _assignments.Find(withdrawn.Id) is { } set && !set.IsOverOn(moment.Today) ? act : DecideEnd(withdrawn.Id, act, moment.Today),
        GradeAssigned<TGrade> set => Decide(set with { From = set.From ?? moment.Today }, moment.Today, replaced: null),
        AssignmentEnded<TGrade> end => DecideEnd(end.Id, end, moment.Today),
        AppealFiled<TGrade> filed => Decide(filed, moment),
        AppealDecided<TGrade> decided => Decide(decided, moment),
        AppealWithdrawn<TGrade> withdrawn => (FindRefusal(withdrawn.Id) ?? FindRefusalOfWithdrawal(withdrawn.Id, moment.By)) is { } refusal ? refusal : withdrawn,
        AppealDeadlineSettled<TGrade> settled => Decide(settled),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(GradingAct<TGrade> act, Moment moment)
    {
        switch (act)
        {
            case PolicyLaidDown<TGrade> laid:
                _policies.Add(new Adopted(laid.Policy, moment.Today, moment.Stamp.TakenOverFrom));
                break;
            case ObservationLaidDown<TGrade> laid:
                if (_observed.Items[^1].From == moment.Today)
                {
                    _observed.ReplaceLast(new ObservedFrom(moment.Today, laid.Period.Days));
                }
                else
                {
                    _observed.Add(new ObservedFrom(moment.Today, laid.Period.Days));
                }

                Touch(Enumerable.Range(0, _businesses.Register.Count), moment.Today);
                break;
            case GradeAssigned<TGrade> set:
                var row = _businesses.Register.RowOf(set.Business);
                _assignments.Put(set.Id, new GradeAssignment<TGrade>(set, moment.By, moment.Today));
                _assignmentsOf.Add(row, set.Id);
                Touch([row], moment.Today);
                break;
            case PolicyWithdrawn<TGrade> withdrawn:
                _withdrawn.Put(withdrawn.Version, new Withdrawal(moment.Today));
                if (_trail.FirstDayOf(withdrawn.Version) is { } first)
                {
                    ReturnsAllTo = first.PlusDays(-1);
                }

                Touch(Enumerable.Range(0, _businesses.Register.Count), moment.Today);
                break;
            case AssignmentEnded<TGrade> end:
                End(end.Id, moment.Today);
                break;
            case AssignmentWithdrawn<TGrade> withdrawn:
                var mistaken = _assignments.Find(withdrawn.Id)!;
                if (mistaken.From > LocalDate.MinIsoValue)
                {
                    Returns[_businesses.Register.RowOf(mistaken.Business)] = mistaken.From.PlusDays(-1);
                }

                End(withdrawn.Id, moment.Today, isWithdrawn: true);
                break;
            case AppealFiled<TGrade> filed:
                _appeals.Put(filed.Id, new GradeAppeal<TGrade>(filed, moment));
                _filed.Add(filed.Id);
                _appealsOf.Add(filed.Business, filed.Id);
                break;
            case AppealDecided<TGrade> decided:
                Close(decided.Id, decided, moment);
                break;
            case AppealWithdrawn<TGrade> withdrawn:
                Close(withdrawn.Id, decision: null, moment);
                break;
            case AppealDeadlineSettled<TGrade> settled:
                _appeals.Put(settled.Id, _appeals.Find(settled.Id)! with { Settled = (settled.Due, moment.On) });
                break;
            default:
                throw Unknown(act);
        }
    }

    internal override void Redo(OutcomePart part, Moment moment)
    {
        var decided = (GradesDecided<TGrade>)part;
        if (decided.IsNew || !decided.Computed.IsEmpty)
        {
            var grader = _policies.Items.Last(adopted => adopted.Policy.Version == decided.Policy).Grader;
            _computed.Grades.Planes.Widen(CodeBits + Packed.ClauseBits(grader.Policy.Clauses.Length));
            var rows = Write(Computed, decided.Computed, grader.Policy);
            _computed.Accept(grader);
            _trail.Record(moment.Today, grader.Policy, rows, _corrected);
            NoteTurns(rows, moment.Today);
        }

        Write(Standing, decided.Standing, null);
    }

    /// <summary>Writes the grades that another system had, and what stands by the law since.</summary>
    /// <param name="stated">Whose grade is another.</param>
    /// <param name="moment">When.</param>
    /// <param name="refusals">Is told what is wrong.</param>
    /// <returns>What is kept; null where something is wrong.</returns>
    internal GradesDecided<TGrade>? TakeOver(ItemList<TakenOverGrade<TGrade>> stated, Moment moment, ICollection<Refusal> refusals)
    {
        SortedSet<int> rows = [.. _turns.TakeUpTo(moment.Today), .. Touched];
        var policy = InForceOn(moment.Today)?.Policy;
        if (policy is null && !stated.IsEmpty)
        {
            refusals.Add(new Refusal(
                "no-policy", ($"{moment.Today:uuuu-MM-dd} 没有施行中的分级标准。", $"No policy is in force on {moment.Today:uuuu-MM-dd}."), [new GuardValue("day", $"{moment.Today:uuuu-MM-dd}")],
                Allowed: ("先发布原系统当日施行的标准。", "Tiers on days on which the policy of the other system, laid down before, is in force.")));
        }

        Dictionary<int, TGrade?> tiers = [];
        foreach (var (business, tier) in stated)
        {
            if (_businesses.Register.FindRow(business) is not { } row)
            {
                refusals.Add(RegisterBook.Unregistered(business));
            }
            else if (!tiers.TryAdd(row, tier))
            {
                refusals.Add(new Refusal("stated-twice", ($"{business} 的等级列了两次。", $"The grade of {business} is stated twice."), [new GuardValue("business", business.Value)]));
            }
        }

        if (refusals.Count > 0)
        {
            return null;
        }

        var computed = tiers.Where(pair => Computed[pair.Key].State == GradingState.NotDecided || !Nullable.Equals(Computed[pair.Key].FindGrade(), pair.Value))
            .GroupBy(pair => pair.Value).OrderBy(group => group.Key is null).ThenBy(group => group.Key)
            .Select(group => new Decided<TGrade>(
                group.Key is null ? GradingState.NotGraded : GradingState.Graded, group.Key, null, [.. group.Select(pair => pair.Key).Order().Select(_businesses.Register.IdAt)]));
        var decided = new GradesDecided<TGrade>(policy?.Version, IsNew: false, computed.ToImmutableArray(), []);
        decided = decided with { IsNew = !decided.Computed.IsEmpty && !ReferenceEquals(Policy, policy) };
        Redo(decided, moment);
        rows.UnionWith(tiers.Keys);
        var moves = Restand(rows, moment.Today);
        foreach (var (row, tier) in tiers)
        {
            if (Standing[row].FindGrade() is var stands && !Nullable.Equals(stands, tier))
            {
                refusals.Add(new Refusal(
                    "does-not-stand",
                    ($"{_businesses.Register.IdAt(row)} 列为 {tier}，依当时的调整或观察期应为 {stands}。", $"{_businesses.Register.IdAt(row)} is stated as {tier}; by an assignment or an observation of the time {stands} stands."),
                    [new GuardValue("business", _businesses.Register.IdAt(row).Value), new GuardValue("stated", $"{tier}")], Allowed: ($"{stands}。", $"{stands}.")));
            }
        }

        return decided with { Standing = Group(Standing, [.. moves.Select(move => move.Row)], null) };
    }

    /// <summary>The rows whose standing returns to what it was, because a slip was put right in this unit, and the last day before it.</summary>
    internal Dictionary<int, LocalDate> Returns { get; } = [];

    /// <summary>The day to which everybody returns, because a policy was withdrawn in this unit; null where none was.</summary>
    internal LocalDate? ReturnsAllTo { get; private set; }

    private IEnumerable<Thing> BusinessesOf(AssignmentId id) => _assignments.Find(id) is { } set ? [BusinessAct.ThingOf(set.Business)] : [];

    private IEnumerable<Thing> BusinessesOf(AppealId id) => _appeals.Find(id) is { } appeal ? [BusinessAct.ThingOf(appeal.Business)] : [];

    private int CodeBits => Packed.CodeBits(Scale.Count);

    /// <summary>The rows of which an appeal had facts put right in this unit.</summary>
    private readonly SortedSet<int> _corrected = [];

    /// <summary>The rows whose standing an act of this unit may have changed.</summary>
    private SortedSet<int> Touched { get; } = [];

    private Decision Decide(PolicyLaidDown<TGrade> laid, string? system)
    {
        var policy = laid.Policy;
        if (!policy.Scale.MildestFirst.SequenceEqual(Scale.MildestFirst))
        {
            return new Refusal("other-scale", ($"“{policy}”的等级次序与本分级不同。", $"'{policy}' orders its grades otherwise than the grading '{Scale.Key}'."), [new GuardValue("policy", $"{policy}")],
                Allowed: (string.Join('、', Scale.MildestFirst), string.Join(", ", Scale.MildestFirst)));
        }

        // What another system graded by has a key of its own, and the first policy that the district lays down itself sets the key for those to come.
        if (_policies.Items.FirstOrDefault(adopted => adopted.System == system) is { } first && first.Policy.Id != policy.Id)
        {
            return new Refusal("other-policy", ($"“{policy}”不是“{first.Policy.Id}”的版本。", $"'{policy}' is no version of '{first.Policy.Id}', by which this grading is kept."), [new GuardValue("policy", $"{policy}")],
                Allowed: ($"“{first.Policy.Id}”的版本。", $"Versions of '{first.Policy.Id}'."));
        }

        if (policy.Facts.FirstOrDefault(fact => !_businesses.Register.Facts.Schema.Contains(fact)) is { } missing)
        {
            return RegisterBook.NoColumn(_businesses.Register.Facts.Schema, missing);
        }

        if (_policies.Items.FirstOrDefault(adopted => adopted.Policy.Version == policy.Version) is not null)
        {
            return Refusal.IdTaken(policy.Version);
        }

        return _policies.Items.LastOrDefault(IsStanding) is { Policy: var last } && last.From >= policy.From
            ? new Refusal(
                "not-after-the-last", ($"“{policy}”自 {policy.From:uuuu-MM-dd} 起施行，不晚于“{last}”。", $"'{policy}' begins on {policy.From:uuuu-MM-dd}, not after '{last}'."),
                [new GuardValue("from", $"{policy.From:uuuu-MM-dd}"), new GuardValue("last", $"{last.From:uuuu-MM-dd}")],
                Allowed: ($"{last.From:uuuu-MM-dd} 之后。", $"Days after {last.From:uuuu-MM-dd}."))
            : laid;
    }

    private Decision Decide(GradeAssigned<TGrade> set, LocalDate today, GradeAssignment<TGrade>? replaced)
    {
        if (_assignments.Find(set.Id) is not null)
        {
            return Refusal.IdTaken(set.Id.ToString());
        }

        if (set.Id.Number < 1)
        {
            return Refusal.NoId;
        }

        if (_businesses.Register.FindRow(set.Business) is not { } row)
        {
            return RegisterBook.Unregistered(set.Business);
        }

        if (!Scale.Contains(set.Grade))
        {
            return new Refusal(
                "not-of-the-scale", ($"本分级没有等级 {set.Grade}。", $"The grading '{Scale.Key}' has no grade {set.Grade}."), [new GuardValue("grade", $"{set.Grade}")],
                Allowed: (string.Join('、', Scale.MildestFirst), string.Join(", ", Scale.MildestFirst)));
        }

        var from = set.From!.Value;
        if (from < today || set.Until <= from)
        {
            var term = TextOf(from, set.Until);
            return new Refusal(
                "term-out-of-range", ($"{term.Chinese}。", $"It counts {term.English}."), [new GuardValue("from", $"{from:uuuu-MM-dd}"), UntilValue(set.Until)],
                Allowed: ($"起始日不早于 {today:uuuu-MM-dd}，终止日晚于起始日。", $"A first day from {today:uuuu-MM-dd} on, and an end after it."));
        }

        if (set.Assignment == AssignmentKind.Provisional && _trail.FirstGraded(_trail.Last(row)) is var first and not GradeTrail<TGrade>.None)
        {
            return new Refusal(
                "already-graded", ($"主体已于 {_trail.DayOf(first):uuuu-MM-dd} 评定等级。", $"The business was graded on {_trail.DayOf(first):uuuu-MM-dd}."),
                [new GuardValue("graded", $"{_trail.DayOf(first):uuuu-MM-dd}")]);
        }

        return AssignmentsAt(row).FirstOrDefault(other => other.Kind == set.Assignment && other != replaced && other.Overlaps(from, set.Until)) is { } standing
            ? new Refusal(
                "overlaps", ($"与编号 {standing.Id}（{TextOf(standing.From, standing.Until).Chinese}）重叠。", $"It overlaps {standing.Id}, which counts {TextOf(standing.From, standing.Until).English}."),
                [new GuardValue("other", standing.Id.ToString()), new GuardValue("from", $"{standing.From:uuuu-MM-dd}"), UntilValue(standing.Until)])
            : set;
    }

    private static BilingualText TextOf(LocalDate from, LocalDate? until) => until is { } end
        ? ($"自 {from:uuuu-MM-dd} 起至 {end:uuuu-MM-dd} 前", $"from {from:uuuu-MM-dd} until before {end:uuuu-MM-dd}")
        : ($"自 {from:uuuu-MM-dd} 起，未定终止日", $"from {from:uuuu-MM-dd} without an end");

    private static GuardValue UntilValue(LocalDate? until) => new("until", until is { } end ? $"{end:uuuu-MM-dd}" : "none");

    private Decision Decide(PolicyWithdrawn<TGrade> withdrawn) =>
        _policies.Items.FirstOrDefault(adopted => adopted.Policy.Version == withdrawn.Version) is not { } known
            ? new Refusal(
                "unknown-id", ($"没有发布过标准 {withdrawn.Version}。", $"No policy {withdrawn.Version} was adopted."), [new GuardValue("version", withdrawn.Version)],
                Allowed: (string.Join('、', Policies.Select(policy => policy.Version)), string.Join(", ", Policies.Select(policy => policy.Version))))
        : !IsStanding(known) ? new Refusal("is-over", ($"标准 {withdrawn.Version} 已撤回。", $"Policy {withdrawn.Version} was withdrawn already."), [new GuardValue("version", withdrawn.Version)])
        : _policies.Items.First(adopted => adopted.System == known.System) == known ? new Refusal(
            "is-the-first", ($"标准 {withdrawn.Version} 是首个标准，撤回后无标准可依。", $"Policy {withdrawn.Version} is the first; nothing would decide without it."), [new GuardValue("version", withdrawn.Version)],
            Allowed: ("发布替代的标准。", "Adopting another in its place."))
        : withdrawn;

    private bool IsStanding(Adopted adopted) => _withdrawn.Find(adopted.Policy.Version) is null;

    private Adopted? InForceOn(LocalDate day) => _policies.Items.LastOrDefault(adopted => adopted.Policy.IsInForce(day) && IsStanding(adopted));

    /// <summary>The policy that decided on a day: what was laid down or withdrawn after it changed nothing of it.</summary>
    private GradingPolicy<TGrade>? DecidedBy(LocalDate day) => _policies.Items.LastOrDefault(adopted =>
        adopted.On <= day && adopted.Policy.IsInForce(day) && !IsWithdrawn(adopted.Policy.Version, day))?.Policy;

    private bool IsWithdrawn(string version, LocalDate day) => _withdrawn.Find(version) is { } withdrawn && withdrawn.On <= day;

    private void End(AssignmentId id, LocalDate today, bool isWithdrawn = false)
    {
        var old = _assignments.Find(id)!;
        _assignments.Put(id, old.EndingOn(today) with { WithdrawnOn = isWithdrawn ? today : old.WithdrawnOn });
        Touch([_businesses.Register.RowOf(old.Business)], today);
    }

    private Decision DecideEnd(AssignmentId id, GradingAct<TGrade> end, LocalDate today) =>
        _assignments.Find(id) is not { } old ? new Refusal("unknown-id", ($"没有编号 {id}。", $"There is no {id}."), [new GuardValue("id", id.ToString())])
        : !old.IsOverOn(old.From) && !old.IsOverOn(today) ? end
        : new Refusal("is-over", ($"编号 {id} 已于 {old.Until:uuuu-MM-dd} 终止。", $"{id} ended on {old.Until:uuuu-MM-dd}."), [new GuardValue("until", $"{old.Until:uuuu-MM-dd}")]);

    private IEnumerable<GradeAssignment<TGrade>> AssignmentsAt(int row) => _assignmentsOf.Of(row) is { Count: > 0 } some ? some.Select(id => _assignments.Find(id)!) : [];

    private int CodeOn(int row, LocalDate day) => _law.CodeOf(_law.Find(row, day));

    private void Touch(IEnumerable<int> rows, LocalDate today)
    {
        var touched = rows.ToList();
        Touched.UnionWith(touched);
        NoteTurns(touched, today);
    }

    private void NoteTurns(IEnumerable<int> rows, LocalDate today)
    {
        foreach (var row in rows)
        {
            foreach (var turn in _law.TurnsOf(row, today))
            {
                if (turn > today)
                {
                    _turns.Note(turn, row);
                }
            }
        }
    }

    /// <summary>Grades what changed, or everything where another policy decides since; returns the rows that were recorded.</summary>
    private int[] Regrade(LocalDate today)
    {
        // A policy of another system says by what was graded there, and decides nothing here.
        if (InForceOn(today) is not { System: null, Grader: var grader })
        {
            return [];
        }

        int[]? rows = ReferenceEquals(_computed.Mark.Grader, grader) ? [.. _businesses.Changed.Union(_corrected)] : null;
        if (rows is [])
        {
            return [];
        }

        var (mark, recorded, planes) = (_computed.Mark, _trail.Mark, Computed.Planes);
        (int Row, int Packed)[] before = [.. (rows ?? Enumerable.Range(0, Computed.Table.Count)).Select(row => (row, planes.Read(row)))];
        List<int> appended = [];
        _undo.Push(() =>
        {
            _trail.Truncate(recorded, appended);
            Array.ForEach(before, old => planes.Write(old.Row, old.Packed));
            _computed.Reset(mark);
        });
        _computed.RegradeRows(grader, options: null, rows);
        _trail.Record(today, grader.Policy, rows, _corrected, appended);
        int[] sorted = [.. appended.Order()];
        NoteTurns(sorted, today);
        return sorted;
    }

    /// <summary>Asks the law about some rows, and writes what it says otherwise than what stands.</summary>
    private ImmutableArray<(int Row, GradeDecision<TGrade> Before)> Restand(IEnumerable<int> rows, LocalDate today)
    {
        List<(int Row, int Code)> old = [];
        var moves = ImmutableArray.CreateBuilder<(int, GradeDecision<TGrade>)>();
        foreach (var row in rows)
        {
            var (stood, stands) = (Standing.Planes.Read(row), CodeOn(row, today));
            if (stood != stands)
            {
                old.Add((row, stood));
                moves.Add((row, Standing[row]));
                Standing.Planes.Write(row, stands);
            }
        }

        _undo.Push(() => old.ForEach(before => Standing.Planes.Write(before.Row, before.Code)));
        return moves.DrainToImmutable();
    }

    /// <summary>Of rows whose standing is not another those that have no grade for another reason: without a grade stands what was computed last.</summary>
    private IEnumerable<ReasonMove> ReasonMovesOf(IEnumerable<int> recorded) =>
        from row in recorded
        where Standing[row].State == GradingState.NotGraded
        let last = _trail.Last(row)
        let previous = _trail.Previous(last)
        where previous is not GradeTrail<TGrade>.None
        let before = _trail.Show(previous)!
        // Another system gives no grade and says no reason.
        let now = _trail.Show(last)!.Clause as NotGradedRule
        where now is not null && before.Decision.State == GradingState.NotGraded && before.Clause?.Id != now.Id
        select new ReasonMove(Key, _businesses.Register.IdAt(row), (NotGradedRule?)before.Clause, now);

    private ItemList<Decided<TGrade>> Group(GradeSheet<TGrade> sheet, int[] rows, GradingPolicy<TGrade>? policy) => rows
        .GroupBy(row => sheet[row])
        .OrderBy(group => group.Key.State).ThenBy(group => group.Key.FindGrade()).ThenBy(group => group.Key.Clause)
        .Select(group => new Decided<TGrade>(
            group.Key.State, group.Key.FindGrade(), group.Key.Clause < 0 ? null : policy!.ClauseOf(group.Key).Id, group.Select(_businesses.Register.IdAt).ToImmutableArray()))
        .ToImmutableArray();

    private int[] Write(GradeSheet<TGrade> sheet, ItemList<Decided<TGrade>> decisions, GradingPolicy<TGrade>? policy)
    {
        if (decisions.IsEmpty)
        {
            return [];
        }

        List<int> rows = [];
        foreach (var decided in decisions)
        {
            var packed = decided.State switch
            {
                GradingState.Graded => Packed.CodeOf(Scale.StrictnessOf(decided.Grade!.Value)),
                GradingState.NotGraded => Packed.NotGraded(Scale.Count),
                GradingState.NotDecided => 0,
            };
            if (decided.Clause is { } key)
            {
                packed |= (ClauseOf(policy!, key) + 1) << CodeBits;
            }

            foreach (var business in decided.Businesses)
            {
                var row = _businesses.Register.RowOf(business);
                sheet.Planes.Write(row, packed);
                rows.Add(row);
            }
        }

        rows.Sort();
        return [.. rows];
    }

    /// <summary>The rows of the businesses of some decisions, ascending.</summary>
    private int[] RowsOf(ItemList<Decided<TGrade>> decisions)
    {
        int[] rows = [.. decisions.SelectMany(decided => decided.Businesses).Select(_businesses.Register.RowOf)];
        Array.Sort(rows);
        return rows;
    }

    private static int ClauseOf(GradingPolicy<TGrade> policy, string key)
    {
        for (var clause = 0; clause < policy.Clauses.Length; clause++)
        {
            if (policy.Clauses[clause].Id == key)
            {
                return clause;
            }
        }

        throw new ArgumentException($"'{policy}' has no clause '{key}'.", nameof(key));
    }

    /// <summary>The day of record from which a policy decides nothing any more.</summary>
    private sealed record Withdrawal(LocalDate On);

    /// <summary>A policy that was laid down; it is compiled when it first decides.</summary>
    private sealed class Adopted(GradingPolicy<TGrade> policy, LocalDate on, string? system)
    {
        public LocalDate On => on;

        /// <summary>The other system by which grades were given; null of a policy of the district's own.</summary>
        public string? System => system;

        public GradingPolicy<TGrade> Policy => policy;

        public Grader<TGrade> Grader => field ??= new Grader<TGrade>(policy);
    }
}
