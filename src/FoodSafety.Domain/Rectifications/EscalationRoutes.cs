using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where the overdue work of each seat of a plan goes, looked up once per seat and not once per rectification.</summary>
internal sealed class EscalationRoutes(ChainPlan plan, LocalDate day)
{
    private readonly Route[] _routes = new Route[plan.State.Holders.Count];

    /// <summary>The number of the route of a business; 0 when nobody is main responsible or there is no such business.</summary>
    public int Find(int row)
    {
        var number = row < 0 ? 0 : plan.State.RowAt(row)[0];
        if (number == 0)
        {
            return 0;
        }

        ref var route = ref _routes[number];
        if (!route.IsKnown)
        {
            route = RouteOf(number);
        }

        return route.Main.IsNone ? 0 : number;
    }

    public ref readonly Route this[int number] => ref _routes[number];

    private Route RouteOf(int number)
    {
        var holder = plan.State.Holders[number]!;
        var areas = plan.Roster.Areas;
        var isHeld = !holder.IsBench && plan.IsHeldOn(holder.Seat, day);
        return new Route(holder.Seat, areas.Parents[holder.Area] is >= 0 and var above ? areas.Codes[above] : default, isHeld, IsKnown: true);
    }

    /// <summary>One seat.</summary>
    /// <param name="Main">The seat; nobody where businesses wait for one.</param>
    /// <param name="Above">The area above that of the seat; none at the top.</param>
    /// <param name="IsHeld">True when the cadre is in post on the day.</param>
    /// <param name="IsKnown">False until it was looked up.</param>
    internal readonly record struct Route(Seat Main, AreaCode Above, bool IsHeld, bool IsKnown);
}
