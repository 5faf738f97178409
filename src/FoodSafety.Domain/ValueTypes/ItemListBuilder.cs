namespace FoodSafety.Domain.ValueTypes;

/// <summary>Makes lists that are values.</summary>
public static class ItemList
{
    /// <summary>A list of some items; what a collection expression calls.</summary>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <param name="items">The items, which are copied.</param>
    public static ItemList<T> Create<T>(params ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>The items of any sequence as a list that is a value.</summary>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <param name="items">The items, which are copied.</param>
    public static ItemList<T> ToItemList<T>(this IEnumerable<T> items) => new([.. items]);
}
