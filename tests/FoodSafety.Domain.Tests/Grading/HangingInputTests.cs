using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Grading.Files;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>Small inputs that once took minutes, gigabytes or the process. Each ends with a result or a refusal, after counted work.</summary>
public class HangingInputTests
{
    [Fact]
    public void ToMarkdown_FileThatNestsNotSixtyTimes_IsPrinted()
    {
        var policy = SamplePolicy.File.Read(SamplePolicy.FileText.Replace(
            "{\"all\": [{\"fact\": \"kind\", \"is\": [\"Canteen\"]}, {\"fact\": \"staff\", \"atLeast\": 10}]}",
            $"{string.Concat(Enumerable.Repeat("{\"not\": ", 60))}true{new string('}', 60)}", StringComparison.Ordinal));

        Assert.Contains(string.Concat(Enumerable.Repeat("not (", 60)) + "always", policy.ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.NotEmpty(SamplePolicy.File.Write(policy));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_HundredsOfThousandsOfOpenBrackets_IsTooDeepFromThe257th(char bracket)
    {
        var text = bracket == '[' ? new string('[', 500_000) : string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults);
        Assert.Equal((DataFileFaultKind.TooDeep, "$"), (fault.Kind, fault.Path));
        Assert.Equal((1, bracket == '[' ? 257 : 1281), (fault.Line, fault.Column));
        Assert.Equal(["1..256"], fault.Allowed);
    }

    [Fact]
    public void Read_BracketsThatAreClosedAgain_AreTooDeepAsWell()
    {
        var text = $"{new string('[', 257)}{new string(']', 257)}";
        Assert.Equal(DataFileFaultKind.TooDeep, Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults[0].Kind);
        Assert.Equal(DataFileFaultKind.WrongType, Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text[1..^1])).Faults[0].Kind);
    }

    [Fact]
    public void Read_LongNameAroundALongList_TellsFaultsOfBoundedLength()
    {
        // The name stands in the path of each item.
        var text = $"{{\"numbers\": {{\"{new string('n', 400_000)}\": {{\"name\": {{\"zh\": \"\", \"en\": \"\"}}, \"is\": {{\"sum\": [{string.Join(",", Enumerable.Repeat("[]", 200_000))}]}}}}}}}}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var faults = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults;
        Assert.True(faults.Length > 90_000);
        Assert.All(faults, fault => Assert.InRange(fault.Path.Length, 1, 200));
        // Of each fault its path and the value; the texts of all would be four times as much, and three are shown.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void Write_ThousandsOfNumbersOfOneName_GetKeysInOrder()
    {
        var keys = new FileKeys("number", []);
        var made = Enumerable.Range(0, 50_000).Select(_ => keys.Next("Same name")).ToArray();
        Assert.Equal(["same-name", "same-name-2", "same-name-50000"], [made[0], made[1], made[^1]]);
    }

    [Fact]
    public void Grade_SharedPartsAndScoresInScores_DecideAsWrittenOut()
    {
        var grader = new Grader<Star>(Build(Shared(13), Star.One));
        var table = new FactTable(Schema);
        table.Add(new FactRecord(Lapse.Of(true)));
        table.Add(new FactRecord(Award.Of(true)));
        Assert.Equal((Star.One, Star.Three), (grader.Grade(table)[0].Grade, grader.Grade(table)[1].Grade));
        Assert.Equal("rule", grader.Explain(table[0]).Matched[0].Clause.Id);

        Condition nested = Diners >= 10;
        for (var i = 0; i < 31; i++)
        {
            nested = new Score((nested, 1)) >= 1;
        }

        var explanation = new Grader<Star>(Build(nested, Star.One)).Explain(new FactRecord(Diners.Of(3)));
        Assert.Equal(Diners.Of(10), Assert.Single(explanation.Nearest).To);
        Assert.True(explanation.IsNearestComplete);
    }

    [Fact]
    public void Explain_TensOfThousandsOfLimits_EndsAndSaysThatItDidNotTryThemAll()
    {
        Condition odd = new AnyOf([.. Enumerable.Range(0, 30_000).Select(i => Count.Is(2 * i + 1))]);
        var grader = new Grader<Star>(Build(odd & Count >= 59_000, Star.One));
        var explanation = grader.Explain(new FactRecord(Count.Of(0)));
        Assert.False(explanation.IsNearestComplete);
        Assert.EndsWith("Not every nearest change could be told", explanation.ToString(), StringComparison.Ordinal);

        var all = new Grader<Star>(Build(new AllOf([.. Enumerable.Range(1, 1_000).Select(i => Count >= i)]), Star.One)).Explain(new FactRecord(Count.Of(2_000)));
        Assert.Equal(1_000, all.Matched[0].Evidence.Length);
        Assert.Contains("\n  · … and 950 lines more\n", all.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n  · ……另有 950 行\n", all.ToText(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(Count.Of(999), Assert.Single(all.Nearest).To);
    }

    public static TheoryData<string> LargePolicies => ["many limits", "many facts", "many own conditions", "shared", "many rules", "sums", "many scores", "wide any of all"];

    [Theory]
    [MemberData(nameof(LargePolicies))]
    public void Analyse_LargePolicy_CountsItsWorkAndSaysThatItIsNotComplete(string which)
    {
        var policy = Large(which);
        var options = new PolicyAnalysisOptions { MostSteps = 200_000 };
        PolicyAnalysis.Of(Build(Lapse, Star.One), options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var analysis = PolicyAnalysis.Of(policy, options);
        var diff = PolicyDiff.Between(policy, policy.Draft("2").Build(), options);
        // A step may make a node, and lists grow by doubling; what it must not do is allocate without counting.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
        Assert.False(analysis.IsComplete);
        Assert.True(diff.IsComplete || diff.Differences.IsEmpty);
    }

    [Fact]
    public void Analyse_OfMoreFactsThanItTakes_IsNotCompleteWhateverTheSteps()
    {
        GradingPolicy<Star> Of(int facts) => Build(new AnyOf([.. Enumerable.Range(0, facts).Select(i => new FlagFact($"f-{i}", ($"{i}", $"{i}")))]), Star.One);
        Assert.False(PolicyAnalysis.Of(Of(501), new PolicyAnalysisOptions { MostSteps = long.MaxValue }).IsComplete);
        // What says the same in every clause is the same grading, however large.
        Assert.True(PolicyDiff.Between(Of(501), Of(501).Draft("2").Build()).IsSameGrading);
        Assert.False(PolicyDiff.Between(Of(501), Of(502)).IsComplete);
        Assert.Empty(PolicyAnalysis.Of(Of(501)).TooLarge);
        Assert.True(PolicyAnalysis.Of(Of(60)).IsComplete);

        // As many as are taken fit on a stack of half a mebibyte.
        PolicyAnalysis<Star>? analysis = null;
        var thread = new Thread(() => analysis = PolicyAnalysis.Of(Of(500)), maxStackSize: 1 << 19);
        thread.Start();
        thread.Join();
        Assert.NotNull(analysis);
    }

    [Fact]
    public void Analyse_RegionOfThousandsOfStretches_IsOutlined()
    {
        var policy = Build(new AnyOf([.. Enumerable.Range(0, 1_500).Select(i => Count.Is(2 * i))]), Star.One);
        var analysis = PolicyAnalysis.Of(policy, new PolicyAnalysisOptions { MostSteps = 500_000_000, RightlyMilder = [Count] });
        Assert.True(analysis.IsComplete);
        var left = Assert.Single(analysis.Findings.OfType<LeftToDefault>());
        Assert.False(left.IsExact);
        Assert.InRange(left.Where.ToString().Length, 1, 100);
        Assert.Equal(Star.Three, new Grader<Star>(policy).Grade(left.Witness!.Facts).Grade);
    }

    [Fact]
    public void Text_OfAFindingAboutManyClauses_NamesTenAndHowManyMore()
    {
        var builder = Start().Otherwise(Star.Three, ("其他", "others"), Basis);
        for (var i = 0; i < 15; i++)
        {
            builder.Rule($"r-{i}", Star.One, Lapse & !Lapse, ("无", "none"), Basis);
        }

        var text = Assert.Single(PolicyAnalysis.Of(builder.Build()).Findings.OfType<NeverHolds>()).Text;
        Assert.StartsWith("'none' (r-0), 'none' (r-1), 'none' (r-2), 'none' (r-3), 'none' (r-4), 'none' (r-5), 'none' (r-6), 'none' (r-7), 'none' (r-8), 'none' (r-9) and 5 more can never apply", text.English, StringComparison.Ordinal);
        Assert.Contains("“无”（r-9）等 15 条永不适用", text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_LargerThanAPolicyMayBe_IsRefusedWithTheLimit()
    {
        var shared = Shared(13);
        var parts = Start().Otherwise(Star.Three, ("其他", "others"), Basis);
        var steps = Start().Otherwise(Star.Three, ("其他", "others"), Basis);
        for (var i = 0; i < 65; i++)
        {
            parts.Rule($"r-{i}", Star.One, shared, ("规则", "rule"), Basis);
            steps.Adjust($"a-{i}", i % 2 == 0 ? 1 : -1, Lapse, ("调整", "adjust"), Basis);
        }

        Assert.Contains("allowed are 1000000", Assert.Throws<GradingPolicyException>(parts.Build).Message, StringComparison.Ordinal);
        Assert.Contains("more than 64 adjustments", Assert.Throws<GradingPolicyException>(steps.Build).Message, StringComparison.Ordinal);
        var most = steps.Without("a-64").Build();
        Assert.Equal(Star.Three, new Grader<Star>(most).Grade(new FactRecord(Lapse.Of(true))).Grade);
    }

    private static readonly NumberFact Count = new("count", ("数量", "count"), ("个", "units"), maximum: 1_000_000);

    private static Condition Shared(int times)
    {
        Condition shared = Lapse;
        for (var i = 0; i < times; i++)
        {
            shared = (shared & Lapse) | (shared & Award);
        }

        return shared;
    }

    private static GradingPolicy<Star> Build(Condition when, Star grade) =>
        Start().Otherwise(Star.Three, ("其他", "others"), Basis).Rule("rule", grade, when, ("规则", "rule"), Basis).Build();

    private static GradingPolicy<Star> Large(string which)
    {
        NumberFact Fact(int i, int most) => new($"n-{i}", ($"数{i}", $"n {i}"), default, maximum: most);
        FlagFact Flag(int i) => new($"f-{i}", ($"标{i}", $"f {i}"));
        var numbers = Enumerable.Range(0, 40).Select(i => Fact(i, 1_000)).ToArray();
        switch (which)
        {
            case "many limits":
                return Build(new AnyOf([.. Enumerable.Range(0, 20_000).Select(i => Count.Is(2 * i))]), Star.One);
            case "many facts":
                return Build(new AnyOf([.. Enumerable.Range(0, 20_000).Select(Flag)]), Star.One);
            case "many own conditions":
                return Build(new AnyOf([.. Enumerable.Range(0, 20_000).Select(i => Condition.Custom($"c-{i}", default, _ => false))]), Star.One);
            case "shared":
                return Build(new AllOf([.. Enumerable.Range(0, 15).Select(_ => new Negation(Shared(10)))]), Star.One);
            case "many rules":
                var builder = Start().Otherwise(Star.Three, ("其他", "others"), Basis);
                for (var i = 0; i < 5_000; i++)
                {
                    builder.Rule($"r-{i}", Star.One, Count.Is(i * 3) & Lapse, ("规则", "rule"), Basis);
                }

                return builder.Build();
            case "sums":
                return Build(new SumOf([.. numbers.Take(6)]) >= 900 & new SumOf([.. numbers.Take(5)]) >= 900, Star.One);
            case "many scores":
                return Build(new AnyOf([.. Enumerable.Range(0, 3_000).Select(i => numbers[i % 40] + numbers[(i + 7) % 40] >= i)]), Star.One);
            default:
                return Build(new AnyOf([.. Enumerable.Range(0, 2_000).Select(i => numbers[i % 40] >= i & numbers[(i * 7 + 1) % 40] >= 1_000 - i % 999)]), Star.One);
        }
    }
}
