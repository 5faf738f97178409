using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A step of a recall with all its data (召回记录): which party, who, when, why, and what the step itself needs.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecallEvent
{
    /// <summary>The step.</summary>
    public required RecallStep Step { get; init; }

    /// <summary>The party that takes it.</summary>
    public required RecallParty Party { get; init; }

    /// <summary>Who takes or records it: a key in the user's platform.</summary>
    public required string By { get; init => field = TextRule.Key.Check(value, nameof(By)); }

    /// <summary>When it was taken.</summary>
    public required Instant At { get; init; }

    /// <summary>Why; needed to order, extend and send back, empty or a remark otherwise.</summary>
    public string Reason { get; init => field = TextRule.Note.CheckAny(value, nameof(Reason)); } = "";

    /// <summary>What is recalled; on <see cref="RecallStep.Learn"/> only.</summary>
    public RecalledGoods? Goods { get; init; }

    /// <summary>How much came back or was dealt with, more than 0, in the unit of the goods; on <see cref="RecallStep.Recover"/> and <see cref="RecallStep.Dispose"/>, 0 otherwise.</summary>
    public decimal Amount { get; init; }

    /// <summary>What became of it; on <see cref="RecallStep.Dispose"/> only.</summary>
    public GoodsDisposal? Disposal { get; init; }

    /// <summary>The last day of the longer time; on <see cref="RecallStep.Extend"/> only.</summary>
    public LocalDate? Until { get; init; }

    /// <exception cref="ArgumentException">Data that the step needs is missing.</exception>
    internal void Check()
    {
        TextRule.Key.Check(By);
        Require(Enum.IsDefined(Party), "one of the two parties");
        Require(Enum.IsDefined(Step), "one of the steps");
        Require((Goods is not null) == (Step is RecallStep.Learn), "the goods on Learn and there alone");
        Require((Until is not null) == (Step is RecallStep.Extend), "the last day on Extend and there alone");
        Require(Disposal is { } disposal ? Step is RecallStep.Dispose && Enum.IsDefined(disposal) : Step is not RecallStep.Dispose, "a disposal on Dispose and there alone");
        Require(Step is RecallStep.Recover or RecallStep.Dispose ? Amount > 0 : Amount == 0, "an amount of more than 0 on Recover and Dispose, 0 elsewhere");
        Require(Step is not (RecallStep.Order or RecallStep.Extend or RecallStep.SendBack) || !string.IsNullOrWhiteSpace(Reason), "a reason");
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ArgumentException($"The step {Step} needs {what}.");
        }
    }
}
