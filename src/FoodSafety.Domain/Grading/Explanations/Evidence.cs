using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>One piece of what made a condition hold (判定依据): what was asked, what was found.</summary>
/// <param name="Asked">The simplest condition that was asked: a comparison, a flag, a choice or a custom one.</param>
/// <param name="Holds">Whether it holds. It need not: under "not", what fails is what counts.</param>
/// <param name="Found">The value found, of the fact or of the whole expression; empty for a custom condition.</param>
/// <param name="Parts">The named lines of a score that was compared, with their points.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Evidence(Condition Asked, bool Holds, BilingualText Found, ItemList<EvidencePart> Parts)
{
    /// <summary>The evidence as people read it: <c>每餐用餐人数 800（≥ 500）</c>.</summary>
    public BilingualText Text
    {
        get
        {
            // What is found says by itself whether it is stated.
            var (mark, not) = Holds || Asked is Stated ? ("", "") : ("不满足：", "not so: ");
            var text = Asked switch
            {
                Comparison { Sides: not null } c => new BilingualText($"{c.Text.Chinese}（差 {Found.Chinese}）", $"{c.Text.English} (difference {Found.English})"),
                Comparison c => new BilingualText(
                    $"{c.Left.Text.Chinese} {Found.Chinese}（{c.Sign} {Exact.Show(c.Limit)}）",
                    $"{c.Left.Text.English} {Found.English} ({c.Sign} {Exact.Show(c.Limit)})"),
                Stated stated => stated.Fact is { } asked
                    ? ($"{asked.Name.Chinese}：{Found.Chinese}", $"{asked.Name.English}: {Found.English}")
                    : ($"{stated.Number!.Text.Chinese}：{Found.Chinese}", $"{stated.Number.Text.English}: {Found.English}"),
                ChoiceIn choice => ($"{choice.Fact.Name.Chinese}：{Found.Chinese}", $"{choice.Fact.Name.English}: {Found.English}"),
                FlagFact flag => ($"{flag.Name.Chinese}：{Found.Chinese}", $"{flag.Name.English}: {Found.English}"),
                _ => Asked.Text,
            };
            return (mark + text.Chinese, not + text.English);
        }
    }
}

/// <summary>One named line of a score with its points (评分明细).</summary>
/// <param name="Name">The name of the line.</param>
/// <param name="Value">Its points.</param>
public readonly record struct EvidencePart(BilingualText Name, decimal Value);

/// <summary>Finds what made a condition hold: of "all of" every part, of "any of" the parts that certainly hold.</summary>
internal static class EvidenceCollector
{
    public static ImmutableArray<Evidence> For(Condition condition, Answers answers)
    {
        var found = ImmutableArray.CreateBuilder<Evidence>();
        Collect(condition, holds: true, answers, found);
        return found.ToImmutable();
    }

    private static void Collect(Condition condition, bool holds, Answers answers, ImmutableArray<Evidence>.Builder found)
    {
        switch (condition)
        {
            case Constant:
                break;
            case Negation negation:
                Collect(negation.Inner, !holds, answers, found);
                break;
            case AllOf all:
                CollectAll(all.Parts, holds, holds, answers, found);
                break;
            case AnyOf any:
                CollectAll(any.Parts, !holds, holds, answers, found);
                break;
            default:
                found.Add(new Evidence(condition, holds, Found(condition, answers), Parts(condition, answers)));
                break;
        }
    }

    /// <summary>Collects either every part, or those alone whose outcome carried the whole.</summary>
    private static void CollectAll(
        ImmutableArray<Condition> parts, bool everyPart, bool holds, Answers answers, ImmutableArray<Evidence>.Builder found)
    {
        foreach (var part in parts)
        {
            if (everyPart || answers.Holds(part) == holds.ToTruth())
            {
                Collect(part, holds, answers, found);
            }
        }
    }

    private static BilingualText Found(Condition condition, Answers answers) => condition switch
    {
        Comparison comparison => Show(Value(comparison.Left, answers)),
        ChoiceIn choice => choice.Fact.Show(answers.Source.Read(choice.Fact)),
        FlagFact flag => flag.Show(answers.Source.Read(flag)),
        Stated { Fact: { } fact } => fact.Show(answers.Source.Read(fact)),
        Stated { Number: { } number } => answers.Stored(number) is var stored && stored == NumberExpression.NotStated
            ? FactDeclaration.NotStated
            : Show(Exact.ToDecimal(stored, number.Decimals)),
        _ => default,
    };

    private static ImmutableArray<EvidencePart> Parts(Condition condition, Answers answers) =>
        condition is Comparison { Left: not NumberFact } comparison ? [.. Lines(comparison.Left, answers)] : [];

    /// <summary>The lines of a score: what has a name and no named part inside.</summary>
    private static IEnumerable<EvidencePart> Lines(NumberExpression expression, Answers answers)
    {
        switch (expression)
        {
            case NumberFact fact:
                return [new EvidencePart(fact.Name, Value(fact, answers))];
            case NamedNumber named:
                var inner = Lines(named.Inner, answers).ToList();
                return inner.Count > 0 ? inner : [new EvidencePart(named.Name, Value(named, answers))];
            case NumberOrElse orElse:
                return answers.Stored(orElse.Inner) != NumberExpression.NotStated ? Lines(orElse.Inner, answers) : orElse.Inner switch
                {
                    NumberFact { Name: var name } => [new EvidencePart(name, orElse.Otherwise)],
                    NamedNumber { Name: var name } => [new EvidencePart(name, orElse.Otherwise)],
                    _ => [],
                };
            case Multiple:
                // Its parts would show without the factor that makes them count.
                return [];
            default:
                return expression.Operands.SelectMany(part => Lines(part, answers));
        }
    }

    // It is stated and known: whatever is told here is part of what made a clause hold.
    private static decimal Value(NumberExpression number, Answers answers) => Exact.ToDecimal(answers.Stored(number), number.Decimals);

    private static BilingualText Show(decimal value)
    {
        var text = Exact.Show(value);
        return (text, text);
    }
}
