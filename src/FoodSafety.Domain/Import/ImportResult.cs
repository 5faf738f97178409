using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Import;

/// <summary>What became of the rows of a file (导入结果): every row is in one of four lists, in the order given.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ImportResult
{
    internal ImportResult(
        ImmutableArray<Business> accepted, ImmutableArray<Business> withheld, ImmutableArray<RejectedRow> rejected, ImmutableArray<int> blank)
    {
        Accepted = accepted;
        Withheld = withheld;
        Rejected = rejected;
        Blank = blank;
    }

    /// <summary>The businesses to take over (接受的主体).</summary>
    public ImmutableArray<Business> Accepted { get; }

    /// <summary>
    /// The businesses whose rows are good, but which <see cref="ImportMode.AllOrNothing"/> holds back because another row was
    /// rejected (暂缓的主体); empty in any other case.
    /// </summary>
    public ImmutableArray<Business> Withheld { get; }

    /// <summary>The rows that break a rule, with all their faults (被拒的行).</summary>
    public ImmutableArray<RejectedRow> Rejected { get; }

    /// <summary>
    /// The numbers of the rows in which nothing is written (空行), as spreadsheets leave them at the end of a file: each has its columns, and all of
    /// them are blank. They are skipped and hold nothing back.
    /// </summary>
    public ImmutableArray<int> Blank { get; }

    /// <summary>How many rows were read (总行数): those of the four lists together.</summary>
    public int RowCount => Accepted.Length + Withheld.Length + Rejected.Length + Blank.Length;

    /// <summary>The four counts, for logs.</summary>
    public override string ToString() =>
        $"{RowCount} rows: {Accepted.Length} accepted, {Withheld.Length} withheld, {Rejected.Length} rejected, {Blank.Length} blank";
}
