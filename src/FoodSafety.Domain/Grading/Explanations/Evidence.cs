using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>One piece of what made a condition hold (判定依据): what was asked, what was found.</summary>
/// <param name="Asked">The simplest condition that was asked: a comparison, a flag, a choice or a custom one.</param>
/// <param name="Holds">Whether it holds. It need not: under "not", what fails is what counts.</param>
/// <param name="Found">The value found, of the fact or of the whole expression; empty for a custom condition.</param>
/// <param name="Parts">What adds up to a sum that was compared, by name or by text: the parts that count, and none that is 0.</param>
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
                    $"{c.Left.Text.Chinese} {Found.Chinese}（{c.Sign} {c.ShownLimit.Chinese}）",
                    $"{c.Left.Text.English} {Found.English} ({c.Sign} {c.ShownLimit.English})"),
                Stated stated => Named(stated.Fact?.Name ?? stated.Number!.Text),
                ChoiceIn choice => Named(choice.Fact.Name),
                FlagFact flag => Named(flag.Name),
                _ => Asked.Text,
            };
            return (mark + text.Chinese, not + text.English);
        }
    }

    private BilingualText Named(BilingualText name) => ($"{name.Chinese}：{Found.Chinese}", $"{name.English}: {Found.English}");
}

/// <summary>One part of a sum with what it adds (合计明细).</summary>
/// <param name="Name">Its name, or what it is: <c>0.5 × (从业人员)</c>, or the case of a score that holds.</param>
/// <param name="Value">What it adds.</param>
public readonly record struct EvidencePart(BilingualText Name, decimal Value)
{
    /// <summary>The unit of the sum; empty where its parts have several, or none.</summary>
    public BilingualText Unit { get; init; }

    /// <summary>The part as people read it: <c>人数分：3</c>.</summary>
    public BilingualText Text
    {
        get
        {
            var value = QuantityText.Of(Value, Unit);
            return ($"{Name.Chinese}：{value.Chinese}", $"{Name.English}: {value.English}");
        }
    }
}

/// <summary>Finds what made a condition hold: of "all of" every part, of "any of" the parts that certainly hold.</summary>
internal static class EvidenceCollector
{
    public static ImmutableArray<Evidence> For(Condition condition, Answers answers, bool holds = true)
    {
        var found = ImmutableArray.CreateBuilder<Evidence>();
        Collect(condition, holds, answers, found);
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
        Comparison comparison => QuantityText.Of(Value(comparison.Left, answers), comparison.Left.Unit),
        ChoiceIn choice => choice.Fact.Show(answers.Source.Read(choice.Fact)),
        FlagFact flag => flag.Show(answers.Source.Read(flag)),
        Stated { Fact: { } fact } => fact.Show(answers.Source.Read(fact)),
        Stated { Number: { } number } => answers.Stored(number) is var stored && stored == NumberExpression.NotStated
            ? FactDeclaration.NotStated
            : QuantityText.Of(Exact.ToDecimal(stored, number.Decimals), number.Unit),
        _ => default,
    };

    /// <summary>How far a comparison is from holding, against what was found; of anything else a whole.</summary>
    public static double Distance(Condition condition, Answers answers) => condition is Comparison comparison && Value(comparison.Left, answers) is var value
        ? (double)Math.Abs(comparison.Limit - value) / Math.Max(1, (double)Math.Abs(value))
        : 1;

    /// <summary>The parts of a number that count. One that would only say again what is compared is none.</summary>
    private static ImmutableArray<EvidencePart> Parts(Condition condition, Answers answers)
    {
        if (condition is not Comparison { Left: not NumberFact } comparison)
        {
            return [];
        }

        var number = AtomSurvey.Unnamed(comparison.Left);
        return [.. Lines(number, answers).Where(line => line.Value != 0 && line.Name != number.Text).Select(line => line with { Unit = number.Unit })];
    }

    private static IEnumerable<EvidencePart> Lines(NumberExpression number, Answers answers)
    {
        switch (number)
        {
            case NumberFact fact:
                return [new EvidencePart(fact.Name, Value(fact, answers))];
            case NamedNumber named:
                // The lines of a score card are told, and not its parts as one.
                return AtomSurvey.Unnamed(named) is SumOf total ? Lines(total, answers) : [new EvidencePart(named.Name, Value(named, answers))];
            case SumOf sum:
                return sum.Parts.SelectMany(part => Lines(part, answers));
            case LargestOf or SmallestOf:
                var value = Value(number, answers);
                return Lines(number.Operands.First(part => Value(part, answers) == value), answers);
            case Score score:
                return score.Cases.Where(line => answers.Holds(line.When) == Truth.Holds).Take(1).Select(line => new EvidencePart(line.When.Text, line.Points));
            case NumberOrElse orElse:
                return answers.Stored(orElse.Inner) != NumberExpression.NotStated ? Lines(orElse.Inner, answers) : orElse.Inner switch
                {
                    NumberFact { Name: var name } => [new EvidencePart(name, orElse.Otherwise)],
                    NamedNumber { Name: var name } => [new EvidencePart(name, orElse.Otherwise)],
                    _ => [],
                };
            default:
                return [new EvidencePart(number.Text, Value(number, answers))];
        }
    }

    // It is stated and known: whatever is told here is part of what made a clause hold.
    private static decimal Value(NumberExpression number, Answers answers) => Exact.ToDecimal(answers.Stored(number), number.Decimals);
}
