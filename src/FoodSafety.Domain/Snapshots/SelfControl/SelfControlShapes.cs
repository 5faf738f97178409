using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How posts, training, records and stops of the businesses stand in a snapshot.</summary>
internal static class SelfControlShapes
{
    private static readonly Shape<StaffId> Person = Shape.Key<StaffId>(id => id.Value, text => new StaffId(text));

    private static readonly Shape<SafetyPost> Post = Shape.Enum<SafetyPost>();

    private static readonly Shape<PostEmployer> Employer = Shape.Enum<PostEmployer>();

    private static readonly Shape<SelfControlKind> Kind = Shape.Enum<SelfControlKind>();

    private static readonly Shape<Appointment> Appointment = Shape.Object<Appointment>(f => new Appointment(
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

    public static readonly Shape<StaffEvent> StaffEvent = new UnionShape<StaffEvent>(
        new UnionShape<StaffEvent>.Case<AppointmentMade>("appointed", f => new AppointmentMade(
            f.Get("appointment", static done => done.Appointment, Appointment), By(f), On(f))),
        new UnionShape<StaffEvent>.Case<AppointmentEnded>("ended", f => new AppointmentEnded(
            new AppointmentId(f.Get("appointment", static done => done.Appointment.Number, Shape.IdNumber)),
            f.Get("reason", static done => done.Reason, Shape.Text), By(f), On(f))),
        new UnionShape<StaffEvent>.Case<WentOffDuty>("off-duty", f => new WentOffDuty(
            new OffDuty(
                new AppointmentId(f.Get("appointment", static done => done.OffDuty.Appointment.Number, Shape.IdNumber)),
                f.Get("term", static done => done.OffDuty.Term, SnapshotShapes.Term),
                f.Get("reason", static done => done.OffDuty.Reason, Shape.Text)),
            By(f), On(f))),
        new UnionShape<StaffEvent>.Case<CameBackOnDuty>("back-on-duty", f => new CameBackOnDuty(
            new AppointmentId(f.Get("appointment", static done => done.Appointment.Number, Shape.IdNumber)), By(f), On(f))),
        new UnionShape<StaffEvent>.Case<PersonBarred>("barred", f => new PersonBarred(
            new PostBar(
                f.Get("person", static done => done.Bar.Person, Person),
                f.Get("ground", static done => done.Bar.Ground, Shape.Enum<PostBarGround>()),
                f.Get("decided", static done => done.Bar.Decided, Shape.Date)),
            By(f), On(f))),
        new UnionShape<StaffEvent>.Case<PersonAssessed>("assessed", f => new PersonAssessed(
            new AssessmentResult(
                f.Get("person", static done => done.Result.Person, Person),
                f.Get("standard", static done => done.Result.Standard, Standard),
                f.Get("questions", static done => done.Result.Questions, Shape.Whole),
                f.Get("right", static done => done.Result.Right, Shape.Whole)),
            By(f), On(f))),
        new UnionShape<StaffEvent>.Case<PersonTrained>("trained", f => new PersonTrained(
            f.Get("person", static done => done.Person, Person),
            f.Get("hours", static done => done.Hours, Shape.Number),
            f.Get("subject", static done => done.Subject, Shape.Text), By(f), On(f))));

    public static readonly Shape<OperationMark> OperationMark = Shape.Object<OperationMark>(f => new OperationMark(
        f.Get("business", static mark => mark.Business, SnapshotShapes.BusinessId),
        f.Get("term", static mark => mark.Term, SnapshotShapes.Term),
        f.Get("operating", static mark => mark.IsOperating, Shape.Flag),
        f.Get("by", static mark => mark.By, Shape.Text),
        f.Get("on", static mark => mark.On, Shape.Date)));

    private static readonly Shape<(LocalDate Day, int Count)> DayRisks = Shape.Object<(LocalDate Day, int Count)>(f => (
        f.Get("day", static risks => risks.Day, Shape.Date),
        f.Get("count", static risks => risks.Count, Shape.Whole)));

    public static readonly Shape<StopEvent> StopEvent = Shape.Object<StopEvent>(f => new StopEvent(
        new StopId(f.Get("id", static done => done.Id.Number, Shape.IdNumber)),
        f.Get("step", static done => done.Step, Shape.Enum<StopStep>()),
        f.Get("business", static done => done.Business, SnapshotShapes.BusinessId),
        f.Get("by", static done => done.By, Shape.Text),
        f.Get("note", static done => done.Note, Shape.Text),
        f.Get("on", static done => done.On, Shape.Date)));

    public static Shape<RecordLine> RecordLine(Shape<int> row) => Shape.Object<RecordLine>(f => new RecordLine(
        f.Get("row", static line => line.Row, row),
        f.Get("kind", static line => line.Kind, Kind),
        f.Get("from", static line => line.From, Shape.Date),
        f.Get("days", static line => line.Days, Shape.Text),
        f.List("risks", static line => line.Risks, DayRisks)));

    private static string By<T>(Fields<T> f) where T : StaffEvent => f.Get("by", static done => done.By, Shape.Text);

    private static LocalDate On<T>(Fields<T> f) where T : StaffEvent => f.Get("on", static done => done.On, Shape.Date);
}
