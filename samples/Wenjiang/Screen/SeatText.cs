using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using Wenjiang.Storage;

namespace Wenjiang.Screen;

/// <summary>How a seat is written: the name of the cadre, the key, and where.</summary>
internal static class SeatText
{
    public static BilingualText Of(ChainPlan plan, Seat seat)
    {
        if (seat.IsNone)
        {
            return ("无", "nobody");
        }

        var text = $"{CadreDirectory.NameOf(seat.Cadre)} {seat.Cadre}";
        return (text, text);
    }

    /// <summary>Where the seat is and as what the cadre sits there.</summary>
    public static BilingualText PostOf(ChainPlan plan, Seat seat)
    {
        var area = plan.Register.Areas[seat.Area].Name;
        var title = plan.Roster.FindPost(seat.Cadre, seat.Area, plan.On)?.Title;
        return ($"{area} {title}", $"{area} {title}");
    }
}
