using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Something that the analysis of a policy found (分析发现): data, with a text for people.</summary>
/// <remarks>
/// The kinds are <see cref="NeverHolds"/>, <see cref="NeverWins"/>, <see cref="NeverNeeded"/>, <see cref="ChangesNothing"/>,
/// <see cref="FinalBelowStricter"/>, <see cref="MovesNothing"/>, <see cref="CancelsOut"/>, <see cref="BoundsExclude"/>, <see cref="MoreIsMilder{TGrade}"/>, <see cref="TitleSaysOtherwise"/>,
/// <see cref="ValuesWithoutRule"/>, <see cref="LeftToDefault"/>, <see cref="DefaultNeverDecides"/>, <see cref="GradedByNothing{TGrade}"/>,
/// <see cref="OpaqueCondition"/>, <see cref="NotLookedAt"/> and <see cref="AcceptedInVain"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PolicyFinding
{
    private protected PolicyFinding(ImmutableArray<ClauseReference> clauses) => (References, Clauses) = (clauses, [.. clauses.Select(clause => clause.Id)]);

    /// <summary>The keys of the clauses that it is about.</summary>
    public ItemList<string> Clauses { get; }

    /// <summary>The clauses that it is about, as people find them.</summary>
    public ItemList<ClauseReference> References { get; }

    /// <summary>
    /// What it is known by, to be accepted with a reason (<see cref="GradingPolicyBuilder{TGrade}.Accept"/>): the same as long as the policy says the
    /// same about it, as <c>never-wins:huge</c>.
    /// </summary>
    public string Key
    {
        get
        {
            var about = $"{(Clauses.IsEmpty ? "" : ":" + Clauses[0])}{(Detail.Length == 0 ? "" : ":" + Detail)}";
            return Kind + (about.Length <= LongestKey ? about : string.Create(CultureInfo.InvariantCulture, $"{about[..LongestKey]}~{Sum(about):x8}"));
        }
    }

    /// <summary>True when whoever wrote the policy can hardly have meant it; false for what is good to know.</summary>
    public abstract bool IsFault { get; }

    /// <summary>The finding as people read it.</summary>
    public abstract BilingualText Text { get; }

    /// <summary>The finding in English.</summary>
    public sealed override string ToString() => Text.English;

    /// <summary>The kind in the key.</summary>
    private protected abstract string Kind { get; }

    /// <summary>What tells it from others of its kind about the same clause.</summary>
    private protected virtual string Detail => "";

    private protected static string DetailOf(Condition part) =>
        (part.Text.English.Length > 0 ? part.Text.English : part.Text.Chinese).Replace(" ", "", StringComparison.Ordinal);

    private protected static BilingualText Named(ItemList<ClauseReference> clauses) => (
        string.Join("、", clauses.Take(MostListed).Select(clause => clause.Text.Chinese)) + (clauses.Length > MostListed ? $"等 {clauses.Length} 条" : ""),
        string.Join(", ", clauses.Take(MostListed).Select(clause => clause.Text.English)) + (clauses.Length > MostListed ? $" and {clauses.Length - MostListed} more" : ""));

    /// <summary>What a number can be at all, where that settles a comparison; else nothing.</summary>
    private protected static BilingualText RangeOf(Condition condition)
    {
        if (condition is Comparison { Left: NumberFact { AllowsWholeRange: false } fact } limit && limit.Low <= fact.Most && limit.High >= fact.Least
            && (limit.High == long.MaxValue ? fact.Count : fact.NumberOf(limit.High + 1)) <= fact.NumberOf(limit.Low))
        {
            return ($"（{fact.Name.Chinese}只能取 {fact.Allowed.Chinese}）", $" ({fact.Name.English} allows {fact.Allowed.English})");
        }

        if (condition is not Comparison comparison || (comparison.Low <= comparison.Left.Most && comparison.High >= comparison.Left.Least && comparison.Low <= comparison.High
            && (comparison.Low > comparison.Left.Least || comparison.High < comparison.Left.Most)))
        {
            return default;
        }

        var number = comparison.Left;
        if (comparison.Low > comparison.High)
        {
            return ($"（{number.Text.Chinese}只有 {number.Decimals} 位小数）", $" ({number.Text.English} has {number.Decimals} decimals)");
        }

        var least = QuantityText.BeforeAnother(Exact.ToDecimal(number.Least, number.Decimals), number.Unit);
        var most = QuantityText.Of(Exact.ToDecimal(number.Most, number.Decimals), number.Unit);
        return ($"（{number.Text.Chinese}的范围是 {least.Chinese} 至 {most.Chinese}）", $" ({number.Text.English} ranges from {least.English} to {most.English})");
    }

    /// <summary>Tells apart what begins alike, the same in every run (FNV-1a).</summary>
    private static uint Sum(string text) => text.Aggregate(2_166_136_261u, static (sum, letter) => unchecked((sum ^ letter) * 16_777_619u));

    /// <summary>How many of a list a text names.</summary>
    private protected const int MostListed = 10;

    private const int LongestKey = 100;
}

