namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A cadre as a platform would write it without this library.</summary>
/// <param name="Id">The key.</param>
/// <param name="Area">The code of the area in which the cadre is in post, without the zeros at its end.</param>
internal sealed record PlainCadre(string Id, string Area)
{
    /// <summary>The most businesses the cadre can be main responsible for; more than anybody gets here.</summary>
    public const int Capacity = 100_000;
}
