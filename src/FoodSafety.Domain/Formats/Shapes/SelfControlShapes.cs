using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Formats;

/// <summary>How acts about posts, training and records of the businesses, and their stops, stand in a file.</summary>
internal static class SelfControlShapes
{
    private static readonly Shape<StaffId> Person = Shape.Key<StaffId>(id => id.Value, text => new StaffId(text));

    private static readonly Shape<SafetyPost> Post = Shape.Enum<SafetyPost>();

    private static readonly Shape<PostEmployer> Employer = Shape.Enum<PostEmployer>();

    private static readonly Shape<SelfControlKind> Kind = Shape.Enum<SelfControlKind>();

    // As it is made: nobody is off duty yet.
    private static readonly Shape<Appointment> Appointment = Shape.Object<Appointment>(f => new Appointment(
        new AppointmentId(f.Get("id", static held => held.Id.Number, Shape.IdNumber)),
        f.Get("person", static held => held.Person, Person),
        f.Get("business", static held => held.Business, SnapshotShapes.BusinessId),
        f.Get("post", static held => held.Post, Post),
        f.Get("term", static held => held.Term, SnapshotShapes.Term))
    {
        Employer = f.Get("employer", static held => held.Employer, Employer, usual: PostEmployer.Business),
        IsPartTime = f.Get("partTime", static held => held.IsPartTime, Shape.Flag, usual: false),
        IsManagement = f.Get("management", static held => held.IsManagement, Shape.Flag, usual: false),
    });

    private static readonly Shape<AssessmentStandard> Standard = Shape.Object<AssessmentStandard>(f => new AssessmentStandard(
        f.Get("id", static standard => standard.Id, Shape.Text),
        f.Get("title", static standard => standard.Title, Shape.Bilingual),
        f.Get("leastQuestions", static standard => standard.LeastQuestions, Shape.Whole),
        f.Get("passShare", static standard => standard.PassShare, Shape.Number),
        f.Get("basis", static standard => standard.Basis, SnapshotShapes.Citation)));

