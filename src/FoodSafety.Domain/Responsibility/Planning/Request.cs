namespace FoodSafety.Domain.Responsibility;

/// <summary>A row that needs somebody of an area for a step.</summary>
/// <param name="Area">The ordinal of the area.</param>
/// <param name="Row">The row.</param>
/// <param name="From">The holder it had before, or 0.</param>
/// <param name="Key">The id of the business, by which requests are served.</param>
internal readonly record struct Request(int Area, int Row, int From, string Key) : IComparable<Request>
{
    public int CompareTo(Request other) =>
        Area != other.Area ? Area.CompareTo(other.Area) : string.CompareOrdinal(Key, other.Key);
}
