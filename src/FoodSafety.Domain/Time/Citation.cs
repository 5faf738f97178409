using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>Where a rule or a number comes from (依据): the document, the place in it, and how sure it is.</summary>
/// <remarks>
/// Every number that comes from a rule of law stands beside a citation. Whatever no official text or government notice
/// confirms is <see cref="IsIllustrative"/>, and every place that shows the number says so.
/// </remarks>
[JsonConverter(typeof(CitationJsonConverter))]
public sealed record Citation
{
    /// <summary>Cites a document.</summary>
    /// <param name="document">Title of the document, in both languages.</param>
    /// <param name="standing">How sure the fact is.</param>
    /// <param name="article">Article or section, as <c>"22"</c> or <c>"附件1"</c>; null for the document as a whole.</param>
    /// <param name="url">Where the document can be read; null when it is not on the web.</param>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standing"/> is not one of the named values.</exception>
    public Citation(BilingualText document, SourceStanding standing, string? article = null, Uri? url = null)
    {
        TextRule.Note.Check(document);
        TextRule.Name.CheckAny(article);
        standing.Named();

        Document = document;
        Standing = standing;
        Article = article;
        Url = url;
    }

    /// <summary>Title of the document (文件名称).</summary>
    public BilingualText Document { get; }

    /// <summary>How sure the fact is (可信度).</summary>
    public SourceStanding Standing { get; }

    /// <summary>Article or section (条款); null for the document as a whole.</summary>
    public string? Article { get; }

    /// <summary>Where the document can be read; null when it is not on the web.</summary>
    public Uri? Url { get; }

    /// <summary>True when neither an official text nor a government notice confirms the fact (示意).</summary>
    public bool IsIllustrative => Standing switch
    {
        SourceStanding.OfficialText or SourceStanding.GovernmentNotice => false,
        SourceStanding.PressReport or SourceStanding.SecondHand or SourceStanding.Unconfirmed => true,
    };

    /// <summary>The citation as people read it: title, article, and "illustrative" where that is so.</summary>
    public BilingualText Text
    {
        get
        {
            // A place that is no number, as an annex, is named as it is.
            var isNumber = Article?.All(char.IsAsciiDigit) == true;
            var chinese = Document.Chinese + (Article is null ? "" : isNumber ? $" 第{Article}条" : $" {Article}") + (IsIllustrative ? "（示意）" : "");
            var english = Document.English + (Article is null ? "" : isNumber ? $", Art. {Article}" : $", {Article}") + (IsIllustrative ? " (illustrative)" : "");
            return (chinese, english);
        }
    }

    /// <summary>A citation of nothing but the author's own judgement, for examples and drafts (示意).</summary>
    /// <param name="why">What the number rests on, in both languages.</param>
    public static Citation Illustrative(BilingualText why) => new(why, SourceStanding.Unconfirmed);

    /// <summary>The citation in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>How sure a fact is, by the kind of source in which it was read (来源可信度).</summary>
/// <remarks>Numbered from the surest; the default value 0 is no standing and is refused by <see cref="Citation"/>.</remarks>
public enum SourceStanding
{
    /// <summary>The official text was read, at its publisher or in a transcription of the whole: a law, a regulation, an order (法律法规规章原文).</summary>
    [BilingualName("法律法规规章原文", "official text")]
    OfficialText = 1,

    /// <summary>A page or notice of a government body (政府公告).</summary>
    [BilingualName("政府公告", "government notice")]
    GovernmentNotice = 2,

    /// <summary>A report of the press (新闻报道).</summary>
    [BilingualName("新闻报道", "press report")]
    PressReport = 3,

    /// <summary>A copy of a part, a training page or a question-and-answer page (转载、培训资料).</summary>
    [BilingualName("转载、培训资料", "second hand")]
    SecondHand = 4,

    /// <summary>No text confirms it: from memory, or a plausible assumption (示意，未经核实).</summary>
    [BilingualName("示意，未经核实", "illustrative, unconfirmed")]
    Unconfirmed = 5,
}

/// <summary>Writes a citation as a JSON object and reads it back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="Citation"/> names it; nobody has to register it. The properties are <c>Document</c>, <c>Standing</c> (its code, as <c>official-text</c>),
/// <c>Article</c> and <c>Url</c>, under the naming policy of the options.
/// </remarks>
public sealed class CitationJsonConverter : JsonConverter<Citation>
{
    internal static CitationJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="JsonValueException">A property is missing or wrong.</exception>
    public override Citation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonValueFields.Read(ref reader, options, static fields => new Citation(
            fields.Get(nameof(Citation.Document), BilingualTextJsonConverter.Instance),
            fields.Coded<SourceStanding>(nameof(Citation.Standing)),
            fields.FindText(nameof(Citation.Article)),
            fields.FindText(nameof(Citation.Url)) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Citation value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WritePropertyName(JsonValueFields.NameOf(nameof(Citation.Document), options));
        BilingualTextJsonConverter.Instance.Write(writer, value.Document, options);
        writer.WriteString(JsonValueFields.NameOf(nameof(Citation.Standing), options), value.Standing.Code());
        if (value.Article is { } article)
        {
            writer.WriteString(JsonValueFields.NameOf(nameof(Citation.Article), options), article);
        }

        if (value.Url is { } url)
        {
            writer.WriteString(JsonValueFields.NameOf(nameof(Citation.Url), options), url.OriginalString);
        }

        writer.WriteEndObject();
    }
}
