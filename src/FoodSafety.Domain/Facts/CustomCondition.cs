using System.Numerics;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A condition in code (自定义条件), for what the language of conditions cannot say.</summary>
/// <remarks>
/// Slower than data and opaque: a file and an explanation can only name it, and no analysis sees inside. Prefer a derived
/// fact, computed before grading.
/// </remarks>
public sealed class CustomCondition : Condition
{
    private readonly Func<IFactSource, bool> _test;

    internal CustomCondition(string id, BilingualText text, Func<IFactSource, bool> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Id = FactId.Check(id, nameof(id));
        Text = text;
        _test = test;
    }

    /// <summary>The stable key.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public override BilingualText Text { get; }

    internal override bool Test(IFactSource source) => _test(source);

    /// <summary>For which of 64 rows that follow each other it holds; it is called for those that are asked about and for no other.</summary>
    /// <param name="row">A view of the rows' segment.</param>
    /// <param name="first">The slot of the first of the 64.</param>
    /// <param name="asked">The rows to ask about.</param>
    internal ulong Test(FactRow row, int first, ulong asked)
    {
        var holds = 0UL;
        for (; asked != 0; asked &= asked - 1)
        {
            var bit = BitOperations.TrailingZeroCount(asked);
            row.Slot = first + bit;
            if (_test(row))
            {
                holds |= 1UL << bit;
            }
        }

        return holds;
    }
}
