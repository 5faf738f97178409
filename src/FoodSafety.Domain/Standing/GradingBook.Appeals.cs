using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Standing;

// Who disputes a grade, and what it comes to (等级申诉).
public sealed partial class GradingBook<TGrade>
{
    /// <summary>All appeals, each as it is now, in the order recorded.</summary>
    public ImmutableArray<GradeAppeal<TGrade>> Appeals => [.. _filed.Items.Select(id => _appeals.Find(id)!)];

    /// <summary>An appeal as it is now; null when there is none.</summary>
    /// <param name="id">The id.</param>
    public GradeAppeal<TGrade>? FindAppeal(AppealId id) => _appeals.Find(id);

    /// <summary>The appeals against how a business stood, each as it is now, in the order recorded.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<GradeAppeal<TGrade>> AppealsOf(BusinessId business) => [.. _appealsOf.Of(business).Select(id => _appeals.Find(id)!)];

    internal ImmutableArray<GradeAppeal<TGrade>> AppealsOn(LocalDate day) => [.. Appeals.Select(appeal => appeal.On(day)).OfType<GradeAppeal<TGrade>>()];

    private Decision Decide(AppealFiled<TGrade> filed, Moment moment)
    {
        if (filed.Id.Number < 1)
        {
            return Refusal.NoId;
        }

        if (_appeals.Find(filed.Id) is not null)
        {
            return Refusal.IdTaken($"{filed.Id}");
        }

        if (_businesses.Register.FindRow(filed.Business) is not { } row)
        {
            return RegisterBook.Unregistered(filed.Business);
        }

        if (AppealsOf(filed.Business).FirstOrDefault(appeal => appeal.State == AppealState.Open) is { } open)
        {
            return new Refusal(
                "appeal-open", ($"主体 {filed.Business} 的申诉（编号 {open.Id}）待复核。", $"Appeal {open.Id} of business {filed.Business} is open."),
                [new GuardValue("appeal", $"{open.Id}"), new GuardValue("business", filed.Business.Value)],
                Allowed: ("待复核的申诉作出决定或撤回之后。", "Another once that one is decided or withdrawn."));
        }

        var found = _law.Find(row, moment.On);
        var disputed = _law.Decode(found).FindGrade();
        if (FindNotice(row, disputed, moment.On) is { AppealBy: { } last } told && !last.IsMet(moment.On))
        {
            return new Refusal(
                "filed-late",
                ($"等级已于 {told.NotifiedOn:uuuu-MM-dd} 告知，申诉期至 {last.LastDay:uuuu-MM-dd} 止，{moment.On:uuuu-MM-dd} 提出的不予受理。",
                    $"The grade was notified on {told.NotifiedOn:uuuu-MM-dd} and could be disputed up to {last.LastDay:uuuu-MM-dd}; this appeal is of {moment.On:uuuu-MM-dd}."),
                [new GuardValue("notified", $"{told.NotifiedOn:uuuu-MM-dd}"), new GuardValue("last", $"{last.LastDay:uuuu-MM-dd}"), new GuardValue("filed", $"{moment.On:uuuu-MM-dd}")],
                _appealTerms.FindFor(told.Moment)!.FileWithin!.Basis, ($"{last.LastDay:uuuu-MM-dd} 及以前提出的申诉。", $"An appeal of {last.LastDay:uuuu-MM-dd} or before."));
        }

        try
        {
            return filed with { Disputed = disputed, Against = found.Assignment?.Id, Due = _appealTerms.FindFor(moment)!.AnswerWithin.After(moment.On, _calendar.Now) };
        }
        catch (CalendarYearUnknownException e)
        {
            return Refusal.Of(e);
        }
    }

