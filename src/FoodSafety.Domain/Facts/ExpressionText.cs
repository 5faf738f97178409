using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>
/// The text of a condition or number while it is written, in both languages in one walk. It takes no more than
/// <see cref="ExpressionLimits.MostTextLength"/> characters; whoever has more to write stops when it is full.
/// </summary>
internal sealed class ExpressionText
{
    private readonly StringBuilder _chinese = new();
    private readonly StringBuilder _english = new();

    public bool IsFull { get; private set; }

    public static BilingualText Of(Condition condition)
    {
        var text = new ExpressionText();
        condition.Show(text);
        return text.End(condition.Size.Parts);
    }

    public static BilingualText Of(NumberExpression number)
    {
        var text = new ExpressionText();
        number.Show(text);
        return text.End(number.Size.Parts);
    }

    public ExpressionText Add(BilingualText text) => Add(text.Chinese, text.English);

    public ExpressionText Add(string both) => Add(both, both);

    public ExpressionText Add(string chinese, string english)
    {
        // Both end at the same place: one language does not say more than the other.
        IsFull = IsFull || !Fill(_chinese, chinese) | !Fill(_english, english);
        return this;
    }

    public ExpressionText Add(Condition condition, bool inBrackets = false)
    {
        if (!IsFull)
        {
            Add(inBrackets ? "(" : "");
            condition.Show(this);
            Add(inBrackets ? ")" : "");
        }

        return this;
    }

    public ExpressionText Add(NumberExpression number, bool inBrackets = false)
    {
        if (!IsFull)
        {
            Add(inBrackets ? "(" : "");
            number.Show(this);
            Add(inBrackets ? ")" : "");
        }

        return this;
    }

    /// <summary>Adds a part of a number that is of a unit: of one that is the same for everybody, with it.</summary>
    public ExpressionText AddPart(NumberExpression part, BilingualText unit, bool inBrackets = false) =>
        part is NumberConstant constant ? Add(QuantityText.Of(constant.Value, unit)) : Add(part, inBrackets);

    public ExpressionText Join<T>(ImmutableArray<T> parts, string chinese, string english, Action<ExpressionText, T> add)
    {
        for (var i = 0; i < parts.Length && !IsFull; i++)
        {
            if (i > 0)
            {
                Add(chinese, english);
            }

            add(this, parts[i]);
        }

        return this;
    }

    private BilingualText End(int parts) => IsFull
        ? (string.Create(CultureInfo.InvariantCulture, $"{_chinese}……（全文过长，在此截断；共 {parts:N0} 项）"),
           string.Create(CultureInfo.InvariantCulture, $"{_english} … (cut here; the whole has {parts:N0} parts)"))
        : (_chinese.ToString(), _english.ToString());

    /// <summary>Adds as much of a text as there is room for; false when it was not all.</summary>
    private static bool Fill(StringBuilder text, string more)
    {
        var room = ExpressionLimits.MostTextLength - text.Length;
        if (more.Length <= room)
        {
            text.Append(more);
            return true;
        }

        // A sign of two halves is not cut in two, or the text could not be encoded.
        text.Append(more, 0, room > 0 && char.IsHighSurrogate(more[room - 1]) ? room - 1 : room);
        return false;
    }
}

/// <summary>What conditions and numbers are made of: the one place that knows the parts of each kind.</summary>
internal static class ExpressionNodes
{
    /// <summary>Some conditions or numbers and everything inside them, each node once, every one after its parts.</summary>
    public static IReadOnlyList<object> In(params IEnumerable<object> roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var nodes = new List<object>();
        foreach (var root in roots)
        {
            Visit(root);
        }

        return nodes;

        void Visit(object node)
        {
            if (seen.Add(node))
            {
                foreach (var part in PartsOf(node))
                {
                    Visit(part);
                }

                nodes.Add(node);
            }
        }
    }

    /// <summary>The conditions and numbers of which a condition or number is directly made.</summary>
    public static IEnumerable<object> PartsOf(object node) => node switch
    {
        Comparison comparison => [comparison.Left],
        Stated stated => [(object?)stated.Number ?? stated.Fact!],
        Negation negation => [negation.Inner],
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        NamedNumber named => [named.Inner],
        NumberOrElse orElse => [orElse.Inner],
        Multiple multiple => [multiple.Inner],
        Score score => score.Cases.Select(c => c.When),
        NumberExpression number => number.Operands,
        _ => [],
    };
}
