using System.Collections.Immutable;
using FluentValidation;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>The rows of a platform's export against the register (名录比对), before anything is done: who is new, changed, the same, duplicate, gone or rejected, and why.</summary>
/// <remarks>
/// <para>
/// A cell that is blank, or a column that the export lacks, says nothing and changes nothing. An area that contains the one in which the register has the business is
/// no difference either: the register knows it better. Own facts have no column.
/// </para>
/// <para>
/// A row with an id is of the business with that id. One whose id is not registered is of a new business, unless its licence, its credit code, or its name and
/// place say that it could be one that is registered, or that of an earlier row: then it is duplicate. A row without an id is of the one business that these marks say,
/// when it is the only row of which they say it; when they say none it is new, and gets an id by <see cref="MergeTerms.Named"/>.
/// </para>
/// <para>It only compares: acts are made by <see cref="MergeUnit"/>, of the rows that somebody chose. Any number of threads may compare while nobody writes.</para>
/// </remarks>
/// <example>
/// <code>
/// var merge = RegisterMerge.Of(district.Businesses.Register, rows, new MergeTerms { WholeOf = [AreaCode.Parse("510115")] });
/// var unit = MergeUnit.Of(district.Businesses, today, merge[MergeKind.Changed]);   // the rows that somebody ticked
/// district.Apply(stamp, unit.Acts);                                                // unit.Rows says what was done to which
/// </code>
/// </example>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RegisterMerge
{
    internal RegisterMerge(ImmutableArray<MergeRow> rows, ImmutableArray<MergeRow> gone, ImmutableArray<int> blank) => (Rows, Gone, Blank) = (rows, gone, blank);

    /// <summary>The rows of the export, in the order given; those in which nothing is written are not among them.</summary>
    public ImmutableArray<MergeRow> Rows { get; }

    /// <summary>The businesses that the export should list and does not, in the order of the register.</summary>
    public ImmutableArray<MergeRow> Gone { get; }

    /// <summary>The numbers of the rows in which nothing is written (空行).</summary>
    public ImmutableArray<int> Blank { get; }

    /// <summary>What is of a kind, in order.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public IEnumerable<MergeRow> this[MergeKind kind] => kind.Named() == MergeKind.Gone ? Gone : Rows.Where(row => row.Kind == kind);

    /// <summary>How many are of a kind. Those of the rows, all kinds but <see cref="MergeKind.Gone"/>, and <see cref="Blank"/> are all rows that were given.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public int Count(MergeKind kind) => this[kind].Count();

    /// <summary>Compares rows with a register.</summary>
    /// <param name="register">The businesses as they stand now: of a district <c>district.Businesses.Register</c>.</param>
    /// <param name="rows">The rows, each with another number.</param>
    /// <param name="terms">What the export covers, and what was decided of rows; null for <see cref="MergeTerms.Default"/>.</param>
    /// <param name="ownRules">Rules of the user's own, tested beside the standard ones; each failure rejects the row. They may not be asynchronous.</param>
    /// <exception cref="ArgumentException">A row is null, or two have the same number.</exception>
    /// <exception cref="AreaNotFoundException">The export is said to be whole of an area that there is not.</exception>
    public static RegisterMerge Of(BusinessRegister register, IEnumerable<BusinessRow> rows, MergeTerms? terms = null, IValidator<BusinessRow>? ownRules = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new RegisterComparison(register, terms, ownRules).Compare(rows);
    }

    /// <summary>The counts, for logs.</summary>
    public override string ToString() =>
        $"{Rows.Length + Blank.Length} rows: {Count(MergeKind.New)} new, {Count(MergeKind.Changed)} changed, {Count(MergeKind.Same)} same, {Count(MergeKind.Duplicate)} duplicate, " +
        $"{Count(MergeKind.Rejected)} rejected, {Blank.Length} blank; {Gone.Length} gone";
}