/// <summary>A clause as people find it: by its title, its key and its line (条款指引).</summary>
/// <param name="Id">The stable key inside the policy.</param>
/// <param name="Title">What it says.</param>
/// <param name="Line">The line on which it begins in the file that the policy was read from, from 1; null when it was read from none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ClauseReference(string Id, BilingualText Title, int? Line)
{
    /// <summary>The title, with key and line behind it: <c>“用餐500人以上”（diners-500，第 17 行）</c>.</summary>
    public BilingualText Text => (
        Title.Chinese.Length == 0 ? $"“{Id}”{(Line is { } at ? $"（第 {at} 行）" : "")}" : $"“{Title.Chinese}”（{Id}{(Line is { } line ? $"，第 {line} 行" : "")}）",
        Title.English.Length == 0 ? $"'{Id}'{(Line is { } found ? $" (line {found})" : "")}" : $"'{Title.English}' ({Id}{(Line is { } number ? $", line {number}" : "")})");
}

/// <summary>A condition, or a part of one, that cannot hold of anything (矛盾条件).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverHolds : PolicyFinding
{
    internal NeverHolds(ImmutableArray<ClauseReference> clauses, Condition part, ImmutableArray<Condition> conflict, bool isWhole)
        : base(clauses) => (Part, Conflict, IsWhole) = (part, conflict, isWhole);

    /// <summary>What cannot hold.</summary>
    public Condition Part { get; }

    /// <summary>
    /// As few conditions of the part as cannot hold together: two that exclude each other, or one that is beyond what its
    /// fact can be.
    /// </summary>
    public ItemList<Condition> Conflict { get; }

    /// <summary>True when it is the whole condition of a clause, which then never applies.</summary>
    public bool IsWhole { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{Named(References).Chinese}{(IsWhole ? "永不适用" : "中有永不成立的部分")}：{string.Join("；", Conflict.Take(MostListed).Select(c => c.Text.Chinese + RangeOf(c).Chinese))}{(Conflict.Length > MostListed ? $"等 {Conflict.Length} 项" : "")}{(Conflict.Length > 1 ? " 不能同时成立" : " 不可能成立")}",
        $"{Named(References).English} {(IsWhole ? "can never apply" : "has a part that never holds")}: {string.Join("; ", Conflict.Take(MostListed).Select(c => c.Text.English + RangeOf(c).English))}{(Conflict.Length > MostListed ? $" and {Conflict.Length - MostListed} more" : "")} cannot hold{(Conflict.Length > 1 ? " together" : "")}");

    private protected override string Kind => "never-holds";

    private protected override string Detail => IsWhole ? "" : DetailOf(Part);
}

/// <summary>A rule, or a reason for no grade, that can hold but never decides, because others always decide there (被遮蔽条款).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverWins : PolicyFinding
{
    internal NeverWins(ClauseReference clause, ImmutableArray<ClauseReference> hiddenBy, FactWitness? witness)
        : base([clause]) => (Hiders, HiddenBy, Witness) = (hiddenBy, [.. hiddenBy.Select(hider => hider.Id)], witness);

    /// <summary>
    /// The clauses that decide where it holds: all of them, in the order of the policy. Of a policy that is too large to be looked at whole, one that always
    /// holds there too and comes before it.
    /// </summary>
    public ItemList<string> HiddenBy { get; }

    /// <summary>The same, as people find them.</summary>
    public ItemList<ClauseReference> Hiders { get; }

    /// <summary>An entity of which it holds, and that another clause decides; null where none could be made up, see <see cref="NotLookedAt"/>.</summary>
    public FactWitness? Witness { get; }

    /// <summary>False where it is only known that they hold too and come before it, and others may come before them.</summary>
    internal bool IsDecidedByThem { get; init; } = true;

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => IsDecidedByThem
        ? ($"{Named(References).Chinese}从不起决定作用：凡其成立之处，均由{Named(Hiders).Chinese}决定",
            $"{Named(References).English} can never win: wherever it holds, {Named(Hiders).English} decides")
        : ($"{Named(References).Chinese}从不起决定作用：凡其成立之处，{Named(Hiders).Chinese}也成立且优先",
            $"{Named(References).English} can never win: wherever it holds, {Named(Hiders).English} holds too and comes before it");

    private protected override string Kind => "never-wins";
}

