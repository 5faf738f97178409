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

    /// <summary>The codes of the items that were left alone because a higher bureau inspected them not long before (不重复检查项目); empty for none.</summary>
    /// <remarks>For how long they may be, is in <see cref="InspectionRules.RestMonths"/>; which may be, <see cref="InspectionBook.ItemsAtRest"/> says.</remarks>
    public ItemList<string> AtRest { get; init => field = [.. value.Select(code => TextRule.Key.Check(code, nameof(AtRest)))]; }

    /// <summary>How the inspected took it; null while that has not been asked.</summary>
    public ResultSignature? Signature { get; init; }

    /// <summary>What else is to be said (备注); null for nothing.</summary>
    public string? Remark { get; init => field = TextRule.Note.CheckAny(value, nameof(Remark)); }

    /// <summary>The items that are not met, in the order given.</summary>
    public ItemList<ItemAnswer> NotMet => [.. Answers.Where(answer => answer.Result == ItemResult.NotMet)];
}

/// <summary>What follows from an inspection as a whole (检查结果处理).</summary>
/// <remarks>
/// The lighter ones have lower numbers; stopping and investigating weigh the same and can both follow. Zero, the default, is no
/// outcome.
/// </remarks>
public enum InspectionOutcome : byte
{
    /// <summary>Nothing further follows (通过): all is in order, or was put right on the spot.</summary>
    [BilingualName("通过", "pass")]
    Pass = 1,

    /// <summary>To be put right by a date, demanded in writing (书面限期整改).</summary>
    [BilingualName("书面限期整改", "written deadline")]
    WrittenDeadline = 2,

    /// <summary>The business stops at once (立即停止生产经营).</summary>
    [BilingualName("立即停止生产经营", "stop at once")]
    Stop = 3,

    /// <summary>The bureau investigates by law (调查处理).</summary>
    [BilingualName("调查处理", "investigation")]
    Case = 4,
}

/// <summary>How the inspected took the written result on the spot (现场告知与签字): signed, or refused to sign.</summary>
/// <remarks>Who refuses does not stop an inspection: the inspectors note why, and may call a witness (Order 49, Art. 34).</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ResultSignature
{
    private ResultSignature(string? signedBy, string? refusal, string? witness) => (SignedBy, Refusal, Witness) = (signedBy, refusal, witness);

    /// <summary>Who signed for the inspected: a key in the user's platform, or what the person is there, and never a name; null when it was refused.</summary>
    public string? SignedBy { get; }

    /// <summary>Why it was not signed (拒签原因); null when it was.</summary>
    public string? Refusal { get; }

    /// <summary>Who witnessed the refusal (见证人), as a key, or the key of its recording; null when there is none.</summary>
    public string? Witness { get; }

    /// <summary>The result was signed.</summary>
    /// <param name="by">Who signed for the inspected: a key in the user's platform, or what the person is there (店长).</param>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static ResultSignature Given(string by)
    {
        TextRule.Key.Check(by);
        return new(by, null, null);
    }

    /// <summary>The signature was refused.</summary>
    /// <param name="reason">Why, as the inspectors noted it.</param>
    /// <param name="witness">Who witnessed it, as a key, or the key of a recording; null for none.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static ResultSignature Refused(string reason, string? witness = null)
    {
        TextRule.Note.Check(reason);
        TextRule.Key.CheckAny(witness);
        return new(null, reason, witness);
    }
}
