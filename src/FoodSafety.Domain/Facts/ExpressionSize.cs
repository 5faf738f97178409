using System.Globalization;

namespace FoodSafety.Domain.Facts;

/// <summary>How large a condition or number is, known without walking it.</summary>
/// <param name="Depth">How deep it is nested; 1 of a fact.</param>
/// <param name="Parts">Of how many conditions and numbers it is made, written out; 1 of a fact.</param>
/// <param name="AsksCustom">Whether there is a custom condition in it.</param>
internal readonly record struct ExpressionSize(int Depth, int Parts, bool AsksCustom)
{
    public static ExpressionSize Leaf { get; } = new(1, 1, false);

    /// <summary>The size of what is made of one part.</summary>
    /// <exception cref="ArgumentException">It is larger than <see cref="ExpressionLimits"/> allow.</exception>
    public static ExpressionSize Around(ExpressionSize part) => Around(part.Depth, part.Parts, part.AsksCustom);

    /// <summary>The size of what is made of parts.</summary>
    /// <param name="depth">The depth of the deepest part; 0 when there is none.</param>
    /// <param name="parts">The parts of all of them together.</param>
    /// <param name="asksCustom">Whether one of them asks a custom condition.</param>
    /// <exception cref="ArgumentException">It is larger than <see cref="ExpressionLimits"/> allow.</exception>
    public static ExpressionSize Around(int depth, long parts, bool asksCustom)
    {
        if (depth >= ExpressionLimits.MostDepth)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"It would be nested {depth + 1} deep; allowed are {ExpressionLimits.MostDepth}. Join conditions of one kind in one list, or work a part out beforehand as a fact of its own."));
        }

        if (parts >= ExpressionLimits.MostParts)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Written out it would have {parts + 1:N0} parts; allowed are {ExpressionLimits.MostParts:N0}. What is used several times counts each time: work it out beforehand as a fact of its own."));
        }

        return new ExpressionSize(depth + 1, (int)parts + 1, asksCustom);
    }
}
