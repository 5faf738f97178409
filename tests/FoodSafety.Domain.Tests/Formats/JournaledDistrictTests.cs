using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Acts.DistrictShown;

namespace FoodSafety.Domain.Tests.Formats;

public class JournaledDistrictTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    [Fact]
    public void District_OnDisk_OpenedAgain_GoesOnWhereItStood()
    {
        var path = Path.GetTempFileName();
        try
        {
            var (settings, acts) = World();
            string shown;
            using (var one = JournaledDistrict.Open(path, settings))
            {
                one.Apply(On(0), acts.Founding(new Random(3), Day));
                one.Apply(On(1), new DayBegan(), new BusinessRenamed(one.District.Businesses.Register.IdAt(0), "other"));
                Assert.Empty(one.District.Pending);
                shown = Show(one.District);
            }

            using var again = JournaledDistrict.Open(path, settings);
            Assert.Equal(shown, Show(again.District));
            Assert.Equal(3, again.Apply(On(2), new BusinessRenamed(again.District.Businesses.Register.IdAt(0), "third")).Entry!.Number);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Apply_OnAFailingDisk_LeavesDistrictAndFileAsBeforeAndIsTakenLater() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var (settings, acts) = World();
            using var disk = new BrokenDisk();
            using var kept = JournaledDistrict.Open(Journal.Open(disk, new EntryFormat(settings)));
            kept.Apply(On(0), acts.Founding(random, Day));
            for (var day = 1; day < 12; day++)
            {
                var unit = acts.Unit(random, kept.District, On(day), Day.PlusDays(day));
                var (shown, bytes) = (Show(kept.District), disk.ToArray());
                (disk.Room, disk.FlushFails) = random.Next(2) == 0 ? (random.Next(200), false) : ((long?)null, random.Next(2) == 0);
                try
                {
                    kept.Apply(On(day), unit);
                }
                catch (ActsRefusedException)
                {
                }
                catch (IOException)
                {
                    Assert.Equal(shown, Show(kept.District));
                    // What could be written and not be flushed may not be taken off either, and then nothing more is taken.
                    if (kept.Journal.IsBroken)
                    {
                        Assert.Throws<InvalidOperationException>(() => kept.Apply(On(day), unit));
                        Assert.Equal(shown, Show(kept.District));
                        return;
                    }

                    Assert.Equal(bytes, disk.ToArray());
                    disk.Room = null;
                    Assert.NotNull(kept.Apply(On(day), unit).Entry);
                }

                (disk.Room, disk.FlushFails) = (null, false);
                Assert.Equal(kept.District.Version, kept.Journal.Count);
                Assert.Equal(Show(kept.District), Show(kept.Journal.OpenDistrict()));
            }
        },
        iter: 40);

    [Fact]
    public void Apply_OfADistrictThatWasWrittenAroundItsJournal_IsRefused()
    {
        var (settings, acts) = World();
        using var kept = JournaledDistrict.Open(Journal.Open(new MemoryStream(), new EntryFormat(settings)));
        kept.Apply(On(0), acts.Founding(new Random(3), Day));
        kept.District.Apply(On(1), new BusinessRenamed(kept.District.Businesses.Register.IdAt(0), "other"));

        Assert.Throws<InvalidOperationException>(() => kept.Apply(On(2), new DayBegan()));

        kept.District.TakeBack();
        Assert.NotNull(kept.Apply(On(2), new BusinessRenamed(kept.District.Businesses.Register.IdAt(0), "other")).Entry);
    }

    [Fact]
    public void Apply_OfADayOnWhichNothingTurns_WritesNothing()
    {
        var (settings, acts) = World();
        using var disk = new BrokenDisk();
        using var kept = JournaledDistrict.Open(Journal.Open(disk, new EntryFormat(settings)));
        kept.Apply(On(0), acts.Founding(new Random(3), Day));
        var bytes = disk.ToArray();

        Assert.Null(kept.Apply(On(0), new DayBegan()).Entry);
        Assert.Equal(bytes, disk.ToArray());
    }

    [Fact]
    public void AsOf_DayAndVersion_SaysWhatWasKnownThen()
    {
        var (settings, acts) = World();
        using var kept = JournaledDistrict.Open(Journal.Open(new MemoryStream(), new EntryFormat(settings)));
        kept.Apply(On(0), acts.Founding(new Random(3), Day));
        var business = kept.District.Businesses.Register.IdAt(0);
        kept.Apply(On(2), new FactsStated(business, new FactRecord(BusinessFacts.DinersPerMeal.Of(1400))));
        var known = Show(kept.District.AsOf(Day.PlusDays(4)));
        kept.Apply(On(4), new FactsStated(business, new FactRecord(BusinessFacts.DinersPerMeal.Of(1))));

        Assert.Equal(known, Show(kept.AsOf(Day.PlusDays(4), 2)));
        Assert.NotEqual(known, Show(kept.AsOf(Day.PlusDays(4), 3)));
        Assert.Equal(Show(kept.District.AsOf(Day.PlusDays(4))), Show(kept.AsOf(Day.PlusDays(4), 3)));
        Assert.Equal(0, kept.AsOf(Day, 0).Register.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => kept.AsOf(Day, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => kept.AsOf(Day, -1));
    }

    private static (DistrictSettings Settings, ActGen Acts) World()
    {
        var acts = new ActGen();
        return (DistrictHistory.Settings with { Conditions = [acts.Fuse] }, acts);
    }

    private static Stamp On(int days) => new("office", Day.PlusDays(days), ChinaTime.Zone.AtStartOfDay(Day.PlusDays(days)).ToInstant() + Duration.FromHours(8 + days));
}
