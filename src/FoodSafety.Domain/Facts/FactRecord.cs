using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>The stated facts of one entity, made by hand (事实记录): for tests, for "what if", for own facts of a business.</summary>
/// <remarks>
/// Immutable; equal to another that states the same facts with the same values. A fact that it does not state reads as
/// <see cref="IFact.Unstated"/>.
/// </remarks>
[JsonConverter(typeof(FactRecordJsonConverter))]
[InsteadOfJson("new FactRecordJsonConverter(schema)")]
public sealed class FactRecord : IFactSource, IEquatable<FactRecord>
{
    private readonly ImmutableDictionary<IFact, long> _values;

    /// <summary>States facts; of a fact stated twice the last value counts.</summary>
    /// <param name="values">The facts with their values, made with <c>fact.Of(value)</c>.</param>
    public FactRecord(params ReadOnlySpan<FactValue> values)
        : this(ImmutableDictionary<IFact, long>.Empty, values)
    {
    }

    private FactRecord(ImmutableDictionary<IFact, long> start, ReadOnlySpan<FactValue> values)
    {
        var all = start.ToBuilder();
        foreach (var value in values)
        {
            all[value.RequireFact()] = value.Stored;
        }

        _values = all.ToImmutable();
    }

    /// <summary>The record that states nothing.</summary>
    public static FactRecord Empty { get; } = new();

    /// <summary>The facts that are stated, ordered by their keys.</summary>
    public IEnumerable<FactValue> Values =>
        _values.OrderBy(v => v.Key.Id, StringComparer.Ordinal).Select(v => new FactValue(v.Key, v.Value));

    /// <summary>True when nothing is stated.</summary>
    public bool IsEmpty => _values.IsEmpty;

    /// <inheritdoc/>
    public long Read(IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return _values.TryGetValue(fact, out var stored) ? stored : fact.Unstated;
    }

    /// <summary>The record with some facts stated anew.</summary>
    /// <param name="values">The facts with their values.</param>
    public FactRecord With(params ReadOnlySpan<FactValue> values) => new(_values, values);

    /// <inheritdoc/>
    public bool Equals(FactRecord? other) => other is not null && _values.Count == other._values.Count && _values.All(other._values.Contains);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, static (hash, value) => hash ^ HashCode.Combine(value.Key, value.Value));
}
