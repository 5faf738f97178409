using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>A checklist file that cannot be read (清单文件有误): every fault of it is told, with its place.</summary>
public sealed class ChecklistFileException : Exception
{
    private const int Shown = 3;

    internal ChecklistFileException(ImmutableArray<PolicyFileFault> faults, Exception? inner = null)
        : base(Describe(faults).English, inner) => Faults = faults;

    /// <summary>All faults, in the order in which they were found; at least one.</summary>
    public ImmutableArray<PolicyFileFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<PolicyFileFault> faults)
    {
        var first = faults.Take(Shown).Select(fault => fault.Text).ToArray();
        var more = faults.Length - first.Length;
        return (
            $"清单文件有 {faults.Length} 处差错。{string.Concat(first.Select(text => text.Chinese))}{(more > 0 ? $"另有 {more} 处。" : "")}",
            $"Faults in the checklist file: {faults.Length}. {string.Join(' ', first.Select(text => text.English))}{(more > 0 ? $" And {more} more." : "")}");
    }
}
