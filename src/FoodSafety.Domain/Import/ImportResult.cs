using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Import;

/// <summary>What became of the rows of a file (导入结果): every row is in one of three lists, in the order given.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ImportResult
{
    internal ImportResult(ImmutableArray<Business> accepted, ImmutableArray<Business> withheld, ImmutableArray<RejectedRow> rejected)
    {
        Accepted = accepted;
        Withheld = withheld;
        Rejected = rejected;
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

    /// <summary>How many rows were read (总行数): those of the three lists together.</summary>
    public int RowCount => Accepted.Length + Withheld.Length + Rejected.Length;

    /// <summary>The three counts, for logs.</summary>
    public override string ToString() => $"{RowCount} rows: {Accepted.Length} accepted, {Withheld.Length} withheld, {Rejected.Length} rejected";
}