    private Decision Decide(AppealDecided<TGrade> decided, Moment moment)
    {
        if ((FindRefusal(decided.Id) ?? FindRefusalOfDecision(_appeals.Find(decided.Id)!, moment.By)) is { } refusal)
        {
            return refusal;
        }

        var business = _appeals.Find(decided.Id)!.Business;
        return decided.Outcome switch
        {
            FactsPutRight<TGrade> right => Decide(decided, right, business, moment),
            GradeReplaced<TGrade> replaced => Decide(decided, replaced, business, moment.Today),
            GradeUpheld<TGrade> => decided,
            var other => throw new NotSupportedException($"No appeal comes to '{other.GetType().Name}'."),
        };
    }

    private Decision Decide(AppealDecided<TGrade> decided, FactsPutRight<TGrade> right, BusinessId business, Moment moment)
    {
        if (InForceOn(moment.Today) is null)
        {
            return new Refusal(
                "no-policy", ("没有施行中的分级标准，更正事实后无法重新分级。", "No policy is in force by which corrected facts could be graded."), [new GuardValue("on", $"{moment.Today:uuuu-MM-dd}")],
                Allowed: ("维持或者改定等级。", "To uphold the grade or to set another."));
        }

        if (right.Mistake is null && _businesses.FindToldAfter(business, right.Facts, moment.On) is { } later)
        {
            return new Refusal(
                "told-later", ($"{later:uuuu-MM-dd} 另有登记，不能以较早之日重新登记。", $"The facts were told of {later:uuuu-MM-dd}, after {moment.On:uuuu-MM-dd}."), [new GuardValue("later", $"{later:uuuu-MM-dd}")],
                Allowed: ("指明有误的登记事项，或者以其后之日决定。", "To name the act that told them wrongly, or to decide on a day after it."));
        }

        BusinessAct told = right.Mistake is { } mistake
            ? new FactsCorrected(business, right.Facts, mistake, decided.Reason)
            : new FactsStated(business, right.Facts);
        var decision = _businesses.Decide(told, moment);
        return decision.Refusals.IsEmpty ? new Decision([decided, .. decision.Acts], []) : decision;
    }

    private Decision Decide(AppealDecided<TGrade> decided, GradeReplaced<TGrade> replaced, BusinessId business, LocalDate today)
    {
        var standing = _law.AssignmentOn(_businesses.Register.RowOf(business), AssignmentKind.Override, today);
        var decision = Decide(
            new GradeAssigned<TGrade>(replaced.Id, AssignmentKind.Override, business, replaced.Grade, replaced.Until, decided.Reason, today), today, standing);
        return !decision.Refusals.IsEmpty ? decision
            : standing is null ? new Decision([decided, .. decision.Acts], [])
            : new Decision([decided, new AssignmentEnded<TGrade>(standing.Id, decided.Reason), .. decision.Acts], []);
    }

    private Decision Decide(AppealDeadlineSettled<TGrade> settled) =>
        FindRefusal(settled.Id) is { } refusal ? refusal
        : Settlement.FindUnmet(_appeals.Find(settled.Id)!.Due, settled.Due) is { } unmet ? Refusal.Of(($"申诉 {settled.Id}", $"appeal {settled.Id}"), unmet)
        : settled;

    /// <summary>Why nothing can be done with an appeal, whoever asks: there is none, or it is closed.</summary>
    private Refusal? FindRefusal(AppealId id)
    {
        if (_appeals.Find(id) is not { } appeal)
        {
            return new("unknown-id", ($"没有申诉 {id}。", $"There is no appeal {id}."), [new GuardValue("id", $"{id}")], Allowed: ("已提出的申诉。", "An appeal that was filed."));
        }

        return appeal.State == AppealState.Open ? null : new(
            "is-over", ($"申诉（编号 {id}）{appeal.State.Name().Chinese}。", $"Appeal {id} is {appeal.State.Name().English}."), [new GuardValue("id", $"{id}"), new GuardValue("closed", $"{appeal.ClosedOn:uuuu-MM-dd}")],
            Allowed: ("另行提出申诉。", "Another appeal."));
    }

