using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>How much a finding weighs (问题性质): by the item that is not met, general or key.</summary>
/// <remarks>A higher number weighs more. Zero, the default, is no severity.</remarks>
public enum FindingSeverity : byte
{
    /// <summary>A general item is not met (一般项目).</summary>
    [BilingualName("一般", "general")]
    General = 1,

    /// <summary>A key item is not met, or a general one was left uncorrected (重点项目).</summary>
    [BilingualName("重点", "key")]
    Key = 2,
}

/// <summary>What comes above a <see cref="FindingSeverity"/>.</summary>
public static class FindingSeverities
{
    /// <summary>The severity one step up (升级): key above general, and key again above key.</summary>
    /// <param name="severity">The severity.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is not one of the named values.</exception>
    public static FindingSeverity Raised(this FindingSeverity severity) =>
        severity.Named() switch { FindingSeverity.General or FindingSeverity.Key => FindingSeverity.Key };
}
