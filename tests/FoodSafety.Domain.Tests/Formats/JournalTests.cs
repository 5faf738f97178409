using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Formats;
using NodaTime;
using static FoodSafety.Domain.Tests.Formats.FormatWorld;

namespace FoodSafety.Domain.Tests.Formats;

public class JournalTests
{
    private static readonly Entry[] Three = [.. Enumerable.Range(1, 3).Select(EntryOf)];

    [Fact]
    public void Journal_AppendedOpenedAndAppended_HasAllEntriesInOrder()
    {
        var path = TemporaryFile();
        try
        {
            using (var journal = Journal.Open(path, Format))
            {
                Assert.Equal(0, journal.Count);
                Assert.Empty(journal.Entries);
                journal.Append(Three[0]);
                journal.Append(Three[1]);
                Assert.Equal(Three[..2], journal.Entries);
            }

            using (var journal = Journal.Open(path, Format))
            {
                Assert.Equal(2, journal.Count);
                Assert.Null(journal.Torn);
                journal.Append(Three[2]);
                Assert.Equal(Three, journal.Entries);
            }

            Assert.Equal(Bytes(Three), File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Journal_OpenInAnotherHand_IsRefused()
    {
        var path = TemporaryFile();
        try
        {
            using var journal = Journal.Open(path, Format);
            Assert.ThrowsAny<IOException>(() => Journal.Open(path, Format));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void File_CutAtAnyByteOfItsLastLine_LosesThatLineAloneAndSaysSo()
    {
        var (whole, kept) = (Bytes(Three), Bytes(Three[..2]));
        for (var length = kept.Length; length <= whole.Length; length++)
        {
            using var stream = StreamOf(whole[..length]);
            using var journal = Journal.Open(stream, Format);
            // The end of a line alone may lack: what stands before it is whole.
            var isWhole = length >= whole.Length - 1;
            Assert.Equal(isWhole ? 3 : 2, journal.Count);
            Assert.Equal(isWhole ? Three : Three[..2], journal.Entries);
            Assert.Equal(isWhole || length == kept.Length ? null : new TornLine(3, length - kept.Length), journal.Torn);
            Assert.Equal(isWhole ? whole : kept, stream.ToArray());
            journal.Append(isWhole ? EntryOf(4) : Three[2]);
            Assert.Equal(isWhole ? [.. Three, EntryOf(4)] : Three, journal.Entries);
            Assert.True(journal.Torn is not { Text: var text } || (text.Chinese.Contains("第 3 行", StringComparison.Ordinal) && text.English.Contains("Line 3", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void File_CutAndFilledWithZeros_IsTornInTheSameWay()
    {
        var (whole, kept) = (Bytes(Three), Bytes(Three[..2]));
        for (var length = kept.Length; length < whole.Length; length += 7)
        {
            using var stream = StreamOf([.. whole[..length], .. new byte[100]]);
            using var journal = Journal.Open(stream, Format);
            Assert.Equal(new TornLine(3, length - kept.Length + 100), journal.Torn);
            Assert.Equal(kept, stream.ToArray());
        }
    }

    [Fact]
    public void File_CutInItsFirstLine_IsAnEmptyJournal()
    {
        using var journal = Journal.Open(StreamOf(Bytes(Three)[..20]), Format);

        Assert.Equal((0, new TornLine(1, 20)), (journal.Count, journal.Torn));
        journal.Append(Three);
        Assert.Equal(Three, journal.Entries);
    }

    [Fact]
    public void File_WithATornLineThatCanOnlyBeRead_StaysAsItIs()
    {
        var bytes = Bytes(Three)[..^5];
        using var journal = Journal.Open(new MemoryStream(bytes, writable: false), Format);

        Assert.Equal(3, journal.Torn!.Number);
        Assert.Equal(Three[..2], journal.Entries);
        Assert.Throws<InvalidOperationException>(() => journal.Append(Three[2]));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("{\"number\":3} ")]
    [InlineData("{\"number\":,")]
    [InlineData("[1,2")]
    public void File_WithAnEndThatIsNoBeginningOfAnEntry_IsRefusedAndNotTouched(string end)
    {
        var bytes = (byte[])[.. Bytes(Three[..2]), .. Encoding.UTF8.GetBytes(end)];
        var stream = StreamOf(bytes);

        var wrong = Assert.Throws<DataFileException>(() => Journal.Open(stream, Format));

        Assert.All(wrong.Faults, fault => Assert.Equal(3, fault.Line));
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void Line_InTheMiddleThatCannotBeRead_IsRefusedWithItsNumberAndReason()
    {
        foreach (var (line, kind, path) in new[]
        {
            ("", DataFileFaultKind.NotJson, "$"),
            ("{\"number\":2", DataFileFaultKind.NotJson, "$"),
            (Encoding.UTF8.GetString(Format.Write(Three[2])), DataFileFaultKind.OutOfRange, "$.number"),
            (Encoding.UTF8.GetString(Format.Write(Three[1])).Replace("business-renamed", "business-named", StringComparison.Ordinal), DataFileFaultKind.UnknownName, "$.acts[0].kind"),
        })
        {
            using var journal = Journal.Open(StreamOf([.. Bytes(Three[..1]), .. Encoding.UTF8.GetBytes(line + "\n"), .. Bytes(Three[2..])]), Format);
            List<Entry> read = [];
            var wrong = Assert.Throws<DataFileException>(() => read.AddRange(journal.Entries.Select(entry => entry)));
            var fault = Assert.Single(wrong.Faults);
            Assert.Equal((kind, path, (int?)2), (fault.Kind, fault.Path, fault.Line));
            Assert.Contains("台账日志", wrong.Text.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Journal_OfAnotherFile_IsRefusedBeforeAnythingIsWritten()
    {
        foreach (var text in new[] { "businessId,name\n1,a\n", "{}\n", "\n" })
        {
            var stream = StreamOf(Encoding.UTF8.GetBytes(text));
            Assert.Throws<DataFileException>(() => Journal.Open(stream, Format));
            Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    [Fact]
    public void Append_OfAnEntryThatIsNotTheNext_ChangesNothing()
    {
        using var stream = StreamOf(Bytes(Three[..1]));
        using var journal = Journal.Open(stream, Format);

        Assert.Throws<ArgumentException>(() => journal.Append(Three[0]));
        Assert.Throws<ArgumentException>(() => journal.Append(Three[2]));
        Assert.Throws<ArgumentException>(() => journal.Append(Three[1], Three[1]));

        Assert.Equal((1, false), (journal.Count, journal.IsBroken));
        Assert.Equal(Bytes(Three[..1]), stream.ToArray());
    }

    [Fact]
    public void Append_OfWhatCouldNotBeReadBack_ChangesNothing()
    {
        using var stream = StreamOf(Bytes(Three[..1]));
        using var journal = Journal.Open(stream, Format);

        // No guard of a district would let these pass; whoever makes entries himself might.
        Assert.Throws<ArgumentException>(() => journal.Append(Three[1], new Entry(3, Three[0].Stamp, [new BusinessMoved(new("b"), default)], new([]))));

        Assert.Equal(Bytes(Three[..1]), stream.ToArray());
        Assert.Equal(Three[..1], journal.Entries);
    }

    [Fact]
    public void Append_OnADiskThatTakesOnlyAPart_LeavesTheFileAsItWasAndGoesOnLater()
    {
        var line = Bytes(Three[1..2]);
        for (var room = 0; room < line.Length; room++)
        {
            using var disk = DiskOf(Bytes(Three[..1]));
            using var journal = Journal.Open(disk, Format);
            disk.Room = room;
            Assert.Throws<IOException>(() => journal.Append(Three[1]));
            Assert.Equal(Bytes(Three[..1]), disk.ToArray());
            Assert.False(journal.IsBroken);
            disk.Room = null;
            journal.Append(Three[1]);
            Assert.Equal(Bytes(Three[..2]), disk.ToArray());
        }
    }

    [Fact]
    public void Append_OnADiskThatIsGone_BreaksTheJournalAndNothingMoreIsTaken()
    {
        using var disk = DiskOf(Bytes(Three[..1]));
        using var journal = Journal.Open(disk, Format);
        (disk.FlushFails, disk.CutFails) = (true, true);

        Assert.Throws<IOException>(() => journal.Append(Three[1]));

        Assert.True(journal.IsBroken);
        Assert.Equal(Three[..1], journal.Entries);
        (disk.FlushFails, disk.CutFails) = (false, false);
        Assert.Throws<InvalidOperationException>(() => journal.Append(Three[1]));
    }

    [Fact]
    public void Append_IsFlushedBeforeItReturns_OnceForManyEntries()
    {
        using var disk = DiskOf([]);
        using var journal = Journal.Open(disk, Format);

        journal.Append(Three[0]);
        Assert.Equal(1, disk.Flushes);
        journal.Append(Three[1..]);

        Assert.Equal(2, disk.Flushes);
        Assert.Equal(Three, journal.Entries);
    }

    [Fact]
    public void Entries_OfLinesLongerThanAnyBuffer_AreReadWhole()
    {
        Entry[] entries = [.. Enumerable.Range(1, 4).Select(number => new Entry(
            number, Three[0].Stamp, [.. Enumerable.Range(0, number * 9000).Select(n => new BusinessRenamed(new($"b{n}"), "麻辣烫"))], new([])))];
        using var journal = Journal.Open(new MemoryStream(), Format);
        journal.Append(entries);

        Assert.Equal(entries, journal.Entries);
        // While one goes through them, another appends.
        foreach (var entry in journal.Entries)
        {
            journal.Append(EntryOf((int)entry.Number + 4));
        }

        Assert.Equal(8, journal.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], journal.Entries.Select(entry => entry.Number));
        Assert.Equal([1, 2], journal.Entries.Take(2).Select(entry => entry.Number));
    }

    private static Entry EntryOf(int number) => new(
        number, new Stamp("p", new LocalDate(2026, 3, number), Instant.FromUtc(2026, 3, number, 1, 0)),
        [new BusinessRenamed(new($"b{number}"), "老街“麻辣烫”🍲")], new([]));

    private static byte[] Bytes(IEnumerable<Entry> entries) => [.. entries.SelectMany(entry => (byte[])[.. Format.Write(entry), (byte)'\n'])];

    private static MemoryStream StreamOf(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        return stream;
    }

    private static BrokenDisk DiskOf(byte[] bytes)
    {
        var disk = new BrokenDisk();
        disk.Write(bytes);
        return disk;
    }

    private static string TemporaryFile() => Path.GetTempFileName();
}
