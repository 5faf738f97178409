using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Cadres, posts and chains, what changed in them, and commitments.</summary>
internal static class ResponsibilitySections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        var plan = district.Plan;
        var row = SnapshotShapes.RowOf(district.Register);
        writer.Lines("cadres", ResponsibilityShapes.Cadre, plan.Roster.Cadres);
        writer.Lines("posts", ResponsibilityShapes.Post, plan.Roster.Posts);
        writer.One("levels", ResponsibilityShapes.Levels, plan.Levels);
        writer.One("plannedOn", Shape.Date, plan.On);
        writer.Lines(
            "seats", ResponsibilityShapes.Seats(row), Enumerable.Range(0, plan.Count).Select(held => (held, plan.SeatsOf(held))).Where(held => held.Item2 != default));
        writer.Lines("history", ResponsibilityShapes.HistoryEvent(row), district.History.Events);
        writer.Lines("commitments", ResponsibilityShapes.CommitmentAct, district.Commitments.Events.Select(CommitmentAct.Of));
    }

    public static ChainPlan ReadPlan(SectionReader reader, BusinessRegister register, GradeBook<Tier> grades)
    {
        var (cadres, posts) = (reader.Lines("cadres", ResponsibilityShapes.Cadre), reader.Lines("posts", ResponsibilityShapes.Post));
        var roster = reader.Build("posts", () => CadreRoster.Build(register.Areas, cadres, posts));
        var planner = new ChainPlanner(reader.One("levels", ResponsibilityShapes.Levels));
        var on = reader.One("plannedOn", Shape.Date);
        var seats = new ChainSeats[register.Count];
        foreach (var (place, (row, held)) in reader.Lines("seats", ResponsibilityShapes.Seats(SnapshotShapes.RowOf(register))).Index())
        {
            if (seats[row] != default)
            {
                throw reader.Refuse("seats", ($"第 {row} 行出现两次", $"row {row} stands twice"));
            }

            foreach (var step in ResponsibleSteps.All)
            {
                if (held[step] is { IsNone: false } seat && roster.FindPost(seat.Cadre, seat.Area, on) is null)
                {
                    throw reader.Refuse($"seats[{place}].{EnumWords.Of($"{step}")}", (
                        $"干部“{seat.Cadre}”在 {on:uuuu-MM-dd} 未任 {seat.Area.ToShortString()} 的职务", $"cadre '{seat.Cadre}' holds no post in {seat.Area.ToShortString()} on {on:uuuu-MM-dd}"));
                }
            }

            seats[row] = held;
        }

        var plan = reader.Build("seats", () => planner.Resume(register, grades.Grades, roster, on, row => seats[row], on));
        return plan.Changes is [var change, ..]
            ? throw reader.Refuse("seats", (
                $"{plan.Changes.Length} 个环节与等级、区划或干部不符，首先是 {register.IdAt(change.Row)}（{change.Step.Name().Chinese}，{change.Reason.Name().Chinese}）",
                $"steps that do not fit the tiers, areas or cadres: {plan.Changes.Length}, first of them one of {register.IdAt(change.Row)} ({change.Step.Name().English}, {change.Reason.Name().English})"))
            : plan;
    }

    public static ResponsibilityHistory ReadHistory(SectionReader reader, BusinessRegister register) =>
        reader.Replay("history", ResponsibilityShapes.HistoryEvent(SnapshotShapes.RowOf(register)), events => ResponsibilityHistory.Replay(events));

    public static CommitmentBook ReadCommitments(SectionReader reader)
    {
        var book = new CommitmentBook();
        reader.Redo("commitments", ResponsibilityShapes.CommitmentAct, act => act.Do(book));
        return book;
    }
}
