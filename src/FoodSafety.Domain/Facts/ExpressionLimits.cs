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
