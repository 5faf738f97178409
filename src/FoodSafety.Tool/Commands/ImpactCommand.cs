using System.CommandLine;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>impact</c>: whom another version would move, of a register.</summary>
internal sealed class ImpactCommand(
    ToolConsole console, PolicyText old, PolicyText now, string register, string? areaFile, string? output, string? encoding) : IGradeWork
{
    private const int MostListed = 20;

    public static Command Create(ToolConsole console)
    {
        var (old, now) = (Shared.OldPolicy(console), Shared.NewPolicy(console));
        var register = new Option<string>("--register")
        {
            Description = console.In(("主体名录（CSV），列 id 及标准所用事实", "the businesses (CSV): the column id and the facts that the policies read")),
            HelpName = console.In(("文件", "FILE")),
            Required = true,
        };
        var areas = new Option<string?>("--areas")
        {
            Description = console.In(("区划名录（CSV），列 code、name；给出则按区划统计", "the areas (CSV): the columns code and name; with them the moves are counted by area")),
            HelpName = console.In(("文件", "FILE")),
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = console.In(("将逐户变动写入 CSV 文件", "the CSV file for the moves, one by one")),
            HelpName = console.In(("文件", "FILE")),
        };
        var encoding = Shared.Encoding(console);
        var command = new Command("impact", console.In((
            "试算新版本使哪些主体的等级改变", "tell whom another version would move, from which grade to which"))) { old, now, register, areas, output, encoding };
        command.SetAction(asked =>
        {
            var (one, other) = PolicyText.LoadBoth(asked.GetValue(old)!, asked.GetValue(now)!);
            return one.Kind.Run(new ImpactCommand(
                console, one, other, asked.GetValue(register)!, asked.GetValue(areas), asked.GetValue(output), asked.GetValue(encoding)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var (before, after) = (old.Read(kind.File), now.Read(kind.File));
        var areas = areaFile is null ? null : AreaFile.Read(areaFile, Shared.EncodingOf(encoding));
        IEnumerable<IFact> facts = before.Facts.Union(after.Facts);
        var file = Shared.ReadFacts(console, register, kind.Schema, facts, areas, encoding);
        Shared.Account(console, file, MostListed);
        var book = new GradeBook<TGrade>(file.Facts, kind.File.Scale);
        book.Regrade(new Grader<TGrade>(before), before.From);
        var regrading = book.Preview(new Grader<TGrade>(after));
        SayMoves(regrading, kind.File.Scale);
        SayReasons(regrading);
        if (areas is not null && regrading.Moves.Count > 0)
        {
            SayAreas(regrading, areas, kind.File.Scale);
        }

        if (output is not null)
        {
            Shared.Answer(console, output, withMark: true, target => MovesFile.Write(target, regrading, row => new MovedBusiness(file.IdAt(row), file.NameAt(row), file.AreaAt(row))
            {
                FactsBefore = file.Facts[row], Facts = file.Facts[row],
            }));
        }

        return file.Rejected.IsEmpty ? ExitCodes.Yes : ExitCodes.No;
    }

    private void SayMoves<TGrade>(Regrading<TGrade> regrading, GradeScale<TGrade> scale) where TGrade : struct, Enum
    {
        var (stricter, milder, other) = (0, 0, 0);
        foreach (var move in regrading.Moves)
        {
            if (move.From.FindGrade() is { } from && move.To.FindGrade() is { } to)
            {
                (stricter, milder) = scale.StrictnessOf(to) > scale.StrictnessOf(from) ? (stricter + 1, milder) : (stricter, milder + 1);
            }
            else
            {
                other++;
            }
        }

        console.Say((
            $"{regrading.Examined:N0} 户中 {regrading.Moves.Count:N0} 户等级改变：从严 {stricter:N0}，从宽 {milder:N0}{(other > 0 ? $"，获得或失去等级 {other:N0}" : "")}",
            $"Of {regrading.Examined:N0} {(regrading.Examined == 1 ? "business" : "businesses")} {regrading.Moves.Count:N0} would move: {stricter:N0} stricter, {milder:N0} milder{(other > 0 ? $", {other:N0} gain or lose a grade" : "")}"));
        TGrade?[] grades = [.. scale.MildestFirst.Select(grade => (TGrade?)grade), null];
        var grid = new TextGrid([false, .. grades.Select(_ => true)]);
        grid.Row([console.In(("原 \\ 新", "old \\ new")), .. grades.Select(grade => console.In(Shared.NameOf(scale, grade)))]);
        foreach (var from in grades)
        {
            grid.Row([console.In(Shared.NameOf(scale, from)), .. grades.Select(to => $"{regrading.Matrix[from, to]:N0}")]);
        }

        console.Output.Write(grid.ToString());
    }

    /// <summary>Tells who has no grade as before, but for another reason.</summary>
    private void SayReasons<TGrade>(Regrading<TGrade> regrading) where TGrade : struct, Enum
    {
        var count = regrading.ReasonMoves.Count;
        if (count == 0)
        {
            return;
        }

        console.Say((
            $"另有 {count:N0} 户仍不予分级，但理由改变：",
            $"{count:N0} {(count == 1 ? "business stays" : "businesses stay")} without a grade, but for another reason:"));
        var grid = new TextGrid(false, true);
        foreach (var step in regrading.CountByClause().Where(step => step is { From: NotGradedRule, To: NotGradedRule }))
        {
            grid.Row($"{console.In(step.From!.Title)} → {console.In(step.To.Title)}", $"{step.Count:N0}");
        }

        console.Output.Write(grid.ToString());
    }

    private void SayAreas<TGrade>(Regrading<TGrade> regrading, AreaTree areas, GradeScale<TGrade> scale) where TGrade : struct, Enum
    {
        var counts = regrading.CountByArea(areas);
        TGrade?[] grades = [.. scale.MildestFirst.Select(grade => (TGrade?)grade), null];
        var grid = new TextGrid(false, false, true, false);
        grid.Row(console.In(("区划", "area")), console.In(("名称", "name")), console.In(("变动", "moved")), console.In(("其中", "of which")));
        foreach (var area in areas.Areas)
        {
            var matrix = counts[area.Code];
            if (area.Level <= AreaLevel.Town && matrix.Moved > 0)
            {
                var steps = from before in grades from after in grades where matrix[before, after] > 0 select
                    $"{console.In(Shared.NameOf(scale, before))} → {console.In(Shared.NameOf(scale, after))} {matrix[before, after]:N0}";
                grid.Row(area.Code.ToShortString(), area.Name, $"{matrix.Moved:N0}", string.Join(console.In(("，", ", ")), steps));
            }
        }

        console.Output.Write(grid.ToString());
    }
}
