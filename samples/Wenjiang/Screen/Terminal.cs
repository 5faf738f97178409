using System.Text;
using FoodSafety.Domain.Languages;
using Spectre.Console;
using Spectre.Console.Rendering;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>What the user sees: coloured in a terminal, plain text of one width when redirected.</summary>
internal sealed class Terminal
{
    // Redirected output must not depend on the window it was started from.
    private const int RedirectedWidth = 120;

    private readonly IAnsiConsole _console;
    private int _steps;

    public Terminal(Language language)
    {
        Language = language;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        IsAnimated = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Capabilities.Ansi;
        _console = Console.IsOutputRedirected ? CreatePlain() : AnsiConsole.Console;
    }

    public Language Language { get; }

    /// <summary>How many cells a line has.</summary>
    public int Width => _console.Profile.Width;

    /// <summary>Whether progress bars are drawn.</summary>
    public bool IsAnimated { get; }

    public string In(BilingualText text) => Plain(text.In(Language));

    /// <summary>Text that cannot steer the terminal or be taken for markup, whatever a register file holds.</summary>
    public static string Plain(string text) =>
        Markup.Escape(OutputText.Visible(text).Replace('\t', ' ').Replace('\r', ' '));

    public static string Tag(Language language, Origin origin) => $"[{ColourOf(origin)}]{Markup.Escape(origin.Tag().In(language))}[/]";

    public string Tag(Origin origin) => Tag(Language, origin);

    public void Banner(BilingualText title, BilingualText subtitle)
    {
        _console.Write(new Rule($"[bold]{In(title)}[/]").RuleStyle("steelblue1").LeftJustified());
        Say($"[grey]{In(subtitle)}[/]");
    }

    /// <summary>Begins the next step of the run.</summary>
    public void Step(BilingualText title)
    {
        _console.WriteLine();
        _console.Write(new Rule($"[bold steelblue1]{++_steps}[/] [bold]{In(title)}[/]").RuleStyle("grey").LeftJustified());
    }

    /// <summary>Writes a line of markup.</summary>
    public void Say(string markup) => _console.MarkupLine(markup);

    public void Show(IRenderable picture) => _console.Write(picture);

    /// <summary>Does some work with a bar that goes from 0 to 1.</summary>
    public void Progress(BilingualText title, Action<Action<double>> work)
    {
        if (!IsAnimated)
        {
            work(_ => { });
            return;
        }

        _console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).Start(context =>
        {
            var task = context.AddTask(In(title), maxValue: 1);
            work(done => task.Value = done);
        });
    }

    private static string ColourOf(Origin origin) => origin switch
    {
        Origin.Published => "green",
        Origin.Generated => "yellow",
        Origin.Given => "orchid",
        Origin.Kept => "khaki1",
        Origin.Computed => "deepskyblue1",
    };

    private static IAnsiConsole CreatePlain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        console.Profile.Width = RedirectedWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
