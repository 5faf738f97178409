using FoodSafety.Domain;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Steps;

/// <summary>Who has too many businesses is told, and one of them leaves: a newcomer gets the post and the businesses in one unit.</summary>
internal static class HandingOver
{
    private const int Shown = 3;

    // No text was found that sets how many are too many; a place lays it down as it does here.
    private static readonly LoadCeilings Ceilings = new([
        new(AreaLevel.Village, Warning: new(12, Citation.Illustrative(("本示例自定的包保提示线", "a ceiling of this sample's own"))))]);

    /// <summary>Lays down a warning line, and hands over what hangs on the cadre of a village who has the most.</summary>
    public static void Follow(Session session)
    {
        var (terminal, desk, district) = (session.Terminal, session.Desk, session.District);
        desk.Do(SampleDays.Scored, Offices.FoodSafety, new LoadCeilingsLaidDown(Ceilings));
        var plan = district.Chains.Plan!;
        if (plan.Loads.Where(load => load.Seat.Area.Level == AreaLevel.Village).DefaultIfEmpty().MaxBy(load => load.Main) is not { Main: > 0 } most)
        {
            return;
        }

        terminal.Step(("干部交接", "A cadre hands over"));
        var warnings = plan.LoadWarnings.ToArray();
        terminal.Say($"{terminal.In((
            $"村社区干部超过提示线的 {Figures.Number(warnings.Length)} 名", $"Village cadres above the warning line: {Figures.Number(warnings.Length)}"))} {terminal.Tag(Origin.Computed)}");
        foreach (var warning in warnings.OrderByDescending(warning => warning.Load.Main).Take(Shown))
        {
            terminal.Say($"  {terminal.In(warning.Text)}");
        }

        // The list says what hangs on the cadre and what becomes of it; its acts are one unit.
        var (leaves, follows) = (most.Seat.Cadre, new CadreId("GB-1051"));
        var handing = district.HandOver(desk.StampOf(SampleDays.Scored, Offices.FoodSafety), leaves, "调离", [new Successor(follows, most.Seat.Area)]);
        terminal.Say($"{terminal.In(($"{leaves} 调离，{follows} 接任：", $"{leaves} is transferred, {follows} follows:"))} {terminal.Tag(Origin.Generated)}");
        foreach (var matter in handing.Matters)
        {
            terminal.Say($"  {terminal.In(matter.Text)}");
        }

        var done = desk.Do(SampleDays.Scored, Offices.FoodSafety, handing.Acts);
        var handed = done.Chains.Count(move => move.Reason == ChainChangeReason.HandedOver);
        terminal.Say($"{terminal.In((
            $"移交环节 {handed} 个，其他变动 {done.Chains.Length - handed} 个；{follows} 现包保 {district.Chains.Plan!.LoadsOf(follows).Sum(load => load.Main)} 家",
            $"Steps handed over {handed}, other changes {done.Chains.Length - handed}; {follows} now answers for {district.Chains.Plan!.LoadsOf(follows).Sum(load => load.Main)}"))} {terminal.Tag(Origin.Computed)}");
        RenewalNotes.WriteSigned(terminal, district, SampleDays.Scored, Signing.SignDue(desk, SampleDays.Scored));
    }
}
