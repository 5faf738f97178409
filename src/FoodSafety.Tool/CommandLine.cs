using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Languages;
using FoodSafety.Tool.Commands;

namespace FoodSafety.Tool;

/// <summary>The command line <c>foodsafety</c>: what can be asked, and in which language it is answered.</summary>
internal static class CommandLine
{
    private const string LangName = "--lang";

    /// <summary>Runs a command.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="error">Where everything about it goes.</param>
    /// <param name="environment">Gives a variable of the environment, or null.</param>
    /// <param name="canRewrite">Whether a line of <paramref name="error"/> can be written over, as on a screen.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, Func<string, string?> environment, bool canRewrite)
    {
        var console = new ToolConsole(LanguageOf(args, environment), output, error, canRewrite);
        try
        {
            var code = Run(args, console);
            output.Flush();
            return code;
        }
        catch (ToolException e)
        {
            console.Note(e.Text);
            return ExitCodes.Trouble;
        }
        catch (CsvFileException e)
        {
            console.Note(e.Text);
            return ExitCodes.Trouble;
        }
        catch (IOException)
        {
            console.Note(("读写文件时出错（磁盘已满，或输出被关闭）", "a file could not be read or written (the disk is full, or the output was closed)"));
            return ExitCodes.Trouble;
        }
        catch (Exception e)
        {
            // A fault of the tool itself: whoever runs it can tell of it, and has no use for a list of methods.
            console.Note(($"工具内部错误，请反馈：{e.GetType().Name}：{e.Message}", $"a fault of the tool itself, please tell of it: {e.GetType().Name}: {e.Message}"));
            return ExitCodes.Trouble;
        }
    }

    private static int Run(string[] args, ToolConsole console)
    {
        var parsed = Root(console).Parse(args);
        if (parsed.Action is not CommandHelp && (parsed.Errors.Count > 0 || CommandHelp.UnknownOptions(parsed).Count > 0))
        {
            foreach (var wrong in CommandHelp.Faults(parsed))
            {
                console.Note(($"foodsafety：{wrong.Chinese}", $"foodsafety: {wrong.English}"));
            }

            var asked = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
            console.Note(($"用法见 foodsafety {asked}--help", $"See foodsafety {asked}--help"));
            return ExitCodes.Trouble;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand(console.In((
            "编写、检查和比较食品安全分级标准。退出码：0 无问题，1 有差错或差异，2 无法执行。",
            "Write, check and compare grading policies of food safety. Exit codes: 0 all is well, 1 faults or differences, 2 it could not be done.")))
        {
            NewCommand.Create(console),
            CheckCommand.Create(console),
            FormatCommand.Create(console),
            TableCommand.Create(console),
            DiffCommand.Create(console),
            ImpactCommand.Create(console),
            GradeCommand.Create(console),
            ExplainCommand.Create(console),
            CasesCommand.Create(console),
            TestCommand.Create(console),
            FactsCommand.Create(console),
            AreasCommand.Create(console),
            SchemaCommand.Create(console),
        };
        var language = new Option<string>(LangName)
        {
            Description = console.In(("语言：zh 中文，en 英文；默认依系统语言", "language: zh Chinese, en English; that of the system unless given")),
            Recursive = true,
        };
        language.AcceptOnlyFromAmong("zh", "en");
        root.Options.Add(language);
        root.Options.OfType<HelpOption>().Single().Action = new CommandHelp(console);
        return root;
    }

    /// <summary>The language that was asked for; else that of the system, which says so by its environment, or on Windows by the language of its screens.</summary>
    internal static Language LanguageOf(string[] args, Func<string, string?> environment)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var value = args[i] == LangName ? args.ElementAtOrDefault(i + 1)
                : args[i].StartsWith($"{LangName}=", StringComparison.Ordinal) || args[i].StartsWith($"{LangName}:", StringComparison.Ordinal) ? args[i][(LangName.Length + 1)..]
                : null;
            if (value is not null)
            {
                return value == "zh" ? Language.Chinese : Language.English;
            }
        }

        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (environment(name) is { Length: > 0 } value)
            {
                return value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
            }
        }

        return OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryLanguage) == ChineseOnWindows ? Language.Chinese : Language.English;
    }

    private const int PrimaryLanguage = 0x3FF;
    private const int ChineseOnWindows = 0x04;

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
