using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

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

/// <summary>What becomes of the good rows when some rows are rejected (导入方式).</summary>
/// <remarks>Zero, the default, is no mode and is refused: whoever imports decides.</remarks>
public enum ImportMode
{
    /// <summary>Good rows are accepted, whatever the others are (保留合格行).</summary>
    [BilingualName("保留合格行", "keep accepted rows")]
    KeepAccepted = 1,

    /// <summary>One rejected row holds back all others (全部合格才导入): see <see cref="ImportResult.Withheld"/>.</summary>
    [BilingualName("全部合格才导入", "all or nothing")]
    AllOrNothing = 2,
}

/// <summary>A row that was not accepted (被拒行), whole, with everything that is wrong with it.</summary>
/// <param name="Row">The row as it was given; its number is that of every fault.</param>
/// <param name="Faults">The faults in the order of the columns, one a field; those of the user's own rules come last.</param>
public sealed record RejectedRow(BusinessRow Row, ItemList<RowFault> Faults)
{
    /// <summary>All faults as people read them, after the number of the row.</summary>
    public BilingualText Text =>
        ($"第 {Row.Row} 行：{string.Concat(Faults.Select(fault => fault.Text.Chinese))}",
         $"Row {Row.Row}: {string.Join(' ', Faults.Select(fault => fault.Text.English))}");

    /// <summary>The row and its faults in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>One thing that is wrong with one field of a row (差错).</summary>
/// <param name="Field">The column of the field (字段), as <c>diners-per-meal</c>; a rule of the user's own may name another.</param>
/// <param name="Value">What stands there, whole (原值); null when the row does not have the field.</param>
/// <param name="Rule">The stable key of the broken rule (规则), one of <see cref="ImportRules"/> or the user's own error code.</param>
/// <param name="Text">The fault as people read it (说明): the field, the value and what is allowed; long values are cut.</param>
public sealed record RowFault(string Field, string? Value, string Rule, BilingualText Text);
