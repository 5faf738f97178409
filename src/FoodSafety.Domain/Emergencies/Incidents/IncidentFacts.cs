using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The facts that incidents are graded by (事故分级事实).</summary>
/// <remarks>
/// State them with a <see cref="FactRecord"/>: <c>new FactRecord(IncidentFacts.Harmed.Of(62), IncidentFacts.HarmedAtSchool.Of(62))</c>.
/// What is not stated counts as 0, or as not so. A place whose plan asks for more declares facts of its own beside these.
/// </remarks>
public static class IncidentFacts
{
    /// <summary>People who fell ill or were harmed otherwise, the dead among them (伤害人数).</summary>
    public static NumberFact Harmed { get; } = People("harmed", "伤害人数", "harmed");

    /// <summary>People who died (死亡人数).</summary>
    public static NumberFact Deaths { get; } = People("deaths", "死亡人数", "deaths");

    /// <summary>Those harmed by a poisoning at a school, in all (学校食物中毒人数).</summary>
    public static NumberFact HarmedAtSchool { get; } = People("harmed-at-school", "学校食物中毒人数", "harmed at school");

    /// <summary>Those harmed at a major event or meeting, in all (重大活动或会议中的伤害人数).</summary>
    public static NumberFact HarmedAtEvent { get; } = People("harmed-at-event", "重大活动或会议伤害人数", "harmed at a major event");

    /// <summary>Provinces into which the food came (受污染食品流入省份数).</summary>
    public static NumberFact Provinces { get; } = Areas("provinces", "流入省份数", "provinces affected");

    /// <summary>Cities of the province to which it spread (波及地市数).</summary>
    public static NumberFact Cities { get; } = Areas("cities", "波及地市数", "cities affected");

    /// <summary>Counties of one city to which it spread (波及区县数).</summary>
    public static NumberFact Counties { get; } = Areas("counties", "波及区县数", "counties affected");

    /// <summary>Townships of one county to which it spread (波及乡镇数).</summary>
    public static NumberFact Townships { get; } = Areas("townships", "波及乡镇数", "townships affected");

    /// <summary>It did especially grave harm to health (造成特别严重健康损害后果).</summary>
    public static FlagFact EspeciallyGraveHarm { get; } = new("especially-grave-harm", ("造成特别严重健康损害后果", "especially grave harm to health"));

    /// <summary>It spread beyond the province and grows (超出本省且有扩大趋势).</summary>
    public static FlagFact BeyondProvince { get; } = new("beyond-province", ("超出本省且有扩大趋势", "beyond the province and growing"));

    /// <summary>The province cannot handle it alone (超出省级处置能力).</summary>
    public static FlagFact BeyondProvinceCapacity { get; } = new("beyond-province-capacity", ("超出省级处置能力", "beyond the capacity of the province"));

    /// <summary>The State Council has to handle it (需国务院处置).</summary>
    public static FlagFact NeedsStateCouncil { get; } = new("needs-state-council", ("需国务院处置", "needs the State Council"));

    /// <summary>The province found it to be a major incident (省级政府认定为重大).</summary>
    public static FlagFact DecidedByProvince { get; } = new("decided-by-province", ("省级政府认定为重大", "found major by the province"));

    /// <summary>The city found it to be a larger incident (市级政府认定为较大).</summary>
    public static FlagFact DecidedByCity { get; } = new("decided-by-city", ("市级政府认定为较大", "found larger by the city"));

    /// <summary>The county found it to be a general incident (县级政府认定为一般).</summary>
    public static FlagFact DecidedByCounty { get; } = new("decided-by-county", ("县级政府认定为一般", "found general by the county"));

    /// <summary>All of them.</summary>
    public static FactSchema Schema { get; } = new(
    [
        Harmed, Deaths, HarmedAtSchool, HarmedAtEvent, Provinces, Cities, Counties, Townships, EspeciallyGraveHarm,
        BeyondProvince, BeyondProvinceCapacity, NeedsStateCouncil, DecidedByProvince, DecidedByCity, DecidedByCounty,
    ]);

    private static NumberFact People(string id, string chinese, string english) => new(id, (chinese, english), Units.People, maximum: 100_000_000);

    private static NumberFact Areas(string id, string chinese, string english) => new(id, (chinese, english), ("个", ""), maximum: 10_000);
}
