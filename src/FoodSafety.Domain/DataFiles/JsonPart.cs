using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.DataFiles;

/// <summary>One value of a file with its place. Every reading gives the value, or null and a fault.</summary>
internal class JsonPart
{
    private readonly JsonPart? _around;
    private readonly JsonElement _element;
    private readonly int _place = -1;
    private string? _path;

    /// <summary>A whole document.</summary>
    public JsonPart(JsonElement element, string path, DataFileFaults faults) => (_element, _path, Faults) = (element, path, faults);

    /// <summary>A property of an object.</summary>
    public JsonPart(JsonElement element, JsonPart around, string name) => (_element, _around, Faults, Name) = (element, around, around.Faults, name);

    /// <summary>An item of a list.</summary>
    public JsonPart(JsonElement element, JsonPart around, int place) => (_element, _around, Faults, _place) = (element, around, around.Faults, place);

    private protected JsonPart(DataFileFaults faults) => (_path, Faults) = ("$", faults);

    /// <summary>What a key looks like, as a pattern that any reader of a message can check.</summary>
    public const string KeyPattern = "[a-z][a-z0-9.-]{0,63}";

    private static readonly Allowed KeyForm = ("以小写字母开头，其后至多 63 个小写字母、数字、点或连字符", KeyPattern);

    private static readonly Allowed CodeForm = ("以字母或数字开头，其后至多 63 个字母、数字、点或连字符", Facts.PrintedCode.Pattern);

    /// <summary>The most of a value that a fault shows.</summary>
    public const int LongestShown = 100;
    private const int MostDecimals = 28;

    // With a sign and a point; a decimal has 28 digits whatever they are.
    private const int MostShort = 28;

    public virtual JsonElement Element => _element;

    public virtual JsonValueKind Kind => _element.ValueKind;

    /// <summary>The bytes of the value, the quotes of a text included.</summary>
    public virtual ReadOnlySpan<byte> Raw => JsonMarshal.GetRawUtf8Value(_element);

    /// <summary>The place. Few are asked for it, and those of a whole file together can be longer than the file by far.</summary>
    public string Path => _path ??= _place < 0 ? JsonFields.JoinPath(_around!.Path, Name) : $"{_around!.Path}[{_place}]";

    public DataFileFaults Faults { get; }

    /// <summary>The name of the property of which this is the value; empty for an item of a list.</summary>
    public string Name { get; private protected set; } = "";

    /// <summary>The name as a fault shows it.</summary>
    public string ShownName => Excerpt.Of(Name, LongestShown);

    /// <summary>The value as a fault shows it.</summary>
    public string Shown
    {
        get
        {
            var text = Element.ValueKind == JsonValueKind.String ? Element.GetString()! : Element.GetRawText();
            return Excerpt.Of(text, LongestShown);
        }
    }

    /// <summary>The bytes between the quotes of a text in which nothing is escaped; false for any other value.</summary>
    public virtual bool TryPlain(out ReadOnlySpan<byte> utf8)
    {
        utf8 = Kind == JsonValueKind.String ? Raw[1..^1] : [];
        return Kind == JsonValueKind.String && !utf8.Contains((byte)'\\');
    }

    /// <summary>Whether an object has just these bytes; a part that moves goes over it then.</summary>
    public virtual bool TryPass(ReadOnlySpan<byte> json) => Raw.SequenceEqual(json);

    public string? Text() => TryPlain(out var utf8) ? TextOf(utf8) : Kind == JsonValueKind.String ? Element.GetString() : WrongType<string>(Allowed.Text);

    public bool? Flag() => Kind is JsonValueKind.True or JsonValueKind.False ? Kind == JsonValueKind.True : WrongType<bool?>("true", "false");

    /// <summary>A text that keeps a rule for texts.</summary>
    public string? Text(TextRule rule) => Text() is { } text && Keeps(rule, text) ? text : null;

