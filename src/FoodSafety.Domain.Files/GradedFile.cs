using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Files;

/// <summary>
/// A file of businesses with their grades (分级结果文件): the accepted lines as they were given, and behind them <c>grade</c> (<c>not-graded</c> where
/// there is none), <c>clause</c> (the rule or reason that decided), <c>reason-zh</c> and <c>reason-en</c>.
/// </summary>
public static class GradedFile
{
    /// <summary>What stands in the place of a grade where there is none (不予分级), in every file of this package.</summary>
    public const string NotGraded = "not-graded";

    private static readonly ImmutableArray<string> Added = ["grade", "clause", "reason-zh", "reason-en"];

    /// <summary>Writes the graded lines; the file of facts is gone through once more.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="file">The businesses.</param>
    /// <param name="grades">Their grades, on the table of the file.</param>
    /// <param name="policy">The policy by which they were graded.</param>
    /// <param name="progress">Is told now and then how many lines were written.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The grades are those of another table.</exception>
    /// <exception cref="CsvFileException">The file has a column of the same name already, or is another one by now.</exception>
    public static void Write<TGrade>(
        TextWriter target, FactFile file, GradeSheet<TGrade> grades, GradingPolicy<TGrade> policy, IProgress<int>? progress = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(grades);
        ArgumentNullException.ThrowIfNull(policy);
        if (!ReferenceEquals(grades.Table, file.Facts))
        {
            throw new ArgumentException("The grades are those of another table than the file's.", nameof(grades));
        }

        CheckFree(file);
        using var source = CsvSource.Open(file.Path, FactFile.What, file.Encoding, isRaw: true);
        target.Write(string.Join(',', file.Heading.Concat(Added).Select(OutputText.ToCsvCell)));
        target.Write('\n');
        var rejected = file.Rejected.Select(line => line.Line.Number).ToHashSet();
        var ends = new Dictionary<GradeDecision<TGrade>, string>();
        var row = 0;
        foreach (var line in source.Rows)
        {
            if (CsvSource.KindOf(line) != CsvSource.RowKind.Filled || rejected.Contains(source.NumberOf(line)))
            {
                continue;
            }

            if (row == file.Facts.Count)
            {
                throw Changed(file);
            }

            var decision = grades[row++];
            if (!ends.TryGetValue(decision, out var end))
            {
                ends.Add(decision, end = EndOf(decision, policy));
            }

            target.Write(line.Span);
            target.Write(end);
            if (row % (1 << 16) == 0)
            {
                progress?.Report(row);
            }
        }

        if (row != file.Facts.Count)
        {
            throw Changed(file);
        }
    }

    /// <summary>Refuses a file that has a column of those that are added, before it is graded.</summary>
    /// <param name="file">The businesses.</param>
    /// <exception cref="CsvFileException">It has.</exception>
    public static void CheckFree(FactFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var taken = file.Heading.Intersect(Added, HeadingNames.Comparer).Select(column => new CsvFault(1, column, (
            "分级结果要写入此列，而文件中已有；请改名或删去", "the grades are written under this name, which the file has already; rename or remove the column"))).ToArray();
        if (taken.Length > 0)
        {
            throw new CsvFileException(file.Path, taken);
        }
    }

    private static string EndOf<TGrade>(GradeDecision<TGrade> decision, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        var clause = policy.ClauseOf(decision);
        string[] cells = [decision.FindGrade()?.ToString() ?? NotGraded, clause.Id, clause.Title.Chinese, clause.Title.English];
        return $",{string.Join(',', cells.Select(cell => OutputText.ToCsvCell(OutputText.ToSpreadsheet(cell))))}\n";
    }

    private static CsvFileException Changed(FactFile file) => new(file.Path, new CsvFault(null, null, (
        "读取期间文件被改动", "the file was changed while it was read")));
}
