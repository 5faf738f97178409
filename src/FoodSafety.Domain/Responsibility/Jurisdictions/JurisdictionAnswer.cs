using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Whether a cadre may see a business or an area on a day and act on it, and why (管辖判定).</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="Area">The area that was asked about; of a business, the one it stands in.</param>
/// <param name="Business">The business that was asked about; no id when it was an area.</param>
/// <param name="On">The day.</param>
/// <param name="Grounds">All grounds, the cadre's own first, then those by standing in for others; none when the cadre may not even see it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record JurisdictionAnswer(
    CadreId Cadre, AreaCode Area, BusinessId Business, LocalDate On, ItemList<JurisdictionGround> Grounds)
{
    /// <summary>True when the cadre may see it: there is a ground.</summary>
    public bool MaySee => !Grounds.IsEmpty;

    /// <summary>True when the cadre may act on it: there is a ground that allows it.</summary>
    public bool MayAct => Grounds.Any(ground => ground.MayAct);

    /// <summary>The answer with its grounds, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var (chinese, english) = Business.IsNone
                ? ($"区划 {Area.ToShortString()}", $"area {Area.ToShortString()}")
                : ($"主体 {Business}", $"business {Business}");
            if (!MaySee)
            {
                return ($"干部 {Cadre} 在 {On:uuuu-MM-dd} 无权查看{chinese}。", $"Cadre {Cadre} may not see {english} on {On:uuuu-MM-dd}.");
            }

            return (
                $"干部 {Cadre} 在 {On:uuuu-MM-dd} 可以{(MayAct ? "查看并处理" : "查看")}{chinese}：{string.Join("；", Grounds.Select(ground => ground.Text.Chinese))}。",
                $"Cadre {Cadre} may see {(MayAct ? "and act on " : "")}{english} on {On:uuuu-MM-dd}: {string.Join("; ", Grounds.Select(ground => ground.Text.English))}.");
        }
    }
}