/// <summary>A rule that decides somewhere, but only where another would give the same grade or a stricter one: it can be left out (多余规则).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverNeeded : PolicyFinding
{
    internal NeverNeeded(ClauseReference clause, ImmutableArray<ClauseReference> coveredBy)
        : base([clause]) => CoveredBy = coveredBy;

    /// <summary>The rules that would decide in its place: all of them, in the order of the policy.</summary>
    public ItemList<ClauseReference> CoveredBy { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{Named(References).Chinese}是多余的：凡其成立之处，{Named(CoveredBy).Chinese}也会给出同样或更严的等级",
        $"{Named(References).English} can be left out: wherever it holds, {Named(CoveredBy).English} would give the same grade or a stricter one");

    private protected override string Kind => "never-needed";
}

/// <summary>
/// A part of a condition that could be left out without changing when the condition holds (多余部分), or a limit that every value keeps, which asks no more
/// than whether the number is stated.
/// </summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChangesNothing : PolicyFinding
{
    internal ChangesNothing(ImmutableArray<ClauseReference> clauses, Condition part)
        : base(clauses) => Part = part;

    /// <summary>The part.</summary>
    public Condition Part { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => RangeOf(Part) is { IsEmpty: false } range
        ? ($"{Named(References).Chinese}中“{Part.Text.Chinese}”对任何取值都成立{range.Chinese}", $"in {Named(References).English} the part \"{Part.Text.English}\" holds of every value{range.English}")
        : ($"{Named(References).Chinese}中“{Part.Text.Chinese}”是多余的，删去后条件不变", $"in {Named(References).English} the part \"{Part.Text.English}\" changes nothing and can be left out");

    private protected override string Kind => "changes-nothing";

    private protected override string Detail => DetailOf(Part);
}

/// <summary>An adjustment that can apply but never moves a grade (无效调整): the scale ends there, others outweigh it, or there is no grade.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MovesNothing : PolicyFinding
{
    internal MovesNothing(ClauseReference clause, FactWitness? witness)
        : base([clause]) => Witness = witness;

    /// <summary>An entity to which it applies in vain; null where none could be made up, see <see cref="NotLookedAt"/>.</summary>
    public FactWitness? Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"调整{Named(References).Chinese}从不改变等级",
        $"the adjustment {Named(References).English} never moves a grade");

    private protected override string Kind => "moves-nothing";
}

/// <summary>Adjustments that apply to the same entities and whose steps add up to nothing (相互抵消的调整).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CancelsOut : PolicyFinding
{
    internal CancelsOut(ImmutableArray<ClauseReference> clauses)
        : base(clauses)
    {
    }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"调整{Named(References).Chinese}总是同时适用且相互抵消，等级不变",
        $"the adjustments {Named(References).English} always apply together and cancel each other out");

    private protected override string Kind => "cancels-out";
}

/// <summary>A floor and a ceiling that can apply together and leave no grade between them (上下限冲突): the floor, which is stricter, wins there.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BoundsExclude : PolicyFinding
{
    internal BoundsExclude(ClauseReference floor, ClauseReference ceiling, FactWitness? witness)
        : base([floor, ceiling]) => Witness = witness;

    /// <summary>An entity to which both apply; null where none could be made up, see <see cref="NotLookedAt"/>.</summary>
    public FactWitness? Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"下限{References[0].Text.Chinese}与上限{References[1].Text.Chinese}可以同时适用而相互冲突，此时以较严的下限为准",
        $"the floor {References[0].Text.English} and the ceiling {References[1].Text.English} can apply together and exclude each other; the floor, being stricter, wins then");

    private protected override string Kind => "bounds-exclude";

    private protected override string Detail => Clauses[1];
}

