using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Facts were wrong: they are corrected, and the row is graded again (更正事实，重新分级).</summary>
/// <remarks>What the corrected facts give takes effect at once, without observation. An override that is in force stays.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactsCorrected<TGrade> : AppealOutcome<TGrade> where TGrade : struct, Enum
{
    /// <summary>Corrects facts.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="values">The facts with their right values; at least one.</param>
    /// <exception cref="ArgumentException">There is no reason, or no value, or a default value.</exception>
    public FactsCorrected(string reason, params ReadOnlySpan<FactValue> values)
        : base(reason)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("At least one fact is corrected.", nameof(values));
        }

        foreach (var value in values)
        {
            value.RequireFact();
        }

        Values = [.. values];
    }

    /// <summary>The facts with their right values.</summary>
    public ItemList<FactValue> Values { get; }
}
