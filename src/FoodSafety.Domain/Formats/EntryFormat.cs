using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Formats;

/// <summary>Reads and writes entries and single acts as JSON (台账条目格式): one object each, the kinds of acts by their stable words.</summary>
/// <remarks>
/// <para>Lossless: an entry that is written and read back is equal, and written again it has the same bytes. What is usual is left out:
/// a value that is the default, a list with nothing in it. A kind that was written once is read for ever.</para>
/// <para>A policy stands in its entry in the language of policy files; a condition in code stands there by its key, a business's own fact by
/// the key of the fact. So a format is made of the settings that know both. Immutable, and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class EntryFormat
{
    // Chinese stands as it is; what would matter inside HTML is of no concern in a journal.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly BilingualText EntrySubject = ("台账条目", "journal entry");

    private static readonly BilingualText JournalSubject = ("台账日志", "journal");

    private static readonly BilingualText ActSubject = ("办理事项", "act");

    private readonly FieldsShape<Entry> _entry;

    // As many lines together are read by another thread.
    private const int Batch = 512;

    // What goes through an entry keeps room for one of its length.
    private const int MostKept = 1 << 16;

    // Each goes through one entry at a time.
    private readonly ConcurrentBag<JsonCursor> _idle = [];

    /// <summary>Makes the format of the entries of a district.</summary>
    /// <param name="settings">The facts and the conditions in code that entries may name.</param>
    /// <exception cref="ArgumentException">Two conditions have the same key, or a grading has one that makes a word that is taken.</exception>
    public EntryFormat(DistrictSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        Acts = new([.. ActKinds.Of(settings)]);
        Parts = new([.. OutcomeKinds.Of(settings)]);
        if (Kinds.GroupBy(kind => kind).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            throw new ArgumentException($"Two kinds of acts have the word '{twice}'; the key of a grading of the settings makes one that is taken.", nameof(settings));
        }

        _entry = EntryShapes.Entry(Acts, Parts);
    }

    /// <summary>The facts and the conditions in code that entries may name.</summary>
    public DistrictSettings Settings { get; }

    /// <summary>The words of the kinds of acts that can be read and written, in the order of the rooms.</summary>
    public ImmutableArray<string> Kinds => [.. Acts.Cases.Select(kind => kind.Name)];

    /// <summary>How many bytes an entry may have, in UTF-8; 268,435,456 (256 MiB) unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int MostBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1 << 28;

    /// <summary>The kinds of acts.</summary>
    internal UnionShape<Act> Acts { get; }

    /// <summary>The kinds of what followed.</summary>
    internal UnionShape<OutcomePart> Parts { get; }

    /// <summary>Writes an entry.</summary>
    /// <param name="writer">Where to; an array of entries, or a property of a larger object, is written so too.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">It names a fact or a condition that the settings do not have, or a text of it is not Unicode.</exception>
    public void Write(Utf8JsonWriter writer, Entry entry) => Write(writer, _entry, entry);

    /// <summary>Writes an entry as one line of JSON in UTF-8, without an end of line.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">It names a fact or a condition that the settings do not have, or a text of it is not Unicode.</exception>
    public byte[] Write(Entry entry) => Write(_entry, entry);

    /// <summary>Writes an entry that is to be kept, as <see cref="Write(Entry)"/> does, and refuses one that could not be read back as it is.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">It would be read back as another, or not at all.</exception>
    public byte[] WriteKept(Entry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        WriteKept(buffer, entry);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="utf8">JSON in UTF-8, one object.</param>
    /// <exception cref="DataFileException">It has faults; each is told with its place and what is allowed there.</exception>
    public Entry Read(ReadOnlySpan<byte> utf8) => Read(_entry, utf8, EntrySubject);

    /// <summary>Reads the entries of a journal in their order (顺序读取): other threads read ahead while those before are gone through.</summary>
    /// <remarks>How a journal is opened fast, wherever its lines are kept: in a file, in a table, in what somebody sent.</remarks>
    /// <param name="lines">One entry each, as JSON in UTF-8 without an end of line. Each is asked for after the one before, and stays as it is until its entry was returned.</param>
    /// <param name="first">The number of the first entry; the others follow without a gap.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataFileException">A line cannot be read or is not the next entry; the place of a fault begins with the number that it should have. What stands before it was returned.</exception>
    public async IAsyncEnumerable<Entry> ReadAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> lines, long first = 1, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (ahead, number) = (new Queue<Task<(List<Entry> Entries, DataFileException? Wrong)>>(), first);
        var left = lines.Chunk(Batch).GetAsyncEnumerator(cancellationToken);
        await using (left.ConfigureAwait(false))
        {
            for (var isMore = true; isMore || ahead.Count > 0;)
            {
                isMore = isMore && await left.MoveNextAsync().ConfigureAwait(false);
                if (isMore)
                {
                    var (batch, start) = (left.Current, number);
                    number += batch.Length;
                    ahead.Enqueue(Task.Run(() => Read(batch, start), cancellationToken));
                }

                if (ahead.Count > (isMore ? Environment.ProcessorCount : 0))
                {
                    var (entries, wrong) = await ahead.Dequeue().ConfigureAwait(false);
                    foreach (var entry in entries)
                    {
                        yield return entry;
                    }

                    if (wrong is not null)
                    {
                        throw wrong;
                    }
                }
            }
        }
    }

    /// <summary>Writes an act.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="act">The act.</param>
    /// <exception cref="ArgumentException">It names a fact or a condition that the settings do not have, or a text of it is not Unicode.</exception>
    public void WriteAct(Utf8JsonWriter writer, Act act) => Write(writer, Acts, act);

    /// <summary>Writes an act as one line of JSON in UTF-8, without an end of line: for a list of one thing, for a form that is sent.</summary>
    /// <param name="act">The act.</param>
    /// <exception cref="ArgumentException">It names a fact or a condition that the settings do not have, or a text of it is not Unicode.</exception>
    public byte[] WriteAct(Act act) => Write(Acts, act);

    /// <summary>Reads an act.</summary>
    /// <param name="utf8">JSON in UTF-8, one object.</param>
    /// <exception cref="DataFileException">It has faults; each is told with its place and what is allowed there.</exception>
    public Act ReadAct(ReadOnlySpan<byte> utf8) => Read(Acts, utf8, ActSubject);

    /// <summary>What people wrote in own words in the acts of an entry (自由文本): reasons, notes, descriptions, each with its place, in the order in which they stand.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">It is of no kind that the settings know.</exception>
    public ImmutableArray<FreeText> FreeTextsOf(Entry entry)
    {
        var texts = ImmutableArray.CreateBuilder<FreeText>();
        WithFreeTexts(entry, text =>
        {
            texts.Add(text);
            return text.Text;
        });
        return texts.DrainToImmutable();
    }

    /// <summary>An entry with other words in the place of those that people wrote (隐去自由文本), and with nothing else changed.</summary>
    /// <remarks>
    /// <para>People stand in acts by their keys, but whoever types a reason may write a name. A store that has to take it out reads its entries, lets those of which
    /// somebody asks it be copied, and keeps the copies in their places: no text has a part in what is decided, so that the district opened from them differs
    /// in those texts alone. Where an act made others, as an appeal the facts that it put right, the same words stand in each, and are each asked for.</para>
    /// <code>
    /// using var kept = Journal.Open("district.jsonl", format);
    /// using var blanked = Journal.Open("district.blanked.jsonl", format);
    /// blanked.Append(kept.Entries.Select(entry => format.WithFreeTexts(entry, text => text.Text.Contains("张三") ? FreeText.Blank : text.Text)));
    /// </code>
    /// </remarks>
    /// <param name="entry">The entry.</param>
    /// <param name="replace">Says what is to stand in the place of a text: <see cref="FreeText.Blank"/>, other words, or the text itself.</param>
    /// <exception cref="TextRefusedException">The words cannot stand there.</exception>
    /// <exception cref="ArgumentException">The entry is of no kind that the settings know.</exception>
    public Entry WithFreeTexts(Entry entry, Func<FreeText, string> replace)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(replace);
        return _entry.Copy(entry, new TextPass((place, text) => replace(new FreeText(place, text))));
    }

    /// <summary>Reads the entry that has a place in a journal.</summary>
    internal Entry Read(ReadOnlySpan<byte> line, long number)
    {
        var faults = new DataFileFaults(JournalSubject);
        try
        {
            var entry = Read(line);
            if (entry.Number == number)
            {
                return entry;
            }

            faults.Add(new DataFileFault(DataFileFaultKind.OutOfRange, "$.number", $"{entry.Number}", [$"{number}"]) { Line = (int)Math.Min(number, int.MaxValue) });
        }
        catch (DataFileException unreadable)
        {
            foreach (var fault in unreadable.Faults)
            {
                faults.Add(fault with { Line = (int)Math.Min(number, int.MaxValue) });
            }
        }

        faults.ThrowIfAny();
        throw new UnreadablePartException();
    }

    /// <summary>Writes an entry that is to be kept at the end of a buffer.</summary>
    internal void WriteKept(ArrayBufferWriter<byte> buffer, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var start = buffer.WrittenCount;
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, entry);
        }

        Entry back;
        try
        {
            back = Read(buffer.WrittenSpan[start..]);
        }
        catch (DataFileException unreadable)
        {
            throw new ArgumentException($"Entry {entry.Number} could not be read back. {unreadable.Text.English}", nameof(entry), unreadable);
        }

        if (back != entry)
        {
            throw new ArgumentException($"Entry {entry.Number} would be read back as another one.", nameof(entry));
        }
    }

    private (List<Entry> Entries, DataFileException? Wrong) Read(ReadOnlyMemory<byte>[] lines, long number)
    {
        List<Entry> entries = new(lines.Length);
        try
        {
            foreach (var line in lines)
            {
                entries.Add(Read(line.Span, number++));
            }

            return (entries, null);
        }
        catch (DataFileException wrong)
        {
            return (entries, wrong);
        }
    }

    private static byte[] Write<T>(Shape<T> shape, T value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, shape, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write<T>(Utf8JsonWriter writer, Shape<T> shape, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        shape.Write(writer, value);
    }

    private T Read<T>(FieldsShape<T> shape, ReadOnlySpan<byte> utf8, BilingualText subject)
    {
        var cursor = _idle.TryTake(out var idle) ? idle : new JsonCursor();
        try
        {
            return JsonSource.Read(utf8, MostBytes, shape, cursor, subject);
        }
        finally
        {
            if (utf8.Length <= MostKept)
            {
                _idle.Add(cursor);
            }
        }
    }
}
