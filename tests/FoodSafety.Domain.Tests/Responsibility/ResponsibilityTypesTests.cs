using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

public class ResponsibilityTypesTests
{
    private static readonly LocalDate May = new(2024, 5, 1);

    [Fact]
    public void Term_Contains_IsHalfOpen()
    {
        var term = new Term(May, May.PlusDays(2));

        Assert.False(term.Contains(May.PlusDays(-1)));
        Assert.True(term.Contains(May));
        Assert.True(term.Contains(May.PlusDays(1)));
        Assert.False(term.Contains(May.PlusDays(2)));
        Assert.True(new Term(May).Contains(LocalDate.MaxIsoValue));
        Assert.True(default(Term).IsOpen);
        Assert.True(default(Term).Contains(new LocalDate(1, 1, 1)));
    }

    [Fact]
    public void Term_Overlaps_NeedsADayInBoth()
    {
        var term = new Term(May, May.PlusDays(2));

        Assert.True(term.Overlaps(new Term(May.PlusDays(1))));
        Assert.False(term.Overlaps(new Term(May.PlusDays(2))));
        Assert.False(term.Overlaps(new Term(default, May)));
        Assert.True(term.Overlaps(new Term(default, May.PlusDays(1))));
        Assert.False(term.Overlaps(new Term(May, May)));
        Assert.True(new Term(May, May).IsEmpty);
        Assert.False(new Term(May, May.PlusDays(1)).IsEmpty);
    }

    [Fact]
    public void Term_Text_NamesBothEnds()
    {
        Assert.Equal(("2024-05-01 起", "from 2024-05-01"), (new Term(May).Text.Chinese, new Term(May).Text.English));
        Assert.Equal("from 2024-05-01 until before 2024-05-03", new Term(May).EndingBefore(May.PlusDays(2)).Text.English);
    }

    [Fact]
    public void Expertise_Of_IsASet()
    {
        var known = Expertise.Of(BusinessSector.Canteen, BusinessSector.Sales, BusinessSector.Canteen);

        Assert.Equal(Expertise.Of(BusinessSector.Sales, BusinessSector.Canteen), known);
        Assert.Equal([BusinessSector.Sales, BusinessSector.Canteen], known.Sectors);
        Assert.False(known.Covers(BusinessSector.Catering));
        Assert.False(known.Covers(0));
        Assert.True(default(Expertise).IsNone);
        Assert.Throws<ArgumentOutOfRangeException>("sectors", () => Expertise.Of((BusinessSector)5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\u0007")]
    public void CadreId_Invalid_IsRefused(string value)
    {
        Assert.False(CadreId.IsValid(value));
        Assert.ThrowsAny<ArgumentException>(() => new CadreId(value));
    }

    [Fact]
    public void CadreId_Length_IsLimited()
    {
        Assert.Equal(64, new CadreId(new string('k', 64)).Value.Length);
        Assert.ThrowsAny<ArgumentException>(() => new CadreId(new string('k', 65)));
        Assert.True(default(CadreId).IsNone);
        Assert.True(default(CadreId) < new CadreId("B") && new CadreId("B") < new CadreId("a") && new CadreId("a") >= new CadreId("a"));
    }

    [Fact]
    public void CadreAndPost_WithoutWhatTheyNeed_AreRefused()
    {
        Assert.Throws<ArgumentException>("id", () => new Cadre(default, "Li"));
        Assert.Throws<TextRefusedException>("name", () => new Cadre(new CadreId("li"), " "));
        Assert.Throws<ArgumentException>("cadre", () => new Post(default, "head", AreaCode.Parse("51"), default));
        Assert.Throws<TextRefusedException>("title", () => new Post(new CadreId("li"), "", AreaCode.Parse("51"), default));
        Assert.Throws<ArgumentException>("area", () => new Post(new CadreId("li"), "head", default, default));
    }

    [Fact]
    public void LevelCorrespondence_Default_HasFewerStepsAtTheBottom()
    {
        var steps = Enum.GetValues<Tier>().Select(tier => EnumCodes.All<ResponsibleStep>().Select(step => LevelCorrespondence.Default.FindLevel(tier, step)).ToArray()).ToArray();

        Assert.Equal(
        [
            [AreaLevel.City, AreaLevel.District, AreaLevel.Town],
            [AreaLevel.District, AreaLevel.Town, AreaLevel.Village],
            [AreaLevel.Town, AreaLevel.Village, null],
            [AreaLevel.Village, null, null],
        ], steps);
        Assert.True(LevelCorrespondence.Default.Basis.IsIllustrative);
        Assert.Equal("2022.1: A City, B District, C Town, D Village", LevelCorrespondence.Default.ToString());
    }

    [Fact]
    public void LevelCorrespondence_Invalid_IsRefused()
    {
        var basis = Citation.Illustrative(("x", "x"));

        Assert.Throws<ArgumentOutOfRangeException>("d", () => new LevelCorrespondence("1", default, basis, AreaLevel.City, AreaLevel.District, AreaLevel.Town, (AreaLevel)6));
        Assert.Throws<TextRefusedException>("version", () => new LevelCorrespondence("", default, basis, AreaLevel.City, AreaLevel.City, AreaLevel.City, AreaLevel.City));
        Assert.Throws<ArgumentOutOfRangeException>("tier", () => LevelCorrespondence.Default.LevelOf(0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => LevelCorrespondence.Default.FindLevel(Tier.A, (ResponsibleStep)4));
    }

    [Theory]
    [InlineData(AreaLevel.Province, SpecialistRole.TerritorialLiaison)]
    [InlineData(AreaLevel.City, SpecialistRole.TerritorialLiaison)]
    [InlineData(AreaLevel.District, SpecialistRole.IndustryConsultant)]
    [InlineData(AreaLevel.Town, SpecialistRole.DutyExecutive)]
    [InlineData(AreaLevel.Village, SpecialistRole.DutyExecutive)]
    public void SpecialistRoles_At_FollowsTheLevel(AreaLevel level, SpecialistRole role) => Assert.Equal(role, SpecialistRoles.At(level));

    [Fact]
    public void Names_OfUnnamedValues_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("level", () => SpecialistRoles.At(0));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => ((SpecialistRole)0).Name());
        Assert.Throws<ArgumentOutOfRangeException>("value", () => ((ResponsibleStep)0).Name());
        Assert.Throws<ArgumentOutOfRangeException>("value", () => ((GapReason)0).Name());
        Assert.Throws<ArgumentOutOfRangeException>("value", () => ((ChainChangeReason)0).Name());
    }
}