/// <summary>A final rule decides where a stricter rule that is not final holds too (直接定级宽于其他规则), which without it would decide.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FinalBelowStricter : PolicyFinding
{
    internal FinalBelowStricter(ClauseReference final, ImmutableArray<ClauseReference> stricter)
        : base([final]) => Stricter = stricter;

    /// <summary>The stricter rules, in the order of the policy.</summary>
    public ItemList<ClauseReference> Stricter { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"直接定级的{Named(References).Chinese}优先于更严的{Named(Stricter).Chinese}",
        $"{Named(References).English} is final and decides where stricter rules hold too: {Named(Stricter).English}");

    private protected override string Kind => "final-below-stricter";
}

/// <summary>The title of a clause has a number that is not among its limits (标题数字与条件不符): 2,000 where 2,000万 was meant, or a limit that was changed alone.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TitleSaysOtherwise : PolicyFinding
{
    internal TitleSaysOtherwise(ClauseReference clause, BilingualText written, decimal number, ImmutableArray<Comparison> limits)
        : base([clause]) => (Written, Number, Limits) = (written, number, limits);

    /// <summary>The number as the title of each language writes it: "2000万", "20 million"; empty in one that does not.</summary>
    public BilingualText Written { get; }

    /// <summary>The number: 20,000,000.</summary>
    public decimal Number { get; }

    /// <summary>The comparisons of the clause, none with this number.</summary>
    public ItemList<Comparison> Limits { get; }

    /// <summary>How many times a limit the number of the title is, when it is just 1,000, 10,000 or 100,000,000 times: then a unit was mistaken. Null otherwise.</summary>
    public decimal? Times => Limits.Where(limit => limit.Limit != 0).Select(limit => Number / limit.Limit).FirstOrDefault(times => times is 1_000 or 10_000 or 1_000_000 or 100_000_000) is > 0 and var found ? found : null;

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text
    {
        get
        {
            var hint = Times is { } times
                ? ($"；相差 {Exact.Show(times)} 倍，计量单位是否有误？", $"; that is {Exact.Show(times)} times as much: is the unit mistaken?")
                : default(BilingualText);
            return (
                $"{Named(References).Chinese}的{(Written.Chinese.Length > 0 ? $"标题写“{Written.Chinese}”" : $"英文标题写“{Written.English}”")}，而条件是：{string.Join("；", Limits.Take(MostListed).Select(limit => limit.Text.Chinese))}{hint.Chinese}",
                $"the {(Written.English.Length > 0 ? "" : "Chinese ")}title of {Named(References).English} says '{(Written.English.Length > 0 ? Written.English : Written.Chinese)}', the condition: {string.Join("; ", Limits.Take(MostListed).Select(limit => limit.Text.English))}{hint.English}");
        }
    }

    private protected override string Kind => "title-says-otherwise";

    private protected override string Detail => Written.Chinese.Length > 0 ? Written.Chinese : Written.English;
}

/// <summary>Values of a choice of which no clause speaks, while others are spoken of (无规则涉及的取值): "no rule mentions wholesalers".</summary>
/// <remarks>They get a grade by what is said of everybody, or by the default.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ValuesWithoutRule : PolicyFinding
{
    internal ValuesWithoutRule(ClauseReference otherwise, IChoiceFact fact, ImmutableArray<int> values, bool areLeftToDefault)
        : base([otherwise]) => (Fact, Values, AreLeftToDefault) = (fact, values, areLeftToDefault);

    /// <summary>The choice: the one by which the policy tells entities apart, mostly the business type.</summary>
    public IChoiceFact Fact { get; }

    /// <summary>The stored numbers of the values; "not stated" is none of them.</summary>
    public ItemList<int> Values { get; }

    /// <summary>True when the default alone grades them; false when rules that speak of everybody do too.</summary>
    public bool AreLeftToDefault { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text
    {
        get
        {
            var (chinese, english) = (string.Join("、", Values.Select(value => Fact.Show(value).Chinese)), string.Join(", ", Values.Select(value => Fact.Show(value).English)));
            return AreLeftToDefault
                ? ($"没有规则涉及以下{Fact.Name.Chinese}，由兜底条款{Named(References).Chinese}决定：{chinese}",
                    $"no rule mentions these, left to the default {Named(References).English}: {Fact.Name.English} {english}")
                : ($"没有规则专门涉及以下{Fact.Name.Chinese}，仅由适用于所有主体的规则或兜底条款{Named(References).Chinese}决定：{chinese}",
                    $"no rule mentions these, left to what is said of all and to the default {Named(References).English}: {Fact.Name.English} {english}");
        }
    }

    private protected override string Kind => "values-without-rule";

    private protected override string Detail => $"{Fact.Id}:{string.Join('+', Values.Select(Fact.CodeOf))}";
}

/// <summary>The rules and the reasons for no grade leave nothing to the default (兜底条款从不适用).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DefaultNeverDecides : PolicyFinding
{
    internal DefaultNeverDecides(ClauseReference clause)
        : base([clause])
    {
    }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"兜底条款{Named(References).Chinese}从不适用：其他条款已覆盖一切情形",
        $"the default {Named(References).English} never decides: other clauses cover everything");

    private protected override string Kind => "default-never-decides";
}

