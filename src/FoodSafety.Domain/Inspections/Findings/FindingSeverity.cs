namespace FoodSafety.Domain.Inspections;

/// <summary>How much a finding weighs (问题性质): by the item that is not met, general or key.</summary>
/// <remarks>A higher number weighs more. Zero, the default, is no severity. Names are in <see cref="FindingSeverities"/>.</remarks>
public enum FindingSeverity : byte
{
    /// <summary>A general item is not met (一般项目).</summary>
    General = 1,

    /// <summary>A key item is not met, or a general one was left uncorrected (重点项目).</summary>
    Key = 2,
}
