using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>Which grades of a grading were notified to whom, and made public (等级告知、公示台账).</summary>
/// <remarks>
/// A notice tells a grade that stood on its day. It is the last one of its business that is made public, and no grade is that does not stand any more: whoever
/// is regraded is told anew.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradeNoticeBook<TGrade> : ThingBook<GradeNoticeId, GradeNotice<TGrade>, GradeNoticeAct<TGrade>>, IGradeNoticeBook where TGrade : struct, Enum
{
    private readonly GradingBook<TGrade> _grades;
    private readonly RegisterBook _businesses;
    private readonly RuleBook<AppealTerms> _terms;
    private readonly CalendarBook _calendar;
    private readonly Trails<BusinessId, GradeNoticeId> _ofBusiness;

    internal GradeNoticeBook(GradingBook<TGrade> grades, RegisterBook businesses, RuleBook<AppealTerms> terms, CalendarBook calendar, UndoLog undo)
        : base(undo) => (_grades, _businesses, _terms, _calendar, _ofBusiness) = (grades, businesses, terms, calendar, new(undo));

    /// <summary>The notices to a business as they are now, in the order recorded.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<GradeNotice<TGrade>> NoticesOf(BusinessId business) => [.. Of(business)];

    /// <summary>The notice by which a business was told last, up to a day; null when it was not told until then.</summary>
    /// <param name="business">The business.</param>
    /// <param name="day">The day.</param>
    public GradeNotice<TGrade>? FindLast(BusinessId business, LocalDate day)
    {
        GradeNotice<TGrade>? last = null;
        foreach (var notice in Of(business))
        {
            if (notice.NotifiedOn <= day && (last is null || notice.NotifiedOn >= last.NotifiedOn))
            {
                last = notice;
            }
        }

        return last;
    }

    internal override IEnumerable<Act> ToSettle(WorkingCalendar calendar) =>
    [
        .. Settlement.Of(All, notice => notice.AppealBy, calendar, (notice, due) => new GradeNoticeSettled<TGrade>(notice.Id, NoticeDay.LastToAppeal, due)),
        .. Settlement.Of(All.Where(notice => notice.PublishedOn is null), notice => notice.PublishOn, calendar, (notice, due) => new GradeNoticeSettled<TGrade>(notice.Id, NoticeDay.ToPublish, due)),
    ];

    IEnumerable<GradeToPublish> IGradeNoticeBook.After(IEnumerable<Act> acts)
    {
        var touched = new HashSet<BusinessId>();
        foreach (var act in acts)
        {
            var id = act is ActVoided voided && voided.About.Kind == ThingKind ? Parse(voided.About.Id)
                : act is GradeNotified<TGrade> or GradePublished<TGrade> ? ((GradeNoticeAct<TGrade>)act).Id
                : (GradeNoticeId?)null;
            touched.UnionWith(id is { } known ? HistoryOf(known).Select(done => done.Act).OfType<GradeNotified<TGrade>>().Select(told => told.Business) : []);
        }

        foreach (var id in touched.SelectMany(_ofBusiness.Of).Distinct().OrderBy(id => id.Number))
        {
            var notice = Find(id);
            yield return new(
                new Thing(ThingKind, $"{id}"), notice?.Business ?? default, notice is not null && IsToBePublished(notice) ? notice.PublishOn : null,
                notice is null ? null : _terms.FindFor(notice.Moment)!.Publication?.Basis);
        }
    }

    IEnumerable<(LocalDate Day, BusinessId Business)> IGradeNoticeBook.ToPublishBetween(LocalDate after, LocalDate upTo) =>
        from notice in All
        where notice.PublishOn is { } due && due.LastDay > after && due.LastDay <= upTo && IsToBePublished(notice)
        select (notice.PublishOn!.Value.LastDay, notice.Business);

    private protected override string ThingKind => GradeNoticeAct<TGrade>.ThingKind;

    private protected override GradeNoticeId IdOf(GradeNoticeAct<TGrade> act) => act.Id;

    private protected override IEnumerable<Thing> BusinessesOf(GradeNotice<TGrade> thing, GradeNoticeAct<TGrade> act) => [BusinessAct.ThingOf(thing.Business)];

    private protected override Decision Decide(GradeNotice<TGrade>? before, GradeNoticeAct<TGrade> act, Moment moment) => (before, act) switch
    {
        (null, GradeNotified<TGrade> told) => Decide(told, moment),
        (_, GradeNotified<TGrade>) => Refusal.IdTaken($"{act.Id}"),
        (null, _) => new Refusal("unknown-id", ($"没有等级告知 {act.Id}。", $"There is no notice {act.Id}."), [Id(act)], Allowed: ("已告知的编号。", "The number of one that was given.")),
        (_, GradePublished<TGrade> published) => Decision.Of(published, RefusalsOf(before, moment)),
        (_, GradeNoticeSettled<TGrade> settled) => Settlement.FindUnmet(DayOf(before, settled.What), settled.Due) is { } unmet
            ? Refusal.Of(($"等级告知 {act.Id}", $"notice {act.Id}"), unmet) : settled,
        _ => throw Unknown(act),
    };

    private protected override GradeNotice<TGrade> After(GradeNotice<TGrade>? before, GradeNoticeAct<TGrade> act, Moment moment) => act switch
    {
        GradeNotified<TGrade> told => new GradeNotice<TGrade>(told, moment),
        GradePublished<TGrade> => before! with { PublishedOn = moment.On },
        GradeNoticeSettled<TGrade> { What: var what, Due: var due } => what switch
        {
            NoticeDay.LastToAppeal => before! with { AppealBy = due },
            NoticeDay.ToPublish => before! with { PublishOn = due },
        },
        _ => throw Unknown(act),
    };

    // That the grade stood and was the last that was told was asked when it was made public, and hangs on no act of the notice.
    private protected override bool Follows(GradeNotice<TGrade>? before, GradeNoticeAct<TGrade> act, Moment moment) =>
        act is GradePublished<TGrade> ? before is { PublishedOn: null } : base.Follows(before, act, moment);

    private protected override void Changed(GradeNotice<TGrade>? before, GradeNotice<TGrade>? after)
    {
        // What no longer stands in a list is passed over when the list is read.
        if (after is not null && !_ofBusiness.Of(after.Business).Contains(after.Id))
        {
            _ofBusiness.Add(after.Business, after.Id);
        }
    }

    private IEnumerable<GradeNotice<TGrade>> Of(BusinessId business) => _ofBusiness.Of(business).Select(Find).OfType<GradeNotice<TGrade>>().Where(notice => notice.Business == business);

    private bool IsToBePublished(GradeNotice<TGrade> notice) => notice is { PublishOn: not null, PublishedOn: null } && FindLast(notice.Business, LocalDate.MaxIsoValue)?.Id == notice.Id;

    private static Deadline? DayOf(GradeNotice<TGrade> notice, NoticeDay what) => what switch
    {
        NoticeDay.LastToAppeal => notice.AppealBy,
        NoticeDay.ToPublish => notice.PublishedOn is null ? notice.PublishOn : null,
    };

    private Decision Decide(GradeNotified<TGrade> told, Moment moment)
    {
        if (!IdNumber.IsValid(told.Id.Number))
        {
            return Refusal.NoId;
        }

        if (_businesses.Register.FindRow(told.Business) is not { } row)
        {
            return RegisterBook.Unregistered(told.Business);
        }

        var stood = _grades.DecisionOn(row, moment.On).FindGrade();
        if (stood is null || (told.Grade is { } stated && !Nullable.Equals(stood, stated)))
        {
            return NotStanding(told.Business, stood, told.Grade, moment.On);
        }

        var terms = _terms.FindFor(moment)!;
        try
        {
            return told with
            {
                Grade = stood,
                AppealBy = terms.FileWithin?.After(moment.On, _calendar.Now),
                PublishOn = terms.Publication?.DayOf(moment.On, _calendar.Now),
            };
        }
        catch (CalendarYearUnknownException e)
        {
            return Refusal.Of(e, Id(told));
        }
    }

    private IEnumerable<Refusal> RefusalsOf(GradeNotice<TGrade> notice, Moment moment)
    {
        var id = new GuardValue("id", $"{notice.Id}");
        if (notice.PublishedOn is { } published)
        {
            yield return new Refusal(
                "is-over", ($"等级告知 {notice.Id} 的等级已于 {published:uuuu-MM-dd} 公示。", $"The grade of notice {notice.Id} was made public on {published:uuuu-MM-dd}."), [id, new GuardValue("published", $"{published:uuuu-MM-dd}")]);
        }

        if (FindLast(notice.Business, moment.On) is { } last && last.Id != notice.Id)
        {
            yield return new Refusal(
                "told-anew", ($"主体 {notice.Business} 已于 {last.NotifiedOn:uuuu-MM-dd} 另行告知（编号 {last.Id}）。", $"Business {notice.Business} was told anew on {last.NotifiedOn:uuuu-MM-dd} (notice {last.Id})."),
                [id, new GuardValue("last", $"{last.Id}")], Allowed: ($"公示编号 {last.Id}。", $"Making that of notice {last.Id} public."));
        }

        if (notice.PublishOn is { } due && moment.On < due.LastDay)
        {
            yield return new Refusal(
                "not-before", ($"等级告知 {notice.Id} 的等级应于 {due.LastDay:uuuu-MM-dd} 公示，不得提前。", $"The grade of notice {notice.Id} is made public on {due.LastDay:uuuu-MM-dd} and not before."),
                [id, new GuardValue("first", $"{due.LastDay:uuuu-MM-dd}")], _terms.FindFor(notice.Moment)!.Publication?.Basis, ($"{due.LastDay:uuuu-MM-dd} 及以后。", $"{due.LastDay:uuuu-MM-dd} and later."));
        }

        var stands = _grades.DecisionOn(_businesses.Register.RowOf(notice.Business), moment.On).FindGrade();
        if (!Nullable.Equals(stands, notice.Grade))
        {
            yield return NotStanding(notice.Business, stands, notice.Grade, moment.On);
        }

        if (_terms.FindFor(notice.Moment)!.Publication is { WaitsForAppeal: true } publication
            && _grades.AppealsOf(notice.Business).FirstOrDefault(appeal => appeal.On(moment.On)?.State == AppealState.Open) is { } open)
        {
            yield return new Refusal(
                "appeal-open", ($"主体 {notice.Business} 的申诉（编号 {open.Id}）待复核，期间不公示。", $"Appeal {open.Id} of business {notice.Business} is open; its grade is not made public meanwhile."),
                [id, new GuardValue("appeal", $"{open.Id}")], publication.Basis, ("申诉作出决定或撤回之后。", "Once the appeal is decided or withdrawn."));
        }
    }

    private Refusal NotStanding(BusinessId business, TGrade? stood, TGrade? told, LocalDate on)
    {
        var scale = _grades.Scale;
        var (chinese, english) = stood is { } grade ? (scale.NameOf(grade).Chinese, scale.NameOf(grade).English) : ("无等级", "without a grade");
        return new Refusal(
            "does-not-stand", ($"主体 {business} 在 {on:uuuu-MM-dd} {ChineseSpacing.After("为", chinese)}。", $"On {on:uuuu-MM-dd} business {business} stood {english}."),
            [new GuardValue("business", business.Value), new GuardValue("stood", stood is null ? "none" : $"{stood}"), new GuardValue("told", told is null ? "none" : $"{told}")],
            Allowed: stood is null ? ("有等级之日。", "A day on which it has a grade.") : ($"{chinese}；等级已变的，先重新告知。", $"{english}; where the grade moved, a notice of the new one first."));
    }

    private static GuardValue Id(GradeNoticeAct<TGrade> act) => new("id", $"{act.Id}");
}

/// <summary>The notices of whichever grading, as the root asks for them.</summary>
internal interface IGradeNoticeBook
{
    /// <summary>The notices of the businesses that acts of a unit told of, made public or voided, as they are after them.</summary>
    IEnumerable<GradeToPublish> After(IEnumerable<Act> acts);

    /// <summary>The grades that are to be made public after a day and up to another.</summary>
    IEnumerable<(LocalDate Day, BusinessId Business)> ToPublishBetween(LocalDate after, LocalDate upTo);
}

/// <summary>A notice, and by when its grade is to be made public: null where it is not, for it was, or the business was told anew, or nothing is laid down.</summary>
internal readonly record struct GradeToPublish(Thing Notice, BusinessId Business, Deadline? Due, Citation? Basis);
