using System.Globalization;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Grading.Files.SamplePolicy;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicyFileTests
{
    [Fact]
    public void Write_PolicyWithEveryPart_GivesTheWholeText() => Assert.Equal(FileText, SamplePolicy.File.Write(Policy));

    [Fact]
    public void Read_FileWithEveryPart_GivesThePolicy() => PolicyAssert.Same(Policy, SamplePolicy.File.Read(FileText));

    [Fact]
    public void Read_Bytes_GivesThePolicyWithAndWithoutByteOrderMark()
    {
        PolicyAssert.Same(Policy, SamplePolicy.File.Read(Encoding.UTF8.GetBytes(FileText)));
        PolicyAssert.Same(Policy, SamplePolicy.File.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(FileText)]));
        PolicyAssert.Same(Policy, SamplePolicy.File.Read($"\ufeff{FileText}"));
    }

    [Fact]
    public void Read_SharedNumber_GivesOneObject()
    {
        var policy = SamplePolicy.File.Read(FileText);
        var parts = ((AnyOf)policy.Rules[1].When).Parts;
        var load = (NamedNumber)((Comparison)parts[0]).Left;
        var smallest = (SmallestOf)((LargestOf)((Comparison)parts[1]).Left).Parts[1];
        Assert.Same(((SumOf)load.Inner).Parts[0], smallest.Parts[1]);
    }

    [Fact]
    public void Read_SchemaProperty_IsIgnored() =>
        PolicyAssert.Same(Policy, SamplePolicy.File.Read(FileText.Replace("{\n  \"format\"", "{\n  \"$schema\": \"x\", \"format\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("60", "6e1")]
    [InlineData("60", "600E-1")]
    [InlineData("50.25", "50.2500")]
    [InlineData("0.5}, ", "0.50}, ")]
    public void Read_NumberWrittenInAnotherWay_IsTheSame(string one, string other) =>
        PolicyAssert.Same(Policy, SamplePolicy.File.Read(FileText.Replace(one, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("0.1234567890123456789012345678")]
    [InlineData("-7.9228162514264337593543950335")]
    public void Read_LimitOfManyDigits_KeepsEachOfThem(string digits)
    {
        var policy = SamplePolicy.File.Read(FileText.Replace("\"moreThan\": 60", $"\"moreThan\": {digits}", StringComparison.Ordinal));
        Assert.Equal(decimal.Parse(digits, CultureInfo.InvariantCulture), ((Comparison)((AnyOf)policy.Rules[1].When).Parts[0]).Limit);
        Assert.Contains($"\"moreThan\": {digits}}}", SamplePolicy.File.Write(policy), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EqualLimitsOfOtherLooks_GivesTheSameText()
    {
        Assert.Equal(Written(Staff >= 0), Written(Staff >= -0.0m));
        Assert.Equal(Written(Area >= 1.5m), Written(Area >= 1.5000m));
    }

    /// <summary>Who takes away what has a minus itself writes two, and neither may be lost on the way.</summary>
    [Fact]
    public void Write_WhatIsTakenAwayTwice_IsReadBackAsItWas()
    {
        var turned = new Multiple(new Multiple(Staff, -1), -1);
        var policy = GradingPolicy.Define("turned", "1", ("", ""), Scale)
            .Rule("sum", Grade.Strict, new SumOf(Staff, turned) > 1, ("", ""), Citation.Illustrative(("无", "")))
            .Rule("sides", Grade.Middle, new SumOf(Area, turned) > 0, ("", ""), Citation.Illustrative(("无", "")))
            .Otherwise(Grade.Mild, ("", ""), Citation.Illustrative(("无", ""))).Build();
        PolicyAssert.Same(policy, SamplePolicy.File.Read(SamplePolicy.File.Write(policy)));
    }

    [Fact]
    public void Write_PolicyAlwaysInForceWithoutExtras_LeavesThemOut()
    {
        var policy = GradingPolicy.Define("bare", "1", ("", ""), Scale)
            .Otherwise(Grade.Mild, ("𣲗·\\", "\""), Citation.Illustrative(("无", ""))).Build();
        const string expected = """
            {
              "format": 1,
              "id": "bare",
              "version": "1",
              "title": {"zh": "", "en": ""},
              "scale": ["Mild", "Middle", "Strict"],
              "sources": {"source": {"title": {"zh": "无", "en": ""}, "standing": "unconfirmed"}},
              "rules": [],
              "otherwise": {"id": "otherwise", "grade": "Mild", "title": {"zh": "𣲗·\\", "en": "\""}, "basis": "source"}
            }

            """;
        Assert.Equal(expected, SamplePolicy.File.Write(policy));
        PolicyAssert.Same(policy, SamplePolicy.File.Read(expected));
    }

    /// <summary>What a file says of facts is kept, and a unit that is not the fact's own is refused: who thinks in 万元 is told.</summary>
    [Fact]
    public void Read_UnitsFixedAndRightlyMilder_AreKeptAndChecked()
    {
        const string Said = """
              "units": {"area": {"zh": "平方米", "en": "m²"}},
              "fixed": ["area", "special"],
              "rightlyMilder": ["staff"],
              "sources": {
            """;
        var text = FileText.Replace("  \"sources\": {", Said, StringComparison.Ordinal);
        var policy = SamplePolicy.File.Read(text);
        Assert.Equal([Area, Special], policy.Fixed);
        Assert.Equal([Staff], policy.RightlyMilder);
        Assert.Equal(text, SamplePolicy.File.Write(policy));
        Assert.Equal(text, PolicyFile.Format(text));
        Assert.Equal(text.Replace("1.0", "2", StringComparison.Ordinal), SamplePolicy.File.Write(policy.Draft("2").Build()));

        var wrong = Assert.Single(Assert.Throws<FoodSafety.Domain.DataFiles.DataFileException>(
            () => SamplePolicy.File.Read(text.Replace("\"平方米\"", "\"亩\"", StringComparison.Ordinal))).Faults);
        Assert.Equal("$.units.area", wrong.Path);
        Assert.Contains("“面积”的单位是“平方米”，不是“亩”", wrong.Text.Chinese, StringComparison.Ordinal);
        Assert.Equal(9, wrong.Line);
    }

    [Theory]
    [InlineData("04L")]
    [InlineData("3-301.11")]
    public void Read_ClauseCodeAsAnAgencyPrintsIt_IsAKey(string code)
    {
        var policy = SamplePolicy.File.Read(FileText.Replace("\"id\": \"direct\"", $"\"id\": \"{code}\"", StringComparison.Ordinal));
        Assert.Equal(code, policy.Rules[2].Id);
        Assert.Contains($"\"id\": \"{code}\"", SamplePolicy.File.Write(policy), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GradingPolicy.Define("p", "1", ("", ""), Scale).Rule("04/L", Grade.Mild, Special, ("", ""), Citation.Illustrative(("无", ""))));
    }

    [Fact]
    public void Read_RequireStated_AddsAReasonForNoGradeForEachBehindTheOthers()
    {
        var text = FileText.Replace("\n  \"rules\": [", "\n  \"requireStated\": [\"staff\", \"kind\"],\n  \"rules\": [", StringComparison.Ordinal);
        var policy = SamplePolicy.File.Read(text);
        Assert.Equal(["lucky", "staff-not-stated", "kind-not-stated"], policy.NotGraded.Select(rule => rule.Id));
        Assert.Equal(("未填报：从业人员", "not stated: staff"), policy.NotGraded[1].Title);
        Assert.Equal(policy.Otherwise.Basis, policy.NotGraded[1].Basis);
        Assert.Equal(text, SamplePolicy.File.Write(policy));
        Assert.Equal(text.Split('\n').ToList().FindIndex(line => line.Contains("requireStated", StringComparison.Ordinal)) + 1, policy.FindLine("kind-not-stated"));

        var decision = new Grader<Grade>(policy).Grade(new FactRecord([Kind.Of(Trade.Canteen)]));
        Assert.Equal((null, "staff-not-stated"), (decision.FindGrade(), policy.ClauseOf(decision).Id));
    }

    [Fact]
    public void Write_RequiredFactOnAnotherBasisOrBeforeAnotherReason_StaysAClause()
    {
        var other = Citation.Illustrative(("二", "y"));
        var policy = Bare().BasedOn(Source).RequireStated(Staff).NotGraded("never", Condition.Never, ("", "")).BasedOn(other).RequireStated(Area).BasedOn(Source).RequireStated(Special).Build();
        var text = SamplePolicy.File.Write(policy);
        Assert.Contains("\"requireStated\": [\"special\"],", text, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"staff-not-stated\"", text, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"area-not-stated\"", text, StringComparison.Ordinal);
        PolicyAssert.Same(policy, SamplePolicy.File.Read(text));
    }

    [Fact]
    public void Read_RequiredFactOfALongKey_IsToldToBeWrittenAsAClause()
    {
        var long54 = new FlagFact(new string('a', 54), ("长", "long"));
        var files = new PolicyFile<Grade>(Scale, [long54, Staff]);
        var text = files.Write(Bare().BasedOn(Source).RequireStated(Staff).Build()).Replace("[\"staff\"]", $"[\"{long54.Id}\"]", StringComparison.Ordinal);
        var fault = Assert.Single(Assert.Throws<FoodSafety.Domain.DataFiles.DataFileException>(() => files.Read(text)).Faults);
        Assert.Equal(("$.requireStated[0]", long54.Id), (fault.Path, fault.Value));
        Assert.Contains("write a clause of \"notGraded\"", fault.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_UrlsThatDifferAfterTheHash_KeepsBoth()
    {
        var (first, second) = (new Citation(("甲", "One"), SourceStanding.PressReport, url: new Uri("http://a.cn/#1")),
            new Citation(("甲", "One"), SourceStanding.PressReport, url: new Uri("http://a.cn/#2")));
        var policy = Bare().NotGraded("none", Condition.Never, ("", ""), first).Otherwise(Grade.Mild, ("", ""), second).Build();
        PolicyAssert.Same(policy, SamplePolicy.File.Read(SamplePolicy.File.Write(policy)));
    }

    [Fact]
    public void Write_FactOrConditionOfOthers_IsRefused()
    {
        var staff = new NumberFact("staff", Staff.Name, Staff.Unit);
        Assert.StartsWith("'staff' is declared in two ways: ", Assert.Throws<ArgumentException>(() => Written(staff > 1)).Message, StringComparison.Ordinal);
        var other = new NumberFact("other", Staff.Name, Staff.Unit);
        Assert.Equal("The fact 'other' is not one that these files may name.", Assert.Throws<ArgumentException>(() => Written(other > 1)).Message);
        var lucky = Condition.Custom("lucky", ("", ""), _ => true);
        Assert.Equal("The custom condition 'lucky' is not one that these files may name.", Assert.Throws<ArgumentException>(() => Written(lucky)).Message);
    }

    [Fact]
    public void Write_OtherScale_IsRefused()
    {
        var named = new GradeScale<Grade>((Grade.Mild, ("宽", "gentle")), (Grade.Middle, ("中", "middle")), (Grade.Strict, ("严", "strict")));
        var turned = new GradeScale<Grade>([.. Scale.MildestFirst.Reverse().Select(grade => (grade, Scale.NameOf(grade)))]);
        foreach (var scale in new[] { named, turned })
        {
            var policy = GradingPolicy.Define("p", "1", ("", ""), scale).Otherwise(Grade.Mild, ("", ""), Citation.Illustrative(("一", "x"))).Build();
            Assert.Contains("these files have Mild Middle Strict", Assert.Throws<ArgumentException>(() => SamplePolicy.File.Write(policy)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_WhatCouldNotBeReadBack_IsRefused()
    {
        Condition deep = Special;
        for (var i = 1; i < 64; i++)
        {
            deep = new Negation(deep);
        }

        Assert.NotNull(Written(deep));
        Assert.Throws<TextRefusedException>(() => Bare().NotGraded("half", Condition.Never, ("\ud800", ""), Source));
        var relative = new Citation(("一", "x"), SourceStanding.PressReport, url: new Uri("a/b", UriKind.Relative));
        Assert.Contains("Allowed: absolute url", Refused(Bare().NotGraded("url", Condition.Never, ("", ""), relative)), StringComparison.Ordinal);
        var big = Bare();
        for (var i = 0; i < 6000; i++)
        {
            big.NotGraded($"big-{i}", Condition.Never, (new string('x', 200), ""), Source);
        }

        Assert.Contains("is too large", Refused(big), StringComparison.Ordinal);
    }

    [Fact]
    public void New_KeysThatStandTwice_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new PolicyFile<Grade>(Scale, [Staff, Staff]));
        Assert.Throws<ArgumentException>(() => new PolicyFile<Grade>(Scale, [], [LuckyNumber, LuckyNumber]));
        var twins = new ChoiceFact<Trade>("twins", ("", ""), codeOf: _ => "same");
        Assert.Contains("'twins' has two values of the same code", Assert.Throws<ArgumentException>(() => new PolicyFile<Grade>(Scale, [twins])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyFile<Grade>(Scale, []) { MostBytes = 0 });
    }

    private static Citation Source { get; } = Citation.Illustrative(("一", "x"));

    private static GradingPolicyBuilder<Grade> Bare() =>
        GradingPolicy.Define("bare", "1", ("", ""), Scale).Otherwise(Grade.Mild, ("", ""), Source);

    private static string Written(Condition condition) => SamplePolicy.File.Write(Bare().NotGraded("none", condition, ("", ""), Source).Build());

    private static string Refused(GradingPolicyBuilder<Grade> builder) =>
        Assert.Throws<ArgumentException>(() => SamplePolicy.File.Write(builder.Build())).Message;
}
