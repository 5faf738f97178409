using System.Collections.Concurrent;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>A day of a district is a value: threads read several of them whole while the district goes on.</summary>
public class DistrictDayReaderTests
{
    private const int Units = 90;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Days_ReadWhileTheDistrictAppliesTakesBackAndRedoes_SayWhatTheySaidAlone(int seed)
    {
        var shown = new ConcurrentBag<(DistrictDay Day, string Alone)>();
        var (isOver, reads) = (false, 0);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            Live(seed, shown);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
        }

        await Task.WhenAll(readers);
        Assert.True(reads > shown.Count, $"{reads} readings of {shown.Count} days");
        Assert.True(shown.Count > 20);
        Assert.All(shown, day => Assert.Equal(day.Alone, Show(day.Day)));

        void Read()
        {
            var isLast = false;
            while (!isLast)
            {
                isLast = Volatile.Read(ref isOver);
                foreach (var (day, alone) in shown)
                {
                    Assert.Equal(alone, Show(day));
                    Interlocked.Increment(ref reads);
                }
            }
        }
    }

    /// <summary>Writes a random history and shows days of it, each made twice: one to read alone, and one that nobody has read.</summary>
    private static void Live(int seed, ConcurrentBag<(DistrictDay Day, string Alone)> shown)
    {
        var (random, acts, district, day) = (new Random(seed), new ActGen(), new District(DistrictHistory.Settings), new LocalDate(2024, 3, 1));
        district.Kept(district.Apply(StampOf(0), acts.Founding(random, day)).Entry!.Number);
        for (var unit = 1; unit <= Units; unit++)
        {
            day = day.PlusDays(random.Next(3));
            try
            {
                var consequences = district.Apply(StampOf(unit), acts.Unit(random, district, StampOf(unit), day));
                if (random.Next(3) == 0)
                {
                    ShowDays();
                }

                if (random.Next(2) == 0)
                {
                    district.TakeBack();
                    if (consequences.Entry is { } entry && random.Next(2) == 0)
                    {
                        district.Redo(entry);
                    }
                }

                district.Kept(district.Version);
            }
            catch (ActsRefusedException)
            {
                // What is refused is taken back too.
            }

            if (random.Next(3) == 0)
            {
                ShowDays();
            }
        }

        void ShowDays()
        {
            foreach (var asked in new[] { district.Today, district.Today.PlusDays(-random.Next(20)) })
            {
                shown.Add((district.AsOf(asked), Show(district.AsOf(asked))));
            }
        }

        Stamp StampOf(int unit) => new("p", day, ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromMinutes(unit));
    }

    private static string Show(DistrictDay day) =>
        // Before it was founded a district has no areas.
        DistrictShown.Show(day) + string.Concat(day.Areas.Areas.Take(1).Select(area => ScorecardReport.Of(day, area.Code).ToJson()))
        + string.Join("; ", day.Staffing?.Posts.SelectMany(post => day.Staffing.Rows(post)) ?? []) + $"{day.Plan?.CoveredCount} {day.Plan?.UncoveredCount} {day.Plan?.OutsideCount}";
}
