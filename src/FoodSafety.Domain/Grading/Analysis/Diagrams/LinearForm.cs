using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// A number as a sum of whole multiples of parts that are no sums themselves, with nothing in common: <c>2 × (a + b)</c> and <c>b + a</c> are the
/// same form, each with a scale of its own; what is the same for everybody is no part of it. So numbers that are the same can be compared however they are written.
/// </summary>
internal sealed class LinearForm : IEquatable<LinearForm>
{
    private readonly int _hash;

    private LinearForm(ImmutableArray<LinearTerm> terms)
    {
        Terms = terms;
        foreach (var term in terms)
        {
            // The order in which parts are written does not matter.
            _hash ^= term.GetHashCode();
            (Least, Most) = (Least + term.Least, Most + term.Most);
        }
    }

    /// <summary>The parts, none a sum, a multiple or a name, each once.</summary>
    public ImmutableArray<LinearTerm> Terms { get; }

    /// <summary>The smallest value that the parts could add up to.</summary>
    public Int128 Least { get; }

    /// <summary>The largest value that the parts could add up to.</summary>
    public Int128 Most { get; }

    /// <summary>The fact that the form is; null of any other.</summary>
    public NumberFact? Fact => Terms is [{ Factor: 1, Part: NumberFact fact }] ? fact : null;

    /// <summary>The form of a number, by how much its values have to be multiplied, and what has to be added then, to make the stored ones.</summary>
    public static (LinearForm Form, long Scale, long Offset) Of(NumberExpression number)
    {
        Int128 offset = 0;
        var factors = new Dictionary<NumberExpression, Int128>();
        var order = new List<NumberExpression>();
        var isTooLarge = false;
        Add(number, 1);
        // What cancels out still has to be stated.
        var terms = order.Select(part => (Part: part, Factor: factors[part])).ToList();
        var scale = terms.Aggregate((Int128)0, (common, term) => Gcd(common, Int128.Abs(term.Factor)));
        scale = scale == 0 ? 1 : scale;
        // A fact alone is itself and not its negative; of anything else the side it is written from is as good as the other.
        scale = terms is [{ Part: NumberFact } only] && only.Factor < 0 ? -scale : scale;
        // Without what is the same for everybody the parts could add up to more than the whole ever does.
        isTooLarge |= terms.Sum(term => Math.Abs((double)(term.Factor / scale)) * Math.Max(Math.Abs((double)term.Part.Least), Math.Abs((double)term.Part.Most))) > Exact.MostStored;
        if (isTooLarge || terms.Count == 0 || terms.Exists(term => Int128.Abs(term.Factor) > Exact.MostStored) || Int128.Abs(offset) > Exact.MostStored)
        {
            // Cannot be told apart from others by its parts without growing out of range, or has none; it is a part itself then.
            return (new LinearForm([new LinearTerm(AtomSurvey.Unnamed(number), 1)]), 1, 0);
        }

        return (new LinearForm([.. terms.Select(term => new LinearTerm(term.Part, (long)(term.Factor / scale)))]), (long)scale, (long)offset);

        void Add(NumberExpression part, Int128 factor)
        {
            isTooLarge |= Int128.Abs(factor) > Exact.MostStored;
            switch (part)
            {
                case var _ when isTooLarge:
                    break;
                case NamedNumber named:
                    Add(named.Inner, factor);
                    break;
                case NumberConstant constant:
                    offset += factor * constant.Least;
                    break;
                case Multiple multiple:
                    Add(multiple.Inner, factor * multiple.StoredFactor);
                    break;
                case SumOf sum:
                    foreach (var summand in sum.Parts)
                    {
                        Add(summand, factor * Exact.Power(sum.Decimals - summand.Decimals));
                    }

                    break;
                default:
                    if (!factors.TryAdd(part, factor))
                    {
                        factors[part] += factor;
                    }
                    else
                    {
                        order.Add(part);
                    }

                    break;
            }
        }
    }

    /// <summary>The form of parts that have nothing in common.</summary>
    public static LinearForm Of(ImmutableArray<LinearTerm> terms) => new(terms);

    /// <summary>The form with every factor turned round.</summary>
    public LinearForm Negated() => new([.. Terms.Select(term => term with { Factor = -term.Factor })]);

    public bool Equals(LinearForm? other) =>
        other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && Terms.Length == other.Terms.Length && Terms.All(other.Terms.Contains)));

    public override bool Equals(object? obj) => Equals(obj as LinearForm);

    public override int GetHashCode() => _hash;

    /// <summary>How many times a divisor goes into a value, towards minus infinity.</summary>
    public static Int128 Floor(Int128 value, Int128 divisor)
    {
        var (quotient, rest) = (value / divisor, value % divisor);
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    public static Int128 Gcd(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}

/// <summary>A part of a sum with its factor, which is 0 where it cancels out and only has to be stated.</summary>
/// <param name="Part">A fact, a score, a largest or a smallest.</param>
/// <param name="Factor">How many of its smallest units one of them counts.</param>
internal readonly record struct LinearTerm(NumberExpression Part, long Factor)
{
    /// <summary>The fact that it is, with or without what stands in for it, so that more of the fact is more of the part; null of any other.</summary>
    public NumberFact? Fact => Part switch
    {
        NumberFact fact => fact,
        NumberOrElse orElse when orElse.Decimals == orElse.Inner.Decimals => AtomSurvey.Unnamed(orElse.Inner) as NumberFact,
        _ => null,
    };

    /// <summary>The smallest that it can add.</summary>
    public Int128 Least => Int128.Min(Factor * (Int128)Part.Least, Factor * (Int128)Part.Most);

    /// <summary>The largest that it can add.</summary>
    public Int128 Most => Int128.Max(Factor * (Int128)Part.Least, Factor * (Int128)Part.Most);
}
