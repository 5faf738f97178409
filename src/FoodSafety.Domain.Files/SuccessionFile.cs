using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Files;

/// <summary>What became of areas between two division lists, as a CSV file (区划承继文件): what was found, to look through, and what somebody decides, to be read back.</summary>
/// <remarks>
/// <para>
/// The columns are <c>kind</c> (as <see cref="AreaChangeKind"/>: <c>renamed</c>, <c>recoded</c>, <c>merged</c>, <c>split</c>, <c>rearranged</c>, <c>abolished</c>, <c>created</c>, and <c>gone</c> and
/// <c>new</c> of what is to be decided), <c>from</c> and <c>from-name</c>, <c>to</c> and <c>to-name</c> (the codes since, with blanks between them), <c>on</c> (from which day, as 2024-03-01), <c>note</c>,
/// <c>reason-zh</c> and <c>reason-en</c> (by what it was found, or what it might be). A line is an area of the list before; of what was created an area of the list after.
/// </para>
/// <para>
/// <c>from</c> and <c>to</c> are read, and <c>on</c> and <c>note</c> where they stand. <c>none</c> in the place of a code says that there is none: abolished, or created. <c>?</c> says that it is not
/// decided, and the line is passed over. What is read stands before what the lists tell.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// SuccessionFile.Write(target, AreaComparison.Of(before, after));
/// // Somebody fills in what is marked with a question mark, and days.
/// var compared = SuccessionFile.Read("succession.csv").Compare(before, after);
/// </code>
/// </example>
public sealed class SuccessionFile
{
    private const string From = "from", To = "to", On = "on", Note = "note";
    private const string NoArea = "none", Undecided = "?";

    private readonly string _name;
    private readonly ImmutableArray<int> _lines;

    private SuccessionFile(string name, ImmutableArray<AreaDecision> decisions, ImmutableArray<int> lines) => (_name, Decisions, _lines) = (name, decisions, lines);

    /// <summary>The columns of the file.</summary>
    public static CsvLayout Layout { get; } = new(
        ("区划承继文件", "file of area succession"), ["kind", From, "from-name", To, "to-name", On, Note, "reason-zh", "reason-en"], [From, To]);

    /// <summary>What is decided, in the order of the lines.</summary>
    public ItemList<AreaDecision> Decisions { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">How it is written down; null to find out.</param>
    /// <exception cref="CsvFileException">The file cannot be opened, its heading is wrong, or lines are: every one is told.</exception>
    public static SuccessionFile Read(string path, CsvEncoding? encoding = null) => Of(CsvTable.Read(path, Layout, encoding), path);

    /// <summary>Reads a file out of a stream.</summary>
    /// <param name="stream">The bytes; it can be sought in, and is left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="CsvFileException">The heading is wrong, or lines are: every one is told.</exception>
    public static SuccessionFile ReadFrom(Stream stream, string name) => Of(CsvTable.ReadFrom(stream, name, Layout), name);

    /// <summary>Compares two lists, with what the file decides.</summary>
    /// <param name="before">The list before.</param>
    /// <param name="after">The list after.</param>
    /// <exception cref="CsvFileException">A line does not fit the lists; every one is told.</exception>
    public AreaComparison Compare(AreaTree before, AreaTree after)
    {
        try
        {
            return AreaComparison.Of(before, after, Decisions);
        }
        catch (AreaDecisionException e)
        {
            throw new CsvFileException(_name, [.. e.Faults.Select(fault => new CsvFault(_lines[fault.Place], null, fault.Reason))], e);
        }
    }

    /// <summary>Writes what changed between two lists; what did not is left out.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="compared">The lists, compared.</param>
    public static void Write(TextWriter target, AreaComparison compared)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(compared);
        CsvTarget.Write(
            target, [.. Layout.Columns],
            compared.Changes.SelectMany(change => (change.From.IsEmpty ? [null] : (IEnumerable<ListedArea?>)change.From).Select(from => LineOf(change, from))));
    }