/// <summary>A region for which no rule is written, so that the default alone decides (仅由兜底条款决定).</summary>
/// <remarks>Values of a choice of which no rule speaks at all are told once, by <see cref="ValuesWithoutRule"/>, and not here again.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LeftToDefault : PolicyFinding
{
    internal LeftToDefault(ClauseReference clause, Condition where, BilingualText text, bool isExact, FactWitness? witness)
        : base([clause]) => (Where, WhereText, IsExact, Witness) = (where, text, isExact, witness);

    /// <summary>
    /// The region. There are others like it; they may overlap, and together they are all that is left to the default, of entities that state the facts it names. That
    /// something is not stated is told only where no value of it is left to the default too.
    /// </summary>
    public Condition Where { get; }

    /// <summary>The region as people read it.</summary>
    public BilingualText WhereText { get; }

    /// <summary>
    /// False when the region is too ragged to list, or listing it would take half of the steps that are left: then all of it that states the facts named lies within <see cref="Where"/>, and there may be rules for the rest.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>An entity in the region; null where none could be made up, see <see cref="NotLookedAt"/>.</summary>
    public FactWitness? Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"仅由兜底条款{Named(References).Chinese}决定{(IsExact ? "" : "的情形均在此范围内")}：{WhereText.Chinese}",
        $"{(IsExact ? "" : "within this, some is ")}left to the default {Named(References).English}: {WhereText.English}");

    private protected override string Kind => "left-to-default";

    private protected override string Detail => DetailOf(Where);
}

