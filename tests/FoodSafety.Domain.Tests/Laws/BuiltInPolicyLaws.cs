using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Golden;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>The laws again for the policies that ship, on ten thousand random businesses each.</summary>
public class BuiltInPolicyLaws
{
    private const int Businesses = 10_000;

    public static TheoryData<string> PolicyNames => [.. BuiltInPolicy.All.Select(policy => policy.Name)];

    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Grade_RandomBusinesses_TableScalarExplanationAndReferenceAgree(string name) =>
        BuiltInPolicy.All.Single(policy => policy.Name == name).Visit(new Agreement());

    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Grade_RulesInAnotherOrder_GivesTheSameGrades(string name) =>
        BuiltInPolicy.All.Single(policy => policy.Name == name).Visit(new OrderDoesNotMatter());

    [Fact]
    public void SizeAndDiners_MoreOfAnyNumber_IsNeverMilder()
    {
        var grader = new Grader<Tier>(TierPolicies.SizeAndDiners2022);
        NumberFact[] numbers = [BusinessFacts.Employees, BusinessFacts.AnnualRevenue, BusinessFacts.DinersPerMeal, BusinessFacts.FloorArea];
        Gen.Select(BusinessGen.For(grader.Policy), BusinessGen.For(grader.Policy)).Sample(
            (business, other) =>
            {
                var more = numbers.Aggregate(business, (record, fact) =>
                    record.With(new FactValue(fact, Math.Max(record.Read(fact), other.Read(fact)))));
                return (grader.Grade(business).FindGrade(), grader.Grade(more).FindGrade()) is ({ } tier, { } tierOfMore)
                    ? Tiers.Scale.StrictnessOf(tierOfMore) >= Tiers.Scale.StrictnessOf(tier)
                    : grader.Grade(business) == grader.Grade(more);
            },
            iter: Businesses, print: Print);
    }

    [Fact]
    public void FoodSellerRisk_MoreDynamicPoints_IsNeverMilder()
    {
        var grader = new Grader<RiskGrade>(RiskPolicies.FoodSellers2016);
        Gen.Select(BusinessGen.For(grader.Policy), Gen.Int[1, 600]).Sample(
            (business, more) =>
            {
                var points = Math.Min(Math.Max(business.Read(FoodSellerFacts.DynamicScore), 0) + more, 600);
                var riskier = grader.Grade(business.With(new FactValue(FoodSellerFacts.DynamicScore, points)));
                return grader.Grade(business).FindGrade() is not { } grade
                    || RiskGrades.Scale.StrictnessOf(riskier.Grade) >= RiskGrades.Scale.StrictnessOf(grade);
            },
            iter: Businesses, print: pair => Print((pair.Item1, FactRecord.Empty)));
    }

    /// <summary>Whoever states nothing beside what a register always knows is graded by nobody, unless it is argued here why that does no harm.</summary>
    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Grade_BusinessThatStatesNothing_GetsNoGrade(string name)
    {
        var policy = BuiltInPolicy.All.Single(policy => policy.Name == name);
        var graded = FactRecordsOfNothing.Select(policy.Grade).Any(decision => decision.Grade != "-");

        Assert.Equal(GradesNothing.ContainsKey(name), graded);
    }

    // What is graded though nothing is stated, and why that misleads nobody.
    private static readonly Dictionary<string, string> GradesNothing = new()
    {
        ["food-seller-risk-2016.1"] = "It is kept as it was for what was graded by it; 2016.2 takes its place.",
        ["guarantee-tier-2022.1"] = "A tier is no judgement: it says who answers for a business, and nobody may be without. D gives it to the cadre who is nearest and finds out the rest.",
        ["unsafe-food-crime-2022.1"] = "It says which thresholds are reached by what is known so far of a case, not that there is no crime; what comes out later is judged anew.",
    };

    private static IEnumerable<FactRecord> FactRecordsOfNothing =>
    [
        FactRecord.Empty,
        .. Enum.GetValues<BusinessType>().Select(type => new FactRecord(BusinessFacts.Type.Of(type), BusinessFacts.Status.Of(OperatingStatus.Operating))),
    ];

    private static string Print((FactRecord First, FactRecord Second) pair) =>
        $"{string.Join(", ", pair.First.Values)} | {string.Join(", ", pair.Second.Values)}";

    private sealed class Agreement : IPolicyVisitor
    {
        public void Visit<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum
        {
            var grader = new Grader<TGrade>(policy);
            BusinessGen.For(policy).Array[100].Sample(
                businesses =>
                {
                    var table = new FactTable(policy.Facts.All(FoodSellerFacts.Schema.Contains) ? FoodSellerFacts.Schema : new FactSchema(policy.Facts));
                    foreach (var business in businesses)
                    {
                        table.Add(business);
                    }

                    var sheet = grader.Grade(table);
                    foreach (var (row, business) in businesses.Index())
                    {
                        var expected = ReferenceGrader.Grade(policy, business);
                        Assert.Equal(expected, ReferenceGrader.Of(sheet[row]));
                        Assert.Equal(expected, ReferenceGrader.Of(grader.Grade(business)));
                        Assert.Equal(sheet[row], grader.Explain(business).Decision);
                    }
                },
                iter: Businesses / 100);
        }
    }

    private sealed class OrderDoesNotMatter : IPolicyVisitor
    {
        public void Visit<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum
        {
            var grader = new Grader<TGrade>(policy);
            Gen.Select(BusinessGen.For(policy).Array[100], Gen.Shuffle(policy.Rules.ToArray())).Sample(
                (businesses, rules) =>
                {
                    var shuffled = new Grader<TGrade>(PolicyCase.Reorder(policy, rules));
                    return businesses.All(business => Equals(grader.Grade(business).FindGrade(), shuffled.Grade(business).FindGrade()));
                },
                iter: Businesses / 100);
        }
    }
}
