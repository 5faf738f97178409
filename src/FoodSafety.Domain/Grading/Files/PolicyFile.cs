using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What files of grading policies may name, whatever their grades are (分级标准文件): facts, conditions in code, grades.</summary>
/// <remarks>It is a <see cref="PolicyFile{TGrade}"/> always. <see cref="PolicySchema"/> makes a schema for editors of it.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class PolicyFile
{
    private const int MostBytesUnlessStated = 1 << 20;

    private static readonly BilingualText Subject = ("分级标准文件", "policy file");

    private protected PolicyFile(IEnumerable<IFact> facts, IEnumerable<CustomCondition>? customConditions)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Vocabulary = new PolicyVocabulary(facts, customConditions ?? []);
    }

    /// <summary>The facts that a file may name.</summary>
    public ImmutableArray<IFact> Facts => Vocabulary.Facts;

    /// <summary>The conditions in code that a file may name.</summary>
    public ImmutableArray<CustomCondition> CustomConditions => Vocabulary.CustomConditions;

    /// <summary>How many bytes a file may have, in UTF-8; a mebibyte (1,048,576) unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int MostBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = MostBytesUnlessStated;

    internal PolicyVocabulary Vocabulary { get; }

    /// <summary>The grades by code and name, the mildest first.</summary>
    internal abstract IEnumerable<Allowed> Grades { get; }

    /// <summary>
    /// Lays a file out as the library writes it (规范排版): properties in their usual order, on one line what fits there, the rest one part a line, numbers without
    /// needless digits.
    /// </summary>
    /// <remarks>
    /// It changes no meaning: what is read of the result is what was read of the text. It is the same text when it is laid out again. The file need not be right: what
    /// nobody knows stays where it was, after what is known.
    /// </remarks>
    /// <param name="json">The file.</param>
    /// <exception cref="DataFileException">It is not JSON, or an object has a property twice.</exception>
    public static string Format(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var faults = NewFaults();
        try
        {
            using var document = JsonSource.Parse(JsonSource.Strict.GetBytes(json), int.MaxValue, faults);
            var ordered = Ordered(new JsonPart(document.RootElement, "$", faults), isTable: false);
            faults.ThrowIfAny();
            return JsonLayout.Print(ordered);
        }
        catch (EncoderFallbackException broken)
        {
            throw JsonSource.HalfOfAPair(json, broken, NewFaults());
        }
    }

    private protected static DataFileFaults NewFaults() => new(Subject) { Meant = PolicyWords.Meant, NoteProperty = "note" };

    private static JsonNode? Ordered(JsonPart part, bool isTable)
    {
        if (part.Kind == JsonValueKind.Array)
        {
            return new JsonArray([.. part.Items()!.Select(item => Ordered(item, isTable: false))]);
        }

        if (part.Kind != JsonValueKind.Object)
        {
            return JsonNode.Parse(part.Element.GetRawText());
        }

        var fields = JsonFields.Of(part)!.All.AsEnumerable();
        if (!isTable)
        {
            // The keys of a table are its author's, and the order of numbers says which may use which.
            fields = fields.OrderBy(field => Array.IndexOf(PolicyWords.Order, field.Name) is >= 0 and var place ? place : int.MaxValue);
        }

        return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, Ordered(field, part.Path == "$" && field.Name is "sources" or "numbers" or "units"))));
    }
}