    private static string?[] LineOf(AreaChange change, ListedArea? from)
    {
        AreaMatch[] matches = [.. (change.Matches.IsEmpty ? change.Candidates : change.Matches).Where(match => change.Matches.IsEmpty || match.From == from)];
        ListedArea[] to = [.. change.Matches.IsEmpty ? change.To : matches.Select(match => match.To)];
        var unsaid = change.IsUndecided ? Undecided : NoArea;
        return
        [
            change.Kind.Code(), from is null ? unsaid : $"{from.Code}", from?.Name, to.Length == 0 ? unsaid : string.Join(' ', to.Select(area => area.Code)), string.Join(' ', to.Select(area => area.Name)),
            Cells.Day(change.On), change.Note, Reasons(change, matches, "；", static text => text.Chinese), Reasons(change, matches, "; ", static text => text.English),
        ];
    }

    private static string Reasons(AreaChange change, AreaMatch[] matches, string between, Func<BilingualText, string> of) => string.Join(
        between, matches.Select(match => (Other: change.From.IsEmpty ? match.From : match.To, Why: of(match.Reason)))
            .Select(one => change.IsUndecided ? $"{one.Other.Code} {one.Other.Name}: {one.Why}" : one.Why).Distinct());

    private static SuccessionFile Of(CsvTable table, string name)
    {
        var (decisions, lines, faults) = (ImmutableArray.CreateBuilder<AreaDecision>(), ImmutableArray.CreateBuilder<int>(), new List<CsvFault>());
        foreach (var line in table.Lines)
        {
            if (!line.Faults.IsEmpty)
            {
                faults.AddRange(line.FileFaults);
            }
            else if (line[From] != Undecided && line[To] != Undecided)
            {
                var before = faults.Count;
                var (from, to) = (CodesOf(line, From, faults), CodesOf(line, To, faults));
                if (from.Length > 1)
                {
                    faults.Add(new(line.Number, From, ("只能写一个代码；合并的区划每个一行。", "one code alone may stand here; of areas that merged each has a line.")));
                }
                else if (from.Length + to.Length == 0 && faults.Count == before)
                {
                    faults.Add(new(line.Number, null, ("两处都是 none。至少写一个代码。", "both are none. Allowed: a code in one of them, or more.")));
                }

                var (on, note) = (DayOf(line, faults), string.IsNullOrWhiteSpace(line[Note]) ? null : line[Note]);
                if (note is not null && TextRule.Note.FindFault(note) is { } fault)
                {
                    faults.Add(new(line.Number, Note, fault.Text));
                }

                if (faults.Count == before)
                {
                    decisions.Add(new(from.FirstOrDefault(), [.. to], on, note));
                    lines.Add(line.Number);
                }
            }
        }

        return faults.Count == 0 ? new(name, decisions.DrainToImmutable(), lines.DrainToImmutable()) : throw new CsvFileException(name, [.. faults]);
    }

    private static AreaCode[] CodesOf(CsvLine line, string column, List<CsvFault> faults)
    {
        string[] words = line[column]!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            faults.Add(new(line.Number, column, ($"未填写。可写代码、{NoArea}（没有）或 {Undecided}（待定）。", $"nothing stands here. Allowed: codes, {NoArea}, or {Undecided} where it is not decided.")));
        }

        List<AreaCode> codes = [];
        foreach (var word in words is [NoArea] ? [] : words)
        {
            if (!AreaCode.TryParse(word, out var code))
            {
                faults.Add(new(line.Number, column, ($"“{OutputText.Shorten(word, 40)}”不是区划代码。", $"'{OutputText.Shorten(word, 40)}' is no area code.")));
            }
            else if (codes.Contains(code))
            {
                faults.Add(new(line.Number, column, ($"{code} 写了两次。", $"{code} stands twice.")));
            }
            else
            {
                codes.Add(code);
            }
        }

        return [.. codes];
    }

    private static LocalDate? DayOf(CsvLine line, List<CsvFault> faults)
    {
        if (string.IsNullOrWhiteSpace(line[On]))
        {
            return null;
        }

        var read = LocalDatePattern.Iso.Parse(line[On]!.Trim());
        if (!read.Success)
        {
            faults.Add(new(line.Number, On, ($"“{OutputText.Shorten(line[On]!, 40)}”不是日期。应如 2024-03-01。", $"'{OutputText.Shorten(line[On]!, 40)}' is no day. Allowed: as 2024-03-01.")));
        }

        return read.Success ? read.Value : null;
    }
}