    public string? Key() => Text() is { } text
        ? FactId.IsValid(text) ? text : Malformed<string>(KeyForm)
        : null;

    /// <summary>A code as an agency prints it, which may begin with a digit and have capitals.</summary>
    public string? PrintedCode() => Text() is { } text
        ? Facts.PrintedCode.IsValid(text) ? text : Malformed<string>(CodeForm)
        : null;

    /// <summary>Reports a name that is not a key, where the names are the author's own.</summary>
    public void RequireKey()
    {
        if (!FactId.IsValid(Name))
        {
            Faults.Add(DataFileFaultKind.MalformedText, this, ShownName, KeyForm);
        }
    }

    public LocalDate? Date() => TryPlain(out var utf8) && FindDate(utf8) is { } date ? date
        : Text() is { } text ? FindDate(text) ?? NoDate(text)
        : null;

    public Instant? Moment() => TryPlain(out var utf8) && FindMoment(utf8) is { } at ? at
        : Text() is { } text
            ? InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : Malformed<Instant?>("yyyy-MM-ddTHH:mm:ss.fffffffffZ")
            : null;

    public Uri? Url() => Text() is { } text
        // On some systems a path counts as absolute too; only what names its scheme means the same everywhere.
        ? Uri.TryCreate(text, UriKind.Absolute, out var url) && text.StartsWith($"{url.Scheme}:", StringComparison.OrdinalIgnoreCase)
            ? url
            : Malformed<Uri>(("完整网址", "absolute url"))
        : null;

    /// <summary>A text in both languages, of which either may be empty, and each that is not keeps a rule for texts.</summary>
    public BilingualText? Bilingual(TextRule rule)
    {
        if (Kind == JsonValueKind.String)
        {
            var shown = Shown.Replace("\"", "\\\"", StringComparison.Ordinal);
            return Wrong<BilingualText?>(
                DataFileFaultKind.WrongType, [Allowed.Object], ($"写成 {{\"zh\": \"{shown}\", \"en\": \"\"}}", $"Write {{\"zh\": \"\", \"en\": \"{shown}\"}}"));
        }

        if (JsonFields.Of(this) is not { } fields)
        {
            return null;
        }

        fields.Allow("zh", "en");
        var (chinese, english) = (fields.Required("zh")?.TextIfAny(rule), fields.Required("en")?.TextIfAny(rule));
        return chinese is null || english is null ? null : new BilingualText(chinese, english);
    }

    /// <summary>A number, exactly as it is written.</summary>
    public decimal? Number()
    {
        if (Kind != JsonValueKind.Number)
        {
            return WrongType<decimal?>(Allowed.Number);
        }

        return TryShort(Raw, out var number) || TryExact(Encoding.UTF8.GetString(Raw), out number)
            ? number
            : OutOfRange<decimal?>(("至多 28 位数字", "28 digits"));
    }

    /// <summary>A number no finer than points and factors may be.</summary>
    public decimal? Amount() => Number() is { } number
        ? Exact.FindDecimals(number) is not null ? number : OutOfRange<decimal?>(Allowed.Decimals(Exact.MostDecimals))
        : null;

    public int? Whole(params ReadOnlySpan<Allowed> allowed) => (int?)WholeUpTo(int.MaxValue, allowed);

