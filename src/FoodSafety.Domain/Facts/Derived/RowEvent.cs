using NodaTime;

namespace FoodSafety.Domain.Facts;

/// <summary>Something that happened to an entity on a day (历史事件): a violation, an inspection with its score.</summary>
/// <remarks>The default value is an event of row 0 on the first day of the year 1.</remarks>
/// <param name="Row">The number of the entity's row in its table, from 0.</param>
/// <param name="On">The day.</param>
/// <param name="Value">A number that belongs to it, as the score; null for none.</param>
public readonly record struct RowEvent(int Row, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, decimal? Value = null);
