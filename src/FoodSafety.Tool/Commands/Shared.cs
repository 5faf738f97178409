using System.CommandLine;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Tool.Commands;

/// <summary>What several commands ask for in the same words.</summary>
internal static class Shared
{
    public static Argument<string> Policy(ToolConsole console) => new(console.In(("标准", "POLICY")))
    {
        Description = console.In(("标准文件（JSON）", "the file of a policy (JSON)")),
    };

    public static Argument<string> OldPolicy(ToolConsole console) => new(console.In(("原标准", "OLD"))) { Description = console.In(("原标准文件", "the file of the old version")) };

    public static Argument<string> NewPolicy(ToolConsole console) => new(console.In(("新标准", "NEW"))) { Description = console.In(("新标准文件", "the file of the new version")) };

    public static Option<string?> Output(ToolConsole console) => new("--output", "-o")
    {
        Description = console.In(("写入文件；不写则输出到屏幕", "the file to write; the screen unless given")),
        HelpName = console.In(("文件", "FILE")),
    };

    /// <summary>The kind of grading, where no file says it.</summary>
    /// <param name="console">The console.</param>
    /// <param name="unlessGiven">What is meant without it.</param>
    public static Option<string?> Kind(ToolConsole console, BilingualText unlessGiven)
    {
        var option = new Option<string?>("--kind")
        {
            Description = console.In((
                $"分级种类：{string.Join("，", GradeKind.All.Select(kind => $"{kind.Key} {kind.Name.Chinese}"))}；默认{unlessGiven.Chinese}",
                $"kind of grading: {string.Join(", ", GradeKind.All.Select(kind => $"{kind.Key} {kind.Name.English}"))}; {unlessGiven.English} unless given")),
        };
        option.AcceptOnlyFromAmong([.. GradeKind.All.Select(kind => kind.Key)]);
        return option;
    }

    /// <summary>A day.</summary>
    public static Option<string?> Date(ToolConsole console, string name, BilingualText description)
    {
        var option = new Option<string?>(name) { Description = console.In(description), HelpName = console.In(("日期", "DATE")) };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !LocalDatePattern.Iso.Parse(text).Success)
            {
                result.AddError(console.In(($"“{text}”不是日期；写作 2027-01-01", $"'{text}' is no date; write 2027-01-01")));
            }
        });
        return option;
    }

    public static LocalDate? DayOf(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    public static Option<string?> Encoding(ToolConsole console)
    {
        var option = new Option<string?>("--encoding")
        {
            Description = console.In(("CSV 文件编码：utf-8 或 gb18030；默认自动识别", "encoding of CSV files: utf-8 or gb18030; found out unless given")),
        };
        option.AcceptOnlyFromAmong("utf-8", "gb18030");
        return option;
    }

    /// <summary>The kind of grading that was asked for; the first where none was.</summary>
    public static GradeKind KindOf(string? key) => key is null ? GradeKind.All[0] : GradeKind.Of(key);

    /// <summary>Whether somebody wrote that a fact is not stated, or nothing.</summary>
    public static bool IsNotStated(string text) => string.IsNullOrWhiteSpace(text) || text is "not-stated" or "not stated" or "未填报";

    public static CsvEncoding? EncodingOf(string? word) => word switch { "utf-8" => CsvEncoding.Utf8, "gb18030" => CsvEncoding.Gb18030, _ => null };

    /// <summary>Reads the businesses of a file, and tells of whatever it leaves blank.</summary>
    public static FactFile ReadFacts(ToolConsole console, string path, FactSchema schema, IEnumerable<IFact> facts, AreaTree? areas, string? encoding)
    {
        using var progress = console.Progress(("已读取行数", "lines read"));
        return FactFile.Read(path, schema, facts, areas, new FactFileOptions { Encoding = EncodingOf(encoding), Progress = progress });
    }

    /// <summary>Tells how many rows were read, which facts are not stated and the first rejected rows.</summary>
    public static void Account(ToolConsole console, FactFile file, int mostRejected)
    {
        var (good, rejected) = (file.Facts.Count, file.Rejected.Length);
        console.Note(($"{file.Path}：接受 {good:N0} 行，拒收 {rejected:N0} 行", $"{file.Path}: {Counted(good, "row")} accepted, {rejected:N0} rejected"));
        foreach (var missing in file.NotStated)
        {
            console.Note((
                $"提示：{missing.Rows:N0} 行未填报“{missing.Fact.Name.Chinese}”",
                $"note: '{missing.Fact.Name.English}' is not stated in {Counted(missing.Rows, "row")}"));
        }

        foreach (var line in file.Rejected.Take(mostRejected))
        {
            foreach (var fault in line.Faults)
            {
                console.Note(new CsvFault(line.Line.Number, fault.Field.Length == 0 ? null : fault.Field, fault.Text).Under(file.Path));
            }
        }

        if (rejected > mostRejected)
        {
            console.Note(($"……另有 {rejected - mostRejected:N0} 行被拒收", $"… and {Counted(rejected - mostRejected, "more rejected row")}"));
        }
    }

    /// <summary>The answer into a file, or onto the screen.</summary>
    public static void Answer(ToolConsole console, string? path, bool withMark, Action<TextWriter> write)
    {
        if (path is null)
        {
            write(console.Output);
        }
        else
        {
            ToolConsole.WriteFile(path, withMark, write);
            console.Note(($"已写入 {path}", $"written: {path}"));
        }
    }

    /// <summary>A number of things in English: "1 row", "2 rows".</summary>
    public static string Counted(int number, string what) => $"{number:N0} {what}{(number == 1 ? "" : "s")}";

    public static BilingualText NameOf<TGrade>(GradeScale<TGrade> scale, TGrade? grade) where TGrade : struct, Enum =>
        grade is { } known ? scale.NameOf(known) : ("不予分级", "not graded");
}
