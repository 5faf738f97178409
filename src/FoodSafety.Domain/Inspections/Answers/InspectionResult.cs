using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The result of an inspection (检查结果记录): what was found of each item, what follows, and who signed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionResult
{
    /// <summary>Writes a result.</summary>
    /// <param name="outcome">What follows.</param>
    /// <param name="answers">What was found of each item, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not one of the named values.</exception>
    public InspectionResult(InspectionOutcome outcome, params IEnumerable<ItemAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        (Outcome, Answers) = (outcome, [.. answers]);
    }

    /// <summary>What follows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to none of the named values.</exception>
    public InspectionOutcome Outcome
    {
        get;
        init
        {
            _ = value.Name();
            field = value;
        }
    }

    /// <summary>What was found of each item, in the order given.</summary>
    public ItemList<ItemAnswer> Answers { get; }

    /// <summary>How the inspected took it; null while that has not been asked.</summary>
    public ResultSignature? Signature { get; init; }

    /// <summary>What else is to be said (备注); null for nothing.</summary>
    public string? Remark { get; init => field = TextRule.Note.CheckAny(value, nameof(Remark)); }

    /// <summary>The items that are not met, in the order given.</summary>
    public ItemList<ItemAnswer> NotMet => [.. Answers.Where(answer => answer.Result == ItemResult.NotMet)];
}
