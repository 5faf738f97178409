using System.Collections.Immutable;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A list that is equal to another with the same things in the same order, so that records with lists can be compared.</summary>
internal readonly struct Listed<T>(ImmutableArray<T> items) : IEquatable<Listed<T>>
{
    private readonly ImmutableArray<T> _items = items;

    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public bool Equals(Listed<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is Listed<T> other && Equals(other);

    public override int GetHashCode() => Items.Length == 0 ? 0 : HashCode.Combine(Items.Length, Items[0]);
}