/// <summary>More of a fact, everything else the same, gives a milder grade (越多越松).</summary>
/// <remarks>
/// Adjustments are counted in, and what a fact does through a score or a sum. Values at which there is no grade are passed over. With
/// a custom condition in the witness it is so only if that condition says the same of both. What comes of one limit is one finding, whatever
/// the grades it leads between.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MoreIsMilder<TGrade> : PolicyFinding where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;

    internal MoreIsMilder(
        ImmutableArray<ClauseReference> clauses, GradeScale<TGrade> scale, ImmutableArray<NumberFact> facts, NumberExpression along, ImmutableArray<MilderStep<TGrade>> steps,
        FactWitness before, FactWitness after)
        : base(clauses)
    {
        _scale = scale;
        (Facts, Along, Steps, Before, After) = (facts, along, steps, before, after);
    }

    /// <summary>The fact of which there is more in the example: the first of <see cref="Facts"/>.</summary>
    public NumberFact Fact => Facts[0];

    /// <summary>All facts of which more is milder by the same limit: several only where <see cref="Along"/> is a number of too many parts.</summary>
    public ItemList<NumberFact> Facts { get; }

    /// <summary>The number whose values are told: the fact itself, or one of too many parts that the facts are parts of.</summary>
    public NumberExpression Along { get; }

    /// <summary>From which grade to which, and at which values.</summary>
    public ItemList<MilderStep<TGrade>> Steps { get; }

    /// <summary>An entity just below the first of the values.</summary>
    public FactWitness Before { get; }

    /// <summary>The same entity with more of the fact.</summary>
    public FactWitness After { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text
    {
        get
        {
            var places = Steps.SelectMany(step => step.At).Distinct().Order().ToList();
            var shown = places.Take(3).Select((at, i) => i < Math.Min(places.Count, 3) - 1 ? QuantityText.BeforeAnother(at, Along.Unit) : QuantityText.Of(at, Along.Unit)).ToList();
            var more = places.Count > 3 ? ", …" : "";
            var (at, atInEnglish) = (string.Join("、", shown.Select(text => text.Chinese)) + more, string.Join(", ", shown.Select(text => text.English)) + more);
            var grades = Steps.Select(step => (From: _scale.NameOf(step.From), To: _scale.NameOf(step.To))).Distinct().ToList();
            var (chinese, english) = Along == Fact
                ? ($"{Fact.Name.Chinese}增至 {at}时", $"at {atInEnglish}")
                : ($"{string.Join("、", Facts.Take(MostListed).Select(fact => fact.Name.Chinese))}{(Facts.Length > MostListed ? $"等 {Facts.Length} 项" : "")}增加而{Along.Text.Chinese}越过 {at}时", $"where {Along.Text.English} crosses {atInEnglish}");
            var facts = string.Join(", ", Facts.Take(MostListed).Select(fact => fact.Name.English)) + (Facts.Length > MostListed ? $" and {Facts.Length - MostListed} others" : "");
            return (
                $"{chinese}等级{string.Join("、", grades.Select(grade => ChineseSpacing.After("由", grade.From.Chinese) + ChineseSpacing.After("变松为", grade.To.Chinese)))}（{Named(References).Chinese}）",
                $"more {facts} is milder: {english} the grade goes {string.Join(", ", grades.Select(grade => $"from {grade.From.English} to {grade.To.English}"))} (by {Named(References).English})");
        }
    }

    private protected override string Kind => "more-is-milder";

    private protected override string Detail => $"{Fact.Id}:{Exact.Show(Steps[0].At[0])}";
}

/// <summary>From which grade to which more of a number leads (变松一步).</summary>
/// <param name="At">The values from which on the grade is milder than just below, ascending.</param>
/// <param name="From">The grade just below.</param>
/// <param name="To">The milder grade from there on.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MilderStep<TGrade>(ItemList<decimal> At, TGrade From, TGrade To) where TGrade : struct, Enum;

/// <summary>A business of which nothing is stated gets a grade (未填报任何事实也有等级): what is missing may read as good.</summary>
/// <remarks><see cref="GradingPolicyBuilder{TGrade}.RequireStated"/> gives it none, with a reason.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradedByNothing<TGrade> : PolicyFinding where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;

    internal GradedByNothing(ClauseReference clause, GradeScale<TGrade> scale, TGrade grade)
        : base([clause]) => (_scale, Grade) = (scale, grade);

    /// <summary>The grade.</summary>
    public TGrade Grade { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"未填报任何事实的主体{ChineseSpacing.After("定为", _scale.NameOf(Grade).Chinese)}（{Named(References).Chinese}）",
        $"a business that states nothing is graded {_scale.NameOf(Grade).English} (by {Named(References).English})");

    private protected override string Kind => "graded-by-nothing";
}

/// <summary>
/// A custom condition, into which no analysis sees (不透明条件). It is thought of as free: yes and no are both possible, whatever the
/// facts are.
/// </summary>
/// <remarks>
/// So what is said never to happen never happens, whatever the condition says; what is said to happen does if the condition
/// says what the witness assumes.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OpaqueCondition : PolicyFinding
{
    internal OpaqueCondition(ImmutableArray<ClauseReference> clauses, CustomCondition condition)
        : base(clauses) => Condition = condition;

    /// <summary>The condition.</summary>
    public CustomCondition Condition { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{Named(References).Chinese}使用自定义条件“{Condition.Id}”，分析视其为可真可假",
        $"{Named(References).English} asks the custom condition '{Condition.Id}', which is thought of as free to say yes or no");

    private protected override string Kind => "opaque-condition";

    private protected override string Detail => Condition.Id;
}

