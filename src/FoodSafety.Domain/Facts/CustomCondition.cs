using System.Globalization;
using System.Numerics;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A condition in code (自定义条件), for what the language of conditions cannot say.</summary>
/// <remarks>
/// Slower than data and opaque: a file and an explanation can only name it, and no analysis sees inside. Prefer a derived
/// fact, computed before grading. What it throws reaches the caller as a <see cref="CustomConditionException"/> that names it and the entity.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CustomCondition : Condition
{
    private readonly Func<IFactSource, bool> _test;

    internal CustomCondition(string id, BilingualText text, Func<IFactSource, bool> test)
        : base(ExpressionSize.Leaf with { AsksCustom = true })
    {
        Id = FactId.Check(id, nameof(id));
        Name = TextRule.Note.CheckAny(text);
        ArgumentNullException.ThrowIfNull(test);
        _test = test;
    }

    /// <summary>The stable key.</summary>
    public string Id { get; }

    /// <summary>What it tests, as people read it.</summary>
    internal BilingualText Name { get; }

    internal override Truth Test(IFactSource source)
    {
        try
        {
            return _test(source).ToTruth();
        }
        catch (Exception thrown) when (thrown is not CustomConditionException)
        {
            // Also what looks like a cancellation: a condition that gave up waiting for something did not cancel the grading.
            throw new CustomConditionException(this, source, thrown);
        }
    }

    /// <summary>For which of 64 rows that follow each other it holds; it is called for those that are asked about and for no other.</summary>
    /// <param name="row">A view of the rows' segment.</param>
    /// <param name="first">The slot of the first of the 64.</param>
    /// <param name="asked">The rows to ask about.</param>
    internal ulong Test(FactRow row, int first, ulong asked)
    {
        try
        {
            var holds = 0UL;
            for (; asked != 0; asked &= asked - 1)
            {
                var bit = BitOperations.TrailingZeroCount(asked);
                row.Slot = first + bit;
                if (_test(row))
                {
                    holds |= 1UL << bit;
                }
            }

            return holds;
        }
        catch (Exception thrown) when (thrown is not CustomConditionException)
        {
            // The view still shows the row that was asked about.
            throw new CustomConditionException(this, row, thrown);
        }
    }

    internal override void Show(ExpressionText text) => text.Add(Name);
}

/// <summary>A custom condition failed in place of saying yes or no (自定义条件执行出错): which one, of what, and with what.</summary>
/// <remarks>What threw it changed nothing: a table that was being graded keeps the decisions that it had.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CustomConditionException : Exception, IBilingualError
{
    internal CustomConditionException(CustomCondition condition, IFactSource source, Exception inner)
        : base(Describe(condition, RowOf(source), EntityOf(source), inner).English, inner) =>
        (Condition, Row, Entity) = (condition, RowOf(source), EntityOf(source));

    /// <summary>The condition.</summary>
    public CustomCondition Condition { get; }

    /// <summary>The row of the table that was asked about, from 0; null when it was no row of a table.</summary>
    public int? Row { get; }

    /// <summary>The key of the entity: of a business its id; null when it has none, as a row of a table of the user's own.</summary>
    public string? Entity { get; }

    /// <summary>Which condition failed, of what, and with what, in both languages.</summary>
    public BilingualText Text => Describe(Condition, Row, Entity, InnerException!);

    private static int? RowOf(IFactSource source) => (source as FactRow)?.Row;

    private static string? EntityOf(IFactSource source) => source switch
    {
        FactRow row => row.Table.FindKey(row.Row),
        IKeyed keyed => keyed.Key,
        _ => null,
    };

    private static BilingualText Describe(CustomCondition condition, int? row, string? entity, Exception inner)
    {
        var (chinese, english) = (entity, row) switch
        {
            (not null, not null) => ($"主体 {entity}（第 {row} 行，自 0 起）", $" for '{entity}' (row {row}, counted from 0)"),
            (not null, null) => ($"主体 {entity}", $" for '{entity}'"),
            (null, not null) => ($"第 {row} 行（自 0 起）", $" for row {row}, counted from 0"),
            (null, null) => ("该主体", ""),
        };
        return (
            string.Create(CultureInfo.InvariantCulture, $"{chinese}判断自定义条件“{condition.Id}”（{condition.Name.Chinese}）时出错：{inner.GetType().Name}：{inner.Message}"),
            string.Create(CultureInfo.InvariantCulture, $"The custom condition '{condition.Id}' ({condition.Name.English}) failed{english}: {inner.GetType().Name}: {inner.Message}"));
    }
}
