using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>What is wrong with a text that is not JSON (JSON 书写差错): at which letter, in words, and how to mend it.</summary>
/// <param name="At">The place in the text, in UTF-16 units; its length for what is missing at the end.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
internal sealed partial record JsonSlip(int At, BilingualText What, BilingualText Remedy)
{
    // What an input method for Chinese writes where JSON has signs of ASCII.
    private const string Wide = "，：；｛｝［］（）【】“”‘’＂＇、。．－＋";
    private const string Narrow = ",:;{}[]()[]\"\"\"\"\"\",..-+";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The first slip of a text; null where it has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="noteProperty">Where the format has a place for notes; null where it has none.</param>
    public static JsonSlip? Find(string text, string? noteProperty) => new Scan(text, noteProperty).Run();

    /// <summary>What a text is written in that is not UTF-8; empty when that is not known.</summary>
    public static string EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [not 0, 0, 0, 0, ..] or [0, 0, 0, not 0, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..] => "UTF-16",
        _ => IsLikelyGb(bytes) ? "GB18030" : "",
    };

    /// <summary>Whether all bytes are pairs or fours of GB18030 (GBK is a part of it), and more of them are wrong in UTF-8 than right.</summary>
    private static bool IsLikelyGb(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            var rest = bytes[i..];
            var length = rest[0] < 0x80 ? 1
                : rest is [>= 0x81 and <= 0xFE, >= 0x40 and <= 0xFE and not 0x7F, ..] ? 2
                : rest is [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] ? 4
                : 0;
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        var (right, wrong) = (0, 0);
        for (var rest = bytes; rest.Length > 0;)
        {
            var isRight = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
            right += isRight && length > 1 ? 1 : 0;
            wrong += isRight ? 0 : 1;
            rest = rest[length..];
        }

        return wrong > right;
    }

    /// <summary>Goes through a text as JSON, up to the first letter that may not stand there.</summary>
    private sealed partial class Scan(string text, string? noteProperty)
    {
        private readonly Stack<int> _open = new();
        private int _at;
        private JsonSlip? _slip;

        // The last comma, and where the value before it began: they tell a comma too many and a number with commas in it.
        private int _comma = -1;
        private int _value = -1;

        public JsonSlip? Run()
        {
            Value();
            while (_slip is null && _open.Count > 0)
            {
                AfterValue();
            }

            SkipBlanks();
            if (_slip is null && _at < text.Length)
            {
                Wrong(_at, ("文件内容已经结束，其后不得再有文字", "the text goes on after its end"), ("请删去，或检查前面多出的右括号", "Delete it, or look for a closing bracket too many before it"));
            }

            return _slip;
        }

        private char Here => _at < text.Length ? text[_at] : '\0';

        private bool IsInObject => text[_open.Peek()] == '{';

        private void Value()
        {
            SkipBlanks();
            if (_slip is not null)
            {
                return;
            }

            _value = _at;
            switch (Here)
            {
                case '{' or '[':
                    Open();
                    break;
                case '"':
                    Text();
                    break;
                case '-' or '+' or '.' or (>= '0' and <= '9'):
                    Number();
                    break;
                default:
                    NoValue();
                    break;
            }
        }

        private void Open()
        {
            _open.Push(_at++);
            if (_open.Count > JsonSource.MostDepth)
            {
                Wrong(_at - 1, ("嵌套过深", "the nesting is too deep"), default);
                return;
            }

            SkipBlanks();
            if (_slip is null && Here == (IsInObject ? '}' : ']'))
            {
                Close();
            }
            else
            {
                Next();
            }
        }

        private void Close()
        {
            _at++;
            _open.Pop();
        }

        /// <summary>A property, or an item of a list.</summary>
        private void Next()
        {
            if (IsInObject)
            {
                Name();
            }

            Value();
        }

        private void Name()
        {
            SkipBlanks();
            if (_slip is not null)
            {
                return;
            }

            if (Here != '"')
            {
                NoName();
                return;
            }

            Text();
            SkipBlanks();
            if (_slip is null && Here != ':')
            {
                if (_at >= text.Length)
                {
                    Ended();
                    return;
                }

                Wrong(_at, ("属性名后缺少冒号", "a colon is missing after the name of a property"),
                    Here == '=' ? ("将等号改为冒号", "Write a colon in place of the equals sign") : ("请在此处之前加上英文冒号", "Put a colon before this place"));
                return;
            }

            _at++;
        }

        private void AfterValue()
        {
            SkipBlanks();
            if (_slip is not null)
            {
                return;
            }

            switch (Here)
            {
                case ',':
                    _comma = _at++;
                    SkipBlanks();
                    if (_slip is null && Here is '}' or ']')
                    {
                        Wrong(_comma, ("最后一项之后多了逗号", "there is a comma after the last item"), ("请删去这个逗号", "Delete this comma"));
                        return;
                    }

                    Next();
                    break;
                case '}' or ']' when (Here == '}') == IsInObject:
                    Close();
                    break;
                case '}' or ']':
                    var opened = Place(_open.Peek());
                    Wrong(_at, ($"括号不配对：“{Here}”不能结束{opened.Chinese}的“{text[_open.Peek()]}”", $"the brackets do not match: '{Here}' cannot close the '{text[_open.Peek()]}' of {opened.English}"),
                        ($"请检查两处之间是否少了“{(IsInObject ? '}' : ']')}”", $"Look for a '{(IsInObject ? '}' : ']')}' missing between the two"));
                    break;
                case '\0' when _at >= text.Length:
                    Ended();
                    break;
                default:
                    NoComma();
                    break;
            }
        }

        private void NoComma()
        {
            var isNumber = char.IsAsciiDigit(text[_value]) || text[_value] == '-';
            if (isNumber && _at > 0 && text[_at - 1] is (>= '0' and <= '9') && char.IsLetter(Here))
            {
                var number = text[_value.._at];
                Wrong(_at, ("数字后面带有单位或文字", "a unit or other letters stand after a number"),
                    Here is '万' or '亿' ? ($"只写数字：{number}{(Here == '万' ? "0000" : "00000000")}", $"Write the number in full: {number}{(Here == '万' ? "0000" : "00000000")}")
                        : ($"只写数字：{number}", $"Write the number alone: {number}"));
                return;
            }

            Wrong(_at, ("此处之前缺少逗号", "a comma is missing before this place"),
                Here == ';' ? ("将分号改为英文逗号", "Write a comma in place of the semicolon") : ("请在上一项之后加上英文逗号", "Put a comma after the item before"));
        }

        private void NoName()
        {
            if (_comma > 0 && _at == _comma + 1 && char.IsAsciiDigit(Here) && char.IsAsciiDigit(text[_comma - 1]))
            {
                var end = _at;
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == ','))
                {
                    end++;
                }

                Separated(_value, end);
            }
            else if (_at >= text.Length)
            {
                Ended();
            }
            else if (Here is '\'')
            {
                Quotes();
            }
            else if (Here == ',')
            {
                Wrong(_at, ("多了一个逗号", "there is a comma too many"), ("请删去", "Delete it"));
            }
            else
            {
                Wrong(_at, ("此处应为属性名", "the name of a property should stand here"), ("属性名须用英文双引号括起，如 \"id\"", "Put the name in double quotes, as \"id\""));
            }
        }

        private void NoValue()
        {
            var word = Word();
            foreach (var literal in new[] { "true", "false", "null" })
            {
                if (word == literal)
                {
                    _at += word.Length;
                    return;
                }

                if (word.Equals(literal, StringComparison.OrdinalIgnoreCase))
                {
                    Wrong(_at, ($"“{word}”应为小写", $"'{word}' has to be in lower case"), ($"写成 {literal}", $"Write {literal}"));
                    return;
                }
            }

            if (_at >= text.Length)
            {
                if (_open.Count == 0)
                {
                    Wrong(_at, ("文件没有内容", "the file is empty"), default);
                }
                else
                {
                    Ended();
                }
            }
            else if (Here == '\'')
            {
                Quotes();
            }
            else if (word.Length > 0)
            {
                Wrong(_at, ($"“{Excerpt.Of(word, 20)}”没有引号", $"'{Excerpt.Of(word, 20)}' has no quotes"), ("文本须用英文双引号括起", "Put a text in double quotes"));
            }
            else
            {
                Wrong(_at, ("此处缺少值", "a value is missing here"), Here is ',' or '}' or ']' ? ("请补上值，或删去多余的符号", "Write a value, or delete the sign that is too much") : default(BilingualText));
            }
        }

        private string Word()
        {
            var end = _at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            {
                end++;
            }

            return text[_at..end];
        }

        private void Number()
        {
            var start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(Here) || Here is '-' or '+' or '.' or 'e' or 'E'))
            {
                _at++;
            }

            var number = text[start.._at];
            if (IsNumber(number))
            {
                return;
            }

            // In a list a thousand with a comma is two items, of which the second begins with zeros.
            if (_comma == start - 1 && start > 1 && char.IsAsciiDigit(text[start - 2]) && number.Length == 3 && number.All(char.IsAsciiDigit))
            {
                var first = start - 2;
                while (first > 0 && char.IsAsciiDigit(text[first - 1]))
                {
                    first--;
                }

                Separated(first, _at);
                return;
            }

            var bare = number.TrimStart('+').TrimStart('0');
            var mended = bare.StartsWith('.') || bare.Length == 0 ? $"0{bare}" : bare;
            mended = mended.TrimEnd('.');
            Wrong(start, ($"“{Excerpt.Of(number, 40)}”不是规范的数字", $"'{Excerpt.Of(number, 40)}' is no number as JSON has it"),
                IsNumber(mended) && mended.Length <= 40 ? ($"写成 {mended}", $"Write {mended}") : ("只用数字、负号和小数点", "Use digits, a minus sign and a point"));
        }

        private void Separated(int from, int until)
        {
            var number = text[from..until].TrimEnd(',');
            var mended = number.Replace(",", "", StringComparison.Ordinal);
            Wrong(from, ($"数字“{Excerpt.Of(number, 40)}”中有千位分隔符", $"the number '{Excerpt.Of(number, 40)}' has separators in it"),
                ($"写成 {Excerpt.Of(mended, 40)}", $"Write {Excerpt.Of(mended, 40)}"));
        }

        private static bool IsNumber(string number) => PlainNumber().IsMatch(number);

        [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
        private static partial Regex PlainNumber();

        private void Text()
        {
            var start = _at++;
            while (_at < text.Length && Here != '"')
            {
                if (Here < ' ')
                {
                    if (Here is '\r' or '\n')
                    {
                        Wrong(start, ("这段文本的引号没有在同一行结束", "the quotes of this text are not closed on its line"),
                            ("请补上右引号；文本中的换行写作 \\n，引号写作 \\\"", "Close them; a line break in a text is \\n, a quote is \\\""));
                    }
                    else
                    {
                        Wrong(_at, ("文本中有制表符等控制字符", "there is a tab or another control character in a text"), ("请删去，制表符写作 \\t", "Delete it; a tab is \\t"));
                    }

                    return;
                }

                if (Here == '\\')
                {
                    var escape = _at + 1 < text.Length ? text[_at + 1] : '\0';
                    var isHex = escape == 'u' && _at + 6 <= text.Length && !text.AsSpan(_at + 2, 4).ContainsAnyExcept(HexDigits);
                    if (!isHex && !"\"\\/bfnrt".Contains(escape, StringComparison.Ordinal))
                    {
                        Wrong(_at, ("文本中的反斜杠用法不对", "a backslash in a text is followed by what may not follow it"), ("反斜杠本身写作 \\\\", "A backslash itself is \\\\"));
                        return;
                    }

                    _at += isHex ? 5 : 1;
                }

                _at++;
            }

            if (_at >= text.Length)
            {
                Wrong(start, ("这段文本的引号没有结束", "the quotes of this text are not closed"), ("请补上右引号", "Close them"));
                return;
            }

            _at++;
        }

        private void Quotes() => Wrong(_at, ("引号应为英文双引号", "quotes have to be double quotes"), ("写成 \"…\"", "Write \"…\""));

        private void Ended()
        {
            var place = Place(_open.Peek());
            var missing = string.Concat(_open.Take(20).Select(at => text[at] == '{' ? '}' : ']'));
            Wrong(text.Length, ($"文件在此中断，{place.Chinese}的“{text[_open.Peek()]}”没有结束", $"the text ends here, and the '{text[_open.Peek()]}' of {place.English} is not closed"),
                ($"请补上“{missing}”", $"Write '{missing}'"));
        }

        /// <summary>Goes over blanks, and stops at what others take for one, for a comment or for a sign of JSON.</summary>
        private void SkipBlanks()
        {
            while (Here is ' ' or '\t' or '\r' or '\n')
            {
                _at++;
            }

            if (_slip is not null || _at >= text.Length)
            {
                return;
            }

            if (Here == '#' || (Here == '/' && _at + 1 < text.Length && text[_at + 1] is '/' or '*'))
            {
                Wrong(_at, ("JSON 不能有注释", "JSON has no comments"), noteProperty is null
                    ? ("请删去", "Delete it")
                    : ($"请删去，说明可写作“{noteProperty}”属性", $"Delete it; what it says may stand as a property '{noteProperty}'"));
            }
            else if (Wide.IndexOf(Here, StringComparison.Ordinal) is >= 0 and var wide)
            {
                Wrong(_at, ($"“{Here}”是中文（全角）符号", $"'{Here}' is a full-width sign"), ($"改为英文（半角）的 {Narrow[wide]}", $"Write {Narrow[wide]}"));
            }
            else if (Here is >= '０' and <= '９')
            {
                Wrong(_at, ($"“{Here}”是全角数字", $"'{Here}' is a full-width digit"), ("改为半角数字", "Write it with ASCII digits"));
            }
            else if (char.IsWhiteSpace(Here) || Rune.TryGetRuneAt(text, _at, out var letter) && !Excerpt.IsSeen(letter))
            {
                Wrong(_at, ($"此处有全角空格或不可见字符（U+{(int)Here:X4}）", $"there is a blank or an invisible character that JSON does not have (U+{(int)Here:X4})"), ("请删去，或改为普通空格", "Delete it, or write an ordinary blank"));
            }
        }

        private BilingualText Place(int at)
        {
            var (line, column) = TextPlace.After(Encoding.UTF8.GetBytes(text[..at]));
            return ($"第 {line} 行第 {column} 列", $"line {line}, column {column}");
        }

        private void Wrong(int at, BilingualText what, BilingualText remedy) => _slip ??= new JsonSlip(at, what, remedy);
    }
}
