using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>A text that people see, in Chinese and in English (双语文本).</summary>
/// <remarks>
/// The default value has two empty texts. Decisions are never made on texts: they are rendered last, from data.
/// </remarks>
[JsonConverter(typeof(BilingualTextJsonConverter))]
public readonly record struct BilingualText
{
    private readonly string? _chinese;
    private readonly string? _english;

    /// <summary>Pairs a Chinese text with its English one.</summary>
    /// <param name="chinese">The text in simplified Chinese.</param>
    /// <param name="english">The text in English.</param>
    /// <exception cref="ArgumentNullException">Either text is null.</exception>
    public BilingualText(string chinese, string english)
    {
        ArgumentNullException.ThrowIfNull(chinese);
        ArgumentNullException.ThrowIfNull(english);
        // The empty text is one value, whether somebody wrote it or nobody did.
        _chinese = chinese.Length == 0 ? null : chinese;
        _english = english.Length == 0 ? null : english;
    }

    /// <summary>The text in simplified Chinese; empty by default.</summary>
    public string Chinese => _chinese ?? "";

    /// <summary>The text in English; empty by default.</summary>
    public string English => _english ?? "";

    /// <summary>True when there is no text in either language.</summary>
    public bool IsEmpty => Chinese.Length == 0 && English.Length == 0;

    /// <summary>The text in one language.</summary>
    /// <param name="language">The language to read it in.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public string In(Language language) => language.Named() switch
    {
        Language.Chinese => Chinese,
        Language.English => English,
    };

    /// <summary>Lets a pair of literals stand for a text: <c>("温江区", "Wenjiang District")</c>.</summary>
    /// <param name="pair">The Chinese text, then the English one.</param>
    public static implicit operator BilingualText((string Chinese, string English) pair) => new(pair.Chinese, pair.English);

    /// <summary>Pairs a Chinese text with its English one; the named form of the conversion from a tuple.</summary>
    /// <param name="pair">The Chinese text, then the English one.</param>
    public static BilingualText FromValueTuple((string Chinese, string English) pair) => pair;

    /// <summary>Both languages, Chinese first, for logs and the debugger.</summary>
    public override string ToString() => Chinese == English ? Chinese : $"{Chinese} / {English}";
}

/// <summary>The two languages in which the library speaks to people.</summary>
/// <remarks>The default value is <see cref="Chinese"/>, the language of the law that is modelled.</remarks>
public enum Language
{
    /// <summary>Simplified Chinese, <c>zh-CN</c> (简体中文).</summary>
    [BilingualName("简体中文", "Simplified Chinese")]
    Chinese,

    /// <summary>English, <c>en</c> (英文).</summary>
    [BilingualName("英文", "English")]
    English,
}

/// <summary>An exception of the library that can be shown to people as it is (双语错误): one handler shows them all.</summary>
/// <remarks>Programmer errors are argument exceptions, in English, and do not implement it.</remarks>
public interface IBilingualError
{
    /// <summary>What was refused and why, in both languages.</summary>
    BilingualText Text { get; }
}

/// <summary>Writes a text as a JSON object with its Chinese and its English, and reads it back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="BilingualText"/> names it; nobody has to register it. The properties are <c>Chinese</c> and <c>English</c>, under the naming
/// policy of the options; both must stand. Whoever wants one language only writes <see cref="BilingualText.In"/>.
/// </remarks>
public sealed class BilingualTextJsonConverter : JsonConverter<BilingualText>
{
    internal static BilingualTextJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">There is no object, or a language is missing.</exception>
    public override BilingualText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonValueFields.Read(ref reader, options, static fields =>
            new BilingualText(fields.Text(nameof(BilingualText.Chinese)), fields.Text(nameof(BilingualText.English))));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BilingualText value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteString(JsonValueFields.NameOf(nameof(BilingualText.Chinese), options), value.Chinese);
        writer.WriteString(JsonValueFields.NameOf(nameof(BilingualText.English), options), value.English);
        writer.WriteEndObject();
    }
}

/// <summary>How many faults there are, the first three, and how many more: what an error says that lists them all.</summary>
internal static class FaultSummary
{
    private const int Shown = 3;

    /// <param name="where">Where they are: "区划名录", "Faults in the area list"; in Chinese it may be empty.</param>
    /// <param name="faults">All of them; there may be hundreds of thousands.</param>
    /// <param name="textOf">The text of one, a sentence; only of those shown it is made.</param>
    public static BilingualText Of<T>(BilingualText where, IReadOnlyCollection<T> faults, Func<T, BilingualText> textOf)
    {
        var first = faults.Take(Shown).Select(textOf).ToArray();
        var more = faults.Count - first.Length;
        return (
            $"{where.Chinese}有 {faults.Count} 处差错。{string.Concat(first.Select(text => text.Chinese))}{(more > 0 ? $"另有 {more} 处。" : "")}",
            $"{where.English}: {faults.Count}. {string.Join(' ', first.Select(text => text.English))}{(more > 0 ? $" And {more} more." : "")}");
    }
}
