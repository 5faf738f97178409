using System.Collections.Frozen;
using System.Globalization;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Files;

/// <summary>How the text of a cell becomes the value of a fact, and what is wrong when it does not (事实单元格).</summary>
/// <remarks>
/// A number is plain digits with a point, without thousands separators. A flag is yes, no, true, false, 1, 0, 是 or 否. A choice is the code of one of its
/// values, or its name in Chinese or English. Nothing is trimmed or guessed. A blank cell of a number or flag is not stated. A choice is what a
/// business is, so a blank one is a fault, but for the operating status, which is operating when blank, as in a register. Immutable.
/// </remarks>
public abstract class FactCell
{
    private const int MostShown = 40;

    private protected FactCell(IFact fact, BilingualText allowed) => (Fact, Allowed) = (fact, allowed);

    /// <summary>The fact.</summary>
    public IFact Fact { get; }

    /// <summary>What may stand in the cell, in words.</summary>
    public BilingualText Allowed { get; }

    /// <summary>The reading of a fact.</summary>
    /// <param name="fact">A number, a flag or a choice.</param>
    /// <exception cref="ArgumentException">The fact is of no known kind.</exception>
    public static FactCell Of(IFact fact) => fact switch
    {
        NumberFact number => new NumberCell(number),
        FlagFact flag => new FlagCell(flag),
        IChoiceFact choice => new ChoiceCell(choice),
        null => throw new ArgumentNullException(nameof(fact)),
        _ => throw new ArgumentException($"'{fact.Id}' is neither a number, a flag nor a choice.", nameof(fact)),
    };

    /// <summary>Reads a cell.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="stored">The value as <see cref="FactValue.Stored"/> has it; <see cref="IFact.Unstated"/> for a blank cell.</param>
    /// <returns>False when it is no value of the fact; <see cref="FindFault"/> says why.</returns>
    public bool TryRead(ReadOnlySpan<char> text, out long stored)
    {
        if (text.IsWhiteSpace())
        {
            return TryReadBlank(out stored);
        }

        return TryReadFilled(text, out stored);
    }

    /// <summary>What is wrong with a cell; null when it can be read.</summary>
    /// <param name="text">What stands there; null where the row does not have the cell.</param>
    public RowFault? FindFault(string? text)
    {
        if (TryRead(text, out _))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Fault(text, ImportRules.Blank, ("未填报", "is left blank"));
        }

