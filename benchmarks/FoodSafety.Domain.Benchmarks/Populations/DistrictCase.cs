using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A district that lives: founded with businesses and cadres, and then written day after day.</summary>
/// <remarks>Up to a hundred thousand businesses stand in the made-up city, more of them in the villages of the whole country.</remarks>
internal sealed class DistrictCase
{
    private const int PerDay = 165;
    private static readonly LocalDate First = new(2024, 1, 2);

    private readonly AreaTree _areas;
    private readonly ImmutableArray<Business> _businesses;
    private readonly ImmutableArray<(CadreId Cadre, AreaCode Area)> _cadres;
    private readonly ImmutableArray<BusinessId> _eaters;

    public DistrictCase(int count)
    {
        var isCity = count <= 100_000;
        _areas = isCity ? Villages.Areas : Country.Areas;
        _businesses = [.. Population.Of(count, isCity ? Villages.Codes : Country.Villages).Businesses.Select(business => business.ToBusiness())];
        _eaters = [.. _businesses.Where(business => business.Type is BusinessType.Restaurant).Select(business => business.Id)];
        _cadres = [.. _areas.Areas.SelectMany((area, place) => Enumerable.Range(0, area.Level switch
        {
            AreaLevel.City => 6,
            AreaLevel.District => 5,
            AreaLevel.Town => 2,
            AreaLevel.Village => place % 5 == 0 ? 1 : 0,
            _ => 0,
        }).Select(n => (new CadreId($"C{place}-{n}"), area.Code)))];
        Settings = new DistrictSettings(WorkingCalendar.China);
    }

    public DistrictSettings Settings { get; }

    public int Cadres => _cadres.Length;

    /// <summary>The first day of the records, on which it is founded.</summary>
    public static Stamp Founding => On(0, 0);

    /// <summary>What it is founded with, but the businesses: areas, levels, a policy, and the cadres with their posts.</summary>
    public IEnumerable<Act> Office =>
    [
        AreasLaidDown.Of(_areas, Citation.Illustrative(("区划名录", "the list of the population"))),
        new LevelsLaidDown(LevelCorrespondence.Default),
        new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
        .. _cadres.Select(cadre => new CadreJoined(cadre.Cadre)),
        .. _cadres.Select(cadre => new PostGiven(cadre.Cadre, "专员", cadre.Area, new Term(First.PlusDays(-100)))),
    ];

    public ImmutableArray<Business> Businesses => _businesses;

    /// <summary>The district with all businesses, cadres, a policy and the levels: one entry.</summary>
    public District Found(out Entry entry)
    {
        var district = new District(Settings);
        entry = district.Apply(Founding, [.. Office, new BusinessesOpened(_businesses)]).Entry!;
        district.Kept(entry.Number);
        return district;
    }

    /// <summary>Founds the district, lives as many entries with it, and appends them to a journal.</summary>
    public void Grow(Journal journal, int entries)
    {
        const int batchSize = 1_000;
        var district = Found(out var first);
        List<Entry> batch = [first];
        for (var n = 0; district.Version < entries; n++)
        {
            var (stamp, act) = Unit(n);
            try
            {
                if (district.Apply(stamp, act).Entry is { } entry)
                {
                    batch.Add(entry);
                    district.Kept(entry.Number);
                    if (batch.Count == batchSize || entry.Number == entries)
                    {
                        journal.Append(batch);
                        batch.Clear();
                    }
                }
            }
            catch (ActsRefusedException)
            {
                // A cadre's commitment that names a business twice, an assignment that overlaps: the office is told, and goes on.
            }
        }
    }

    /// <summary>A unit of a day in the life of the office, the n-th after the founding.</summary>
    public (Stamp Stamp, Act Act) Unit(int n)
    {
        var mixed = n * 2_654_435_761L;
        var business = _businesses[(int)(mixed % _businesses.Length)].Id;
        Act act = (n % PerDay, n % 20) switch
        {
            (0, _) => new DayBegan(),
            (_, 1 or 2 or 3) => new BusinessRenamed(business, $"名称 {n}"),
            (_, 4) => new BusinessMoved(business, _businesses[(int)(mixed / 7 % _businesses.Length)].Area),
            (_, 5 or 6) => new CommitmentSigned(new CommitmentId(n), _cadres[(int)(mixed % _cadres.Length)].Cadre, [business, _businesses[n % _businesses.Length].Id], "office"),
            (_, 7) when n % 200 == 7 => new GradeAssigned<Tier>(new AssignmentId(n), AssignmentKind.Override, business, Tier.B, On(n).Stamp.On.PlusDays(30), "群众反映较多"),
            // Diners of a restaurant go up and down; now and then that is another tier.
            _ => new FactsStated(_eaters[(int)(mixed % _eaters.Length)], new FactRecord(BusinessFacts.DinersPerMeal.Of(10 + (mixed / 13 % 500)), BusinessFacts.Employees.Of(1 + (n % 40)))),
        };
        return (On(n).Stamp, act);
    }

    /// <summary>Intervals by which an inspection may come at every business from its first day on.</summary>
    public FrequencyPolicy Inspections { get; } = new()
    {
        Intervals = [new("yearly", ("每年", "yearly"), InspectionKind.Routine, 0, 12, IntervalUnit.Month, Citation.Illustrative(("间隔", "an interval of the benchmark")))],
    };

    /// <summary>Whether the n-th fact is the first of a new day, on which what turns with the day is looked at for all businesses.</summary>
    public static bool IsOfANewDay(int n) => n % 30 == 29;

    /// <summary>One fact of one business, the n-th time; every tenth time it is another tier. A day has thirty of them.</summary>
    public (Stamp Stamp, Act Act) Fact(District district, int n) => (
        IsOfANewDay(n)
            ? new Stamp("office", district.Today.PlusDays(1), district.RecordedUpTo + Duration.FromDays(1))
            : new Stamp("office", district.Today, district.RecordedUpTo + Duration.FromSeconds(1)),
        new FactsStated(_eaters[n % _eaters.Length], new FactRecord(BusinessFacts.DinersPerMeal.Of(n % 10 == 0 ? 2000 : 100 + n))));

    private static (Stamp Stamp, int Day) On(int n) => (On((n / PerDay) + 1, n % PerDay), n / PerDay);

    private static Stamp On(int day, int place)
    {
        var on = First.PlusDays(day);
        return new Stamp("office", on, ChinaTime.Zone.AtStartOfDay(on).ToInstant() + Duration.FromMinutes(8 * 60) + Duration.FromMinutes(place));
    }
}
