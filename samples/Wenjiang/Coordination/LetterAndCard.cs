using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Reporting;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.Coordination;

/// <summary>The letter and the card, handed to every business of tier B: each town on a day of its own, the card a week after the letter.</summary>
internal static class LetterAndCard
{
    private const int DaysBetweenTowns = 3;
    private const int DaysToCard = 7;

    public static OutreachCampaign Open() => new(
        "letter-and-card", ("“一封信”和“明白卡”", "Letter and card"), [OutreachMaterial.Letter, OutreachMaterial.Card], Offices.MarketBureau, SampleDays.Renewed);

    public static void HandOver(OutreachCampaign campaign, District district)
    {
        var rows = OutreachCampaign.RowsOf(district.Standing, Tier.B);
        campaign.Target(rows, Offices.MarketBureau, SampleDays.Renewed);
        var deliveries = rows.GroupBy(row => Offices.StationOf(district.Register.At(row).Area)).OrderBy(town => town.Key)
            .SelectMany((town, i) => new (OutreachMaterial Material, LocalDate On, IGrouping<string, int> Town)[]
            {
                (OutreachMaterial.Letter, SampleDays.RoundBegins.PlusDays(i * DaysBetweenTowns), town),
                (OutreachMaterial.Card, SampleDays.RoundBegins.PlusDays(i * DaysBetweenTowns + DaysToCard), town),
            });
        foreach (var (material, on, town) in deliveries.OrderBy(delivery => delivery.On))
        {
            campaign.Deliver(material, [.. town], $"{material.Code}-{town.Key}", town.Key, on);
        }
    }
}
