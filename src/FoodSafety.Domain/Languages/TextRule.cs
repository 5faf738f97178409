using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Languages;

/// <summary>What a text may be made of (文本规则): one rule for keys, one for names and one for free text, the same at every door of the library.</summary>
/// <remarks>
/// <para>
/// Texts are taken as they are or refused: nothing is trimmed, converted or normalised. What is compared has to look different when
/// it is different, so a <see cref="Key"/> admits only characters of which no other looks the same and which can be written in one way
/// only. A <see cref="Name"/> is what people read, and may have any character that is seen. A <see cref="Note"/> may have lines.
/// </para>
/// <para>
/// No rule admits half of a surrogate pair, U+FFFD (what a wrong encoding leaves behind), NUL and other control characters, marks
/// that turn the direction of writing, other invisible characters, or code points that no character has. Characters beyond
/// U+FFFF, as 𠮷 in names, are characters like others.
/// </para>
/// <para>
/// Lengths are counted as <see cref="string.Length"/> counts, which is what a column of a database holds: 𠮷 counts as two. Places
/// are counted in characters as people count them, from 1: there 𠮷 is one.
/// </para>
/// </remarks>
public sealed partial class TextRule
{
    /// <summary>The most a key may have: 64.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>The most a name may have: 200.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The most a note may have: 4,000.</summary>
    public const int MaxNoteLength = 4_000;

    private readonly Kind _kind;

    private TextRule(Kind kind, int maxLength, BilingualText title, BilingualText allowed)
    {
        _kind = kind;
        MaxLength = maxLength;
        Title = title;
        Allowed = allowed;
    }

    private enum Kind
    {
        Key,
        Name,
        Note,
    }

    /// <summary>
    /// What something is known by (编号、代码): ids, codes, versions, and the keys of people. Visible characters of ASCII, Chinese characters
    /// (汉字, from U+20000 on too) and the middle dot (间隔号, U+00B7); no blank anywhere.
    /// </summary>
    /// <remarks>
    /// So a full-width digit, a compatibility ideograph, a variation selector, a letter of another script or a combining mark, each of which
    /// can look like one of these, is refused.
    /// </remarks>
    public static TextRule Key { get; } = new(
        Kind.Key, MaxKeyLength, ("编号", "key"),
        ($"1 至 {MaxKeyLength} 个字符，可用半角的字母、数字和符号，汉字及间隔号“·”，不含空格",
         $"1 to {MaxKeyLength} characters without blanks: visible ASCII, Chinese characters and the middle dot"));

    /// <summary>
    /// What people call something (名称): the names of businesses, areas, people and posts, titles, numbers of documents. Any characters that are
    /// seen, in one line, with blanks between them.
    /// </summary>
    /// <remarks>
    /// The blank is U+0020: the ideographic space U+3000 and the no-break space, which look like one or two of it, are refused. An ideograph may be
    /// followed by one variation selector (异体字选择符, U+E0100 to U+E01EF and U+FE00 to U+FE02), a Mongolian letter by one of its own
    /// (U+180B to U+180D, U+180F); anywhere else these are invisible and refused. Full-width letters and brackets are usual in names
    /// and stay as they are, and so do private-use characters from U+E000 to U+F8FF, which the official list of divisions has in names of
    /// villages. Names are not normalised: nothing but the title of a post is ever compared.
    /// </remarks>
    public static TextRule Name { get; } = new(
        Kind.Name, MaxNameLength, ("名称", "name"),
        ($"1 至 {MaxNameLength} 个可见字符，一行，首尾无空格，中间可有半角空格",
         $"1 to {MaxNameLength} visible characters in one line, with ordinary blanks (U+0020) between them and none around"));

    /// <summary>
    /// What somebody writes in own words (说明文字): reasons, notes, descriptions. As a name, and besides it may have line breaks, tabs, blanks in any
    /// number and place, and the joiners of signs such as ❤️ (U+FE0E, U+FE0F, U+200D).
    /// </summary>
    /// <remarks>It is never compared. It has at least one character that is seen.</remarks>
    public static TextRule Note { get; } = new(
        Kind.Note, MaxNoteLength, ("说明", "text"),
        ($"1 至 {MaxNoteLength} 个字符，可换行，不得全为空白或不可见字符",
         $"1 to {MaxNoteLength} characters, line breaks among them, not all blank or invisible"));

    /// <summary>The most a text may have, as <see cref="string.Length"/> counts.</summary>
    public int MaxLength { get; }

    /// <summary>What may stand in such a text, in words (填写要求).</summary>
    public BilingualText Allowed { get; }

    /// <summary>What such a text is called in an error.</summary>
    internal BilingualText Title { get; }

    /// <summary>Whether a text keeps the rule; null does not.</summary>
    /// <param name="text">The text.</param>
    public bool Admits([NotNullWhen(true)] string? text) => text is not null && FindFault(text) is null;

    /// <summary>The first thing that is wrong with a text; null when it keeps the rule.</summary>
    /// <param name="text">The text; null is read as nothing written.</param>
    /// <remarks>It takes time linear in the limit, not in the text: one that is too long is not looked at.</remarks>
    public TextFault? FindFault(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault(this, TextFaultKind.Missing, "", 0, default);
        }

        return text.Length > MaxLength ? new TextFault(this, TextFaultKind.TooLong, text, 0, default)
            : HasOnlyPlain(text) ? null
            : _kind == Kind.Note ? FindInNote(text)
            : FindInLine(text);
    }

    /// <summary>The name of the rule, for logs and the debugger.</summary>
    public override string ToString() => Title.ToString();

    /// <summary>Takes a text that keeps the rule.</summary>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="TextRefusedException">The text breaks the rule.</exception>
    internal string Check([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return FindFault(text) is { } fault ? throw new TextRefusedException(fault, parameter) : text;
    }

    /// <summary>Takes a text that keeps the rule, or none: null, or empty where that is how none is written.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    internal string? CheckAny(string? text, [CallerArgumentExpression(nameof(text))] string? parameter = null) =>
        string.IsNullOrEmpty(text) ? text : Check(text, parameter);

    /// <summary>Takes texts each of which keeps the rule.</summary>
    internal ImmutableArray<string> CheckAll(ImmutableArray<string> texts, [CallerArgumentExpression(nameof(texts))] string? parameter = null)
    {
        foreach (var text in texts.IsDefault ? [] : texts)
        {
            Check(text, parameter);
        }

        return texts;
    }

    /// <summary>Takes a text that is there in one language at least, and keeps the rule in each.</summary>
    internal BilingualText Check(BilingualText text, [CallerArgumentExpression(nameof(text))] string? parameter = null)
    {
        if (text.IsEmpty)
        {
            throw new TextRefusedException(FindFault("")!, parameter);
        }

        CheckAny(text.Chinese, parameter);
        CheckAny(text.English, parameter);
        return text;
    }

    /// <summary>Takes a text that keeps the rule in each language in which it is there; it may be there in none.</summary>
    internal BilingualText CheckAny(BilingualText text, [CallerArgumentExpression(nameof(text))] string? parameter = null) =>
        text.IsEmpty ? text : Check(text, parameter);
}
