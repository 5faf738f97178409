using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Laws;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Grading.Files;

/// <summary>A random policy with the files that can hold it.</summary>
public sealed record FilePolicy(GradingPolicy<Mark> Policy, PolicyFile<Mark> Files);

/// <summary>Dresses the policies of <see cref="PolicyGen"/>, whose titles and sources are all alike, in everything that a file holds.</summary>
public static class FilePolicyGen
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        OneOf("", "包保分级", "two words", "\"|\\/<b>&amp;[x](y)", "𣲗🍜", "e\u0301", "</script>", "2022年第3号令"),
        Gen.String[Gen.Char['a', 'z'], 0, 60],
        Gen.String[Gen.Char['一', '龥'], 0, 10]);

    private static readonly Gen<BilingualText> Titles = Gen.Select(Texts, Texts, (zh, en) => new BilingualText(zh, en));

    private static readonly Gen<Citation> Sources = Gen.Select(
        Titles.Where(title => !title.IsEmpty),
        Gen.Enum<SourceStanding>(),
        Gen.OneOf(OneOf((string?)null), Texts.Select(text => (string?)text)),
        OneOf<string?>(null, "https://example.org", "http://例子.中国/路?问=1#节", "urn:isbn:9787", "HTTP://a.cn:80/#a", "HTTP://a.cn:80/#b", "mailto:a@b.cn"),
        (title, standing, article, url) => new Citation(title, standing, article, url is null ? null : new Uri(url)));

    private static readonly Gen<LocalDate> Dates = Gen.Int[-9998, 9998].SelectMany(
        year => Gen.Int[1, 12].SelectMany(month => Gen.Int[1, CalendarSystem.Iso.GetDaysInMonth(year, month)].Select(day => new LocalDate(year, month, day))));

    public static Gen<FilePolicy> Any { get; } = Gen
        .Select(PolicyGen.Small, Gen.String[Gen.Char['!', '~'], 1, 10], Titles.Array[30], Sources.Array[1, 5], Dates, Gen.Int[-1, 4_000], Gen.Int[0, 3])
        .Select(Dress)
        .Where(made => made is not null)
        .Select(made => made!);

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static FilePolicy? Dress(PolicyCase drawn, string version, BilingualText[] titles, Citation[] sources, LocalDate from, int days, int required)
    {
        var policy = drawn.Policy;
        // Two conditions in code may have one key in a policy, but not in a file.
        var custom = Customs(policy).Distinct().ToArray();
        if (custom.Length > 1)
        {
            return null;
        }

        var next = 0;
        BilingualText Title() => titles[next++ % titles.Length];
        Citation Source() => sources[next % sources.Length];
        var builder = GradingPolicy.Define("generated", version, Title(), policy.Scale);
        if (days != 0)
        {
            builder.InForce(from, days < 0 || from > new LocalDate(9980, 1, 1) ? null : from.PlusDays(days));
        }

        foreach (var rule in policy.NotGraded)
        {
            builder.NotGraded(rule.Id, rule.When, Title(), Source());
        }

        if (required > 0)
        {
            // The basis is that of the default in some and another one in others.
            builder.BasedOn(sources[0]).RequireStated([.. drawn.Schema.Facts.Take(required)]);
        }

        foreach (var rule in policy.Rules)
        {
            builder.Rule(rule.Id, rule.Grade, rule.When, Title(), Source(), rule.IsFinal);
        }

        foreach (var rule in policy.Adjustments)
        {
            _ = rule switch
            {
                StepAdjustment step => builder.Adjust(rule.Id, step.Steps, rule.When, Title(), Source()),
                BoundAdjustment<Mark> { Bound: GradeBound.AtLeast } bound => builder.AtLeast(rule.Id, bound.Grade, rule.When, Title(), Source()),
                BoundAdjustment<Mark> bound => builder.AtMost(rule.Id, bound.Grade, rule.When, Title(), Source()),
                _ => throw new NotSupportedException($"{rule.GetType()}"),
            };
        }

        builder.Otherwise(policy.Otherwise.Grade, Title(), Source());
        return new FilePolicy(builder.Build(), new PolicyFile<Mark>(policy.Scale, drawn.Schema.Facts, custom));
    }

    private static IEnumerable<CustomCondition> Customs(GradingPolicy<Mark> policy) =>
        policy.NotGraded.Select(rule => rule.When).Concat(policy.Rules.Select(rule => rule.When)).Concat(policy.Adjustments.Select(rule => rule.When))
            .SelectMany(Customs);

    private static IEnumerable<CustomCondition> Customs(Condition condition) => condition switch
    {
        CustomCondition custom => [custom],
        AllOf all => all.Parts.SelectMany(Customs),
        AnyOf any => any.Parts.SelectMany(Customs),
        Negation negation => Customs(negation.Inner),
        Comparison comparison => Customs(comparison.Left),
        Stated { Number: { } number } => Customs(number),
        _ => [],
    };

    private static IEnumerable<CustomCondition> Customs(NumberExpression number) => number switch
    {
        NamedNumber named => Customs(named.Inner),
        NumberOrElse orElse => Customs(orElse.Inner),
        Multiple multiple => Customs(multiple.Inner),
        Score score => score.Cases.SelectMany(line => Customs(line.When)),
        SumOf sum => sum.Parts.SelectMany(Customs),
        LargestOf largest => largest.Parts.SelectMany(Customs),
        SmallestOf smallest => smallest.Parts.SelectMany(Customs),
        _ => [],
    };
}
