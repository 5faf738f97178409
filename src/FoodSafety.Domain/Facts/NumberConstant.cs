namespace FoodSafety.Domain.Facts;

/// <summary>A number that is the same for everybody (常数): the 100 of <c>100 - Deductions</c>.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class NumberConstant : NumberExpression, IEquatable<NumberConstant>
{
    private readonly long _stored;

    internal NumberConstant(decimal value)
        : this(value, Exact.DecimalsOf(value, nameof(value)))
    {
    }

    private NumberConstant(decimal value, int decimals)
        : base(decimals, (Int128)(value * Exact.Power(decimals)), (Int128)(value * Exact.Power(decimals)), ExpressionSize.Leaf) =>
        (Value, _stored) = (value, (long)(value * Exact.Power(decimals)));

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <inheritdoc/>
    public bool Equals(NumberConstant? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberConstant);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    internal override long Stored(IFactSource source) => _stored;

    internal override void Show(ExpressionText text) => text.Add(Exact.Show(Value));
}

/// <summary>Differences as sums: what is taken away is added with its sign turned round.</summary>
internal static class Signs
{
    /// <summary>A number with its sign turned round; twice gives the number again, but for a sum, which is turned round part by part.</summary>
    public static NumberExpression Turned(NumberExpression number) => number switch
    {
        NumberConstant constant => new NumberConstant(-constant.Value),
        Multiple { Factor: -1 } multiple => multiple.Inner,
        Multiple multiple => new Multiple(multiple.Inner, -multiple.Factor),
        SumOf sum => new SumOf([.. sum.Parts.Select(Turned)]),
        _ => new Multiple(number, -1),
    };

    /// <summary>Whether it is written with a minus.</summary>
    public static bool IsNegative(NumberExpression number) => number is NumberConstant { Value: < 0 } or Multiple { Factor: < 0 };

    /// <summary>Whether all after the first are written with a minus and can be told by what is taken away.</summary>
    public static bool IsDifference(SumOf sum) =>
        sum.Parts.Length > 1 && !IsNegative(sum.Parts[0]) && sum.Parts.Skip(1).All(IsTaken);

    /// <summary>
    /// Both sides of a sum that is compared with 0, for "a - b &gt; 0" reads better as "a &gt; b"; null where one would be a bare constant or nothing, or where
    /// what is taken away does not stand last.
    /// </summary>
    public static (NumberExpression Left, NumberExpression Right)? SidesOf(NumberExpression compared)
    {
        if (compared is not SumOf { Parts: var parts })
        {
            return null;
        }

        var added = parts.TakeWhile(part => !IsNegative(part)).ToArray();
        var taken = parts.Skip(added.Length).ToArray();
        if (added.All(part => part is NumberConstant) || taken.All(part => part is NumberConstant) || !taken.All(IsTaken))
        {
            return null;
        }

        return (Joined(added), Joined([.. taken.Select(Turned)]));
    }

    /// <summary>Whether it is written with a minus and is what becomes of what stands behind that: of a sum, and of what has a minus itself, something else would.</summary>
    private static bool IsTaken(NumberExpression part) => IsNegative(part) && Turned(Turned(part)).Equals(part);

    private static NumberExpression Joined(NumberExpression[] parts) => parts is [var only] ? only : new SumOf(parts);
}
