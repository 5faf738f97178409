using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Acts;

/// <summary>An immutable list that is a value: equal to another with equal items in the same order. The default value is the empty list.</summary>
[CollectionBuilder(typeof(ItemList), nameof(ItemList.Create))]
internal readonly struct ItemList<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<ItemList<T>>
{
    private readonly ImmutableArray<T> _items = items;

    public int Length => Items.Length;

    public bool IsEmpty => Length == 0;

    int IReadOnlyCollection<T>.Count => Length;

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public T this[int index] => Items[index];

    public static implicit operator ItemList<T>(ImmutableArray<T> items) => new(items);

    public static implicit operator ImmutableArray<T>(ItemList<T> items) => items.Items;

    public static bool operator ==(ItemList<T> left, ItemList<T> right) => left.Equals(right);

    public static bool operator !=(ItemList<T> left, ItemList<T> right) => !left.Equals(right);

    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    public bool Equals(ItemList<T> other) => Items == other.Items || Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is ItemList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Length);
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", Items)}]";
}

internal static class ItemList
{
    public static ItemList<T> Create<T>(params ReadOnlySpan<T> items) => new([.. items]);
}
