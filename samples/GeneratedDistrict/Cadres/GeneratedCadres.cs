using System.Collections.Immutable;
using Bogus;
using Bogus.DataSets;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Sources;
using NodaTime;

namespace GeneratedDistrict.Cadres;

/// <summary>The generated cadres: as many as were published, with an assumed split over the levels.</summary>
/// <remarks>
/// Assumed besides: towns and villages have the more cadres the more businesses they have, and each cadre of the district
/// knows one sector.
/// </remarks>
public sealed class GeneratedCadres
{
    public const int InCity = 4;
    public const int InDistrict = 46;
    public const int InTowns = 180;
    public const int InVillages = Published.Cadres - InCity - InDistrict - InTowns;

    // The day on which the rules that tie cadres to businesses came into force.
    private const int Seed = 2022_11_01;

    private static readonly LocalDate FirstTerm = new(2021, 10, 1);
    private const int DaysOfTerms = 1_500;

    private readonly Random _random = new(Seed);
    private readonly Name _people = new("zh_CN") { Random = new Randomizer(Seed) };
    private readonly List<Cadre> _cadres = [];
    private readonly List<Post> _posts = [];

    private GeneratedCadres()
    {
    }

    /// <param name="areas">Where they hold posts.</param>
    /// <param name="businesses">The businesses that the towns and villages have.</param>
    public static CadreRoster In(DistrictAreas areas, ImmutableArray<Business> businesses)
    {
        var generated = new GeneratedCadres();
        generated.Add(areas.City, InCity, capacity: 6);
        generated.Add(areas.District, InDistrict, capacity: 8);
        generated.Add([.. areas.Towns], InTowns, least: 8, capacity: 14, businesses);
        generated.Add([.. areas.Villages], InVillages, least: 2, capacity: 16, businesses);
        return CadreRoster.Build(areas.Tree, generated._cadres, generated._posts);
    }

    private void Add(ImmutableArray<Area> areas, int total, int least, int capacity, ImmutableArray<Business> businesses)
    {
        var counts = new int[areas.Length];
        var places = areas.Select((area, i) => (area, i)).ToDictionary(pair => pair.area.Code, pair => pair.i);
        foreach (var business in businesses)
        {
            if (places.TryGetValue(business.Area.Ancestor(areas[0].Level), out var place))
            {
                counts[place]++;
            }
        }

        var shares = Allotment.Of(total, least, counts);
        for (var i = 0; i < shares.Length; i++)
        {
            Add(areas[i], shares[i], capacity);
        }
    }

    private void Add(Area area, int count, int capacity)
    {
        var titles = PostTitles.Of(area);
        for (var i = 0; i < count; i++)
        {
            var id = new CadreId($"GB-{_cadres.Count + 1:D4}");
            _cadres.Add(new Cadre(id, _people.LastName() + _people.FirstName())
            {
                Expertise = area.Level == AreaLevel.District ? Expertise.Of(EnumCodes.All<BusinessSector>()[i % EnumCodes.All<BusinessSector>().Length]) : default,
            });
            _posts.Add(new Post(id, titles.At(i), area.Code, new Term(FirstTerm.PlusDays(_random.Next(DaysOfTerms)))) { Capacity = capacity });
        }
    }
}
