using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.ValueTypes;
using GeneratedDistrict.Responsibility;
using NodaTime;

namespace GeneratedDistrict.Coordination;

/// <summary>The letter and the card, handed to every business of tier B: each town on a day of its own, the card a week after the letter.</summary>
public static class LetterAndCard
{
    private const int DaysBetweenTowns = 3;
    private const int DaysToCard = 7;

    /// <summary>The first campaign of the year.</summary>
    public static CampaignId Id { get; } = new(20260000001);

    public static OutreachCampaign HandOver(ActDesk desk)
    {
        var (register, standing) = (desk.District.Businesses.Register, desk.District.Tiers.Standing);
        ItemList<BusinessId> targets = OutreachCampaign.BusinessesOf(register, standing, Tier.B);
        desk.Do(SampleDays.Renewed, Offices.MarketBureau,
        [
            new OutreachOpened(Id, ("“一封信”和“明白卡”", "Letter and card"), [OutreachMaterial.Letter, OutreachMaterial.Card]),
            .. targets.IsEmpty ? [] : (Act[])[new OutreachTargeted(Id, targets)],
        ]);
        var deliveries = targets.GroupBy(business => Offices.StationOf(register.At(register.RowOf(business)).Area)).OrderBy(town => town.Key)
            .SelectMany((town, i) => new (OutreachMaterial Material, LocalDate On, IGrouping<string, BusinessId> Town)[]
            {
                (OutreachMaterial.Letter, SampleDays.RoundBegins.PlusDays(i * DaysBetweenTowns), town),
                (OutreachMaterial.Card, SampleDays.RoundBegins.PlusDays(i * DaysBetweenTowns + DaysToCard), town),
            });
        foreach (var (material, on, town) in deliveries.OrderBy(delivery => delivery.On))
        {
            desk.Do(on, town.Key, new OutreachDelivered(Id, material.Code, [.. town], $"{material.Code}-{town.Key}"));
        }

        return desk.District.Campaigns[Id];
    }
}
