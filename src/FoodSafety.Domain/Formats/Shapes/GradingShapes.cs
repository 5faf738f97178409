using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;

namespace FoodSafety.Domain.Formats;

/// <summary>How what decides about the grades of a grading, and what followed, stand in a journal. The kinds begin with its key.</summary>
internal sealed class GradingShapes<TGrade> where TGrade : struct, Enum
{
    private static readonly Shape<AssignmentId> AssignmentId = SnapshotShapes.Id(static id => id.Number, static number => new AssignmentId(number));

    private static readonly Shape<AppealId> AppealId = SnapshotShapes.Id(static id => id.Number, static number => new AppealId(number));

    private static readonly Shape<GradeNoticeId> NoticeId = SnapshotShapes.Id(static id => id.Number, static number => new GradeNoticeId(number));

    private readonly GradeScale<TGrade> _scale;
    private readonly Shape<TGrade> _grade;

    public GradingShapes(GradeScale<TGrade> scale) => (_scale, _grade) = (scale, SnapshotShapes.Grade(scale));

    public UnionShape<OutcomePart>.Case Outcome
    {
        get
        {
            var decided = Shape.Object<Decided<TGrade>>(f => new Decided<TGrade>(
                f.Get("state", static decided => decided.State, Shape.Enum<GradingState>(), usual: GradingState.Graded),
                f.FindValue("grade", static decided => decided.Grade, _grade),
                f.Find("clause", static decided => decided.Clause, Shape.Text),
                f.List("businesses", static decided => decided.Businesses, SnapshotShapes.BusinessId)));
            return new UnionShape<OutcomePart>.Case<GradesDecided<TGrade>>(Word("decided"), f => new GradesDecided<TGrade>(
                f.Find("policy", static part => part.Policy, Shape.Text),
                f.Get("isNew", static part => part.IsNew, Shape.Flag, usual: false),
                f.List("computed", static part => part.Computed, decided),
                f.List("standing", static part => part.Standing, decided)));
        }
    }

    public UnionShape<GradingAct<TGrade>> Act(FactSchema schema, IEnumerable<CustomCondition> conditions)
    {
        var policies = new PolicyFile<TGrade>(_scale, schema.Facts, conditions);
        var policy = new SimpleShape<GradingPolicy<TGrade>>(policies.Write, part => (true, policies.Read(part)));
        var outcome = new UnionShape<AppealOutcome<TGrade>>(
            new UnionShape<AppealOutcome<TGrade>>.Case<GradeUpheld<TGrade>>("grade-upheld", static _ => new GradeUpheld<TGrade>()),
            new UnionShape<AppealOutcome<TGrade>>.Case<FactsPutRight<TGrade>>("facts-put-right", f => new FactsPutRight<TGrade>(
                f.Get("facts", static right => right.Facts, new FactsShape(schema)),
                f.FindValue("mistake", static right => right.Mistake, SnapshotShapes.Place))),
            new UnionShape<AppealOutcome<TGrade>>.Case<GradeReplaced<TGrade>>("grade-replaced", f => new GradeReplaced<TGrade>(
                f.Get("id", static replaced => replaced.Id, AssignmentId),
                f.Get("grade", static replaced => replaced.Grade, _grade),
                f.FindValue("until", static replaced => replaced.Until, Shape.Date))));
        return new(
            new UnionShape<GradingAct<TGrade>>.Case<PolicyLaidDown<TGrade>>(Word("policy-laid-down"), f => new PolicyLaidDown<TGrade>(f.Get("policy", static act => act.Policy, policy))),
            new UnionShape<GradingAct<TGrade>>.Case<PolicyWithdrawn<TGrade>>(Word("policy-withdrawn"), f => new PolicyWithdrawn<TGrade>(
                f.Get("version", static act => act.Version, Shape.Text),
                f.Get("reason", static act => act.Reason, Shape.FreeText))),
            new UnionShape<GradingAct<TGrade>>.Case<ObservationLaidDown<TGrade>>(Word("observation-laid-down"), f => new ObservationLaidDown<TGrade>(new ObservationPeriod(
                f.Get("days", static act => act.Period.Days, Shape.Whole),
                f.Get("basis", static act => act.Period.Basis, SnapshotShapes.Citation)))),
            new UnionShape<GradingAct<TGrade>>.Case<GradeAssigned<TGrade>>(Word("assigned"), f => new GradeAssigned<TGrade>(
                f.Get("id", static act => act.Id, AssignmentId),
                f.Get("assignment", static act => act.Assignment, Shape.Enum<AssignmentKind>()),
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("grade", static act => act.Grade, _grade),
                f.FindValue("until", static act => act.Until, Shape.Date),
                f.Get("reason", static act => act.Reason, Shape.FreeText),
                f.FindValue("from", static act => act.From, Shape.Date))),
            new UnionShape<GradingAct<TGrade>>.Case<AssignmentEnded<TGrade>>(Word("assignment-ended"), f => new AssignmentEnded<TGrade>(
                f.Get("id", static act => act.Id, AssignmentId),
                f.Get("reason", static act => act.Reason, Shape.FreeText))),
            new UnionShape<GradingAct<TGrade>>.Case<AssignmentWithdrawn<TGrade>>(Word("assignment-withdrawn"), f => new AssignmentWithdrawn<TGrade>(
                f.Get("id", static act => act.Id, AssignmentId),
                f.Get("reason", static act => act.Reason, Shape.FreeText))),
            new UnionShape<GradingAct<TGrade>>.Case<AppealFiled<TGrade>>(Word("appeal-filed"), f => new AppealFiled<TGrade>(
                f.Get("id", static act => act.Id, AppealId),
                f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
                f.Get("ground", static act => act.Ground, Shape.FreeText))
            {
                Disputed = f.FindValue("disputed", static act => act.Disputed, _grade),
                Against = f.FindValue("against", static act => act.Against, AssignmentId),
                Due = f.FindValue("due", static act => act.Due, TimeShapes.Deadline),
            }),
            new UnionShape<GradingAct<TGrade>>.Case<AppealDecided<TGrade>>(Word("appeal-decided"), f => new AppealDecided<TGrade>(
                f.Get("id", static act => act.Id, AppealId),
                f.Get("outcome", static act => act.Outcome, outcome),
                f.Get("reason", static act => act.Reason, Shape.FreeText))),
            new UnionShape<GradingAct<TGrade>>.Case<AppealDeadlineSettled<TGrade>>(Word("appeal-deadline-settled"), f => new AppealDeadlineSettled<TGrade>(
                f.Get("id", static act => act.Id, AppealId),
                f.Get("due", static act => act.Due, TimeShapes.Deadline))),
            new UnionShape<GradingAct<TGrade>>.Case<AppealWithdrawn<TGrade>>(Word("appeal-withdrawn"), f => new AppealWithdrawn<TGrade>(
                f.Get("id", static act => act.Id, AppealId))));
    }

