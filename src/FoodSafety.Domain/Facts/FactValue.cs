using System.Globalization;
using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>One fact with one value, made by the fact: <c>DinersPerMeal.Of(520)</c>.</summary>
/// <remarks>The default value names no fact and is refused wherever a value is written.</remarks>
[JsonConverter(typeof(FactValueJsonConverter))]
[InsteadOfJson("new FactValueJsonConverter(schema)")]
public readonly record struct FactValue
{
    internal FactValue(IFact fact, long stored)
    {
        Fact = fact;
        Stored = stored;
    }

    /// <summary>The fact; null only in the default value.</summary>
    public IFact? Fact { get; }

    /// <summary>Whether there is a value; false where it says that the fact is not stated, and in the default value.</summary>
    public bool IsStated => Fact is { } fact && Stored != fact.Unstated;

    /// <summary>The value as it is stored, exact: smallest units, 0 or 1, or the number of a choice; <see cref="IFact.Unstated"/> where it is not stated.</summary>
    public long Stored { get; }

    /// <summary>
    /// The value alone as text, which <see cref="FactSchema.ParseValue"/> reads: a number in digits, <c>true</c> or <c>false</c>, the code of
    /// a choice, <c>not-stated</c> where it is not stated; empty in the default value.
    /// </summary>
    public string ValueText => Fact is null ? "" : FactText.Of(Fact, Stored);

    /// <summary>The value as people read it, after its fact: <c>每餐用餐人数 = 520 名用餐人员</c>.</summary>
    public override string ToString() => Fact is null ? "" : $"{Fact.Id} = {Fact.Show(Stored).English}";

    internal IFact RequireFact() => Fact ?? throw new ArgumentException("The default FactValue names no fact; make one with fact.Of(value).");
}

/// <summary>The values of facts as text: numbers in digits, flags as true and false, choices by their codes.</summary>
internal static class FactText
{
    private const string Yes = "true";
    private const string No = "false";

    public static string Of(IFact fact, long stored) => fact switch
    {
        NumberFact or FlagFact when stored == fact.Unstated => FactDeclaration.NotStatedCode,
        NumberFact number => Exact.ToDecimal(stored, number.Decimals).ToString(CultureInfo.InvariantCulture),
        IChoiceFact choice => choice.CodeOf((int)stored),
        _ => stored != 0 ? Yes : No,
    };

    public static FactValue? Find(IFact fact, string text) => fact switch
    {
        _ when text == FactDeclaration.NotStatedCode => new FactValue(fact, fact.Unstated),
        NumberFact number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && number.FindStored(amount) is { } stored ? new FactValue(number, stored) : null,
        IChoiceFact choice => FindChoice(choice, text),
        _ => text is Yes or No ? new FactValue(fact, text == Yes ? 1 : 0) : null,
    };

    public static BilingualText Allowed(IFact fact) => fact switch
    {
        NumberFact number => (
            $"{number.Allowed.Chinese}，只写数字；或 {FactDeclaration.NotStatedCode}",
            $"{number.Allowed.English}, digits alone; or {FactDeclaration.NotStatedCode}"),
        IChoiceFact choice => Codes(choice),
        _ => ($"{Yes}、{No}、{FactDeclaration.NotStatedCode}", $"{Yes}, {No}, {FactDeclaration.NotStatedCode}"),
    };

    private static FactValue? FindChoice(IChoiceFact fact, string text)
    {
        foreach (var value in fact.Values)
        {
            if (fact.CodeOf(value) == text)
            {
                return new FactValue(fact, value);
            }
        }

        return null;
    }

    private static BilingualText Codes(IChoiceFact fact)
    {
        var codes = string.Join(", ", fact.Values.Select(fact.CodeOf));
        return (codes, codes);
    }
}

/// <summary>Writes a fact with its value as a JSON object and reads it back by a schema. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <para>
/// The properties are <c>Fact</c>, the key of the fact, and <c>Value</c>: a number, true or false, the code of a choice, or null where the fact is not stated; under the naming
/// policy of the options. The default value, which names no fact, is <c>null</c>.
/// </para>
/// <para>
/// <see cref="FactValue"/> names this converter, so writing needs nothing. A key is found only in a schema: to read, add
/// <c>new FactValueJsonConverter(schema)</c> to the options.
/// </para>
/// </remarks>
public sealed class FactValueJsonConverter : JsonConverter<FactValue>
{
    private readonly FactSchema? _schema;

    /// <summary>A converter that writes; reading is refused, for want of a schema.</summary>
    public FactValueJsonConverter()
    {
    }

    /// <summary>A converter that writes and reads.</summary>
    /// <param name="schema">The facts that may stand.</param>
    public FactValueJsonConverter(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">The fact is none of the schema, or the value none of the fact.</exception>
    /// <exception cref="JsonRefusedException">There is no schema.</exception>
    public override FactValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var schema = _schema ?? throw new JsonRefusedException(typeof(FactValue));
        return JsonValueFields.Read(ref reader, options, fields => schema.ParseValue(fields.Text(nameof(FactValue.Fact)), fields.Plain(ValueName, FactDeclaration.NotStatedCode)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        if (value.Fact is not { } fact)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(JsonValueFields.NameOf(nameof(FactValue.Fact), options), fact.Id);
        writer.WritePropertyName(JsonValueFields.NameOf(ValueName, options));
        WriteValue(writer, fact, value.Stored);
        writer.WriteEndObject();
    }

    internal const string ValueName = "Value";

    internal static void WriteValue(Utf8JsonWriter writer, IFact fact, long stored)
    {
        switch (fact)
        {
            case NumberFact or FlagFact when stored == fact.Unstated:
                writer.WriteNullValue();
                break;
            case NumberFact number:
                writer.WriteNumberValue(Exact.ToDecimal(stored, number.Decimals));
                break;
            case IChoiceFact choice:
                writer.WriteStringValue(choice.CodeOf((int)stored));
                break;
            default:
                writer.WriteBooleanValue(stored != 0);
                break;
        }
    }
}
