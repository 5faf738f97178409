using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Laws;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Emergencies.IncidentFacts;

namespace FoodSafety.Domain.Tests.Emergencies;

public class IncidentPoliciesTests
{
    private static readonly GradingPolicy<IncidentGrade> Policy = IncidentPolicies.Jiangsu2022;

    private static readonly Grader<IncidentGrade> Grader = new(Policy);

    public static TheoryData<int, int, int, int, int, int, int, IncidentGrade?> Edges => new()
    {
        // harmed, deaths, at school, at an event, cities, counties, townships
        { 29, 0, 0, 0, 0, 0, 0, null },
        { 30, 0, 0, 0, 0, 0, 0, IncidentGrade.General },
        { 99, 0, 0, 0, 0, 0, 0, IncidentGrade.General },
        { 100, 0, 0, 0, 0, 0, 0, IncidentGrade.Larger },
        { 1, 1, 0, 0, 0, 0, 0, IncidentGrade.Larger },
        { 99, 1, 0, 0, 0, 0, 0, IncidentGrade.Larger },
        { 100, 1, 0, 0, 0, 0, 0, IncidentGrade.Major },
        { 99, 9, 0, 0, 0, 0, 0, IncidentGrade.Larger },
        { 99, 10, 0, 0, 0, 0, 0, IncidentGrade.Major },
        { 49, 0, 49, 0, 0, 0, 0, IncidentGrade.General },
        { 50, 0, 50, 0, 0, 0, 0, IncidentGrade.Major },
        { 49, 0, 0, 49, 0, 0, 0, IncidentGrade.General },
        { 50, 0, 0, 50, 0, 0, 0, IncidentGrade.Major },
        { 1, 0, 0, 0, 1, 1, 1, null },
        { 1, 0, 0, 0, 1, 1, 2, IncidentGrade.General },
        { 1, 0, 0, 0, 1, 2, 1, IncidentGrade.Larger },
        { 1, 0, 0, 0, 2, 1, 1, IncidentGrade.Major },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void Grade_AtEveryEdgeAndOneBefore(int harmed, int deaths, int school, int atEvent, int cities, int counties, int townships, IncidentGrade? expected)
    {
        var facts = new FactRecord(
            Harmed.Of(harmed), Deaths.Of(deaths), HarmedAtSchool.Of(school), HarmedAtEvent.Of(atEvent), Cities.Of(cities), Counties.Of(counties), Townships.Of(townships));

        Assert.Equal(expected, IncidentGrading.Of(Grader, facts).Grade);
    }

    [Fact]
    public void Grade_NoRuleHolds_ExactlyWhenBelowTheTable() => BusinessGen.For(Policy).Sample(
        facts =>
        {
            var meets = Policy.Rules.Any(rule => rule.When.Holds(facts)) || DecidedByCounty.In(facts) == true;
            return IncidentGrading.Of(Grader, facts).IsBelowTable == !meets;
        },
        iter: 20_000);

    [Fact]
    public void Grade_MoreOfAnything_IsNeverMilder() => Gen.Select(BusinessGen.For(Policy), BusinessGen.For(Policy)).Sample(
        (facts, other) =>
        {
            var more = Policy.Facts.Aggregate(facts, (record, fact) => record.With(new FactValue(fact, Math.Max(record.Read(fact), other.Read(fact)))));
            return (IncidentGrading.Of(Grader, more).Grade ?? (IncidentGrade)5) <= (IncidentGrading.Of(Grader, facts).Grade ?? (IncidentGrade)5);
        },
        iter: 20_000);

    [Fact]
    public void Policy_AnalysedWhole_HasNoFault()
    {
        var analysis = PolicyAnalysis.Of(Policy);
        Assert.True(analysis.IsComplete);
        Assert.Empty(analysis.Faults);
    }

    [Fact]
    public void Policy_ReadsEveryFact_AndIsMarkedIllustrative()
    {
        Assert.Equal(
            Schema.Facts.Select(fact => fact.Id).Order(StringComparer.Ordinal),
            Policy.Facts.Concat(IncidentPolicies.Sichuan2017.Facts).Select(fact => fact.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.True(Policy.IsIllustrative);
        Assert.Equal(SourceStanding.SecondHand, IncidentGrading.Of(Grader, new FactRecord(Harmed.Of(30))).Basis.Standing);
    }

    [Fact]
    public void Explain_BelowTheTable_SaysWhatWouldMakeItGeneral()
    {
        var explanation = Grader.Explain(new FactRecord(Harmed.Of(29)));
        Assert.Equal("not graded: no criterion of the table is met", explanation.Outcome.English);
        Assert.Contains(explanation.Nearest, change => change.To == Harmed.Of(30) && change.Becomes.FindGrade() == IncidentGrade.General);
    }

    [Fact]
    public void Text_OfAGrading_SaysGradeAndReason()
    {
        var school = IncidentGrading.Of(Grader, new FactRecord(Harmed.Of(62), HarmedAtSchool.Of(62)));
        Assert.Equal(new BilingualText("Ⅱ级（重大）：学校食物中毒50人以上", "grade II (major): 50 or more poisoned at school"), school.Text);
        Assert.Equal(("incident-grade", "2022.1", "school-50"), (school.Policy, school.Version, school.Clause));
        Assert.Equal("below the table: no criterion of the table is met", IncidentGrading.Of(Grader, FactRecord.Empty).Text.English);
    }

    [Fact]
    public void File_OfAPlaceOfItsOwn_IsReadAndGradesByItself()
    {
        var own = IncidentPolicies.File.Read(IncidentPolicies.File.Write(
            Policy.Draft("own.1").Rule("school-20", IncidentGrade.Larger, HarmedAtSchool >= 20 & Harmed >= 30, ("学校20人以上", "20 or more at school"), Citation.Illustrative(("自拟", "made up"))).Build()));
        var facts = new FactRecord(Harmed.Of(30), HarmedAtSchool.Of(20));

        Assert.Equal(IncidentGrade.General, IncidentGrading.Of(Grader, facts).Grade);
        Assert.Equal((IncidentGrade.Larger, "own.1"), IncidentGrading.Of(new(own), facts) is var graded ? (graded.Grade!.Value, graded.Version) : default);
    }

    [Fact]
    public void Write_TheBuiltInPolicy_GivesTheEmbeddedFile() =>
        Assert.Equal(EmbeddedText.Read("Emergencies.Policies.incident-grade.2022.1.json"), IncidentPolicies.File.Write(Policy));

    [Theory]
    [InlineData(IncidentGrade.EspeciallyMajor, ResponseLevel.I, null)]
    [InlineData(IncidentGrade.Major, ResponseLevel.II, AreaLevel.Province)]
    [InlineData(IncidentGrade.Larger, ResponseLevel.III, AreaLevel.City)]
    [InlineData(IncidentGrade.General, ResponseLevel.IV, AreaLevel.District)]
    public void ResponseLevel_OfEveryGrade_AndWhoLeadsIt(IncidentGrade grade, ResponseLevel level, AreaLevel? leader)
    {
        Assert.Equal(level, ResponseLevels.For(grade));
        Assert.Equal(leader, level.FindLeader());
    }
}