    /// <summary>The last notice of a grade, up to a day and while it stood without a break; null when nobody was told of it.</summary>
    private GradeNotice<TGrade>? FindNotice(int row, TGrade? grade, LocalDate day) => grade is { } stood && _law.SinceOf(row, day) is { } since
        ? Notices.FindLast(_businesses.Register.IdAt(row), day) is { } last && EqualityComparer<TGrade>.Default.Equals(last.Grade, stood) && since <= last.NotifiedOn ? last : null
        : null;

    private Refusal? FindRefusalOfDecision(GradeAppeal<TGrade> appeal, string by) =>
        _appealTerms.FindFor(appeal.Moment)!.MayNotDecide.Select(bar => FindRefusalOfDecision(appeal, bar, by)).FirstOrDefault(refusal => refusal is not null);

    private Refusal? FindRefusalOfDecision(GradeAppeal<TGrade> appeal, ReviewBar bar, string by) => bar switch
    {
        ReviewBar.Filer => by != appeal.FiledBy ? null
            : Barred("decided-by-filer", appeal, by, ($"申诉（编号 {appeal.Id}）由“{by}”提出，须由他人复核。", $"'{by}' filed appeal {appeal.Id}; somebody else must decide it.")),
        ReviewBar.Rater =>
            appeal.Filed.Against is { } against && by == _assignments.Find(against)!.By
                ? Barred("decided-by-overrider", appeal, by, ($"申诉（编号 {appeal.Id}）所争议的等级由“{by}”设定，须由他人复核。", $"'{by}' set the grade that appeal {appeal.Id} disputes; somebody else must decide it."))
            : by == NoticeOf(appeal)?.Told.RatedBy
                ? Barred("decided-by-rater", appeal, by, ($"申诉（编号 {appeal.Id}）所争议的等级由“{by}”评定，须由他人复核。", $"'{by}' gave the grade that appeal {appeal.Id} disputes; somebody else must decide it."))
            : null,
        ReviewBar.Inspector => !_inspectorsOf(appeal.Business, NoticeOf(appeal)?.NotifiedOn ?? appeal.FiledOn).Contains(by, StringComparer.Ordinal) ? null
            : Barred("decided-by-inspector", appeal, by, ($"申诉（编号 {appeal.Id}）所涉主体由“{by}”检查，须由他人复核。", $"'{by}' inspected the business that appeal {appeal.Id} is about; somebody else must decide it.")),
    };

    private Refusal Barred(string code, GradeAppeal<TGrade> appeal, string by, BilingualText text)
    {
        var bars = _appealTerms.FindFor(appeal.Moment)!.MayNotDecide.Select(bar => bar.Name()).ToArray();
        return Refused(code, appeal.Id, by, text) with
        {
            Allowed = ($"以下人员以外的人：{string.Join('、', bars.Select(bar => bar.Chinese))}。", $"Somebody who is none of these: {string.Join(", ", bars.Select(bar => bar.English))}."),
        };
    }

    private GradeNotice<TGrade>? NoticeOf(GradeAppeal<TGrade> appeal) => FindNotice(_businesses.Register.RowOf(appeal.Business), appeal.Filed.Disputed, appeal.FiledOn);

    private Refusal? FindRefusalOfWithdrawal(AppealId id, string by) => by == _appeals.Find(id)!.FiledBy ? null
        : Refused("withdrawn-by-another", id, by, ($"申诉（编号 {id}）不是“{by}”提出的，只有申诉人可以撤回。", $"'{by}' did not file appeal {id}; only who filed it can withdraw it."));

    private static Refusal Refused(string code, AppealId id, string by, BilingualText text) => new(code, text, [new GuardValue("id", $"{id}"), new GuardValue("by", by)]);

    private void Close(AppealId id, AppealDecided<TGrade>? decision, Moment moment)
    {
        var appeal = _appeals.Find(id)!;
        _appeals.Put(id, appeal with { Decision = decision, ClosedBy = moment.By, ClosedOn = moment.On });
        if (decision?.Outcome is FactsPutRight<TGrade>)
        {
            var row = _businesses.Register.RowOf(appeal.Business);
            _corrected.Add(row);
            Touch([row], moment.Today);
        }
    }
}
