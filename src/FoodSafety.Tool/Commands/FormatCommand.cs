using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace FoodSafety.Tool.Commands;

/// <summary><c>format</c>: lays policies out in the one way in which equal policies are equal files.</summary>
internal sealed class FormatCommand(ToolConsole console, string[] paths, bool isCheck) : IGradeWork
{
    private PolicyText _text = null!;
    private int _different;

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("FILE") { Description = console.In(("标准文件", "files of policies")), Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = console.In(("只检查，不改写；有不合格式的文件则退出码为 1", "change nothing; exit code 1 when a file is laid out otherwise")) };
        var command = new Command("format", console.In((
            "按统一格式改写标准文件（依据的代号由其标题生成）", "lay files of policies out in the one way (the keys of sources are made from their titles)"))) { paths, check };
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
        var formatted = WithSchema(kind.File.Write(_text.Read(kind.File)));
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

    /// <summary>Keeps what an editor needs to help with the file, which is nothing of the policy.</summary>
    private string WithSchema(string formatted)
    {
        using var document = JsonDocument.Parse(_text.Json);
        return document.RootElement.TryGetProperty("$schema", out var schema)
            ? formatted.Insert(formatted.IndexOf('\n', StringComparison.Ordinal) + 1, $"  \"$schema\": {schema.GetRawText()},\n")
            : formatted;
    }
}
