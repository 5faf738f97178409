using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>A register was asked for a business that it does not have (主体不存在).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class BusinessNotFoundException : KeyNotFoundException, IBilingualError
{
    internal BusinessNotFoundException(BusinessId id)
        : base(Describe(id).English) => Id = id;

    /// <summary>The id that was asked for.</summary>
    public BusinessId Id { get; }

    /// <summary>The refusal as people read it.</summary>
    public BilingualText Text => Describe(Id);

    private static BilingualText Describe(BusinessId id) => id.IsNone
        ? ("未给出编号。", "No id was given.")
        : ($"名录中没有主体 {id}。", $"The register has no business '{id}'.");
}
