using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

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
                items.Add(JsonSerializer.Deserialize(ref reader, itemType)!);
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
