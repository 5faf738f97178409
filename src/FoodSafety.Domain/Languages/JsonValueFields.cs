using System.Globalization;
using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>The properties of a value that stands in JSON as an object, under the names that the options give them.</summary>
internal sealed class JsonValueFields
{
    private readonly JsonElement _object;
    private readonly JsonSerializerOptions _options;

    private JsonValueFields(JsonElement value, JsonSerializerOptions options) => (_object, _options) = (value, options);

    /// <summary>The name of a property under some options.</summary>
    public static string NameOf(string property, JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName(property) ?? property;

    /// <summary>Reads a value; what its type refuses is an error of the JSON, with its place.</summary>
    public static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, Func<JsonValueFields, T> make)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new JsonValueException(ShownValue.Of(value), typeof(T).Name, ("须为对象", "it must be an object"));
        }

        try
        {
            return make(new(value, options));
        }
        catch (Exception refusal) when (refusal is ArgumentException or FormatException or OverflowException)
        {
            throw JsonValueException.Of(value.GetRawText(), typeof(T).Name, refusal);
        }
    }

    public string Text(string property) => FindText(property) ?? throw Missing(property, ("须为文本", "it must be a string"));

    public string? FindText(string property, bool isKey = false)
    {
        if (!TryFind(property, out var found, isKey))
        {
            return null;
        }

        if (found.ValueKind != JsonValueKind.String)
        {
            throw Wrong(property, found, ("须为文本", "it must be a string"));
        }

        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Wrong(property, found, ("文本中有半个代理对", "half of a surrogate pair stands in the text"));
        }
    }

    /// <summary>The names of all properties, as written.</summary>
    public IEnumerable<string> Names => _object.EnumerateObject().Select(own => own.Name);

    /// <summary>A string, a number, true or false, as text.</summary>
    /// <param name="property">The property.</param>
    /// <param name="ofNull">What null stands for.</param>
    /// <param name="isKey">Whether the property is a key, whatever the naming policy.</param>
    public string Plain(string property, string ofNull, bool isKey = false)
    {
        BilingualText allowed = ("须为文本、数字、true、false 或 null", "it must be a string, a number, true, false or null");
        if (!TryFind(property, out var found, isKey) && found.ValueKind != JsonValueKind.Null)
        {
            throw Missing(property, allowed);
        }

        return found.ValueKind switch
        {
            JsonValueKind.String => FindText(property, isKey)!,
            JsonValueKind.Number => found.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Null => ofNull,
            _ => throw Wrong(property, found, allowed),
        };
    }

    public int Whole(string property) => TryFind(property, out var found)
        ? found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : throw Wrong(property, found, ("须为整数", "it must be a whole number"))
        : throw Missing(property, ("须为整数", "it must be a whole number"));

    public bool Flag(string property) => TryFind(property, out var found) && (found.ValueKind == JsonValueKind.True
        || (found.ValueKind == JsonValueKind.False ? false : throw Wrong(property, found, ("须为 true 或 false", "it must be true or false"))));

    /// <summary>One of the values of an enum, by its code or the name of its member.</summary>
    public TEnum Coded<TEnum>(string property) where TEnum : struct, Enum
    {
        var codes = string.Join(", ", EnumCodes.All<TEnum>().Select(value => value.Code()));
        BilingualText allowed = ($"允许：{codes}", $"allowed: {codes}");
        return !TryFind(property, out var found) ? throw Missing(property, allowed)
            : (found.ValueKind == JsonValueKind.String ? EnumCodes.FindCodeOrName<TEnum>(Text(property)) : null) ?? throw Wrong(property, found, allowed);
    }

    /// <summary>A property as another converter reads it; the default where it is missing or null.</summary>
    public T? Find<T>(string property, JsonConverter<T> converter)
    {
        if (!TryFind(property, out var found))
        {
            return default;
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(found.GetRawText()));
        reader.Read();
        return converter.Read(ref reader, typeof(T), _options);
    }

    public T Get<T>(string property, JsonConverter<T> converter) where T : struct =>
        TryFind(property, out _) ? Find(property, converter) : throw Missing(property, ("必须给出", "it must stand"));

    private bool TryFind(string property, out JsonElement found, bool isKey = false)
    {
        var name = isKey ? property : NameOf(property, _options);
        found = default;
        foreach (var own in _object.EnumerateObject())
        {
            // Of a property that stands twice the last counts, as everywhere in the serializer.
            if (string.Equals(own.Name, name, _options.PropertyNameCaseInsensitive && !isKey ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                found = own.Value;
            }
        }

        return found.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
    }

    private JsonValueException Missing(string property, BilingualText reason) =>
        new("", string.Create(CultureInfo.InvariantCulture, $"'{NameOf(property, _options)}'"), reason);

    private JsonValueException Wrong(string property, JsonElement found, BilingualText reason) =>
        new(ShownValue.Of(found), string.Create(CultureInfo.InvariantCulture, $"'{NameOf(property, _options)}'"), reason);
}
