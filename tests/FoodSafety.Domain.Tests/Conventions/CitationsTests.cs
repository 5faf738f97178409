using System.Collections;
using System.Reflection;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>Every citation that a static member of the library holds: found by reflection, so that none is forgotten.</summary>
public class CitationsTests
{
    private static readonly LocalDate Last2021 = new(2025, 11, 30);
    private static readonly LocalDate First2025 = new(2025, 12, 1);

    /// <summary>All citations that can be reached from the static members of all types of the library, with where the first was found.</summary>
    private static readonly Dictionary<Citation, string> Found = Find();

    [Fact]
    public void Citations_AreFoundInTheWholeLibrary()
    {
        Assert.InRange(Found.Count, 60, int.MaxValue);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "Assessment", "Emergencies", "Grading", "Inspections", "Rectifications", "SelfControl", "Responsibility", "Time" },
            Found.Values.Select(where => where.Split('.')[2]).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Citations_WithoutEdition_OfTheFoodSafetyLaw_AreNone() => Assert.DoesNotContain(
        Found, found => found.Key.Document.English is "Food Safety Law" or "Food Safety Law of the PRC" || found.Key.Document.Chinese == "中华人民共和国食品安全法");

    [Fact]
    public void Citations_FromMemory_AreThoseThatNothingConfirmed() => Assert.Equal(
        ["common local practice, from memory", "raising and lowering under the 2016 measure, from memory"],
        Found.Keys.Select(citation => citation.Document.English).Where(title => title.Contains("memory", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Citations_FromMemory_SayThatTheyAreIllustrative() => Assert.All(
        Found.Keys.Where(citation => citation.Document.English.Contains("memory", StringComparison.Ordinal) || citation.Document.Chinese.Contains("凭记忆", StringComparison.Ordinal)),
        citation => Assert.Equal(SourceStanding.Unconfirmed, citation.Standing));

    [Fact]
    public void Citations_OfWhatWasConfirmed_AreNotIllustrative()
    {
        Assert.Equal(SourceStanding.OfficialText, SizeStandard.Basis.Standing);
        Assert.Contains("国统字〔2017〕213号", SizeStandard.Basis.Document.Chinese, StringComparison.Ordinal);
        Assert.Equal("www.stats.gov.cn", SizeStandard.Basis.Url!.Host);
        Assert.All(
            StaffingRules.National.Rules.Where(rule => rule.InForce.From == StaffingRules.Rules2025From && rule.Id != "enterprises-2025-directed"),
            rule => Assert.False(rule.IsIllustrative));
        Assert.All(
            StaffingRules.National.Rules.Where(rule => rule.Id.StartsWith("enterprises-2025", StringComparison.Ordinal) && rule.Id != "enterprises-2025-directed"),
            rule => Assert.Equal("www.samr.gov.cn", rule.Basis.Url!.Host));
        Assert.All(
            RiskPolicies.FoodSellers2016.Rules, rule => Assert.Equal((SourceStanding.OfficialText, "www.cfe-samr.org.cn"), (rule.Basis.Standing, rule.Basis.Url!.Host)));
        Assert.False(Domain.Inspections.FrequencyPolicy.Default.Find("risk-d")!.Basis.IsIllustrative);
    }

    [Fact]
    public void Citations_OfTierA_NameBothProvinces_AndStayIllustrative() => Assert.All(
        TierPolicies.SizeAndDiners2022.Rules.Where(rule => rule.Id is "school-3000" or "kindergarten-500"),
        rule =>
        {
            Assert.Contains("Huaihua (Hunan) and Leshan (Sichuan)", rule.Basis.Document.English, StringComparison.Ordinal);
            Assert.True(rule.Basis.IsIllustrative);
        });

    [Fact]
    public void Tiers_EveryClause_StaysIllustrative() => Assert.All(TierPolicies.SizeAndDiners2022.Rules, rule => Assert.True(rule.Basis.IsIllustrative));

    [Fact]
    public void FoodSafetyLaw_IsCitedInTheEditionOfTheDayOfTheAct()
    {
        Func<LocalDate, Citation>[] cited =
        [
            .. Enum.GetValues<MeasureKind>().Select(kind => (Func<LocalDate, Citation>)(on => kind.Basis(on))),
            .. Enum.GetValues<PostBarGround>().Select(ground => (Func<LocalDate, Citation>)(on => ground.Basis(on))),
            StopBook.StopBasis,
            WarningIssuer.Basis,
            SpecialFood.Basis,
            on => ReportingRules.BuiltIn(on).Single(rule => rule.Id == "department-at-once").Basis,
            on => IllustrativeAssessment.TownIncentives(on).Single(rule => rule.Kind == IncentiveKind.Talk).Basis,
            on => new PostBar(new StaffId("li"), PostBarGround.LicenceRevoked, on).Basis,
        ];

        Assert.All(cited, basis =>
        {
            Assert.StartsWith("中华人民共和国食品安全法（2021年修正）", basis(Last2021).Text.Chinese, StringComparison.Ordinal);
            Assert.StartsWith("中华人民共和国食品安全法（2025年修正）", basis(First2025).Text.Chinese, StringComparison.Ordinal);
            Assert.Equal(basis(Last2021).Article, basis(First2025).Article);
            Assert.Equal((SourceStanding.OfficialText, SourceStanding.OfficialText), (basis(Last2021).Standing, basis(First2025).Standing));
            Assert.NotNull(basis(First2025).Url);
            Assert.Equal(SourceStanding.OfficialText, basis(new LocalDate(2021, 4, 29)).Standing);
            Assert.Equal(SourceStanding.Unconfirmed, basis(new LocalDate(2021, 4, 28)).Standing);
        });
    }

    [Fact]
    public void SpecialFood_LiquidInfantFormula_IsRegisteredSinceDecember2025()
    {
        Assert.Equal(["health-food", "medical-formula", "infant-formula-powder"], SpecialFood.All.Where(food => food.IsRegisteredOn(Last2021)).Select(food => food.Id));
        Assert.Equal(SpecialFood.All, SpecialFood.All.Where(food => food.IsRegisteredOn(First2025)));
        Assert.Equal("婴幼儿配方液态乳", SpecialFood.InfantFormulaLiquid.Name.Chinese);
    }

    private static Dictionary<Citation, string> Find()
    {
        var found = new Dictionary<Citation, string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<(object Value, string Where)>();
        foreach (var type in typeof(Tier).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(field => !field.IsLiteral))
            {
                Enqueue(field.GetValue(null), $"{type.FullName}.{field.Name}");
            }
        }

        while (queue.TryDequeue(out var next))
        {
            if (next.Value is Citation citation)
            {
                found.TryAdd(citation, next.Where);
                continue;
            }

            // A list that was left out is a default value and cannot be walked.
            if (next.Value is IEnumerable items && next.Value.GetType().GetProperty("IsDefault")?.GetValue(next.Value) is not true)
            {
                foreach (var item in items)
                {
                    Enqueue(item, next.Where);
                }
            }

            for (var type = next.Value.GetType(); type is not null && Within(type); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Enqueue(field.GetValue(next.Value), next.Where);
                }
            }
        }

        return found;

        void Enqueue(object? value, string where)
        {
            if (value is null or string or Delegate or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || !(Within(value.GetType()) || value is IEnumerable))
            {
                return;
            }

            if (value is System.Collections.Immutable.IImmutableList<byte> || (value.GetType().IsValueType is false && !seen.Add(value)))
            {
                return;
            }

            queue.Enqueue((value, where));
        }

        static bool Within(Type type) => type.Assembly == typeof(Tier).Assembly || type.IsGenericType && type.GetGenericArguments().Any(argument => argument.Assembly == typeof(Tier).Assembly);
    }
}
