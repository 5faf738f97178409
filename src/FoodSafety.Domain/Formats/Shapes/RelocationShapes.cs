using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Relocations;

namespace FoodSafety.Domain.Formats;

/// <summary>How moves between districts stand in a journal, and what districts send each other.</summary>
internal static class RelocationShapes
{
    private static readonly Shape<RelocationId> Id = Shape.Parsed<RelocationId>(
        id => $"{id}", text => RelocationId.TryParse(text, null, out var id) ? id : null, ("迁出地区划代码-编号，如 510115-17", "code of the district left and a number, as 510115-17"));

    private static readonly Shape<TransferredFact> Fact = Shape.Object<TransferredFact>(f => new TransferredFact(
        f.Get("fact", static told => told.Fact, Shape.Text),
        f.Get("name", static told => told.Name, Shape.Bilingual),
        f.Get("value", static told => told.Value, Shape.Text)));

    private static readonly Shape<TransferredGrade> Grade = Shape.Object<TransferredGrade>(f => new TransferredGrade(
        f.Get("grading", static stood => stood.Grading, Shape.Text),
        f.Get("grade", static stood => stood.Grade, Shape.Text)));

    private static readonly Shape<TransferredProblem> Problem = Shape.Object<TransferredProblem>(f => new TransferredProblem(
        f.Get("rectification", static problem => problem.Rectification, SnapshotShapes.Id(static id => id.Number, static number => new RectificationId(number))),
        f.Get("state", static problem => problem.State, Shape.Enum<RectificationState>()),
        f.Get("severity", static problem => problem.Severity, InspectionShapes.Severity),
        f.Get("foundOn", static problem => problem.FoundOn, Shape.Date),
        f.Get("description", static problem => problem.Description, Shape.FreeText),
        f.FindValue("due", static problem => problem.Due, Shape.Date)));

    public static readonly Shape<BusinessTransfer> Transfer = Shape.Object<BusinessTransfer>(f => new BusinessTransfer(
        f.Get("id", static transfer => transfer.Id, Id),
        f.Get("district", static transfer => transfer.District, Shape.Text),
        f.Get("from", static transfer => transfer.From, SnapshotShapes.AreaCode),
        f.Get("to", static transfer => transfer.To, SnapshotShapes.AreaCode),
        f.Get("leftOn", static transfer => transfer.LeftOn, Shape.Date),
        f.Get("arriveBy", static transfer => transfer.ArriveBy, Shape.Date),
        f.Get("business", static transfer => transfer.Business, SnapshotShapes.BusinessId),
        f.Get("name", static transfer => transfer.Name, Shape.Text))
    {
        CreditCode = f.Get("creditCode", static transfer => transfer.CreditCode, RegisterShapes.CreditCode, usual: default),
        Licence = f.Get("licence", static transfer => transfer.Licence, RegisterShapes.Licence, usual: default),
        Facts = f.List("facts", static transfer => transfer.Facts, Fact),
        Grades = f.List("grades", static transfer => transfer.Grades, Grade),
        Problems = f.List("problems", static transfer => transfer.Problems, Problem),
        Ended = f.List("ended", static transfer => transfer.Ended, Shape.FreeBilingual),
        RunningOn = f.List("runningOn", static transfer => transfer.RunningOn, Shape.FreeBilingual),
    });

    public static readonly Shape<ArrivalReceipt> Receipt = Shape.Object<ArrivalReceipt>(f => new ArrivalReceipt(
        f.Get("id", static receipt => receipt.Id, Id),
        f.Get("district", static receipt => receipt.District, Shape.Text),
        f.Get("area", static receipt => receipt.Area, SnapshotShapes.AreaCode),
        f.Get("business", static receipt => receipt.Business, SnapshotShapes.BusinessId),
        f.Get("arrivedOn", static receipt => receipt.ArrivedOn, Shape.Date)));

    public static readonly UnionShape<RelocationAct> Act = new(
        new UnionShape<RelocationAct>.Case<BusinessMovedOut>("business-moved-out", f => new BusinessMovedOut(
            f.Get("id", static act => act.Id, Id),
            f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
            f.Get("to", static act => act.To, SnapshotShapes.AreaCode),
            f.Get("arriveBy", static act => act.ArriveBy, Shape.Date),
            f.Get("reason", static act => act.Reason, Shape.FreeText))
        {
            Transfer = f.Find("transfer", static act => act.Transfer, Transfer),
        }),
        new UnionShape<RelocationAct>.Case<TransferReceived>("transfer-received", f => new TransferReceived(
            f.Get("transfer", static act => act.Transfer, Transfer))),
        new UnionShape<RelocationAct>.Case<BusinessMovedIn>("business-moved-in", f => new BusinessMovedIn(
            f.Get("id", static act => act.Id, Id),
            f.Get("business", static act => act.Business, SnapshotShapes.BusinessId),
            f.Get("area", static act => act.Area, SnapshotShapes.AreaCode))
        {
            District = f.Find("district", static act => act.District, Shape.Text),
        }),
        new UnionShape<RelocationAct>.Case<ArrivalConfirmed>("arrival-confirmed", f => new ArrivalConfirmed(
            f.Get("receipt", static act => act.Receipt, Receipt))),
        new UnionShape<RelocationAct>.Case<RelocationCancelled>("relocation-cancelled", f => new RelocationCancelled(
            f.Get("id", static act => act.Id, Id),
            f.Get("reason", static act => act.Reason, Shape.FreeText))));
}
