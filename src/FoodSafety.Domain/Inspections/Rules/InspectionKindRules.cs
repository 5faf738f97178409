using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>What is asked of the inspections of one kind (检查要求): of people, form, completeness and signature, how heavy the outcome may be, and by when it is public.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionKindRules
{
    /// <summary>The kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public required InspectionKind Kind { get; init => field = value.Named(); }

    /// <summary>How many persons take part at least (检查人员人数), from 0, where nobody has to be named.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Rule<int> Inspectors
    {
        get;
        init => field = value?.Value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Inspectors), value?.Value, "Allowed: 0 and more.");
    }

    /// <summary>Whether each of them has an enforcement certificate or a task paper (执法证件或检查任务书).</summary>
    public required Rule<bool> Certificates { get; init; }

    /// <summary>Whether who has an interest in the inspected withdraws (回避).</summary>
    public required Rule<bool> Withdrawal { get; init; }

    /// <summary>In which forms it is carried out (检查方式).</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required Rule<ItemList<InspectionForm>> Forms { get; init => field = Some(value); }

    /// <summary>In which forms it is carried out at a business of high risk (高风险主体检查方式).</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required Rule<ItemList<InspectionForm>> HighRiskForms { get; init => field = Some(value); }

    /// <summary>How much of the list has to be answered (检查完整性).</summary>
    public required Rule<InspectionExtent> Extent { get; init => field = value is null ? throw new ArgumentNullException(nameof(Extent)) : value with { Value = value.Value.Named() }; }

    /// <summary>Whether the inspected sign the result, or their refusal is noted (现场签字).</summary>
    public required Rule<bool> Signature { get; init; }

    /// <summary>The heaviest outcome that it can have (最重处理): what is graver is passed on.</summary>
    public required Rule<InspectionOutcome> Heaviest { get; init => field = value is null ? throw new ArgumentNullException(nameof(Heaviest)) : value with { Value = value.Value.Named() }; }

    /// <summary>Within what time after it is formed the result is made public (公示期限); a value of null where it is not published at all.</summary>
    public required Rule<TimeLimit?> Publication { get; init; }

    /// <summary>Whether every item of the list has to be answered for a task.</summary>
    internal bool MustBeFull(InspectionTask task) => Extent.Value switch
    {
        InspectionExtent.AllItems => true,
        InspectionExtent.AllButFollowUps => task.FollowsUp.IsEmpty,
        InspectionExtent.AnyItems => false,
    };

    private static Rule<ItemList<InspectionForm>> Some(Rule<ItemList<InspectionForm>> forms) => forms is null or { Value.IsEmpty: true }
        ? throw new ArgumentException("Allowed: one form or more.", nameof(forms))
        : forms with { Value = [.. forms.Value.Select(form => form.Named())] };
}

/// <summary>How much of the list an inspection has to answer (检查完整性).</summary>
/// <remarks>Zero, the default, is none of them.</remarks>
public enum InspectionExtent : byte
{
    /// <summary>All items (全部项目).</summary>
    [BilingualName("全部项目", "all items")]
    AllItems = 1,

    /// <summary>All items; what looks at corrections may leave some out (全部项目，复查除外).</summary>
    [BilingualName("全部项目，复查除外", "all items, but for follow-ups")]
    AllButFollowUps = 2,

    /// <summary>Any of them, at least one (部分项目).</summary>
    [BilingualName("部分项目", "any items")]
    AnyItems = 3,
}
