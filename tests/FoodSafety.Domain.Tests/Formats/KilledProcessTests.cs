using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Docs;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>A process is killed while it appends to its journal, so that nothing of it can be put right: what it said to be kept is there.</summary>
public class KilledProcessTests
{
    private const string FileName = "district.jsonl";
    private const int Shops = 300;

    // Tells something of every shop, entry after entry, and says so when the entry is kept. The number of the entry is what it tells.
    private const string Writer = """
        using FoodSafety.Domain;
        using FoodSafety.Domain.Acts;
        using FoodSafety.Domain.Areas;
        using FoodSafety.Domain.Businesses;
        using FoodSafety.Domain.Facts;
        using FoodSafety.Domain.Formats;
        using FoodSafety.Domain.Time;
        using NodaTime;

        var area = AreaCode.Parse("510115");
        using var kept = JournaledDistrict.Open(Journal.Open(Disk.Open(), new EntryFormat(new DistrictSettings(WorkingCalendar.China))));
        var stamp = new Stamp("office", new LocalDate(2026, 9, 1), Instant.FromUtc(2026, 9, 1, 1, 0));
        if (kept.District.Version == 0)
            kept.Apply(stamp, new AreasLaidDown([new(area, "温江区")], Citation.Illustrative(("统计用区划代码", "the statistical division list"))), new BusinessesOpened([.. Enumerable.Range(0, 300).Select(i => new Business(new BusinessId($"B-{i}"), "shop", area, BusinessType.Retailer))]));
        while (true)
        {
            var number = kept.District.Version + 1;
            kept.Apply(stamp, Enumerable.Range(0, 300).Select(i => new FactsStated(new BusinessId($"B-{i}"), new FactRecord(BusinessFacts.Employees.Of(number)))));
            Console.WriteLine(number);
        }

        """;

    // The disk of the machine.
    private const string Whole = """
        static class Disk
        {
            public static Stream Open() => new FileStream("district.jsonl", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        """;

    // The same, and in the middle of the fifth line the process kills itself.
    private const string Dying = """
        sealed class Disk() : FileStream("district.jsonl", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0)
        {
            private int _lines;

            public static Stream Open() => new Disk();

            public override void Write(ReadOnlySpan<byte> buffer)
            {
                if (++_lines < 5)
                {
                    base.Write(buffer);
                    return;
                }

                base.Write(buffer[..(buffer.Length / 2)]);
                System.Diagnostics.Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }
        """;

    [Fact]
    public void Process_KilledWhileItAppends_KeptAllThatItSaidToBeKept()
    {
        using var program = new PastedProgram(Writer + Whole);
        var random = new Random(13);
        var said = 1L;
        for (var kill = 0; kill < 4; kill++)
        {
            using (var process = program.Start())
            {
                for (var left = 1 + random.Next(12); left > 0; left--)
                {
                    said = Next(process.StandardOutput.ReadLine(), said);
                }

                // At any point of the entry after it.
                Thread.SpinWait(random.Next(2_000_000));
                process.Kill();
                while (process.StandardOutput.ReadLine() is { } line)
                {
                    said = Next(line, said);
                }

                process.WaitForExit();
            }

            // One more may be on the disk than it could say.
            said = RequireAllUpTo(program, said, said + 1).Version;
        }

        static long Next(string? line, long last)
        {
            Assert.Equal($"{last + 1}", line);
            return last + 1;
        }
    }

    [Fact]
    public void Process_KilledInTheMiddleOfALine_LosesThatLineAloneAndSaysSo()
    {
        using var program = new PastedProgram(Writer + Dying);
        using (var process = program.Start())
        {
            Assert.Equal("2\n3\n4\n", process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n"));
            process.WaitForExit();
            Assert.NotEqual(0, process.ExitCode);
        }

        var path = Path.Combine(program.Folder, FileName);
        var length = new FileInfo(path).Length;
        var (version, torn) = RequireAllUpTo(program, 4, 4);

        Assert.Equal((4, 5), (version, torn?.Number));
        Assert.Equal(length - torn!.Bytes, new FileInfo(path).Length);
        Assert.Null(RequireAllUpTo(program, 4, 4).Torn);
    }

    /// <summary>Opens the journal as whoever comes next.</summary>
    private static (long Version, TornLine? Torn) RequireAllUpTo(PastedProgram program, long least, long most)
    {
        using var kept = JournaledDistrict.Open(
            Path.Combine(program.Folder, FileName), new DistrictSettings(WorkingCalendar.China));
        var district = kept.District;
        Assert.InRange(district.Version, least, most);
        Assert.Equal(Enumerable.Range(1, (int)district.Version).Select(number => (long)number), kept.Journal.Entries.Select(entry => entry.Number));
        // All shops or none: the last entry stands whole.
        var told = district.Businesses.Register.Businesses.Select(business => business.Profile.Employees).ToHashSet();
        Assert.Equal((Shops, district.Version == 1 ? 0 : (int)district.Version), (district.Businesses.Register.Count, Assert.Single(told) ?? 0));
        return (district.Version, kept.Journal.Torn);
    }
}
