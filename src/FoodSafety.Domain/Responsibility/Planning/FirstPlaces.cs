namespace FoodSafety.Domain.Responsibility;

/// <summary>The first of the places of which something holds, while it comes and goes.</summary>
/// <remarks>A place is offered whenever it comes to hold; one of which it does not hold any more is found out when it is asked for.</remarks>
internal sealed class FirstPlaces(Func<int, bool> holds)
{
    private readonly PriorityQueue<int, int> _places = new();

    public void Offer(int place)
    {
        if (holds(place))
        {
            _places.Enqueue(place, place);
        }
    }

    /// <summary>The first place, or -1.</summary>
    public int Find()
    {
        while (_places.TryPeek(out var place, out _))
        {
            if (holds(place))
            {
                return place;
            }

            _places.Dequeue();
        }

        return -1;
    }
}
