using System.CommandLine;
using System.Text;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>format</c>: lays policies out in the one way in which equal policies are equal files.</summary>
internal sealed class FormatCommand(ToolConsole console, string[] paths, bool isCheck) : IGradeWork
{
    private PolicyText _text = null!;
    private int _different;

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>(console.In(("文件", "FILE"))) { Description = console.In(("标准文件", "files of policies")), Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = console.In(("只检查，不改写；有不合格式的文件则退出码为 1", "change nothing; exit code 1 when a file is laid out otherwise")) };
        var command = new Command("format", console.In((
            "按统一格式改写标准文件", "lay files of policies out in the one way"))) { paths, check };
        command.SetAction(asked => new FormatCommand(console, asked.GetValue(paths)!, asked.GetValue(check)).Run());
        return command;
    }

    private int Run()
    {
        // All are read before one is written.
        PolicyText[] texts = [.. paths.Select(PolicyText.Load)];
        foreach (var text in texts)
        {
            _text = text;
            text.Kind.Run(this);
        }

        return isCheck && _different > 0 ? ExitCodes.No : ExitCodes.Yes;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        _ = _text.Read(kind.File);
        var formatted = PolicyFile.Format(Encoding.UTF8.GetString(_text.Bytes));
        if (Encoding.UTF8.GetBytes(formatted).AsSpan().SequenceEqual(_text.Bytes))
        {
            return ExitCodes.Yes;
        }

        _different++;
        if (isCheck)
        {
            console.Say(($"{_text.Path}: 不合统一格式", $"{_text.Path}: is laid out otherwise"));
        }
        else
        {
            ToolConsole.WriteFile(_text.Path, withMark: false, file => file.Write(formatted));
            console.Say(($"{_text.Path}: 已改写", $"{_text.Path}: laid out anew"));
        }

        return ExitCodes.Yes;
    }
}