    public static readonly Shape<AppointmentAct> AppointmentAct = new UnionShape<AppointmentAct>(
        new UnionShape<AppointmentAct>.Case<AppointmentMade>("appointment-made", f => new AppointmentMade(f.Get("appointment", static act => act.Appointment, Appointment))),
        new UnionShape<AppointmentAct>.Case<AppointmentEnded>("appointment-ended", f => new AppointmentEnded(Id(f), f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<AppointmentAct>.Case<WentOffDuty>("went-off-duty", f => new WentOffDuty(
            Id(f),
            f.Get("term", static act => act.Term, SnapshotShapes.Term),
            f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<AppointmentAct>.Case<CameBackOnDuty>("came-back-on-duty", f => new CameBackOnDuty(Id(f))));

    public static readonly Shape<QualificationAct> QualificationAct = new UnionShape<QualificationAct>(
        new UnionShape<QualificationAct>.Case<PersonTrained>("person-trained", f => new PersonTrained(
            f.Get("person", static act => act.Person, Person),
            f.Get("hours", static act => act.Hours, Shape.Number),
            f.Get("subject", static act => act.Subject, Shape.Text))),
        new UnionShape<QualificationAct>.Case<PersonAssessed>("person-assessed", f => new PersonAssessed(new AssessmentResult(
            f.Get("person", static act => act.Result.Person, Person),
            f.Get("standard", static act => act.Result.Standard, Standard),
            f.Get("questions", static act => act.Result.Questions, Shape.Whole),
            f.Get("right", static act => act.Result.Right, Shape.Whole)))),
        new UnionShape<QualificationAct>.Case<PersonBarred>("person-barred", f => new PersonBarred(new PostBar(
            f.Get("person", static act => act.Bar.Person, Person),
            f.Get("ground", static act => act.Bar.Ground, Shape.Enum<PostBarGround>()),
            f.Get("decided", static act => act.Bar.Decided, Shape.Date)))));

    private static readonly Shape<SelfControlDuty> Duty = Shape.Object<SelfControlDuty>(f => new SelfControlDuty(
        f.Get("record", static duty => duty.Kind, Kind),
        f.Get("cadence", static duty => duty.Cadence, Shape.Cadence),
        f.List("makers", static duty => duty.Makers, Post),
        f.Get("form", static duty => duty.Form, Shape.Bilingual),
        f.Get("basis", static duty => duty.Basis, SnapshotShapes.Citation)));

    public static readonly Shape<RecordDutiesLaidDown> DutiesLaidDown = Shape.Object<RecordDutiesLaidDown>(f => new RecordDutiesLaidDown(
        f.List("duties", static laid => laid.Rules, Duty)));

    private static readonly Shape<ChainDuty> ChainDuty = Shape.Object<ChainDuty>(f => new ChainDuty(
        f.Get("level", static duty => duty.Level, Shape.Enum<ChainLevel>()),
        f.Get("duty", static duty => duty.Duty, Duty),
        f.FindValue("reportsTo", static duty => duty.ReportsTo, Shape.Enum<ChainLevel>())));

    private static readonly Shape<(int FromShops, AreaLevel Level)> SupervisionStep = Shape.Object<(int FromShops, AreaLevel Level)>(f => (
        f.Get("fromShops", static step => step.FromShops, Shape.Whole),
        f.Get("level", static step => step.Level, Shape.Enum<AreaLevel>())));

    private static readonly Shape<ChainSupervision> Supervision = Shape.Object<ChainSupervision>(f => new ChainSupervision(
        f.List("steps", static supervision => supervision.Steps, SupervisionStep),
        f.Get("listMonth", static supervision => supervision.ListMonth, Shape.Whole),
        f.Get("basis", static supervision => supervision.Basis, SnapshotShapes.Citation)));

    private static readonly Shape<ChainRule> ChainRule = Shape.Object<ChainRule>(f => new ChainRule(
        f.Get("id", static rule => rule.Id, Shape.Text),
        f.Get("name", static rule => rule.Name, Shape.Bilingual),
        f.Get("sector", static rule => rule.Sector, Shape.Enum<BusinessSector>()),
        f.Get("inForce", static rule => rule.InForce, SnapshotShapes.Term),
        f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation))
    {
        LeastShops = f.FindValue("leastShops", static rule => rule.LeastShops, Shape.Whole),
        Duties = f.List("duties", static rule => rule.Duties, ChainDuty),
        Supervision = f.Find("supervision", static rule => rule.Supervision, Supervision),
    });

    public static readonly Shape<ChainRulesLaidDown> ChainsLaidDown = Shape.Object<ChainRulesLaidDown>(f => new ChainRulesLaidDown(
        f.List("rules", static laid => laid.Rules, ChainRule)));

    public static readonly Shape<SelfControlAct> SelfControlAct = new UnionShape<SelfControlAct>(
        new UnionShape<SelfControlAct>.Case<RecordsBegun>("records-begun", f => new RecordsBegun(f.Get("from", static act => act.From, Shape.Date))),
        new UnionShape<SelfControlAct>.Case<RecordMade>("record-made", f => new RecordMade(
            f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
            f.Get("record", static act => act.Record, Kind),
            f.Get("maker", static act => act.Maker, Person),
            f.Get("risks", static act => act.RisksFound, Shape.Whole, usual: 0))),
        new UnionShape<SelfControlAct>.Case<RecordsKept>("records-kept", f => new RecordsKept(
            f.Get("record", static act => act.Record, Kind),
            f.Get("businesses", static act => act.Businesses, SnapshotShapes.BusinessSet))),
        new UnionShape<SelfControlAct>.Case<RecordsWithdrawn>("records-withdrawn", f => new RecordsWithdrawn(
            f.Get("record", static act => act.Record, Kind),
            f.Get("date", static act => act.Date, Shape.Date),
            f.Get("businesses", static act => act.Businesses, SnapshotShapes.BusinessSet),
            f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<SelfControlAct>.Case<OperationMarked>("operation-marked", f => new OperationMarked(
            f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
            f.Get("term", static act => act.Term, SnapshotShapes.Term),
            f.Get("operating", static act => act.IsOperating, Shape.Flag))
        {
            Weekdays = f.List("weekdays", static act => act.Weekdays, Shape.Enum<IsoDayOfWeek>()),
        }));

    public static readonly Shape<StopAct> StopAct = Shape.Object<StopAct>(f => new StopAct(
        new StopId(f.Get("id", static act => act.Id.Number, Shape.IdNumber)),
        f.Get("step", static act => act.Step, Shape.Enum<StopStep>()),
        f.Get("note", static act => act.Note, Shape.FreeText),
        f.FindValue("business", static act => act.Business, SnapshotShapes.BusinessId),
        f.FindValue("person", static act => act.Person, Person)));

    /// <summary>Staffing rules, whose conditions may name the facts of a schema and conditions in code.</summary>
    public static Shape<StaffingLaidDown> StaffingLaidDown(FactSchema schema, IEnumerable<CustomCondition> conditions)
    {
        var condition = ConditionShape.Of(new PolicyVocabulary(schema.Facts, conditions));
        var rule = Shape.Object<StaffingRule>(f => new StaffingRule(
            f.Get("id", static rule => rule.Id, Shape.Text),
            new RequiredPost(
                f.Get("post", static rule => rule.Required.Post, Post),
                f.Get("employer", static rule => rule.Required.Employer, Employer, usual: PostEmployer.Business)),
            f.Get("when", static rule => rule.When, condition),
            f.Get("inForce", static rule => rule.InForce, SnapshotShapes.Term),
            f.Get("reason", static rule => rule.Reason, Shape.Bilingual),
            f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation))
        {
            LimitBasis = f.Find("limitBasis", static rule => rule.LimitBasis, SnapshotShapes.Citation),
            Tiers = f.List("tiers", static rule => rule.Tiers, SnapshotShapes.Grade(Tiers.Scale)),
        });
        return Shape.Object<StaffingLaidDown>(f => new StaffingLaidDown(new StaffingTimeline(f.List("rules", static act => act.Rules.Rules, rule))));
    }

    private static AppointmentId Id<T>(Fields<T> f) where T : AppointmentAct => new(f.Get("id", static act => act.Id.Number, Shape.IdNumber));
}