/// <summary>Reads and writes grading policies as JSON (分级标准文件), over the grades, facts and own conditions that a file may name.</summary>
/// <remarks>
/// <para>Lossless both ways: a policy that is written and read back is equal in every part, and a file that was written is
/// written again with the same bytes. A policy that was read keeps the <c>$schema</c> of its file, its notes and the keys of its
/// sources and numbers when it, or a draft of it, is written. Custom conditions stand in a file by their key; everything else is data.</para>
/// <para><see cref="TierPolicies.File"/> and <see cref="RiskPolicies.File"/> are ready for the built-in grades and facts.
/// <see cref="PolicyFileFormat"/> has the JSON Schema. Immutable, and safe to share between threads.</para>
/// </remarks>
/// <typeparam name="TGrade">The enum of grades; files name them as the code does.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyFile<TGrade> : PolicyFile where TGrade : struct, Enum
{
    /// <summary>Says what files may name.</summary>
    /// <param name="scale">The grades in their order; a file must state the same order.</param>
    /// <param name="facts">The facts, no two with the same key: the <see cref="FactSchema.Facts"/> of a schema.</param>
    /// <param name="customConditions">The conditions in code, no two with the same key; null for none.</param>
    /// <exception cref="ArgumentException">A key stands twice, or a choice has two values of the same code.</exception>
    public PolicyFile(GradeScale<TGrade> scale, IEnumerable<IFact> facts, IEnumerable<CustomCondition>? customConditions = null) : base(facts, customConditions)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Scale = scale;
    }

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale { get; }

    internal override IEnumerable<Allowed> Grades => PolicyReader<TGrade>.Named(Scale);

    /// <summary>Reads a policy out of the bytes of a file, with or without a byte order mark.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <exception cref="DataFileException">The file has faults; all of them are listed.</exception>
    public GradingPolicy<TGrade> Read(ReadOnlySpan<byte> utf8)
    {
        var faults = NewFaults();
        using var document = JsonSource.Parse(utf8, MostBytes, faults);
        var blank = utf8[..Math.Max(0, utf8.IndexOf((byte)'{'))];
        var policy = new PolicyReader<TGrade>(Scale, Vocabulary, faults, 1 + blank.Count((byte)'\n')).Read(new JsonPart(document.RootElement, "$", faults));
        faults.ThrowIfAny();
        return policy;
    }

    /// <summary>Reads a policy out of text.</summary>
    /// <param name="json">JSON.</param>
    /// <exception cref="DataFileException">The text has faults; all of them are listed.</exception>
    public GradingPolicy<TGrade> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(JsonSource.Strict.GetBytes(json));
        }
        catch (EncoderFallbackException broken)
        {
            throw JsonSource.HalfOfAPair(json, broken, NewFaults());
        }
    }

    /// <summary>Reads a policy that is a part of a file; its faults are those of the file.</summary>
    /// <exception cref="UnreadablePartException">The part has faults.</exception>
    internal GradingPolicy<TGrade> Read(JsonPart part)
    {
        try
        {
            return new PolicyReader<TGrade>(Scale, Vocabulary, part.Faults).Read(part);
        }
        catch (DataFileException)
        {
            throw new UnreadablePartException();
        }
    }

    /// <summary>Writes a policy as a part of a file.</summary>
    /// <inheritdoc cref="Write(GradingPolicy{TGrade})"/>
    internal void Write(Utf8JsonWriter writer, GradingPolicy<TGrade> policy)
    {
        using var document = JsonDocument.Parse(Write(policy));
        document.RootElement.WriteTo(writer);
    }

    /// <summary>Writes a policy: indented, Chinese as it is, the last line ended. Equal policies, read from no file or from the same, give the same text.</summary>
    /// <param name="policy">The policy. Its scale, facts and custom conditions must be those of this object.</param>
    /// <exception cref="ArgumentException">
    /// The policy uses what a file cannot name, or could not be read back: it is too large, nested too deep, has a text that
    /// is not Unicode or a url that is not absolute. The message says which.
    /// </exception>
    public string Write(GradingPolicy<TGrade> policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var json = JsonLayout.Print(new PolicyWriter<TGrade>(Scale, Vocabulary, policy).Write());
        try
        {
            // Every limit on a file is kept in one place, the reader; a text that it refuses is not handed out.
            Read(json);
        }
        catch (DataFileException unreadable)
        {
            throw new ArgumentException($"'{policy.Id}' {policy.Version} could not be read back. {unreadable.Text.English}", nameof(policy), unreadable);
        }

        return json;
    }
}

/// <summary>The format of policy files (分级标准文件格式): its version and its JSON Schema.</summary>
public static class PolicyFileFormat
{
    /// <summary>The version of the format, which every file states as <c>"format"</c>. Files of a newer one are refused.</summary>
    public const int Version = 1;

    /// <summary>
    /// The JSON Schema of the format (draft 2020-12), for editors and other programs; the package has it as
    /// <c>schemas/grading-policy.schema.json</c>.
    /// </summary>
    /// <remarks>
    /// It is what <see cref="PolicySchema.Write"/> gives for the built-in policies: it knows their facts, values and grades. For facts or grades of one's own, write
    /// another. What no schema can know, the reader checks.
    /// </remarks>
    public static string Schema => EmbeddedText.Read("Grading.Files.grading-policy.schema.json");
}
