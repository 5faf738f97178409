using System.Diagnostics;
using System.Text;
using FoodSafety.Domain.Tests;

namespace FoodSafety.Tool.Tests;

/// <summary>The sessions of the front pages, line by line: what is shown is what comes out.</summary>
public sealed class ReadmeSessionTests
{
    private const string Prompt = "$ ";

    [Theory]
    [InlineData("README.md", "en_US.UTF-8")]
    [InlineData("README.zh-CN.md", "zh_CN.UTF-8")]
    public void Session_RunAsShown_PrintsWhatIsShown(string page, string lang)
    {
        using var folder = new ToolFolder();
        var commands = CommandsOf(page);

        Assert.True(commands.Count > 10, $"{page} shows {commands.Count} commands: the reading is broken.");
        foreach (var (command, shown) in commands)
        {
            Assert.Equal($"{Prompt}{command}\n{shown}", $"{Prompt}{command}\n{Run(folder, command, shown, lang)}");
        }
    }

    [Fact]
    public void BothPages_ShowTheSameCommands() => Assert.Equal(CommandsOf("README.md").Select(line => line.Command), CommandsOf("README.zh-CN.md").Select(line => line.Command));

    private static string Run(ToolFolder folder, string command, string shown, string lang)
    {
        var words = command.Split(' ');
        switch (words[0])
        {
            case "foodsafety":
                return RunTool(folder, command, lang);
            // A file that is shown for the first time is the user's own.
            case "cat":
                if (!File.Exists(folder.PathOf(words[1])))
                {
                    folder.Write(words[1], shown);
                }

                return folder.Read(words[1]);
            case "sed":
                Replace(folder, command);
                return "";
            default:
                throw new InvalidOperationException($"The session has a command that nobody runs: {command}");
        }
    }

    /// <summary>Runs the tool as a process of its own, through the command line as a shell would take it apart.</summary>
    private static string RunTool(ToolFolder folder, string command, string lang)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var word in command.Split(' ').Skip(1).Prepend(typeof(CommandLine).Assembly.Location))
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["LANG"] = lang;
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // The answer comes last, as on a screen.
        return (error.GetAwaiter().GetResult() + output).ReplaceLineEndings("\n");
    }

    /// <summary>Does what the sed of a session does: in each line the first of one text becomes another, in place or into a second file.</summary>
    private static void Replace(ToolFolder folder, string command)
    {
        var script = command.Split('\'')[1];
        var rest = command.Split('\'')[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = folder.Read(rest[0]).Split('\n');
        foreach (var step in script.Split("; "))
        {
            var parts = step.Split('/');
            Assert.Equal(("s", 4), (parts[0], parts.Length));
            Assert.Contains(lines, line => line.Contains(parts[1], StringComparison.Ordinal));
            for (var i = 0; i < lines.Length; i++)
            {
                var at = lines[i].IndexOf(parts[1], StringComparison.Ordinal);
                lines[i] = at < 0 ? lines[i] : lines[i][..at] + parts[2] + lines[i][(at + parts[1].Length)..];
            }
        }

        folder.Write(command.StartsWith("sed -i ", StringComparison.Ordinal) ? rest[0] : rest[2], string.Join('\n', lines));
    }

    /// <summary>The commands of all blocks of a console, each with what is shown after it.</summary>
    private static List<(string Command, string Shown)> CommandsOf(string page)
    {
        var commands = new List<(string Command, string Shown)>();
        var isInside = false;
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Root, page)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isInside = line == "```console";
            }
            else if (isInside && line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                commands.Add((line[Prompt.Length..], ""));
            }
            else if (isInside)
            {
                commands[^1] = (commands[^1].Command, $"{commands[^1].Shown}{line}\n");
            }
        }

        return commands;
    }
}
