using System.CommandLine;
using FoodSafety.Domain.ValueTypes;
using FoodSafety.Tool.Commands;

namespace FoodSafety.Tool;

/// <summary>A form in which a page is printed.</summary>
internal enum PageFormat
{
    Markdown = 1,
    Html = 2,
    Csv = 3,
}

/// <summary>The options of a command that answers with a page: into which file, and in which form.</summary>
internal sealed class PrintedOptions
{
    private readonly ToolConsole _console;

    public PrintedOptions(ToolConsole console)
    {
        _console = console;
        Output = Shared.Output(console);
        Format = new Option<string?>("--as")
        {
            Description = console.In((
                "格式：markdown、html 或 csv；默认依文件扩展名，否则为 Markdown", "the form: markdown, html or csv; that of the file's extension unless given, else Markdown")),
        };
        Format.AcceptOnlyFromAmong([.. Enum.GetValues<PageFormat>().Select(WordOf)]);
    }

    public Option<string?> Output { get; }

    public Option<string?> Format { get; }

    public PrintedAnswer AnswerOf(ParseResult asked)
    {
        var output = asked.GetValue(Output);
        var format = asked.GetValue(Format) is { } word ? Enum.GetValues<PageFormat>().Single(format => WordOf(format) == word)
            : Path.GetExtension(output)?.ToUpperInvariant() switch { ".HTML" or ".HTM" => PageFormat.Html, ".CSV" => PageFormat.Csv, _ => PageFormat.Markdown };
        return new PrintedAnswer(_console, output, format);
    }

    private static string WordOf(PageFormat format) => format switch { PageFormat.Markdown => "markdown", PageFormat.Html => "html", PageFormat.Csv => "csv" };
}

/// <summary>A page that is the answer of a command.</summary>
/// <param name="console">The console.</param>
/// <param name="path">The file; null for the screen.</param>
/// <param name="format">The form.</param>
internal sealed class PrintedAnswer(ToolConsole console, string? path, PageFormat format)
{
    // A spreadsheet takes a CSV file for UTF-8 by its mark alone.
    public void Write(PrintedPage page) => Shared.Answer(console, path, withMark: format == PageFormat.Csv, target => target.Write(format switch
    {
        PageFormat.Markdown => page.ToMarkdown(console.Language),
        PageFormat.Html => page.ToHtml(console.Language),
        PageFormat.Csv => page.ToCsv(console.Language),
    }));
}