/// <summary>What could not be looked at, because the policy is too large (未能查明): there may be more to find.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NotLookedAt : PolicyFinding
{
    internal NotLookedAt(ImmutableArray<PolicyAspect> aspects, ImmutableArray<NumberExpression> numbers, ImmutableArray<FactCells> facts)
        : base([]) => (Aspects, Numbers, Facts) = (aspects, numbers, facts);

    /// <summary>What was not looked at, or not all of it.</summary>
    public ItemList<PolicyAspect> Aspects { get; }

    /// <summary>Numbers of too many values whose facts are read elsewhere too: they were thought of as free of each other.</summary>
    public ItemList<NumberExpression> Numbers { get; }

    /// <summary>Facts with the number of pieces into which they are cut, the most first.</summary>
    public ItemList<FactCells> Facts { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text
    {
        get
        {
            var (chinese, english) = Numbers.IsEmpty
                ? (string.Join("、", Facts.Take(MostListed).Select(cells => cells.Text.Chinese)), string.Join(", ", Facts.Take(MostListed).Select(cells => $"{cells}")))
                : (string.Join("；", Numbers.Take(MostListed).Select(number => number.Text.Chinese)), string.Join("; ", Numbers.Take(MostListed).Select(number => number.Text.English)));
            return (
                $"未能全部查明：{string.Join("、", Aspects.Select(aspect => aspect.Name().Chinese))}；标准过大{(chinese.Length == 0 ? "" : $"，因为：{chinese}")}",
                $"not looked at in full: {string.Join(", ", Aspects.Select(aspect => aspect.Name().English))}; the policy is too large{(english.Length == 0 ? "" : $", because of {english}")}");
        }
    }

    private protected override string Kind => "not-looked-at";

    private protected override string Detail => string.Join('+', Aspects.Select(EnumCodes.Code));
}

/// <summary>A finding was accepted that there is not, or not any more (无对应发现的认可).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AcceptedInVain : PolicyFinding
{
    internal AcceptedInVain(AcceptedFinding accepted)
        : base([]) => Accepted = accepted;

    /// <summary>What was accepted.</summary>
    public AcceptedFinding Accepted { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"已认可的“{Accepted.Finding}”并无对应的发现，请删去",
        $"'{Accepted.Finding}' is accepted, but nothing of the kind is found; take it out");

    private protected override string Kind => "accepted-in-vain";

    private protected override string Detail => Accepted.Finding;
}

/// <summary>What an analysis looks at (分析内容).</summary>
/// <remarks>The default value 0 is none and does not occur.</remarks>
public enum PolicyAspect
{
    /// <summary>Whether conditions and their parts can hold, and are needed (条件本身).</summary>
    [BilingualName("条件有无矛盾和多余部分", "contradictions and idle parts of conditions")]
    Conditions = 1,

    /// <summary>Whether clauses ever decide, and are needed (条款是否起作用).</summary>
    [BilingualName("条款是否起作用", "whether clauses ever decide")]
    Clauses = 2,

    /// <summary>Whether adjustments move grades (调整是否有效).</summary>
    [BilingualName("调整是否有效", "whether adjustments move grades")]
    Adjustments = 3,

    /// <summary>What is left to the default (兜底范围).</summary>
    [BilingualName("兜底条款的范围", "what is left to the default")]
    Default = 4,

    /// <summary>Whether more of a fact is milder (越多越松).</summary>
    [BilingualName("有无越多越松", "whether more of a fact is milder")]
    MoreIsMilder = 5,

    /// <summary>Whether what is told can occur together (所述情形能否出现).</summary>
    [BilingualName("所述情形能否同时出现", "whether all that is told can occur together")]
    Occurrence = 6,
}

/// <summary>An entity of which a finding is true (例证), to be graded and explained like any other.</summary>
/// <param name="Facts">Its facts; what is not stated does not matter, and reads as unstated.</param>
/// <param name="Assuming">
/// What custom conditions must say of it, since nothing is known about them; <see cref="Condition.Always"/> when they do not matter.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactWitness(FactRecord Facts, Condition Assuming)
{
    /// <summary>The facts, and what is assumed.</summary>
    public override string ToString() =>
        string.Join(", ", Facts.Values) + (Assuming is Constant ? "" : $", assuming {Assuming}");
}

/// <summary>Into how many pieces a policy cuts the values of a fact (事实分段数): what makes an analysis large.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Cells">How many stretches of its values had to be told apart.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactCells(IFact Fact, long Cells)
{
    internal BilingualText Text => ($"{Fact.Name.Chinese}（{Cells} 段）", ToString());

    /// <summary>The fact and the number of pieces.</summary>
    public override string ToString() => $"{Fact.Name.English}: {Cells}";
}
