using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.FollowUps;

namespace FoodSafety.Domain.Formats;

/// <summary>How follow-ups stand in a journal. A source from which many follow stands once.</summary>
internal static class FollowUpShapes
{
    private static readonly Shape<FollowUpId> Id = Shape.Parsed<FollowUpId>(
        static id => id.ToString(), static text => FollowUpId.TryParse(text, null, out var id) ? id : null, ("记录号-序号", "entry-number"));

    public static readonly Shape<FollowUpAct> Act = new UnionShape<FollowUpAct>(
        new UnionShape<FollowUpAct>.Case<FollowUpClosed>("follow-up-closed", f => new FollowUpClosed(
            f.Get("id", static act => act.Id, Id),
            f.Get("reason", static act => act.Reason, Shape.FreeText))),
        new UnionShape<FollowUpAct>.Case<FollowUpDeadlineSettled>("follow-up-deadline-settled", f => new FollowUpDeadlineSettled(
            f.Get("id", static act => act.Id, Id),
            f.Get("due", static act => act.Due, TimeShapes.Deadline))));

    private static readonly Shape<(FollowUp FollowUp, int Basis)> Given = Shape.Object<(FollowUp FollowUp, int Basis)>(f => (
        new FollowUp(
            f.Get("id", static given => given.FollowUp.Id, Id),
            f.Get("do", static given => given.FollowUp.Kind, Shape.Enum<FollowUpKind>()),
            f.List("businesses", static given => given.FollowUp.Businesses, SnapshotShapes.BusinessId),
            f.Get("cadre", static given => given.FollowUp.Cadre, SnapshotShapes.CadreId, usual: default),
            f.Get("since", static given => given.FollowUp.Since, Shape.Date),
            f.FindValue("due", static given => given.FollowUp.Due, TimeShapes.Deadline),
            // It is told by its place; who reads the list puts it in.
            null!)
        {
            About = f.FindValue("about", static given => given.FollowUp.About, SnapshotShapes.Thing),
            ClosedOn = f.FindValue("closedOn", static given => given.FollowUp.ClosedOn, Shape.Date),
        },
        f.Get("basis", static given => given.Basis, Shape.Whole, usual: 0)));

    public static readonly Shape<FollowUpsGiven> Outcome = Shape.Object<FollowUpsGiven>(f =>
    {
        var bases = f.List("bases", static part => [.. part.Given.Select(given => given.Basis).Distinct()], SnapshotShapes.Citation);
        var given = f.List("given", part => [.. part.Given.Select(given => (given, bases.IndexOf(given.Basis)))], Given);
        return new FollowUpsGiven(
            [.. given.Select(one => one.FollowUp with { Basis = bases.RequireAt(one.Basis) })],
            f.List("settled", static part => part.Settled, Id));
    });
}
