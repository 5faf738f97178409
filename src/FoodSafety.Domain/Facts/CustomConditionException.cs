using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

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
