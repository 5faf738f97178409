using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

// A district with one town, and a register of the businesses in it.
var areas = AreaTree.Build([new("510115", "温江区"), new("510115001", "柳城街道")]);
var register = new BusinessRegister(areas);

var canteen = new BusinessId("510115-0001");
register.Add(new Business(canteen, "柳城小学食堂", AreaCode.Parse("510115001"), BusinessType.SchoolCanteen)
{
    Profile = new() { Employees = 14, DinersPerMeal = 487 },
});

// Grade the register, and ask why.
var grader = new Grader<Tier>(TierPolicies.SizeAndDiners2022);
var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
book.Regrade(grader);

var why = book.Explain(register.RowOf(canteen));
Console.WriteLine(why.ToText(Language.English));
Console.WriteLine(why.ToText(Language.Chinese));

// A fact changes: who moves?
register.Change(canteen, BusinessFacts.DinersPerMeal.Of(512));

foreach (var move in book.Regrade(grader).Moves)
    Console.WriteLine($"{register.At(move.Row).Name}: {move.From} -> {move.To}");
