using System.Text.Json;

namespace FoodSafety.Domain.Languages;

/// <summary>Reads texts that somebody else wrote into JSON.</summary>
internal static class JsonTexts
{
    /// <summary>The string or the name of a property at which the reader stands.</summary>
    public static string Read(ref Utf8JsonReader reader, string type)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            // Half of a surrogate pair can be written as an escape, and only shows here.
            throw new JsonValueException("\\u…", type, ("文本中有半个代理对", "half of a surrogate pair stands in the text"), broken);
        }
    }
}

/// <summary>A value in JSON that is none of its type (JSON 值无效): what stands there and what is allowed.</summary>
/// <remarks>Where it stands is its <see cref="Place"/>. Web frameworks answer it as they do any bad request.</remarks>
public sealed class JsonValueException : JsonException, IBilingualError
{
    private readonly string _inside = "";

    internal JsonValueException(string found, string type, BilingualText reason, Exception? inner = null)
        : base(Describe(found, type, reason).English, inner) => (Found, TypeName, Reason) = (found, type, reason);

    // The serializer says a path of its own only of an exception that has none yet.
    private JsonValueException(string inside, string type, JsonException fault)
        : base(fault.Message, fault)
    {
        _inside = inside;
        (Found, TypeName, Reason) = fault is JsonValueException known ? (known.Found, known.TypeName, known.Reason) : ("", type, (fault.Message, fault.Message));
    }

    /// <summary>Where in the document it stands: <c>$.acts[1].business</c>. <see cref="JsonException.Path"/> alone ends at the list that it is in.</summary>
    public string Place => $"{Path ?? "$"}{_inside}";

    /// <summary>What stands there, shortened when it is long.</summary>
    public string Found { get; }

    /// <summary>The type of value that should stand there: "BusinessId".</summary>
    public string TypeName { get; }

    /// <summary>Why it is none, and what is allowed.</summary>
    public BilingualText Reason { get; }

    /// <summary>What stands there, why it is no value of the type, and what is allowed.</summary>
    public BilingualText Text => Describe(Found, TypeName, Reason);

    /// <summary>The error of the value at which a reader stands.</summary>
    internal static JsonValueException At(ref Utf8JsonReader reader, string type, BilingualText reason, Exception? inner = null)
    {
        using var found = JsonDocument.ParseValue(ref reader);
        return new(ShownValue.Of(found.RootElement), type, reason, inner);
    }

    /// <summary>The error of an item of a list, which was read by itself.</summary>
    internal static JsonValueException InList(int item, string type, JsonException fault) =>
        new($"[{item}]{((fault as JsonValueException)?.Place ?? fault.Path ?? "$")[1..]}", type, fault);

    /// <summary>The error of a text that a type refused.</summary>
    internal static JsonValueException Of(string found, string type, Exception refusal) =>
        new(ShownValue.Of(found), type, refusal is IBilingualError { Text: var text } ? text : (refusal.Message, refusal.Message), refusal);

    private static BilingualText Describe(string found, string type, BilingualText reason) =>
        ($"JSON 值“{found}”不能读作 {type}：{reason.Chinese}", $"The JSON value '{found}' cannot be read as {type}: {reason.English}");
}
