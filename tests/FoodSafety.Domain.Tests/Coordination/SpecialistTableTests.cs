using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Coordination;

public class SpecialistTableTests
{
    private static readonly AreaCode City = AreaCode.Parse("5101");
    private static readonly AreaCode District = AreaCode.Parse("510115");
    private static readonly LocalDate On = new(2026, 11, 24);

    private static readonly CadreRoster Roster = CadreRoster.Build(
        PlanWorld.SmallTree,
        [
            new(new("city"), "a"), new(new("expert"), "b") { Expertise = Expertise.Of(BusinessSector.Catering, BusinessSector.Canteen) },
            new(new("town"), "c") { Expertise = Expertise.Of(BusinessSector.Sales) }, new(new("late"), "d"),
        ],
        [
            PlanWorld.NewPost("city", "5101"), PlanWorld.NewPost("expert", "510115"), PlanWorld.NewPost("town", "510115001"),
            PlanWorld.NewPost("town", "510115001001"), PlanWorld.NewPost("late", "510115002", term: new Term(On.PlusDays(1))),
        ]);

    private readonly SpecialistTable _table = SpecialistTable.Of(Roster, On);

    [Fact]
    public void SpecialistsIn_Area_AreThoseOfTheRoleEachOnce()
    {
        Assert.Equal([new CadreId("city")], _table.SpecialistsIn(SpecialistRole.TerritorialLiaison, City));
        Assert.Equal([new CadreId("expert")], _table.SpecialistsIn(SpecialistRole.IndustryConsultant, City));
        Assert.Equal([new CadreId("town")], _table.SpecialistsIn(SpecialistRole.DutyExecutive, District));
        Assert.Empty(_table.SpecialistsIn(SpecialistRole.TerritorialLiaison, District));
        Assert.Equal(2, SpecialistTable.Of(Roster, On.PlusDays(1)).SpecialistsIn(SpecialistRole.DutyExecutive, District).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _table.SpecialistsIn(0, City));
    }

    [Fact]
    public void AreasWithout_Level_ListsWhereNobodyIsInPost()
    {
        Assert.Equal(["510115002"], _table.AreasWithout(AreaLevel.Town, District).Select(area => area.ToShortString()));
        Assert.Equal(["510116"], _table.AreasWithout(AreaLevel.District, City).Select(area => area.ToShortString()));
        Assert.Empty(_table.AreasWithout(AreaLevel.District, District));
        Assert.Empty(SpecialistTable.Of(Roster, On.PlusDays(1)).AreasWithout(AreaLevel.Town, District));
    }

    [Fact]
    public void SectorsWithout_Role_ListsWhatNobodyKnows()
    {
        Assert.Equal([BusinessSector.Production, BusinessSector.Sales], _table.SectorsWithout(SpecialistRole.IndustryConsultant, District));
        Assert.Equal(EnumCodes.All<BusinessSector>(), _table.SectorsWithout(SpecialistRole.TerritorialLiaison, City));
    }
}