        return text.Contains('\uFFFD', StringComparison.Ordinal)
            ? Fault(text, ImportRules.BrokenEncoding, ("含编码错误的字符", "has a character that was damaged by a wrong encoding"))
            : Explain(text);
    }

    private protected abstract bool TryReadFilled(ReadOnlySpan<char> text, out long stored);

    private protected virtual bool TryReadBlank(out long stored)
    {
        stored = Fact.Unstated;
        return true;
    }

    private protected abstract RowFault Explain(string text);

    private protected RowFault Fault(string? text, string rule, BilingualText what)
    {
        var (chinese, english) = string.IsNullOrWhiteSpace(text) ? ("", "") : ($"“{OutputText.Shorten(text, MostShown)}”", $" '{OutputText.Shorten(text, MostShown)}'");
        return new RowFault(Fact.Id, text, rule, (
            $"{Fact.Name.Chinese}{chinese}{what.Chinese}；允许：{Allowed.Chinese}。", $"{Fact.Name.English}{english} {what.English}; allowed: {Allowed.English}."));
    }

    private sealed class NumberCell(NumberFact fact) : FactCell(fact, AllowedOf(fact))
    {
        private enum Reading
        {
            Good = 1,
            NotANumber,
            TooFine,
            TooSmall,
            TooLarge,
            NotAllowed,
        }

        // A fact keeps its bounds as counts of its smallest units, so that they fit.
        private readonly long _least = (long)(fact.Minimum * Power(fact.Decimals));
        private readonly long _most = (long)(fact.Maximum * Power(fact.Decimals));
        private readonly long _step = (long)(fact.Step * Power(fact.Decimals));
        private readonly long[] _values = [.. fact.AllowedValues.Select(value => (long)(value * Power(fact.Decimals)))];

        private protected override bool TryReadFilled(ReadOnlySpan<char> text, out long stored) => Read(text, out stored) == Reading.Good;

        private protected override RowFault Explain(string text) => Read(text, out _) switch
        {
            Reading.TooFine => Fault(text, ImportRules.TooFine, ("小数位过多", "has too many decimals")),
            Reading.TooLarge => Fault(text, ImportRules.TooLarge, ("超出上限", "is too large")),
            Reading.TooSmall when fact.Minimum >= 0 && text[0] == '-' => Fault(text, ImportRules.Negative, ("为负数", "is negative")),
            Reading.TooSmall => Fault(text, FileRules.TooSmall, ("低于下限", "is too small")),
            Reading.NotAllowed => Fault(text, ImportRules.NotAllowed, ("不在可选值内", "is not one of the allowed values")),
            Reading.NotANumber or Reading.Good => Fault(text, ImportRules.NotANumber, ("不是数字", "is not a number in plain digits")),
        };

        /// <summary>Reads digits, a point and digits. Counted in the text: what no number holds is above every limit.</summary>
        private Reading Read(ReadOnlySpan<char> text, out long stored)
        {
            stored = 0;
            var isNegative = text[0] == '-';
            var (whole, fraction) = (0, -1);
            var (value, overflows, isFine) = (0L, false, true);
            foreach (var sign in isNegative ? text[1..] : text)
            {
                if (sign == '.' && fraction < 0 && whole > 0)
                {
                    fraction = 0;
                    continue;
                }

                if (!char.IsAsciiDigit(sign))
                {
                    return Reading.NotANumber;
                }

                if (fraction < 0)
                {
                    whole++;
                }
                else if (++fraction > fact.Decimals)
                {
                    isFine &= sign == '0';
                    continue;
                }

                overflows |= value > (long.MaxValue - 9) / 10;
                value = overflows ? value : value * 10 + (sign - '0');
            }

            if (whole == 0 || fraction == 0)
            {
                return Reading.NotANumber;
            }

            for (var missing = Math.Max(fraction, 0); missing < fact.Decimals; missing++)
            {
                overflows |= value > long.MaxValue / 10;
                value = overflows ? value : value * 10;
            }

            stored = isNegative ? -value : value;
            return overflows ? isNegative ? Reading.TooSmall : Reading.TooLarge
                : stored < _least ? Reading.TooSmall
                : stored > _most ? Reading.TooLarge
                : !isFine ? Reading.TooFine
                : _values.Length > 0 ? Array.BinarySearch(_values, stored) >= 0 ? Reading.Good : Reading.NotAllowed
                : _step == 1 || (stored - _least) % _step == 0 ? Reading.Good
                : Reading.NotAllowed;
        }

        private static BilingualText AllowedOf(NumberFact fact)
        {
            if (!fact.AllowedValues.IsEmpty)
            {
                var values = fact.AllowedValues.Select(Show).ToList();
                return ($"{string.Join("、", values)}；空白为未填报", $"{string.Join(", ", values)}; blank where it is not stated");
            }

            var (least, most) = (Show(fact.Minimum), Show(fact.Maximum));
            BilingualText decimals = fact.Step * Power(fact.Decimals) > 1 ? ($"每 {Show(fact.Step)} 一档", $"in steps of {Show(fact.Step)}")
                : fact.Decimals == 0 ? ("整数", "a whole number")
                : ($"最多 {fact.Decimals} 位小数", $"at most {fact.Decimals} decimals");
            return ($"{least} 至 {most}，{decimals.Chinese}，不写千位分隔符；空白为未填报",
                $"{least} to {most}, {decimals.English}, written without thousands separators; blank where it is not stated");
        }

        private static string Show(decimal number) => number.ToString("#,##0.######", CultureInfo.InvariantCulture);

        private static decimal Power(int decimals)
        {
            var power = 1m;
            for (var i = 0; i < decimals; i++)
            {
                power *= 10;
            }

            return power;
        }
    }

    /// <summary>Words that stand for values.</summary>
    private abstract class WordCell : FactCell
    {
        private readonly FrozenDictionary<string, long> _words;
        private readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        private protected WordCell(IFact fact, BilingualText allowed, IEnumerable<(string Word, long Stored)> words)
            : base(fact, allowed)
        {
            var known = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
            foreach (var (word, stored) in words)
            {
                known.TryAdd(word, stored);
            }

            _words = known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
            _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        private protected override bool TryReadFilled(ReadOnlySpan<char> text, out long stored) => _lookup.TryGetValue(text, out stored);

        private protected override RowFault Explain(string text) => Fault(text, ImportRules.NotAllowed, ("不在可选值内", "is not one of the allowed values"));
    }

    private sealed class FlagCell(FlagFact flag) : WordCell(
        flag,
        ("是、否，或 yes、no、true、false、1、0；空白为未填报", "yes, no, true, false, 1, 0, 是 or 否; blank where it is not stated"),
        [("yes", 1), ("true", 1), ("1", 1), ("是", 1), ("no", 0), ("false", 0), ("0", 0), ("否", 0)]);

    private sealed class ChoiceCell(IChoiceFact choice) : WordCell(choice, AllowedOf(choice), WordsOf(choice))
    {
        private readonly bool _isStatus = choice.Equals(Businesses.BusinessFacts.Status);

        private protected override bool TryReadBlank(out long stored)
        {
            stored = _isStatus ? (long)Businesses.OperatingStatus.Operating : choice.Unstated;
            return _isStatus;
        }

        private static IEnumerable<int> Stated(IChoiceFact choice) => choice.Values.Where(value => value != choice.Unstated);

        // Codes first: a name that is the code of another value stands for that one.
        private static IEnumerable<(string, long)> WordsOf(IChoiceFact choice) =>
            Stated(choice).Select(value => (choice.CodeOf(value), (long)value))
                .Concat(Stated(choice).SelectMany(value => new[] { (choice.Show(value).Chinese, (long)value), (choice.Show(value).English, (long)value) }));

        private static BilingualText AllowedOf(IChoiceFact choice) => (
            $"{string.Join("、", Stated(choice).Select(value => choice.Show(value).Chinese))}，或其代码，如 {choice.CodeOf(Stated(choice).First())}",
            $"{string.Join(", ", Stated(choice).Select(choice.CodeOf))}, or the name, as {choice.Show(Stated(choice).First()).Chinese}");
    }
}
