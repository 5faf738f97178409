using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Reads and writes grading policies as JSON (分级标准文件), over the grades, facts and own conditions that a file may name.</summary>
/// <remarks>
/// <para>Lossless both ways: a policy that is written and read back is equal in every part, and a file that was written is
/// written again with the same bytes. Custom conditions stand in a file by their key; everything else is data.</para>
/// <para><see cref="TierPolicies.File"/> and <see cref="RiskPolicies.File"/> are ready for the built-in grades and facts.
/// <see cref="PolicyFileFormat"/> has the JSON Schema. Immutable, and safe to share between threads.</para>
/// </remarks>
/// <typeparam name="TGrade">The enum of grades; files name them as the code does.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyFile<TGrade> where TGrade : struct, Enum
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly BilingualText Subject = ("分级标准文件", "policy file");

    private readonly PolicyVocabulary _vocabulary;

    /// <summary>Says what files may name.</summary>
    /// <param name="scale">The grades in their order; a file must state the same order.</param>
    /// <param name="facts">The facts, no two with the same key: the <see cref="FactSchema.Facts"/> of a schema.</param>
    /// <param name="customConditions">The conditions in code, no two with the same key; null for none.</param>
    /// <exception cref="ArgumentException">A key stands twice, or a choice has two values of the same code.</exception>
    public PolicyFile(GradeScale<TGrade> scale, IEnumerable<IFact> facts, IEnumerable<CustomCondition>? customConditions = null)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(facts);
        Scale = scale;
        _vocabulary = new PolicyVocabulary(facts, customConditions ?? []);
    }

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale { get; }

    /// <summary>The facts that a file may name.</summary>
    public ImmutableArray<IFact> Facts => _vocabulary.Facts;

    /// <summary>The conditions in code that a file may name.</summary>
    public ImmutableArray<CustomCondition> CustomConditions => _vocabulary.CustomConditions;

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
    } = 1 << 20;

    /// <summary>Reads a policy out of the bytes of a file, with or without a byte order mark.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <exception cref="DataFileException">The file has faults; all of them are listed.</exception>
    public GradingPolicy<TGrade> Read(ReadOnlySpan<byte> utf8)
    {
        var faults = new DataFileFaults(Subject);
        using var document = JsonSource.Parse(utf8, MostBytes, faults);
        var blank = utf8[..Math.Max(0, utf8.IndexOf((byte)'{'))];
        var policy = new PolicyReader<TGrade>(Scale, _vocabulary, faults, 1 + blank.Count((byte)'\n')).Read(new JsonPart(document.RootElement, "$", faults));
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
            return Read(Utf8.GetBytes(json));
        }
        catch (EncoderFallbackException broken)
        {
            throw new DataFileFaults(Subject).Unreadable(DataFileFaultKind.NotUnicode, $"{broken.Index}");
        }
    }

    /// <summary>Reads a policy that is a part of a file; its faults are those of the file.</summary>
    /// <exception cref="UnreadablePartException">The part has faults.</exception>
    internal GradingPolicy<TGrade> Read(JsonPart part)
    {
        try
        {
            return new PolicyReader<TGrade>(Scale, _vocabulary, part.Faults).Read(part);
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

    /// <summary>Writes a policy: indented, Chinese as it is, the last line ended. Equal policies give the same text.</summary>
    /// <param name="policy">The policy. Its scale, facts and custom conditions must be those of this object.</param>
    /// <exception cref="ArgumentException">
    /// The policy uses what a file cannot name, or could not be read back: it is too large, nested too deep, has a text that
    /// is not Unicode or a url that is not absolute. The message says which.
    /// </exception>
    public string Write(GradingPolicy<TGrade> policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var json = JsonLayout.Print(new PolicyWriter<TGrade>(Scale, _vocabulary).Write(policy));
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
    /// <remarks>What a schema cannot know, the reader checks: which facts, values and grades there are, and which keys.</remarks>
    public static string Schema => EmbeddedText.Read("Grading.Files.grading-policy.schema.json");
}
