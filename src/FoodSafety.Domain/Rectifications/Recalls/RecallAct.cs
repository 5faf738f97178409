using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step of a recall (召回事项): which party takes it, why, and what the step itself needs.</summary>
/// <remarks>Which data a step needs and may have stands at each property; an act that lacks some or has others is refused when it is to be taken.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecallAct : Act<RecallBook>
{
    /// <summary>States a step.</summary>
    /// <param name="id">The number of the recall, given by the platform.</param>
    /// <param name="step">The step.</param>
    /// <param name="party">The party that takes it.</param>
    /// <param name="reason">Why; needed to order, extend and send back, empty or a remark otherwise.</param>
    /// <param name="goods">What is recalled; on <see cref="RecallStep.Learn"/> only, which needs it.</param>
    /// <param name="amount">How much came back or was dealt with, more than 0, in the unit of the goods; on <see cref="RecallStep.Recover"/> and <see cref="RecallStep.Dispose"/> only.</param>
    /// <param name="disposal">What became of it; on <see cref="RecallStep.Dispose"/> only.</param>
    /// <param name="until">The last day of the longer time; on <see cref="RecallStep.Extend"/> only.</param>
    /// <exception cref="ArgumentOutOfRangeException">Step, party or disposal is none of the named values, or the amount is negative.</exception>
    public RecallAct(
        RecallId id, RecallStep step, RecallParty party, string reason = "", RecalledGoods? goods = null, decimal amount = 0, GoodsDisposal? disposal = null,
        LocalDate? until = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        (Id, Step, Party, Reason) = (id, step.Named(), party.Named(), TextRule.Note.CheckAny(reason));
        (Goods, Amount, Disposal, Until) = (goods, amount, disposal?.Named(nameof(disposal)), until?.Iso());
    }

    /// <inheritdoc/>
    public override string Kind => "recall";

    /// <inheritdoc/>
    public override Thing? Thing => new("recall", Id.ToString());

    /// <summary>The number of the recall, given by the platform.</summary>
    public RecallId Id { get; }

    /// <summary>The step.</summary>
    public RecallStep Step { get; }

    /// <summary>The party that takes it.</summary>
    public RecallParty Party { get; }

    /// <summary>Why. Ordering, extending and sending back need a reason; any other step may have a remark. Empty for none.</summary>
    public string Reason { get; }

    /// <summary>What is recalled; null but on <see cref="RecallStep.Learn"/>.</summary>
    public RecalledGoods? Goods { get; }

    /// <summary>How much came back or was dealt with, in the unit of the goods; 0 but on <see cref="RecallStep.Recover"/> and <see cref="RecallStep.Dispose"/>.</summary>
    public decimal Amount { get; }

    /// <summary>What became of it; null but on <see cref="RecallStep.Dispose"/>.</summary>
    public GoodsDisposal? Disposal { get; }

    /// <summary>The last day of the longer time; null but on <see cref="RecallStep.Extend"/>.</summary>
    public LocalDate? Until { get; }

    /// <summary>The terms by which its clocks run; filled in when a recall begins unless stated, and null on every other step.</summary>
    public RecallTerms? Terms { get; init; }
}
