using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace FoodSafety.Domain.DataFiles;

/// <summary>
/// A part that goes through the bytes of a file from one value to the next, into objects and lists too, so that nothing is made of the file but
/// what is read of it.
/// </summary>
/// <remarks>
/// It takes the JSON of RFC 8259 and nothing else, and is at the end of a value when the value was read. Whatever it does not expect ends the attempt
/// with an <see cref="UnreadablePartException"/>; no fault is told and no place is asked for, for whoever made the attempt reads the same again by name.
/// </remarks>
internal sealed class JsonCursor : JsonPart
{
    // A text of so many bytes at most is likely an id, and ids stand in a journal again and again.
    private const int MostShared = 32;

    private static readonly SearchValues<byte> EndsOfRun = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(control => (byte)control)]);

    // Texts that were read, each where the next with the same hash takes its place: one object for an id that stands in many entries.
    private readonly string?[] _shared = new string?[1024];

    private byte[] _utf8 = new byte[1024];
    private int _length;
    private int _place;
    private int _start;
    private int _depth;
    private JsonValueKind _kind;
    private bool _isEscaped;
    private JsonElement? _element;

    public JsonCursor() : base(DataFileFaults.OfAttempt())
    {
    }

    public override JsonValueKind Kind => _kind;

    /// <summary>The bytes of the value. Of an object or a list they are looked for, and the cursor stays at its beginning.</summary>
    public override ReadOnlySpan<byte> Raw => IsComposite ? _utf8.AsSpan(_start, LengthOfComposite()) : _utf8.AsSpan(_start, _place - _start);

    /// <summary>The value as an element, for those few that are read by names wherever they stand; the cursor goes to its end.</summary>
    public override JsonElement Element
    {
        get
        {
            if (_element is null)
            {
                var raw = Raw;
                var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = JsonSource.MostDepth - _depth + 1 });
                _element = JsonElement.ParseValue(ref reader);
                if (IsComposite)
                {
                    (_place, _depth) = (_start + raw.Length, _depth - 1);
                }
            }

            return _element.Value;
        }
    }

    private bool IsComposite => _kind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>Goes to the beginning of a document.</summary>
    /// <param name="utf8">Its bytes, which are UTF-8; they are copied.</param>
    public void MoveTo(ReadOnlySpan<byte> utf8)
    {
        if (_utf8.Length < utf8.Length)
        {
            _utf8 = new byte[Math.Max(utf8.Length, _utf8.Length * 2)];
        }

        utf8.CopyTo(_utf8);
        (_length, _place, _depth) = (utf8.Length, 0, 0);
        Take();
    }

    /// <summary>Requires that nothing stands after the value that was read.</summary>
    public void RequireEnd()
    {
        SkipBlanks();
        Require(_place == _length && _depth == 0);
    }

    /// <summary>Goes into an object or a list; false when there is nothing in it, and then it is at its end.</summary>
    public bool TryEnter(JsonValueKind kind)
    {
        Require(_kind == kind && _element is null);
        SkipBlanks();
        return !TryClose(kind);
    }

    /// <summary>Goes over the comma to the next property or item; false when there is none, and then it is at the end of the object or list.</summary>
    public bool TryGoOn(JsonValueKind kind)
    {
        SkipBlanks();
        if (TryClose(kind))
        {
            return false;
        }

        RequireByte((byte)',');
        SkipBlanks();
        return true;
    }

    /// <summary>Takes the next property if it has this name, of ASCII, and nothing in it is escaped.</summary>
    public bool TryTake(string name)
    {
        var rest = _utf8.AsSpan(_place, _length - _place);
        if (rest.Length < name.Length + 2 || rest[0] != '"' || rest[name.Length + 1] != '"' || !Ascii.Equals(rest.Slice(1, name.Length), name))
        {
            return false;
        }

        _place += name.Length + 2;
        SkipBlanks();
        RequireByte((byte)':');
        Name = name;
        Take();
        return true;
    }

    /// <summary>Takes the next value.</summary>
    public void Take()
    {
        SkipBlanks();
        _element = null;
        _start = _place;
        switch (_place < _length ? _utf8[_place] : 0)
        {
            case (byte)'"':
                _kind = JsonValueKind.String;
                TakeText();
                break;
            case (byte)'{':
                TakeOpening(JsonValueKind.Object);
                break;
            case (byte)'[':
                TakeOpening(JsonValueKind.Array);
                break;
            case (byte)'t':
                TakeLiteral("true"u8, JsonValueKind.True);
                break;
            case (byte)'f':
                TakeLiteral("false"u8, JsonValueKind.False);
                break;
            case (byte)'n':
                TakeLiteral("null"u8, JsonValueKind.Null);
                break;
            default:
                _kind = JsonValueKind.Number;
                TakeNumber();
                break;
        }
    }

    /// <inheritdoc/>
    public override bool TryPlain(out ReadOnlySpan<byte> utf8)
    {
        // Whether something is escaped was seen when its end was looked for.
        var isPlain = _kind == JsonValueKind.String && !_isEscaped;
        utf8 = isPlain ? _utf8.AsSpan(_start + 1, _place - _start - 2) : [];
        return isPlain;
    }

    /// <summary>Goes over an object that has just these bytes; false when it has others.</summary>
    public override bool TryPass(ReadOnlySpan<byte> json)
    {
        // Where the bytes of a whole object stand, there it ends.
        if (_kind != JsonValueKind.Object || !_utf8.AsSpan(_start, _length - _start).StartsWith(json))
        {
            return false;
        }

        (_place, _depth) = (_start + json.Length, _depth - 1);
        return true;
    }

    private protected override string TextOf(ReadOnlySpan<byte> plain)
    {
        if (plain.Length is 0 or > MostShared)
        {
            return Encoding.UTF8.GetString(plain);
        }

        uint hash = (uint)plain.Length;
        foreach (var letter in plain)
        {
            hash = unchecked((hash * 31) + letter);
        }

        ref var shared = ref _shared[(hash ^ (hash >> 10)) % (uint)_shared.Length];
        return shared is not null && Ascii.Equals(plain, shared) ? shared : shared = Encoding.UTF8.GetString(plain);
    }

    private void TakeText()
    {
        _isEscaped = false;
        for (_place++; ; _place++)
        {
            var run = _utf8.AsSpan(_place, _length - _place).IndexOfAny(EndsOfRun);
            Require(run >= 0);
            _place += run;
            if (_utf8[_place] == '"')
            {
                break;
            }

            // Control characters must be escaped.
            Require(_utf8[_place] == '\\');
            _isEscaped = true;
            _place++;
        }

        _place++;
        if (_isEscaped)
        {
            RequireJson(_utf8.AsSpan(_start, _place - _start));
        }
    }

    // Which escapes there are, the reader of the runtime knows.
    private static void RequireJson(ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        Require(reader.Read() && reader.BytesConsumed == token.Length);
    }

    private void TakeNumber()
    {
        var isNegative = _place < _length && _utf8[_place] == '-';
        _place += isNegative ? 1 : 0;
        var first = _place;
        TakeDigits();
        Require(_utf8[first] != '0' || _place == first + 1);
        if (_place < _length && _utf8[_place] == '.')
        {
            _place++;
            TakeDigits();
        }

        if (_place < _length && _utf8[_place] is (byte)'e' or (byte)'E')
        {
            _place++;
            _place += _place < _length && _utf8[_place] is (byte)'+' or (byte)'-' ? 1 : 0;
            TakeDigits();
        }
    }

    private void TakeDigits()
    {
        var first = _place;
        while (_place < _length && char.IsAsciiDigit((char)_utf8[_place]))
        {
            _place++;
        }

        Require(_place > first);
    }

    private void TakeLiteral(ReadOnlySpan<byte> literal, JsonValueKind kind)
    {
        Require(_utf8.AsSpan(_place, _length - _place).StartsWith(literal));
        _place += literal.Length;
        _kind = kind;
    }

    private void TakeOpening(JsonValueKind kind)
    {
        Require(++_depth <= JsonSource.MostDepth);
        _place++;
        _kind = kind;
    }

    private bool TryClose(JsonValueKind kind)
    {
        if (_place >= _length || _utf8[_place] != (kind == JsonValueKind.Object ? '}' : ']'))
        {
            return false;
        }

        _place++;
        _depth--;
        return true;
    }

    private int LengthOfComposite()
    {
        var reader = new Utf8JsonReader(_utf8.AsSpan(_start, _length - _start), new JsonReaderOptions { MaxDepth = JsonSource.MostDepth });
        reader.Read();
        reader.Skip();
        return (int)reader.BytesConsumed;
    }

    private void SkipBlanks()
    {
        while (_place < _length && _utf8[_place] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _place++;
        }
    }

    private void RequireByte(byte expected)
    {
        Require(_place < _length && _utf8[_place] == expected);
        _place++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new UnreadablePartException();
        }
    }
}
