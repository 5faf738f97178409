using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>More of a fact, everything else the same, gives a milder grade (越多越松).</summary>
/// <remarks>
/// Adjustments are counted in, and what a fact does through a score. Values at which there is no grade are passed over. With
/// a custom condition in the witness it is so only if that condition says the same of both.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MoreIsMilder<TGrade> : PolicyFinding where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;

    internal MoreIsMilder(
        ImmutableArray<string> clauses, GradeScale<TGrade> scale, NumberFact fact, ImmutableArray<decimal> at,
        TGrade from, TGrade to, FactWitness before, FactWitness after)
        : base(clauses)
    {
        _scale = scale;
        (Fact, At, From, To, Before, After) = (fact, at, from, to, before, after);
    }

    /// <summary>The fact of which there is more.</summary>
    public NumberFact Fact { get; }

    /// <summary>The values from which on the grade is milder than just below, ascending: all of them that go between these grades by these clauses.</summary>
    public ItemList<decimal> At { get; }

    /// <summary>The grade just below.</summary>
    public TGrade From { get; }

    /// <summary>The milder grade from there on.</summary>
    public TGrade To { get; }

    /// <summary>An entity just below the first of the values.</summary>
    public FactWitness Before { get; }

    /// <summary>The same entity at that value.</summary>
    public FactWitness After { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text
    {
        get
        {
            var (from, to) = (_scale.NameOf(From), _scale.NameOf(To));
            var places = string.Join(", ", At.Take(3).Select(Exact.Show)) + (At.Length > 3 ? ", …" : "");
            return ($"{Fact.Name.Chinese}增至 {places} 时等级由{from.Chinese}变松为{to.Chinese}（{QuotedInChinese(Clauses)}）",
                    $"more {Fact.Name.English} is milder: at {places} the grade goes from {from.English} to {to.English} (by {Quoted(Clauses)})");
        }
    }
}
