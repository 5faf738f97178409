using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>A register whose tiers are simply stated, so that tests can say which business has which.</summary>
internal sealed class PlanWorld
{
    public static readonly LocalDate Day = new(2024, 3, 1);

    public static readonly ChoiceFact<Tier> StatedTier = new("stated-tier", ("给定等级", "stated tier"));

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    /// <summary>A policy by which a business has the tier that is stated of it.</summary>
    public static readonly GradingPolicy<Tier> Policy = GradingPolicy
        .Define("stated", "1", ("给定", "as stated"), Tiers.Scale)
        .InForce(new LocalDate(2022, 1, 1))
        .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed, OperatingStatus.MovedOut), ("已关闭", "closed"), Made)
        .Rule("a", Tier.A, StatedTier.Is(Tier.A), ("A", "A"), Made)
        .Rule("b", Tier.B, StatedTier.Is(Tier.B), ("B", "B"), Made)
        .Rule("c", Tier.C, StatedTier.Is(Tier.C), ("C", "C"), Made)
        .Otherwise(Tier.D, ("D", "D"), Made)
        .Build();

    private static readonly Grader<Tier> Grader = new(Policy);

    private readonly GradeBook<Tier> _book;

    public PlanWorld(AreaTree areas)
    {
        Register = new BusinessRegister(areas, BusinessFacts.Schema.With(StatedTier));
        _book = new GradeBook<Tier>(Register.Facts, Tiers.Scale);
    }

    public BusinessRegister Register { get; }

    public AreaTree Areas => Register.Areas;

    public GradeBook<Tier> Book => _book;

    public GradeSheet<Tier> Grades => _book.Grades;

    public static Business NewBusiness(string id, AreaCode area, Tier tier, BusinessType type = BusinessType.Restaurant) =>
        new(new BusinessId(id), id, area, type) { OwnFacts = new FactRecord(StatedTier.Of(tier)) };

    public int Add(string id, string area, Tier tier, BusinessType type = BusinessType.Restaurant) =>
        Register.Add(NewBusiness(id, AreaCode.Parse(area), tier, type));

    /// <summary>Adds so many businesses of a tier, named by the tier and a number.</summary>
    public void AddMany(int count, string area, Tier tier)
    {
        for (var i = 0; i < count; i++)
        {
            Add($"{tier}-{area}-{i:D5}", area, tier);
        }
    }

    public void SetTier(int row, Tier tier) => Register.Change(Register.IdAt(row), StatedTier.Of(tier));

    public void Close(int row) => Register.Change(Register.IdAt(row), BusinessFacts.Status.Of(OperatingStatus.Closed));

    public void Move(int row, AreaCode area)
    {
        var old = Register.At(row);
        Register.Replace(new Business(old.Id, old.Name, area, old.Type) { Status = old.Status, OwnFacts = old.OwnFacts });
    }

    public void Grade() => _book.Regrade(Grader);

    public CadreRoster Roster(params (string Id, string Area)[] posts) => Roster(posts.Select(post => NewPost(post.Id, post.Area)));

    public CadreRoster Roster(IEnumerable<Post> posts) =>
        CadreRoster.Build(Areas, posts.Select(post => post.Cadre).Distinct().Select(id => new Cadre(id, $"name of {id}")), posts);

    public static Post NewPost(string cadre, string area, int? capacity = null, string title = "post", Term term = default) =>
        new(new CadreId(cadre), title, AreaCode.Parse(area), term) { Capacity = capacity };

    public ChainPlan Plan(CadreRoster roster, ChainPlan? previous = null) =>
        new ChainPlanner().Plan(Register, Grades, roster, Day, previous);

    /// <summary>A district that lives, with the businesses that were added and these posts, since a day.</summary>
    public Domain.District Found(IEnumerable<Post> posts, LocalDate? since = null, WorkingCalendar? calendar = null)
    {
        Post[] all = [.. posts];
        var district = new Domain.District(new DistrictSettings(calendar ?? WorkingCalendar.China) { Schema = Register.Facts.Schema });
        Do(
            district, since ?? Day,
            [
                AreasLaidDown.Of(Areas, Listed),
                new PolicyLaidDown<Tier>(Policy),
                new LevelsLaidDown(LevelCorrespondence.Default),
                new BusinessesOpened([.. Register.Businesses]),
                .. all.Select(post => post.Cadre).Distinct().Select(cadre => new CadreJoined(cadre)),
                .. all.Select(post => new PostGiven(post.Cadre, post.Title, post.Area, post.Term, post.Capacity)),
            ]);
        return district;
    }

    /// <summary>The same with a post named by its cadre and its area.</summary>
    public Domain.District Found(params (string Id, string Area)[] posts) => Found(posts.Select(post => NewPost(post.Id, post.Area)));

    /// <summary>Enters what an office did on a day, whatever day it is already.</summary>
    public static Consequences Do(Domain.District district, LocalDate on, params IEnumerable<Act> acts)
    {
        var at = district.Settings.Calendar.Zone.AtStartOfDay(on).ToInstant() + Duration.FromHours(8);
        return district.Apply(new Stamp("office", on, Instant.Max(at, district.RecordedUpTo)), [new DayBegan(), .. acts]);
    }

    /// <summary>The chain as text: each step with its cadre, with ! where it is a fallback and ? where it is vacant.</summary>
    public static string Show(ResponsibilityChain chain) => string.Join(" ", chain.Links.Select(link =>
        link.IsVacant ? $"?{link.Gap}" : link.IsFallback ? $"{link.Cadre}!{link.Gap}" : $"{link.Cadre}"));

    /// <summary>The list that says which areas there are.</summary>
    public static Citation Listed { get; } = Citation.Illustrative(("测试名录", "a list made for a test"));

    /// <summary>A province with one city of districts and one without, and what lies in them.</summary>
    public static AreaTree SmallTree { get; } = AreaTree.Build(
    [
        new("51", "province"), new("5101", "city"),
        new("510115", "district one"), new("510115001", "town one"), new("510115001001", "village one"), new("510115001002", "village two"),
        new("510115002", "town two"), new("510115002001", "village three"),
        new("510116", "district two"), new("510116001", "town three"), new("510116001001", "village four"),
        new("5119", "city without districts"), new("511900001", "town four"), new("511900001001", "village five"),
    ]);
}