    /// <summary>A whole number up to one on both sides of zero.</summary>
    public long? WholeUpTo(long most, params ReadOnlySpan<Allowed> allowed)
    {
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Raw, out long whole, out var read) && read == Raw.Length && whole >= -most && whole <= most)
        {
            return whole;
        }

        var number = Number();
        return number is null ? null
            : number == decimal.Truncate(number.Value) && Math.Abs(number.Value) <= most ? (long)number
            : OutOfRange<long?>(allowed);
    }

    public List<JsonPart>? Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            return WrongType<List<JsonPart>>(Allowed.List);
        }

        var items = new List<JsonPart>();
        foreach (var item in Element.EnumerateArray())
        {
            items.Add(new JsonPart(item, this, items.Count));
        }

        return items;
    }

    public T? WrongType<T>(params ReadOnlySpan<Allowed> allowed) => Wrong<T>(DataFileFaultKind.WrongType, allowed, OtherType(allowed));

    public T? Malformed<T>(params ReadOnlySpan<Allowed> allowed) => Wrong<T>(DataFileFaultKind.MalformedText, allowed);

    public T? OutOfRange<T>(params ReadOnlySpan<Allowed> allowed) => Wrong<T>(DataFileFaultKind.OutOfRange, allowed);

    public T? Unknown<T>(IEnumerable<string> known) => Unknown<T>(Allowed.Codes(known));

    /// <summary>Reports a name that is none of those known.</summary>
    public T? Unknown<T>(IEnumerable<Allowed> known, BilingualText remedy = default)
    {
        Faults.AddUnknown(DataFileFaultKind.UnknownName, this, Shown, known, remedy);
        return default;
    }

    /// <summary>A text that is empty or keeps a rule for texts.</summary>
    public string? TextIfAny(TextRule rule) => Text() is { } text && (text.Length == 0 || Keeps(rule, text)) ? text : null;

    private protected virtual string TextOf(ReadOnlySpan<byte> plain) => Encoding.UTF8.GetString(plain);

    private bool Keeps(TextRule rule, string text)
    {
        if (rule.FindFault(text) is not { } fault)
        {
            return true;
        }

        Faults.Add(new DataFileFault(
            DataFileFaultKind.MalformedText, Path, Shown, [], reason: (fault.Text.Chinese.TrimEnd('。'), fault.Text.English.TrimEnd('.'))), this);
        return false;
    }

    private T? Wrong<T>(DataFileFaultKind kind, ReadOnlySpan<Allowed> allowed, BilingualText remedy = default, BilingualText reason = default)
    {
        Faults.Add(new DataFileFault(kind, Path, Shown, [.. allowed], reason: reason, remedy: remedy), this);
        return default;
    }

    /// <summary>How to write a value as the type that should stand, where it is seen what was meant.</summary>
    private BilingualText OtherType(ReadOnlySpan<Allowed> allowed)
    {
        if (Kind is not (JsonValueKind.String or JsonValueKind.Number) || allowed.Length != 1)
        {
            return Kind == JsonValueKind.String && Shown is "true" or "false" && allowed.Contains(new Allowed(Shown))
                ? new BilingualText($"去掉引号，写成 {Shown}", $"Write {Shown}, without quotes")
                : default;
        }

        if (allowed[0] == Allowed.List)
        {
            var item = Element.GetRawText();
            return item.Length <= LongestShown ? new BilingualText($"写成 [{item}]", $"Write [{item}]") : default;
        }

        if (allowed[0] == Allowed.Text && Kind == JsonValueKind.Number)
        {
            return ($"加上引号，写成 \"{Shown}\"", $"Write \"{Shown}\", in quotes");
        }

        var digits = string.Concat(Shown.Where(letter => letter is not (',' or '，' or ' ' or '_')));
        var end = digits.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return allowed[0] == Allowed.Number && Kind == JsonValueKind.String && end > 0
            && decimal.TryParse(digits.AsSpan(0, end), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (end == digits.Length || digits[end] is not ('万' or '亿'))
            ? AsNumber(number.ToString("0.############################", CultureInfo.InvariantCulture))
            : default;
    }

    private static BilingualText AsNumber(string plain) =>
        ($"只写数字，不加引号、分隔符和单位：{plain}", $"Write the number alone, without quotes, separators or unit: {plain}");

    /// <summary>Reports a text that is no date: a day that the month does not have, or another way of writing one.</summary>
    private LocalDate? NoDate(string text)
    {
        const string Form = "yyyy-MM-dd";
        var parts = text.Split(['-', '/', '.', '年', '月', '日'], StringSplitOptions.RemoveEmptyEntries);
        if (text.Length > 12 || parts is not [var y, var m, var d] || text.StartsWith('-') || y.Length != 4 || m.Length > 2 || d.Length > 2 || !parts.All(part => part.All(char.IsAsciiDigit)))
        {
            return Malformed<LocalDate?>(Form);
        }

        var (year, month, day) = (int.Parse(y, CultureInfo.InvariantCulture), int.Parse(m, CultureInfo.InvariantCulture), int.Parse(d, CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || year < 1 || day < 1)
        {
            return Malformed<LocalDate?>(Form);
        }

        var last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var mended = $"{year:0000}-{month:00}-{Math.Min(day, last):00}";
        var (reason, remedy) = day > last
            ? (new BilingualText($"{year} 年 {month} 月没有 {day} 日", $"{year}-{month:00} has no day {day}"), new BilingualText($"该月最后一天是 {mended}", $"The last day of the month is {mended}"))
            : (default, ($"写成 {mended}", $"Write {mended}"));
        return Wrong<LocalDate?>(DataFileFaultKind.MalformedText, [Form], remedy, reason);
    }

    /// <summary>
    /// The date of a text as ISO 8601 has it, or null. By hand: at first use a date pattern of NodaTime takes longer than all
    /// the rest of a file.
    /// </summary>
    public static LocalDate? FindDate(string text) => FindDate(Encoding.UTF8.GetBytes(text));

    private static LocalDate? FindDate(ReadOnlySpan<byte> text)
    {
        var isNegative = text.StartsWith((byte)'-');
        var digits = isNegative ? text[1..] : text;
        if (digits.Length != 10 || digits[4] != '-' || digits[7] != '-' ||
            !TryDigits(digits[..4], out var year) || !TryDigits(digits[5..7], out var month) || !TryDigits(digits[8..], out var day))
        {
            return null;
        }

        var calendar = CalendarSystem.Iso;
        year = isNegative ? -year : year;
        return year >= calendar.MinYear && month is >= 1 and <= 12 && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    /// <summary>An instant of a whole second, as nearly all are; by hand for the same reason.</summary>
    private static Instant? FindMoment(ReadOnlySpan<byte> text) =>
        text.Length == 20 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z' && FindDate(text[..10]) is { Year: > 0 } date
        && TryDigits(text[11..13], out var hour) && hour < 24 && TryDigits(text[14..16], out var minute) && minute < 60 && TryDigits(text[17..19], out var second) && second < 60
            ? Instant.FromUnixTimeSeconds(((date.ToDateOnly().DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400L) + (hour * 3600) + (minute * 60) + second)
            : null;

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }

    /// <summary>Reads a JSON number that is too short for a digit to be lost and has no exponent; as nearly all are.</summary>
    private static bool TryShort(ReadOnlySpan<byte> raw, out decimal number)
    {
        number = 0;
        return raw.Length <= MostShort && !raw.ContainsAny((byte)'e', (byte)'E') &&
            Utf8Parser.TryParse(raw, out number, out var read) && read == raw.Length;
    }

    /// <summary>Reads a JSON number into a decimal if no digit of it is lost.</summary>
    public static bool TryExact(string raw, out decimal number)
    {
        var split = raw.AsSpan().IndexOfAny('e', 'E');
        var mantissa = split < 0 ? raw : raw[..split];
        var exponent = 0;
        number = 0;
        return decimal.TryParse(mantissa, NumberStyles.Float, CultureInfo.InvariantCulture, out var digits)
            // A decimal keeps zeros at its end, so what was rounded looks different.
            && digits.ToString(CultureInfo.InvariantCulture).TrimStart('-') == mantissa.TrimStart('-')
            && (split < 0 || int.TryParse(raw.AsSpan(split + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            && digits.Scale - (long)exponent <= MostDecimals
            && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
