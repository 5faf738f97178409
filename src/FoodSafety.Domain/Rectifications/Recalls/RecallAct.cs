using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Rectifications.RecallStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step of a recall (召回事项): which party takes it, why, and what the step itself needs.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecallAct : Act<RecallBook>
{
    /// <summary>States a step; a step has the data it needs and no other.</summary>
    /// <param name="id">The number of the recall, given by the platform.</param>
    /// <param name="step">The step.</param>
    /// <param name="party">The party that takes it.</param>
    /// <param name="reason">Why; needed to order, extend and send back, empty or a remark otherwise.</param>
    /// <param name="goods">What is recalled; on <see cref="RecallStep.Learn"/> only.</param>
    /// <param name="amount">How much came back or was dealt with, more than 0, in the unit of the goods; on <see cref="RecallStep.Recover"/> and <see cref="RecallStep.Dispose"/> only.</param>
    /// <param name="disposal">What became of it; on <see cref="RecallStep.Dispose"/> only.</param>
    /// <param name="until">The last day of the longer time; on <see cref="RecallStep.Extend"/> only.</param>
    /// <exception cref="ArgumentException">Data that the step needs is missing, or there is other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Step, party or disposal is none of the named values, or the amount is negative.</exception>
    public RecallAct(
        RecallId id, RecallStep step, RecallParty party, string reason = "", RecalledGoods? goods = null, decimal amount = 0, GoodsDisposal? disposal = null,
        LocalDate? until = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        (Id, Step, Party, Reason) = (id, step.Named(), party.Named(), TextRule.Note.CheckAny(reason));
        (Goods, Amount, Disposal, Until) = (goods, amount, disposal?.Named(nameof(disposal)), until?.Iso());
        var (needed, given) = (NeededBy(step), Given);
        // A remark may stand on any step.
        if ((needed | Data.Reason) != (given | Data.Reason) || (needed & ~given) != Data.None)
        {
            throw new ArgumentException($"The step {step} was given: {given}. Allowed: {needed}{(needed.HasFlag(Data.Reason) ? "" : ", and a remark as its reason")}.");
        }
    }

    [Flags]
    private enum Data
    {
        None = 0,
        Reason = 1,
        Goods = 2,
        Amount = 4,
        Disposal = 8,
        Until = 16,
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

    /// <summary>Why; empty where no reason is needed and no remark was made.</summary>
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
    /// <exception cref="ArgumentException">They stand on another step than <see cref="RecallStep.Learn"/>.</exception>
    public RecallTerms? Terms
    {
        get;
        init => field = value is null || Step == Learn ? value : throw new ArgumentException($"The step {Step} was given terms. Allowed: on {Learn} alone.", nameof(Terms));
    }

    private Data Given =>
        (Reason.Length > 0 ? Data.Reason : Data.None) | (Goods is not null ? Data.Goods : Data.None) | (Amount > 0 ? Data.Amount : Data.None)
        | (Disposal is not null ? Data.Disposal : Data.None) | (Until is not null ? Data.Until : Data.None);

    private static Data NeededBy(RecallStep step) => step switch
    {
        Learn => Data.Goods,
        Order or SendBack => Data.Reason,
        Extend => Data.Reason | Data.Until,
        Recover => Data.Amount,
        Dispose => Data.Amount | Data.Disposal,
        Start or Publish or Progress or Report or Assess => Data.None,
    };
}
