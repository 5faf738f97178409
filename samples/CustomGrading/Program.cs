using CustomGrading;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

// A city gives its kitchens one to five stars, by a scheme of its own, on data of its own. Nothing here is built into
// the library: the grades, the facts, the entity and the policy are all declared in this project.
var today = new LocalDate(2026, 3, 1);
Kitchen[] kitchens = [.. CityKitchens.All];

var table = new FactTable(StarFacts.Schema);
table.AddRange<Kitchen>(kitchens, Kitchen.Facts, [.. kitchens.Select(kitchen => CityKitchens.Towns.IndexOf(kitchen.Town))]);
History.Write(table, kitchens, today);

Title($"1. {StarPolicy.Of2026.Title.English} on {today:uuuu-MM-dd}");
var grader = new Grader<HygieneStar>(StarPolicy.Of2026);
var book = new GradeBook<HygieneStar>(table, HygieneStars.Scale);
book.Regrade(grader, today);
for (var row = 0; row < table.Count; row++)
{
    var decision = book.Grades[row];
    Console.WriteLine($"{kitchens[row].Name,-17} {Show(decision),-12} {StarPolicy.Of2026.ClauseOf(decision).Title.English}");
}

Title("2. Why? In both languages");
var asked = Array.FindIndex(kitchens, k => k.Name == "Noodle Corner");
Console.WriteLine(book.Explain(asked).ToText(Language.English));
Console.WriteLine();
Console.WriteLine(book.Explain(asked).ToText(Language.Chinese));

Title("3. One new visit");
var visited = Array.FindIndex(kitchens, k => k.Name == "Bamboo Court");
kitchens[visited] = kitchens[visited] with
{
    Visits = [.. kitchens[visited].Visits, new Visit(today, 78, ["storage"])],
};
var before = table.Revision;
History.Write(table, kitchens, today);
var changed = table.FindChangedSince(before);
Console.WriteLine($"Facts changed of {changed?.Count} of {table.Count}: the kitchen, and those of its town whose place is another now.");
var after = book.Regrade(grader, today);
WriteMoves(after);

Title($"4. A draft: {StarPolicy.Draft}");
var drafted = book.Preview(new Grader<HygieneStar>(StarPolicy.Draft));
WriteMoves(drafted);

Title("5. The same stars for the businesses of a register");
var starred = BusinessStars.Run();

Title("Result");
var count = book.Grades.Count();
Console.WriteLine($"kitchens: {count.Total}, with stars: {count.Total - count.NotGraded}, without: {count.NotGraded}");
Console.WriteLine($"moved by one visit: {after.Moves.Count}, would move under the draft: {drafted.Moves.Count}");
Console.WriteLine($"businesses with stars: {starred}");

void WriteMoves(Regrading<HygieneStar> regrading)
{
    foreach (var move in regrading.Moves)
    {
        Console.WriteLine($"{kitchens[move.Row].Name,-17} {Show(move.From)} -> {Show(move.To)}");
    }
}

static string Show(GradeDecision<HygieneStar> decision) =>
    decision.FindGrade() is { } star ? HygieneStars.Scale.NameOf(star).English : "no stars";

static void Title(string text) => Console.WriteLine($"\n{text}\n{new string('-', text.Length)}");
