using System.Diagnostics;
using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool;

/// <summary>How a run ends (退出码).</summary>
internal static class ExitCodes
{
    /// <summary>It is done, and the answer is yes: nothing is wrong, nothing differs, nothing was rejected.</summary>
    public const int Yes = 0;

    /// <summary>It is done, and the answer is no.</summary>
    public const int No = 1;

    /// <summary>It could not be done: the command is wrong, or a file that it needs.</summary>
    public const int Trouble = 2;
}

/// <summary>Something that keeps a command from being done; the text says what is allowed instead.</summary>
internal sealed class ToolException(BilingualText text) : Exception(text.English)
{
    /// <summary>Several things, a line each.</summary>
    public ToolException(IEnumerable<BilingualText> lines)
        : this(Joined([.. lines]))
    {
    }

    public BilingualText Text { get; } = text;

    private static BilingualText Joined(BilingualText[] lines) => (string.Join('\n', lines.Select(line => line.Chinese)), string.Join('\n', lines.Select(line => line.English)));
}

/// <summary>Where a command says what it has to say: the answer on one side, everything about it on the other.</summary>
/// <param name="language">The language of the user.</param>
/// <param name="output">The answer, which may go into a file or another program.</param>
/// <param name="error">What is wrong, notes and progress.</param>
/// <param name="canRewrite">Whether a line of the second can be written over, as on a screen.</param>
internal sealed class ToolConsole(Language language, TextWriter output, TextWriter error, bool canRewrite)
{
    public Language Language => language;

    public TextWriter Output => output;

    public TextWriter Error => error;

    public string In(BilingualText text) => text.In(language);

    public void Say(BilingualText text) => WriteLine(output, text.In(language));

    public void Note(BilingualText text) => WriteLine(error, text.In(language));

    /// <summary>Progress of long work; nothing is told in the first second.</summary>
    public ProgressLine Progress(BilingualText what) => new(this, what, canRewrite);

    /// <summary>Writes a file, all of it or nothing: what stood there stays until the new one is whole.</summary>
    /// <exception cref="ToolException">It cannot be written.</exception>
    public static void WriteFile(string path, bool withMark, Action<TextWriter> write)
    {
        if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            throw new ToolException((
                $"“{path}”：本工具只写文本文件，不写工作簿；请用 .csv 等", $"'{path}': the tool writes files of text and no workbooks. Allowed: .csv and others"));
        }

        var part = $"{path}.part";
        try
        {
            using (var file = new StreamWriter(part, append: false, new UTF8Encoding(withMark), 1 << 16))
            {
                file.NewLine = "\n";
                write(file);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ToolException(($"无法写入“{path}”", $"'{path}' cannot be written"));
        }
        finally
        {
            Drop(part);
        }
    }

    // Lines end alike everywhere, so that what is kept in a repository does not depend on who wrote it.
    private static void WriteLine(TextWriter target, string text)
    {
        target.Write(text);
        target.Write('\n');
    }

    private static void Drop(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // It was never made, and why is told already.
        }
    }
}

/// <summary>Tells how far long work has come: on a screen in one line that is written over, else a line every few seconds.</summary>
internal sealed class ProgressLine(ToolConsole console, BilingualText what, bool canRewrite) : IProgress<int>, IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _told = TimeSpan.Zero;
    private bool _isOpen;

    private TimeSpan Pause => canRewrite ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);

    public void Report(int value)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetElapsedTime(_start);
            if (now < TimeSpan.FromSeconds(1) || now - _told < Pause)
            {
                return;
            }

            _told = now;
            _isOpen = canRewrite;
            console.Error.Write($"{(canRewrite ? "\r" : "")}{console.In(what)} {value:N0}{(canRewrite ? "" : "\n")}");
        }
    }

    public void Dispose()
    {
        if (_isOpen)
        {
            console.Error.Write('\n');
        }
    }
}
