using System.Globalization;

namespace FoodSafety.Domain.Facts;

/// <summary>How large a condition or a number may be (条件与数值的上限). One that is larger is refused where it is built.</summary>
/// <remarks>
/// So nothing that looks at a condition later, be it a test, a text, a file or an analysis, has to fear its size. Files keep the same limits.
/// </remarks>
public static class ExpressionLimits
{
    /// <summary>How deep conditions and numbers may be nested: 64. A fact is 1 deep, and so is a fact compared with a limit.</summary>
    /// <remarks>
    /// What is joined does not nest: <c>a | b | c | d</c> is 2 deep, however many are joined, and <c>(a &amp; b) | c</c> is 3 deep.
    /// </remarks>
    public const int MostDepth = 64;

    /// <summary>
    /// Of how many conditions and numbers one may be made, itself included: 100,000. What is used several times counts each time, as if it were written out.
    /// </summary>
    public const int MostParts = 100_000;

    /// <summary>
    /// How many characters of a text are written in each language: 10,000. A longer one ends there, and says of how many parts the whole is made.
    /// </summary>
    public const int MostTextLength = 10_000;
}

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
