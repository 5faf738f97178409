using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Something that the analysis of a policy found (分析发现): data, with a text for people.</summary>
/// <remarks>
/// The kinds are <see cref="NeverHolds"/>, <see cref="NeverWins"/>, <see cref="ChangesNothing"/>,
/// <see cref="MovesNothing"/>, <see cref="MoreIsMilder{TGrade}"/>, <see cref="LeftToDefault"/>,
/// <see cref="DefaultNeverDecides"/>, <see cref="GradedByNothing{TGrade}"/> and <see cref="OpaqueCondition"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PolicyFinding
{
    private protected PolicyFinding(ImmutableArray<string> clauses) => Clauses = clauses;

    /// <summary>The keys of the clauses that it is about.</summary>
    public ItemList<string> Clauses { get; }

    /// <summary>True when whoever wrote the policy can hardly have meant it; false for what is good to know.</summary>
    public abstract bool IsFault { get; }

    /// <summary>The finding as people read it.</summary>
    public abstract BilingualText Text { get; }

    /// <summary>The finding in English.</summary>
    public sealed override string ToString() => Text.English;

    private protected static string Quoted(ImmutableArray<string> ids) =>
        string.Join(", ", ids.Take(MostListed).Select(id => $"'{id}'")) + (ids.Length > MostListed ? $" and {ids.Length - MostListed} more" : "");

    private protected static string QuotedInChinese(ImmutableArray<string> ids) =>
        string.Join("、", ids.Take(MostListed).Select(id => $"“{id}”")) + (ids.Length > MostListed ? $"等 {ids.Length} 条" : "");

    /// <summary>How many of a list a text names.</summary>
    private protected const int MostListed = 10;
}

/// <summary>A condition, or a part of one, that cannot hold of anything (矛盾条件).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverHolds : PolicyFinding
{
    internal NeverHolds(ImmutableArray<string> clauses, Condition part, ImmutableArray<Condition> conflict, bool isWhole)
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
        $"{QuotedInChinese(Clauses)}{(IsWhole ? "永不适用" : "中有永不成立的部分")}：{string.Join("；", Conflict.Take(MostListed).Select(c => c.Text.Chinese))}{(Conflict.Length > MostListed ? $"等 {Conflict.Length} 项" : "")}{(Conflict.Length > 1 ? " 不能同时成立" : " 不可能成立")}",
        $"{Quoted(Clauses)} {(IsWhole ? "can never apply" : "has a part that never holds")}: {string.Join("; ", Conflict.Take(MostListed).Select(c => c.Text.English))}{(Conflict.Length > MostListed ? $" and {Conflict.Length - MostListed} more" : "")} cannot hold{(Conflict.Length > 1 ? " together" : "")}");
}

/// <summary>A rule, or a reason for no grade, that can hold but never decides, because others always decide there (被遮蔽条款).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record NeverWins : PolicyFinding
{
    internal NeverWins(string clause, ImmutableArray<string> hiddenBy, FactWitness witness)
        : base([clause]) => (HiddenBy, Witness) = (hiddenBy, witness);

    /// <summary>The clauses that decide where it holds: all of them, in the order of the policy.</summary>
    public ItemList<string> HiddenBy { get; }

    /// <summary>An entity of which it holds, and that another clause decides.</summary>
    public FactWitness Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"“{Clauses[0]}”从不起决定作用：凡其成立之处，均由{QuotedInChinese(HiddenBy)}决定",
        $"'{Clauses[0]}' can never win: wherever it holds, {Quoted(HiddenBy)} decides");
}

/// <summary>A part of a condition that could be left out without changing when the condition holds (多余部分).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChangesNothing : PolicyFinding
{
    internal ChangesNothing(ImmutableArray<string> clauses, Condition part)
        : base(clauses) => Part = part;

    /// <summary>The part.</summary>
    public Condition Part { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{QuotedInChinese(Clauses)}中“{Part.Text.Chinese}”是多余的，删去后条件不变",
        $"in {Quoted(Clauses)} the part \"{Part.Text.English}\" changes nothing and can be left out");
}

/// <summary>An adjustment that can apply but never moves a grade (无效调整): the scale ends there, others outweigh it, or there is no grade.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MovesNothing : PolicyFinding
{
    internal MovesNothing(string clause, FactWitness witness)
        : base([clause]) => Witness = witness;

    /// <summary>An entity to which it applies in vain.</summary>
    public FactWitness Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => true;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"调整“{Clauses[0]}”从不改变等级",
        $"the adjustment '{Clauses[0]}' never moves a grade");
}

/// <summary>The rules and the reasons for no grade leave nothing to the default (兜底条款从不适用).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DefaultNeverDecides : PolicyFinding
{
    internal DefaultNeverDecides(string clause)
        : base([clause])
    {
    }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"兜底条款“{Clauses[0]}”从不适用：其他条款已覆盖一切情形",
        $"the default '{Clauses[0]}' never decides: other clauses cover everything");
}

/// <summary>A region for which no rule is written, so that the default alone decides (仅由兜底条款决定).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LeftToDefault : PolicyFinding
{
    internal LeftToDefault(string clause, Condition where, bool isExact, FactWitness witness)
        : base([clause]) => (Where, IsExact, Witness) = (where, isExact, witness);

    /// <summary>
    /// The region. There are others like it; they may overlap, and together they are all that is left to the default, of entities that state the facts it names. That
    /// something is not stated is told only where no value of it is left to the default too.
    /// </summary>
    public Condition Where { get; }

    /// <summary>
    /// False when the region is too ragged to list: then all of it that states the facts named lies within <see cref="Where"/>, and there may be rules for the rest.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>An entity in the region.</summary>
    public FactWitness Witness { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"仅由兜底条款“{Clauses[0]}”决定{(IsExact ? "" : "的情形均在此范围内")}：{Where.Text.Chinese}",
        $"{(IsExact ? "" : "within this, some is ")}left to the default '{Clauses[0]}': {Where.Text.English}");
}

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

/// <summary>A business of which nothing is stated gets a grade (未填报任何事实也有等级): what is missing may read as good.</summary>
/// <remarks><see cref="GradingPolicyBuilder{TGrade}.RequireStated"/> gives it none, with a reason.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradedByNothing<TGrade> : PolicyFinding where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;

    internal GradedByNothing(string clause, GradeScale<TGrade> scale, TGrade grade)
        : base([clause]) => (_scale, Grade) = (scale, grade);

    /// <summary>The grade.</summary>
    public TGrade Grade { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"未填报任何事实的主体定为{_scale.NameOf(Grade).Chinese}（{QuotedInChinese(Clauses)}）",
        $"a business that states nothing is graded {_scale.NameOf(Grade).English} (by {Quoted(Clauses)})");
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
    internal OpaqueCondition(ImmutableArray<string> clauses, CustomCondition condition)
        : base(clauses) => Condition = condition;

    /// <summary>The condition.</summary>
    public CustomCondition Condition { get; }

    /// <inheritdoc/>
    public override bool IsFault => false;

    /// <inheritdoc/>
    public override BilingualText Text => (
        $"{QuotedInChinese(Clauses)}使用自定义条件“{Condition.Id}”，分析视其为可真可假",
        $"{Quoted(Clauses)} asks the custom condition '{Condition.Id}', which is thought of as free to say yes or no");
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
    /// <summary>The fact and the number of pieces.</summary>
    public override string ToString() => $"{Fact.Name.English}: {Cells}";
}
