using System.CommandLine;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool.Commands;

/// <summary><c>diff</c>: what another version says otherwise, and to whom it gives another grade, of all there can be.</summary>
internal sealed class DiffCommand(ToolConsole console, PolicyText old, PolicyText now) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var (old, now) = (Shared.OldPolicy(console), Shared.NewPolicy(console));
        var command = new Command("diff", console.In((
            "比较两个版本：变动的条款，以及等级不同的情形；等级全同则退出码为 0，有不同为 1",
            "compare two versions: the clauses that changed, and where the grades differ; exit code 0 when every grade is the same, 1 when not"))) { old, now };
        command.SetAction(asked =>
        {
            var (one, other) = PolicyText.LoadBoth(asked.GetValue(old)!, asked.GetValue(now)!);
            return one.Kind.Run(new DiffCommand(console, one, other));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var diff = PolicyDiff.Between(old.Read(kind.File), now.Read(kind.File));
        console.Say(($"{diff.Old} → {diff.New}", $"{diff.Old} → {diff.New}"));
        console.Say(diff.Clauses.IsEmpty ? ("条款：无变动", "Clauses: none changed") : ("条款：", "Clauses:"));
        foreach (var change in diff.Clauses)
        {
            Say(change, kind.File.Scale);
        }

        if (!diff.IsComplete)
        {
            console.Say((
                "等级：标准过大，未能比较，可能有不同",
                "Grades: the policies are too large to be compared; there may be differences"));
        }
        else
        {
            console.Say(diff.Differences.IsEmpty ? ("等级：全部相同", "Grades: all the same") : ("等级不同的情形：", "Where the grades differ:"));
            foreach (var difference in diff.Differences)
            {
                console.Say(($"  {difference.Text.Chinese}", $"  {difference.Text.English}"));
            }
        }

        return diff.IsSameGrading ? ExitCodes.Yes : ExitCodes.No;
    }

    private void Say<TGrade>(ClauseChange change, GradeScale<TGrade> scale) where TGrade : struct, Enum
    {
        var title = (change.New ?? change.Old)!.Title;
        console.Say((
            $"  {change.Kind.Name().Chinese} {change.Id}：{title.Chinese}",
            $"  {change.Kind.Name().English} {change.Id}: {title.English}"));
        if (change.Kind == ClauseChangeKind.Changed)
        {
            SayContent(("原", "old"), ContentOf(change.Old!, scale));
            SayContent(("新", "new"), ContentOf(change.New!, scale));
        }
        else if (change.Kind == ClauseChangeKind.Reworded && change.Old!.Title != change.New!.Title)
        {
            SayContent(("原", "old"), change.Old.Title);
        }
    }

    private void SayContent(BilingualText when, BilingualText content) => console.Say(($"    {when.Chinese}：{content.Chinese}", $"    {when.English}: {content.English}"));

    /// <summary>What a clause does and when.</summary>
    private static BilingualText ContentOf<TGrade>(PolicyClause clause, GradeScale<TGrade> scale) where TGrade : struct, Enum => clause switch
    {
        GradingRule<TGrade> { IsFinal: true } rule => With(
            ($"直接定为{scale.NameOf(rule.Grade).Chinese}", $"{scale.NameOf(rule.Grade).English}, final"), rule.When),
        GradingRule<TGrade> rule => With(scale.NameOf(rule.Grade), rule.When),
        NotGradedRule rule => With(("不予分级", "not graded"), rule.When),
        BoundAdjustment<TGrade> rule => With(
            ($"{rule.Bound.Name().Chinese}{scale.NameOf(rule.Grade).Chinese}", $"{rule.Bound.Name().English} {scale.NameOf(rule.Grade).English}"), rule.When),
        StepAdjustment rule => With(rule.Steps > 0 ? ($"从严 {rule.Steps} 级", $"{rule.Steps} stricter") : ($"从宽 {-rule.Steps} 级", $"{-rule.Steps} milder"), rule.When),
        DefaultRule<TGrade> rule => scale.NameOf(rule.Grade),
        _ => clause.Title,
    };

    private static BilingualText With(BilingualText what, Condition when) => ($"{what.Chinese}，{when.Text.Chinese}", $"{what.English}, {when.Text.English}");
}
