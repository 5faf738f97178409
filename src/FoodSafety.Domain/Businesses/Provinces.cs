namespace FoodSafety.Domain.Businesses;

/// <summary>The first two digits that a division in a code may begin with (省级代码), by GB/T 2260 and the registrars' own use.</summary>
internal static class Provinces
{
    /// <summary>
    /// The provinces of GB/T 2260, 10 of the registrars of the State, and 66 under which the Xinjiang Production and Construction Corps registers.
    /// </summary>
    public const string Known = "10 11-15 21-23 31-37 41-46 50-54 61-66 71 81 82";

    /// <summary>Whether a division may begin so; false for any characters that are no digits.</summary>
    public static bool Knows(ReadOnlySpan<char> two) =>
        two is [>= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones] && ((tens - '0') * 10) + ones - '0' is
            (>= 10 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 66) or 71 or 81 or 82;
}
