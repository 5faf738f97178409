using System.Numerics;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A condition in code (自定义条件), for what the language of conditions cannot say.</summary>
/// <remarks>
/// Slower than data and opaque: a file and an explanation can only name it, and no analysis sees inside. Prefer a derived
/// fact, computed before grading. What it throws reaches the caller as a <see cref="CustomConditionException"/> that names it and the entity.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CustomCondition : Condition
{
    private readonly Func<IFactSource, bool> _test;

    internal CustomCondition(string id, BilingualText text, Func<IFactSource, bool> test)
        : base(ExpressionSize.Leaf with { AsksCustom = true })
    {
        Id = FactId.Check(id, nameof(id));
        Name = TextRule.Note.CheckAny(text);
        ArgumentNullException.ThrowIfNull(test);
        _test = test;
    }

    /// <summary>The stable key.</summary>
    public string Id { get; }

    /// <summary>What it tests, as people read it.</summary>
    internal BilingualText Name { get; }

    internal override bool Test(IFactSource source)
    {
        try
        {
            return _test(source);
        }
        catch (Exception thrown) when (thrown is not CustomConditionException)
        {
            // Also what looks like a cancellation: a condition that gave up waiting for something did not cancel the grading.
            throw new CustomConditionException(this, source, thrown);
        }
    }

    /// <summary>For which of 64 rows that follow each other it holds; it is called for those that are asked about and for no other.</summary>
    /// <param name="row">A view of the rows' segment.</param>
    /// <param name="first">The slot of the first of the 64.</param>
    /// <param name="asked">The rows to ask about.</param>
    internal ulong Test(FactRow row, int first, ulong asked)
    {
        try
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
        catch (Exception thrown) when (thrown is not CustomConditionException)
        {
            // The view still shows the row that was asked about.
            throw new CustomConditionException(this, row, thrown);
        }
    }

    internal override void Show(ExpressionText text) => text.Add(Name);
}
