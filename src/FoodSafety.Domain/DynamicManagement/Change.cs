using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Something that became another in a managed register (变动): facts, an opening, a move, the cadres, or the policy.</summary>
/// <remarks>The set of kinds is closed: <see cref="FactsChanged"/>, <see cref="BusinessOpened"/>, <see cref="BusinessMoved"/>, <see cref="CadresChanged"/> and <see cref="PolicyChanged"/>.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record Change
{
    private protected Change()
    {
    }

    /// <summary>The change as people read it.</summary>
    public abstract BilingualText Text { get; }

    /// <summary>Why the change cannot be made on top of those before it in the batch; null when it can.</summary>
    internal abstract BilingualText? FindFault(ChangeCheck check);

    /// <summary>Makes the change.</summary>
    internal abstract void Apply(ManagedState state);
}
