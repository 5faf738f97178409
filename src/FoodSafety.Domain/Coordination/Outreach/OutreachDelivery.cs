using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Coordination;

/// <summary>What a delivery brings (送达结果): every business given is in one of the three lists.</summary>
/// <param name="Delivered">The targets that have the material from then on (新送达).</param>
/// <param name="Again">The targets that have it already (重复送达): the first day counts.</param>
/// <param name="Outside">The businesses that are no targets (非送达对象): they count nowhere while they are none.</param>
public sealed record OutreachDelivery(ItemList<BusinessId> Delivered, ItemList<BusinessId> Again, ItemList<BusinessId> Outside);
