namespace FoodSafety.Domain.Businesses;

/// <summary>A register was asked for a business that it does not have (主体不存在).</summary>
public sealed class BusinessNotFoundException : KeyNotFoundException
{
    internal BusinessNotFoundException(BusinessId id)
        : base(id.IsNone ? "No id was given." : $"The register has no business '{id}'.") => Id = id;

    /// <summary>The id that was asked for.</summary>
    public BusinessId Id { get; }
}