    public UnionShape<GradeNoticeAct<TGrade>> Notice => new(
        new UnionShape<GradeNoticeAct<TGrade>>.Case<GradeNotified<TGrade>>(Word("notified"), f => new GradeNotified<TGrade>(
            f.Get("id", static act => act.Id, NoticeId),
            f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
            f.Find("ratedBy", static act => act.RatedBy, Shape.Text))
        {
            Grade = f.FindValue("grade", static act => act.Grade, _grade),
            AppealBy = f.FindValue("appealBy", static act => act.AppealBy, TimeShapes.Deadline),
            PublishOn = f.FindValue("publishOn", static act => act.PublishOn, TimeShapes.Deadline),
        }),
        new UnionShape<GradeNoticeAct<TGrade>>.Case<GradePublished<TGrade>>(Word("published"), f => new GradePublished<TGrade>(f.Get("id", static act => act.Id, NoticeId))),
        new UnionShape<GradeNoticeAct<TGrade>>.Case<GradeNoticeSettled<TGrade>>(Word("notice-settled"), f => new GradeNoticeSettled<TGrade>(
            f.Get("id", static act => act.Id, NoticeId),
            f.Get("what", static act => act.What, Shape.Enum<NoticeDay>()),
            f.Get("due", static act => act.Due, TimeShapes.Deadline))));

    private string Word(string what) => $"{_scale.Key}-{what}";
}

/// <summary>How the terms of appeals, which are the same for every grading, stand in a journal.</summary>
internal static class AppealShapes
{
    private static readonly Shape<GradePublication> Publication = Shape.Object<GradePublication>(f =>
    {
        var after = f.Find("after", static publication => publication.After, TimeShapes.Limit);
        var basis = f.Find("basis", static publication => publication.After is null ? publication.Basis : null, SnapshotShapes.Citation);
        var waits = f.Get("waitsForAppeal", static publication => publication.WaitsForAppeal, Shape.Flag, usual: false);
        return (after is null ? GradePublication.AtOnce(basis!) : GradePublication.AfterWaiting(after)) with { WaitsForAppeal = waits };
    });

    private static readonly Shape<ItemList<ReviewBar>> Bars = new SimpleShape<ItemList<ReviewBar>>(
        (writer, bars) => Shape.List(Shape.Enum<ReviewBar>()).Write(writer, bars), part => (true, Shape.List(Shape.Enum<ReviewBar>()).Read(part)));

    // Who may not decide is told where it is not as usual; an empty list says that nobody is barred.
    private static readonly Shape<AppealTerms> Terms = Shape.Object<AppealTerms>(f => new AppealTerms(f.Get("answerWithin", static terms => terms.AnswerWithin, TimeShapes.Limit))
    {
        FileWithin = f.Find("fileWithin", static terms => terms.FileWithin, TimeShapes.Limit),
        MayNotDecide = f.Get("mayNotDecide", static terms => terms.MayNotDecide, Bars, usual: AppealTerms.Assumed.MayNotDecide),
        Publication = f.Find("publication", static terms => terms.Publication, Publication),
        InspectionEndsOverrides = f.Get("inspectionEndsOverrides", static terms => terms.InspectionEndsOverrides, Shape.Flag, usual: false),
    });

    public static readonly Shape<AppealTermsLaidDown> LaidDown = Shape.Object<AppealTermsLaidDown>(f => new AppealTermsLaidDown(f.Get("terms", static laid => laid.Rules, Terms)));
}
