using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

// A district with one town: a policy of tiers, a school canteen, and two officials who can answer for it.
var (district, town, canteen) = (AreaCode.Parse("510115"), AreaCode.Parse("510115001"), new BusinessId("510115-0001"));
var wenjiang = new District(new DistrictSettings(WorkingCalendar.China));
wenjiang.Apply(
    On(1),
    new AreasLaidDown([new(district, "温江区"), new(town, "柳城街道")], Citation.Illustrative(("统计用区划代码", "the statistical division list"))),
    new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
    new LevelsLaidDown(LevelCorrespondence.Default),
    new BusinessesOpened([new Business(canteen, "柳城小学食堂", town, BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = 487, IsChainHeadquarters = false } }]),
    new CadreJoined(new("zhang")), new PostGiven(new("zhang"), "街道主任", town, new Term(new LocalDate(2026, 1, 1))),
    new CadreJoined(new("li")), new PostGiven(new("li"), "副区长", district, new Term(new LocalDate(2026, 1, 1))));
Console.WriteLine(wenjiang.Tiers.Explain(canteen).ToText(Language.English));
Console.WriteLine(wenjiang.Tiers.Explain(canteen).ToText(Language.Chinese));

// A fact changes: what follows, who has to do what, and how did it stand the day before?
var told = wenjiang.Apply(On(7), new FactsStated(canteen, new FactRecord(BusinessFacts.DinersPerMeal.Of(512))));
foreach (var move in told.MovesOf<Tier>()) Console.WriteLine($"{move.Business}: {move.From} -> {move.To}");
foreach (var step in told.Chains) Console.WriteLine($"{step.Step.Name().English}: {step.To.Cadre}");
foreach (var task in told.FollowUps) Console.WriteLine($"{task.Actor.English}: {task.Text.English}");
Console.WriteLine($"6 September: {wenjiang.AsOf(new LocalDate(2026, 9, 6)).Standing[0]}");

static Stamp On(int day) => new("food-safety-office", new LocalDate(2026, 9, day), Instant.FromUtc(2026, 9, day, 1, 0));
