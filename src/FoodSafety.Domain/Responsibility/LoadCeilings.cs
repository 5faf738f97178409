using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;

namespace FoodSafety.Domain.Responsibility;

/// <summary>How many businesses a cadre of a level answers for as main responsible (层级包保家数上限). No national text sets one; a place may.</summary>
/// <param name="Level">The level.</param>
/// <param name="Warning">The line above which a seat is warned of (提示线), 1 or more; null where nobody warns.</param>
/// <param name="Limit">No seat gets more than so many (上限), 1 or more and no fewer than the warning line; null where nothing limits them but <see cref="Post.Capacity"/>.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LoadCeiling(AreaLevel Level, Rule<int>? Warning = null, Rule<int>? Limit = null);

/// <summary>How many businesses cadres answer for at most, level by level (包保家数上限规定).</summary>
/// <remarks>
/// <para>A limit is a rule of planning: of it and the capacity of a post the lower one holds, and where all are full a business is uncovered, which a plan says. What is more than a lowered
/// limit goes to others. A warning changes nothing; <see cref="ChainPlan.LoadWarnings"/> lists who is above it.</para>
/// <para>Immutable.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LoadCeilings
{
    /// <summary>Sets ceilings.</summary>
    /// <param name="levels">Those of the levels that have some, each once, in any order.</param>
    /// <exception cref="ArgumentException">A level stands twice or says nothing, a number is less than 1, or a limit is less than the warning line.</exception>
    public LoadCeilings(ItemList<LoadCeiling> levels)
    {
        foreach (var ceiling in levels)
        {
            if (ceiling is { Warning: null, Limit: null } || ceiling.Warning?.Value < 1 || ceiling.Limit?.Value < 1 || ceiling.Limit?.Value < ceiling.Warning?.Value)
            {
                throw new ArgumentException(
                    $"The ceiling of {ceiling.Level.Name().English} warns above {Said(ceiling.Warning)} and limits to {Said(ceiling.Limit)}. Allowed: one of both at least, 1 or more, the limit no less than the warning.",
                    nameof(levels));
            }
        }

        Levels = [.. levels.OrderBy(ceiling => ceiling.Level.Named())];
        if (Levels.Zip(Levels.Skip(1)).FirstOrDefault(pair => pair.First.Level == pair.Second.Level).First is { } twice)
        {
            throw new ArgumentException($"There are two ceilings of {twice.Level.Name().English}. Allowed: one for a level.", nameof(levels));
        }

        static string Said(Rule<int>? rule) => rule is null ? "nothing" : $"{rule.Value}";
    }

    /// <summary>Nothing warns and nothing limits: what holds until somebody lays down more.</summary>
    public static LoadCeilings None { get; } = new([]);

    /// <summary>The levels that have some, the highest first.</summary>
    public ItemList<LoadCeiling> Levels { get; }

    /// <summary>That of a level; null where there is none.</summary>
    /// <param name="level">The level.</param>
    public LoadCeiling? Find(AreaLevel level)
    {
        // Asked for each post of a plan.
        foreach (var ceiling in Levels.AsSpan())
        {
            if (ceiling.Level == level)
            {
                return ceiling;
            }
        }

        return null;
    }

    /// <summary>How many businesses whoever holds a post may have as main responsible: the lower of its capacity and the limit of its level; null for any number.</summary>
    internal int? LimitOf(Post? post) => post is null ? null
        : Find(post.Area.Level)?.Limit?.Value is { } limit && !(post.Capacity <= limit) ? limit
        : post.Capacity;
}

/// <summary>How many businesses cadres answer for at most was laid down (包保家数上限发布): from the day of record on plans go by it.</summary>
/// <param name="Rules">The ceilings of all levels.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LoadCeilingsLaidDown(LoadCeilings Rules) : RulesLaidDown<LoadCeilings>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "load-ceilings-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("load-ceilings", "");
}

/// <summary>A seat has more businesses as main responsible than the warning line of its level (包保超提示线).</summary>
/// <param name="Load">The seat and what it has.</param>
/// <param name="Warning">The line above which is warned, and who says so.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LoadWarning(SeatLoad Load, Rule<int> Warning)
{
    /// <summary>Who, how many, and how many would be in order.</summary>
    public BilingualText Text => (
        $"{Load.Seat.Area} 干部 {Load.Seat.Cadre} 包保 {Load.Main} 家，超过提示线 {Warning.Value} 家（{Warning.Basis.Text.Chinese}）。",
        $"Cadre {Load.Seat.Cadre} in {Load.Seat.Area} answers for {Load.Main} businesses, above the warning line of {Warning.Value} ({Warning.Basis.Text.English}).");

    /// <summary>Who, how many, and how many would be in order, in both languages.</summary>
    public override string ToString() => Text.ToString();
}
