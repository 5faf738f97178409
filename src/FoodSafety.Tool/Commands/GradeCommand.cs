using System.CommandLine;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>grade</c>: a CSV file of businesses becomes one with their grades, and the rejected rows stand apart.</summary>
internal sealed class GradeCommand(ToolConsole console, PolicyText text, string businesses, string? output, string? rejectedFile, string? encoding) : IGradeWork
{
    private const int MostListed = 20;

    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var businesses = new Argument<string>(console.In(("主体", "BUSINESSES")))
        {
            Description = console.In(("主体（CSV），列 id 及标准所用事实；其他列原样保留", "the businesses (CSV): the column id and the facts that the policy reads; other columns stay as they are")),
        };
        var output = Shared.Output(console);
        var rejected = new Option<string?>("--rejected")
        {
            Description = console.In(("被拒行的 CSV 文件；默认在输出文件旁，名为 …-rejected.csv", "the CSV file for rejected rows; beside the output as …-rejected.csv unless given")),
            HelpName = console.In(("文件", "FILE")),
        };
        var encoding = Shared.Encoding(console);
        var command = new Command("grade", console.In((
            "为 CSV 中的主体分级，被拒行另存；有被拒行则退出码为 1",
            "grade the businesses of a CSV file, with rejected rows apart; exit code 1 when there are any"))) { policy, businesses, output, rejected, encoding };
        command.SetAction(asked =>
        {
            var text = PolicyText.Load(asked.GetValue(policy)!);
            return text.Kind.Run(new GradeCommand(
                console, text, asked.GetValue(businesses)!, asked.GetValue(output), asked.GetValue(rejected), asked.GetValue(encoding)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var policy = text.Read(kind.File);
        var apart = rejectedFile ?? (output is null ? null : Path.Combine(Path.GetDirectoryName(output)!, $"{Path.GetFileNameWithoutExtension(output)}-rejected.csv"));
        if (new[] { output, apart }.Any(target => target is not null && Path.GetFullPath(target) == Path.GetFullPath(businesses)))
        {
            throw new ToolException(($"不能写入正在读取的文件“{businesses}”", $"'{businesses}' is read and cannot be written"));
        }

        var file = Shared.ReadFacts(console, businesses, kind.Schema, policy.Facts, null, encoding);
        GradedFile.CheckFree(file);
        using var grading = console.Progress(("已写出行数", "lines written"));
        var grades = new Grader<TGrade>(policy).Grade(file.Facts);
        Shared.Answer(console, output, withMark: true, target => GradedFile.Write(target, file, grades, policy, grading));
        if (apart is not null)
        {
            Shared.Answer(console, apart, withMark: true, target => RejectedRowsFile.Write(target, file.Heading, file.Rejected));
        }

        Shared.Account(console, file, apart is null ? int.MaxValue : MostListed);
        var counts = grades.Count();
        var parts = kind.File.Scale.MildestFirst.Reverse().Select(grade => (Name: kind.File.Scale.NameOf(grade), Count: counts[grade]))
            .Append((Name: ("不予分级", "not graded"), Count: counts.NotGraded)).ToList();
        console.Note((
            string.Join("，", parts.Select(part => $"{part.Name.Chinese} {part.Count:N0}")), string.Join(", ", parts.Select(part => $"{part.Name.English} {part.Count:N0}"))));
        return file.Rejected.IsEmpty ? ExitCodes.Yes : ExitCodes.No;
    }
}
