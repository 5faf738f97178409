using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A round in which every business is reached (全覆盖轮次): what is done at each, and which share by which day.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Round
{
    /// <summary>Makes a round.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="begins">Its first day.</param>
    /// <param name="tasks">What is done at each business, each once; a business is covered when all of it is done.</param>
    /// <param name="targets">The stages, by day; each of a day after the one before and of no smaller share. None is allowed.</param>
    /// <param name="basis">Where the stages come from.</param>
    /// <exception cref="ArgumentException">There is no name or no task, a task stands twice, or the stages are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A task is not one of the named values, or a share is not above 0 and up to 1.</exception>
    public Round(BilingualText name, LocalDate begins, ImmutableArray<RoundTask> tasks, ImmutableArray<RoundTarget> targets, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        TextRule.Name.Check(name);
        if (tasks.IsDefaultOrEmpty || tasks.Distinct().Count() != tasks.Length)
        {
            throw new ArgumentException("A round has at least one task, and each once.", nameof(tasks));
        }

        foreach (var task in tasks)
        {
            _ = task.Name();
        }

        Targets = targets.IsDefault ? [] : targets;
        RoundTarget? earlier = null;
        foreach (var target in Targets)
        {
            if (target.Share is <= 0 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(targets), target.Share, "Allowed: above 0 and up to 1.");
            }

            if (earlier is { } before ? target.By <= before.By || target.Share < before.Share : target.By < begins)
            {
                throw new ArgumentException(
                    $"The stage {NumberText.Percent(target.Share)} by {target.By:uuuu-MM-dd} comes after "
                    + (earlier is { } one ? $"{NumberText.Percent(one.Share)} by {one.By:uuuu-MM-dd}; allowed: a later day and no smaller share." : $"the round begins on {begins:uuuu-MM-dd}; allowed: that day or a later one."),
                    nameof(targets));
            }

            earlier = target;
        }

        (Name, Begins, Tasks, Basis) = (name, begins, tasks, basis);
    }

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; }

    /// <summary>Its first day.</summary>
    public LocalDate Begins { get; }

    /// <summary>What is done at each business.</summary>
    public ItemList<RoundTask> Tasks { get; }

    /// <summary>The stages, by day.</summary>
    public ItemList<RoundTarget> Targets { get; }

    /// <summary>Where the stages come from.</summary>
    public Citation Basis { get; }
}

/// <summary>What a round does at every business (首轮全覆盖任务). Zero, the default, is no task.</summary>
public enum RoundTask : byte
{
    /// <summary>The business is told of its duties (宣传).</summary>
    [BilingualName("宣传", "publicity")]
    Publicity = 1,

    /// <summary>Its people or its cadre are trained, as the round has it (培训).</summary>
    [BilingualName("培训", "training")]
    Training = 2,

    /// <summary>Its cadre visits it (督导检查).</summary>
    [BilingualName("督导检查", "visit")]
    Visit = 3,

    /// <summary>It is verified that it exists, is listed rightly and is tied to a cadre (核实).</summary>
    [BilingualName("核实", "verification")]
    Verification = 4,

    /// <summary>A commitment that names it is signed (承诺书签订).</summary>
    [BilingualName("承诺书签订", "commitment")]
    Commitment = 5,
}

/// <summary>The number of a round (轮次编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<RoundId>))]
public readonly record struct RoundId(long Number) : ITextValue<RoundId>
{
    static BilingualText ITextValue<RoundId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static RoundId Parse(string s, IFormatProvider? provider = null) => ITextValue<RoundId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RoundId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>True when there is no round.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
