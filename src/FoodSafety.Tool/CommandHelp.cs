using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool;

/// <summary>
/// The help of a command in the language of the user. The one of the parser knows the language only by data of cultures, which a system may lack.
/// </summary>
internal sealed class CommandHelp(ToolConsole console) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var isRoot = command is RootCommand;
        console.Output.Write($"{command.Description}\n\n{console.In(("用法：", "Usage:"))}\n  foodsafety");
        console.Output.Write(isRoot ? console.In((" 命令", " COMMAND")) : $" {command.Name}{string.Concat(command.Arguments.Select(argument => $" {Shown(argument)}"))}");
        console.Output.Write(console.In((" [选项]\n", " [OPTIONS]\n")));
        Write(("命令：", "Commands:"), command.Subcommands.Select(sub => ($"{sub.Name}{string.Concat(sub.Arguments.Select(argument => $" {Shown(argument)}"))}", sub.Description)));
        Write(("参数：", "Arguments:"), command.Arguments.Select(argument => (Shown(argument), argument.Description)));
        Write(("选项：", "Options:"), Options(command).Select(option => (Shown(option), Described(option))));
        return ExitCodes.Yes;
    }

    /// <summary>What is wrong with a command line, in the language of the user.</summary>
    public static IEnumerable<BilingualText> Faults(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var faults = new List<BilingualText>();
        var unknown = UnknownOptions(parsed);
        faults.AddRange(unknown.Select(name => NoOption(name, command)));
        if (unknown.Count > 0)
        {
            // Whatever else is wrong may only be what the parser made of that.
            return faults;
        }

        faults.AddRange(parsed.UnmatchedTokens.Select(token => command is RootCommand
            ? new BilingualText(
                $"没有命令“{token}”；可用的命令：{string.Join("、", command.Subcommands.Select(sub => sub.Name))}",
                $"there is no command '{token}'; the commands: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}")
            : new BilingualText($"不认识“{token}”", $"'{token}' is not understood")));
        if (command is RootCommand && parsed.UnmatchedTokens.Count == 0)
        {
            faults.Add(("缺少命令", "a command is missing"));
        }

        faults.AddRange(command.Arguments
            .Where(argument => (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues)
            .Select(argument => new BilingualText($"缺少参数 {argument.Name}", $"the argument {argument.Name} is missing")));
        foreach (var option in Options(command))
        {
            var result = parsed.GetResult(option);
            if (option.Required && (result is null || result.Implicit))
            {
                faults.Add(($"缺少选项 {option.Name}", $"the option {option.Name} is missing"));
            }
            else if (result is { Implicit: false } && option.Arity.MinimumNumberOfValues > result.Tokens.Count)
            {
                faults.Add(($"选项 {option.Name} 缺少值", $"the option {option.Name} has no value"));
            }
            else if (result is not null && Words(option) is { Count: > 0 } allowed)
            {
                faults.AddRange(result.Tokens.Where(token => !allowed.Contains(token.Value)).Select(token => new BilingualText(
                    $"选项 {option.Name} 不可为“{token.Value}”；允许：{string.Join("、", allowed)}",
                    $"the option {option.Name} may not be '{token.Value}'; allowed: {string.Join(", ", allowed)}")));
            }
        }

        // What is left are the rules of the commands themselves, which speak the language already.
        return faults.Count > 0 ? faults : parsed.Errors.Select(error => new BilingualText(error.Message, error.Message));
    }

    /// <summary>
    /// The words that are written as options and are none of the command's. The parser takes them for arguments, or for the value of the option before, wherever one may
    /// stand: a file called <c>--as</c>. Behind <c>--</c> they are what they look like, and <c>./--as</c> is a file anywhere.
    /// </summary>
    public static IReadOnlyList<string> UnknownOptions(ParseResult parsed) =>
    [
        .. parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && IsWrittenAsOption(token.Value))
            .Select(token => token.Value.Split('=')[0]).Distinct(),
    ];

    // A number may be below 0, a dash alone is no name, and a name has no spaces.
    private static bool IsWrittenAsOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && !word.Any(char.IsWhiteSpace);

    private static BilingualText NoOption(string name, Command command)
    {
        var names = Options(command).Select(option => option.Name).ToList();
        var (chinese, english) = command is RootCommand ? ("foodsafety", "foodsafety") : ($"foodsafety {command.Name}", $"'{command.Name}'");
        return ($"没有选项“{name}”；{chinese} 可用的选项：{string.Join("、", names)}", $"there is no option '{name}'; the options of {english}: {string.Join(", ", names)}");
    }

    private void Write(BilingualText title, IEnumerable<(string Name, string? Text)> rows)
    {
        var grid = new TextGrid(false, false, false);
        var count = 0;
        foreach (var (name, text) in rows)
        {
            grid.Row("", name, text ?? "");
            count++;
        }

        if (count > 0)
        {
            console.Output.Write($"\n{console.In(title)}\n{grid}");
        }
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive))).Where(option => !option.Hidden);

    private string? Described(Option option) => option switch
    {
        HelpOption => console.In(("显示此帮助", "show this help")),
        VersionOption => console.In(("显示版本", "show the version")),
        _ => option.Description,
    };

    private static string Shown(Argument argument) => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}…" : argument.Name;

    private string Shown(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias is not ("/?" or "/h" or "-?")).Prepend(option.Name).Distinct());
        var words = Words(option);
        var value = option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? "" : $" {(words.Count > 0 ? string.Join("|", words) : option.HelpName ?? console.In(("值", "VALUE")))}";
        return names + value;
    }

    private static List<string> Words(Option option) =>
        option.ValueType == typeof(bool) ? [] : [.. option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty).Select(word => word.Label).Where(word => !word.StartsWith('-'))];
}
