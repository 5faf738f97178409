using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace ReadmeExample;

public static class PolicyExample
{
    public static void Run(string path, BusinessRegister register, GradeBook<Tier> book, Language language)
    {
        var policy = TierPolicies.File.Read(File.ReadAllBytes(path));
        book.Regrade(new Grader<Tier>(policy));

        // What can nobody have meant?
        foreach (var fault in PolicyAnalysis.Of(policy).Faults)
            Console.WriteLine(fault.Text.In(language));

        // A draft that mends it: which businesses would it grade otherwise, of all there can be?
        var draft = policy.Draft("2027.2")
            .BasedOn(Citation.Illustrative(("本区自拟", "the district's own")))
            .Without("diners-500")
            .Rule("diners-500", Tier.B,
                BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 500,
                ("学校食堂500人以上", "school canteens of 500 diners and more"))
            .Build();

        foreach (var difference in PolicyDiff.Between(policy, draft).Differences)
            Console.WriteLine(difference.Text.In(language));

        // And of this register? Nobody is moved: the standing tiers stay as they are.
        foreach (var move in book.Preview(new Grader<Tier>(draft)).Moves)
            Console.WriteLine($"{register.NameAt(move.Row)}: {move.From} -> {move.To}");
    }
}
