using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Who acts for a cadre on a day (代管情况), and by which delegations.</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="On">The day.</param>
/// <param name="Path">
/// The delegations that lead to who acts: that of the cadre first, then that of the substitute if absent too, and so on; empty
/// when the cadre acts without a substitute.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Substitution(CadreId Cadre, LocalDate On, ItemList<Delegation> Path)
{
    /// <summary>Who acts: the last substitute, or the cadre.</summary>
    public CadreId Acting => Path.IsEmpty ? Cadre : Path[^1].Substitute;

    /// <summary>True when somebody else acts for the cadre.</summary>
    public bool IsDelegated => !Path.IsEmpty;
}
