using System.Collections.Immutable;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>A batch of changes was refused as a whole because some of it cannot be made (变动被拒); nothing was changed.</summary>
public sealed class ChangesRefusedException : Exception
{
    internal ChangesRefusedException(ImmutableArray<ChangeFault> faults)
        : base($"{faults.Length} of the changes cannot be made, so none was: {string.Join("; ", faults.Select(f => $"change {f.Index}: {f.Text.English}"))}.") =>
        Faults = faults;

    /// <summary>Every change that cannot be made, with the reason.</summary>
    public ImmutableArray<ChangeFault> Faults { get; }
}
