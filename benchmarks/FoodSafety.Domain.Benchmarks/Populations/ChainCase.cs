using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The third task: businesses in the villages of the whole country are tied to its cadres.</summary>
/// <remarks>
/// Every city has six cadres, every district five, every town two; of the villages one in fifty-five has one. What belongs to
/// the others goes to their towns, so many a step is asked of a pool of which somebody stands in the chain already. Nobody
/// names a field of expertise.
/// </remarks>
internal sealed class ChainCase
{
    public const int Changes = 1_000;
    private const int StaffedVillage = 55;
    private static readonly LocalDate Day = new(2024, 1, 1);

    private readonly BusinessRegister _register = new(Country.Areas);
    private readonly CadreRoster _roster;
    private readonly GradeBook<Tier> _book;
    private readonly Grader<Tier> _grader = new(TierCase.Policy);
    private readonly ChainPlanner _planner = new();
    private readonly ImmutableArray<int> _changing;

    public ChainCase(int count)
    {
        Businesses = Population.Of(count, Country.Villages).Businesses;
        Cadres = [.. MakeCadres()];
        var businesses = Businesses.ConvertAll(business => business.ToBusiness());
        _register.AddRange(CollectionsMarshal.AsSpan(businesses));
        _book = new GradeBook<Tier>(_register.Facts, Tiers.Scale);
        _book.Regrade(_grader, _grader.Policy.From);
        foreach (var business in Businesses)
        {
            business.CurrentTier = TierOf(business.Id);
        }

        _roster = CadreRoster.Build(
            Country.Areas,
            Cadres.Select(cadre => new Cadre(new CadreId(cadre.Id), "示例")),
            Cadres.Select(cadre => new Post(new CadreId(cadre.Id), "专员", AreaCode.Parse(cadre.Area), new Term(Day)) { Capacity = PlainCadre.Capacity }));
        var shops = Businesses.Where(business => business is { Type: BusinessType.Retailer, CurrentTier: Tier.D, ChainHeadquarters: false }).ToList();
        _changing = [.. shops.Where((_, i) => i % (shops.Count / Changes) == 0).Take(Changes).Select(business => business.Id)];
    }

    /// <summary>The businesses as plain objects, with the tiers that they stand in.</summary>
    public List<PlainBusiness> Businesses { get; }

    public ImmutableArray<PlainCadre> Cadres { get; }

    /// <summary>A plan from nothing, or one that keeps another and looks at every business.</summary>
    public ChainPlan Plan(ChainPlan? previous = null) => _planner.Plan(_register, _book.Grades, _roster, Day, previous);

    /// <summary>A plan that keeps another and looks only at the businesses whose tier changes.</summary>
    public ChainPlan Replan(ChainPlan previous) => _planner.Replan(previous, _changing, _roster, Day);

    /// <summary>Gives a thousand businesses all over the country another tier: B in place of D, and the next time back.</summary>
    public void ChangeTiers()
    {
        foreach (var row in _changing)
        {
            _register.Change(_register.IdAt(row), BusinessFacts.ChainHeadquarters.Of(TierOf(row) == Tier.D));
        }

        if (_book.Regrade(_grader, _grader.Policy.From).Moves.Count != Changes)
        {
            throw new InvalidOperationException($"Not all of the {Changes} businesses came into another tier.");
        }

        foreach (var row in _changing)
        {
            Businesses[row].CurrentTier = TierOf(row);
        }
    }

    /// <summary>Fails loudly when two plans made from the same one tie any business to different cadres.</summary>
    /// <exception cref="InvalidOperationException">The plans differ; the message says where first.</exception>
    public static void RequireEqual(ChainPlan expected, ChainPlan plan)
    {
        if (!expected.Changes.SequenceEqual(plan.Changes) || plan.Changes.IsEmpty)
        {
            throw new InvalidOperationException($"The replanned changes {plan.Changes.Length} steps, the plan that looked at all {expected.Changes.Length}, or others.");
        }

        foreach (var (one, other) in expected.Loads.Zip(plan.Loads))
        {
            if (one != other)
            {
                throw new InvalidOperationException($"The replanned has {other}, the plan that looked at all {one}.");
            }
        }
    }

    private Tier TierOf(int row) => _book.Grades[row].FindGrade() ?? default;

    private static IEnumerable<PlainCadre> MakeCadres()
    {
        var (cadre, village) = (0, 0);
        foreach (var area in Country.Areas.Areas)
        {
            var count = area.Level switch
            {
                AreaLevel.City => 6,
                AreaLevel.District => 5,
                AreaLevel.Town => 2,
                AreaLevel.Village => village++ % StaffedVillage == 0 ? 1 : 0,
                _ => 0,
            };
            for (; count > 0; count--)
            {
                yield return new PlainCadre($"C{cadre++}", area.Code.ToShortString());
            }
        }
    }
}
