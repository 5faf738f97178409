using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>A step was refused (操作被驳回), because the state does not allow it or a requirement is not met; nothing was changed.</summary>
/// <remarks>The derived <see cref="StepRefusedException{TState, TStep}"/> gives state, step and allowed steps as their enums.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class StepRefusedException : Exception, IBilingualError
{
    private protected StepRefusedException(BilingualText text, BilingualText subject, ImmutableArray<UnmetGuard> unmet)
        : base(text.English) => (Text, Subject, Unmet) = (text, subject, unmet);

    /// <summary>What it is about: "整改 17", "rectification 17".</summary>
    public BilingualText Subject { get; }

    /// <summary>What is required and not met; empty when the state itself does not allow the step.</summary>
    public ImmutableArray<UnmetGuard> Unmet { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text { get; }
}
