using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Translation;

/// <summary>Writes conditions in another language. That this is possible is the proof that rules are data.</summary>
internal sealed class Translator(Dialect dialect)
{
    public string Write(Condition condition) => condition switch
    {
        Constant constant => constant.Value ? dialect.True : dialect.False,
        FlagFact flag => dialect.IsSet(dialect.Column(flag)),
        ChoiceIn choice => dialect.IsAmong(dialect.Column(choice.Fact), choice.Values),
        Comparison { Left: NumberFact fact } comparison =>
            $"{dialect.Column(fact)} {SignOf(comparison)} {dialect.Limit(comparison.Limit, fact.Decimals)}",
        Negation negation => $"{dialect.Not}({Write(negation.Inner)})",
        AllOf all => Join(all.Parts, dialect.And),
        AnyOf any => Join(any.Parts, dialect.Or),
        _ => throw new NotSupportedException($"The tier policy has no such condition: {condition}"),
    };

    private string Join(IEnumerable<Condition> parts, string with) => $"({string.Join(with, parts.Select(Write))})";

    private string SignOf(Comparison comparison) => comparison.Operator switch
    {
        ComparisonOperator.AtLeast => ">=",
        ComparisonOperator.MoreThan => ">",
        ComparisonOperator.AtMost => "<=",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.EqualTo => dialect.Equal,
    };
}
