using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>Something that holds of an entity or does not, as data (条件): it can be read, printed, compared and compiled.</summary>
/// <remarks>
/// <para>Written with operators: <c>DinersPerMeal &gt;= 500 &amp; Type.Is(BusinessType.SchoolCanteen)</c>. The set of kinds is
/// closed: <see cref="Comparison"/>, <see cref="FlagFact"/>, <see cref="ChoiceIn"/>, <see cref="Stated"/>, <see cref="AllOf"/>,
/// <see cref="AnyOf"/>, <see cref="Negation"/>, <see cref="Constant"/>, and for what these cannot say, the opaque
/// <see cref="CustomCondition"/>. How large one may grow, <see cref="ExpressionLimits"/> say; a larger one is refused where it is built.</para>
/// <para>What is not stated is treated as SQL treats NULL: a condition holds, fails, or hangs on what is not stated, and then does neither.</para>
/// <list type="bullet">
/// <item>A comparison with a number that is not stated, a flag that is not stated, and a choice that is not stated asked for values, hang; so do their negations.</item>
/// <item>"Not" turns holding and failing round, and leaves hanging what hangs.</item>
/// <item>"All of" fails where a part fails, holds where all hold, and hangs otherwise. "Any of" holds where a part holds, fails where all fail, and hangs otherwise.</item>
/// <item><see cref="IFact.IsStated"/> always holds or fails; so does a custom condition, which says what its code says.</item>
/// </list>
/// <para>A clause applies where its condition holds, and nowhere else: <see cref="Holds"/> is false of what fails and of what hangs.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class Condition
{
    private protected Condition(ExpressionSize size) => Size = size;

    /// <summary>The condition that always holds.</summary>
    public static Constant Always { get; } = new(true);

    /// <summary>The condition that never holds.</summary>
    public static Constant Never { get; } = new(false);

    /// <summary>The condition as people read it; one that is longer than <see cref="ExpressionLimits.MostTextLength"/> is cut and says so.</summary>
    public BilingualText Text => ExpressionText.Of(this);

    /// <summary>How large it is.</summary>
    internal ExpressionSize Size { get; }

    /// <summary>Whether the condition holds of one entity; false too where it hangs on what is not stated.</summary>
    /// <param name="source">The entity whose facts are read.</param>
    /// <exception cref="CustomConditionException">A custom condition in it failed.</exception>
    public bool Holds(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Test(source) == Truth.Holds;
    }

    /// <summary>Holds when all parts hold; with no part it always holds.</summary>
    /// <param name="parts">The conditions to join.</param>
    public static Condition All(params ReadOnlySpan<Condition> parts) => parts.Length == 1 ? parts[0] : new AllOf(parts);

    /// <summary>Holds when at least one part holds; with no part it never holds.</summary>
    /// <param name="parts">The conditions to join.</param>
    public static Condition Any(params ReadOnlySpan<Condition> parts) => parts.Length == 1 ? parts[0] : new AnyOf(parts);

    /// <summary>A condition in code, for what the language of conditions cannot say.</summary>
    /// <param name="id">The stable key: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="text">What it tests, as people read it.</param>
    /// <param name="test">
    /// The test. It must depend on the entity alone, and be safe to call from several threads at once. It must not keep
    /// the source: batches show many rows through one object.
    /// </param>
    public static CustomCondition Custom(string id, BilingualText text, Func<IFactSource, bool> test) => new(id, text, test);

    /// <summary>Holds when both hold.</summary>
    public static Condition operator &(Condition left, Condition right) => new AllOf([left, right]);

    /// <summary>Holds when at least one holds.</summary>
    public static Condition operator |(Condition left, Condition right) => new AnyOf([left, right]);

    /// <summary>Holds when the condition fails.</summary>
    public static Condition operator !(Condition condition) => condition is Negation negation ? negation.Inner : new Negation(condition);

    /// <inheritdoc/>
    public override string ToString() => Text.English;

    /// <summary>What it says of one entity.</summary>
    internal abstract Truth Test(IFactSource source);

    /// <summary>Writes its text.</summary>
    internal abstract void Show(ExpressionText text);
}
