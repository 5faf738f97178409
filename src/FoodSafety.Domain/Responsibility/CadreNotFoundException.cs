using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A roster was asked for a cadre that it does not have (干部不存在).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CadreNotFoundException : KeyNotFoundException, IBilingualError
{
    internal CadreNotFoundException(CadreId id)
        : base(Describe(id).English) => Id = id;

    /// <summary>The id that was asked for.</summary>
    public CadreId Id { get; }

    /// <summary>The refusal as people read it.</summary>
    public BilingualText Text => Describe(Id);

    private static BilingualText Describe(CadreId id) => id.IsNone
        ? ("未给出编号。", "No id was given.")
        : ($"干部名册中没有干部 {id}。", $"The roster has no cadre '{id}'.");
}
