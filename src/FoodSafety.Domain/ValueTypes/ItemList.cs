using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>An immutable list that is a value (值列表): equal to another with equal items in the same order.</summary>
/// <remarks>
/// <para>
/// The lists of public records are of this type, so that records with equal contents are equal; an
/// <see cref="ImmutableArray{T}"/> is equal only to itself. Both convert to each other without copying, and a collection expression
/// makes one: <c>[first, second]</c>.
/// </para>
/// <para>The default value is the empty list.</para>
/// </remarks>
/// <typeparam name="T">What the items are; they are compared by their own equality.</typeparam>
[CollectionBuilder(typeof(ItemList), nameof(ItemList.Create))]
[JsonConverter(typeof(ItemListJsonConverter))]
public readonly struct ItemList<T> : IReadOnlyList<T>, IEquatable<ItemList<T>>, ItemListJsonConverter.IItemList
{
    // A list of ten thousand items would bury the record in whose text it stands.
    private const int MostShown = 100;

    private readonly ImmutableArray<T> _items;

    /// <summary>A list of the items of an array, which is not copied.</summary>
    /// <param name="items">The items; the default array is read as an empty one.</param>
    public ItemList(ImmutableArray<T> items) => _items = items;

    /// <summary>How many items there are.</summary>
    public int Length => Items.Length;

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => Length == 0;

    int IReadOnlyCollection<T>.Count => Length;

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <summary>The item at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public T this[int index] => Items[index];

    /// <summary>Lets an array stand for a list; it is not copied.</summary>
    /// <param name="items">The items; the default array is read as an empty one.</param>
    public static implicit operator ItemList<T>(ImmutableArray<T> items) => new(items);

    /// <summary>Lets a list stand for an array; it is not copied, and never the default array.</summary>
    /// <param name="items">The list.</param>
    public static implicit operator ImmutableArray<T>(ItemList<T> items) => items.Items;

    /// <summary>True when the lists have equal items in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ItemList<T> left, ItemList<T> right) => left.Equals(right);

    /// <summary>True when the lists differ in an item, in their order or in their length.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ItemList<T> left, ItemList<T> right) => !left.Equals(right);

    /// <summary>The items as an array, which is not copied; the named form of the conversion.</summary>
    public ImmutableArray<T> ToImmutableArray() => Items;

    /// <summary>The list with one more item at its end.</summary>
    /// <param name="item">The item.</param>
    public ItemList<T> Add(T item) => Items.Add(item);

    /// <summary>Some of the items, in their order; what a range calls: <c>list[1..]</c>.</summary>
    /// <param name="start">The place of the first, from 0.</param>
    /// <param name="length">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such places.</exception>
    public ItemList<T> Slice(int start, int length) => Items.Slice(start, length);

    /// <summary>The items where they lie.</summary>
    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    /// <summary>Goes through the items without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    /// <summary>True when the other list has equal items in the same order.</summary>
    /// <param name="other">The other list.</param>
    public bool Equals(ItemList<T> other) => Items == other.Items || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ItemList<T> other && Equals(other);

    /// <inheritdoc/>
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

    /// <summary>The items in brackets, of a long list the first hundred and how many more: <c>[1, 2, 3]</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("[");
        foreach (var item in AsSpan()[..Math.Min(Length, MostShown)])
        {
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 1 ? ", " : "")}{item}");
        }

        return text.Append(Length > MostShown ? string.Create(CultureInfo.InvariantCulture, $", … +{Length - MostShown}]") : "]").ToString();
    }

    JsonConverter ItemListJsonConverter.IItemList.CreateConverter() => new ItemListJsonConverter.Of<T>();
}

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

/// <summary>Writes lists that are values as JSON arrays, and reads them back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// The type <see cref="ItemList{T}"/> names it; nobody has to register it. <c>null</c> is refused: an empty list is <c>[]</c>. Items are
/// written as the options say; a source-generated context has to name the type of the items beside that of the list.
/// </remarks>
public sealed class ItemListJsonConverter : JsonConverterFactory
{
    /// <summary>True for every list that is a value.</summary>
    /// <param name="typeToConvert">The type in question.</param>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ItemList<>);
    }

    /// <summary>The converter of lists of one type of item.</summary>
    /// <param name="typeToConvert">The type of the list.</param>
    /// <param name="options">Not used: items are written as these options say when they are written.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A list is a struct: making its default value runs no constructor that could be missing.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        // The list itself makes the converter of its items: building the generic type by reflection would need a compiler at run time.
        return ((IItemList)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
    }

    internal interface IItemList
    {
        JsonConverter CreateConverter();
    }

    internal sealed class Of<T> : JsonConverter<ItemList<T>>
    {
        public override bool HandleNull => true;

        public override ItemList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw JsonValueException.At(ref reader, typeof(ItemList<T>).Name.Split('`')[0], ("须为数组", "it must be an array"));
            }

            var itemType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            var items = ImmutableArray.CreateBuilder<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                try
                {
                    items.Add(JsonSerializer.Deserialize(ref reader, itemType)!);
                }
                catch (JsonException fault)
                {
                    throw JsonValueException.InList(items.Count, typeof(T).Name, fault);
                }
            }

            return items.ToImmutable();
        }

        public override void Write(Utf8JsonWriter writer, ItemList<T> value, JsonSerializerOptions options)
        {
            var itemType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            writer.WriteStartArray();
            foreach (var item in value)
            {
                JsonSerializer.Serialize(writer, item, itemType);
            }

            writer.WriteEndArray();
        }
    }
}
