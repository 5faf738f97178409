using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A post that a business must fill and nobody on duty fills (岗位空缺).</summary>
/// <param name="Business">The business.</param>
/// <param name="Required">The post.</param>
/// <param name="Rule">The first rule that requires it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record UnfilledPost(BusinessId Business, RequiredPost Required, StaffingRule Rule);
