using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>A batch of changes was refused as a whole because some of it cannot be made (变动被拒); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ChangesRefusedException : Exception, IBilingualError
{
    internal ChangesRefusedException(ImmutableArray<ChangeFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>Every change that cannot be made, with the reason.</summary>
    public ImmutableArray<ChangeFault> Faults { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<ChangeFault> faults) => (
        $"有 {faults.Length} 项变动不能进行，因此全部未进行：{string.Join("；", faults.Select(f => $"第 {f.Index} 项：{f.Text.Chinese}"))}。",
        $"{faults.Length} of the changes cannot be made, so none was: {string.Join("; ", faults.Select(f => $"change {f.Index}: {f.Text.English}"))}.");
}
