namespace FoodSafety.Domain.Responsibility;

/// <summary>A roster was asked for a cadre that it does not have (干部不存在).</summary>
public sealed class CadreNotFoundException : KeyNotFoundException
{
    internal CadreNotFoundException(CadreId id)
        : base(id.IsNone ? "No id was given." : $"The roster has no cadre '{id}'.") => Id = id;

    /// <summary>The id that was asked for.</summary>
    public CadreId Id { get; }
}
