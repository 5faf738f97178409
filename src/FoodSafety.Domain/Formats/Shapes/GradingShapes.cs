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
                f.Get("until", static replaced => replaced.Until, Shape.Date))));
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
                f.Get("until", static act => act.Until, Shape.Date),
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

    private string Word(string what) => $"{_scale.Key}-{what}";
}

/// <summary>How the terms of appeals, which are the same for every grading, stand in a journal.</summary>
internal static class AppealShapes
{
    private static readonly Shape<AppealTerms> Terms = Shape.Object<AppealTerms>(f => new AppealTerms(f.Get("answerWithin", static terms => terms.AnswerWithin, TimeShapes.Limit)));

    public static readonly Shape<AppealTermsLaidDown> LaidDown = Shape.Object<AppealTermsLaidDown>(f => new AppealTermsLaidDown(f.Get("terms", static laid => laid.Rules, Terms)));
}
