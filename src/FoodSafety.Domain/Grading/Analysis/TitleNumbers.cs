using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Reads the numbers of titles and holds them against limits (标题中的数字).</summary>
/// <remarks>
/// A number that a name of a fact has too, as in "in the last 12 months", says nothing about a limit; nor do years, numbers of documents, articles and
/// what stands in words. Beside a number that is one of the clause's own limits another may be the limit of another clause: "100 to 500".
/// </remarks>
internal static partial class TitleNumbers
{
    private const string Numerals = "一二三四五六七八九";

    /// <summary>The first number of a title that is none of the limits, as each language writes it; null where there is none, or nothing to hold it against.</summary>
    public static (BilingualText Written, decimal Number, ImmutableArray<Comparison> Limits)? FindOther(PolicyClause clause, Condition when, ImmutableArray<Comparison> all)
    {
        ImmutableArray<Comparison> own = [.. ExpressionNodes.In(when).OfType<Comparison>()];
        if (own.IsEmpty)
        {
            return null;
        }

        var names = ExpressionNodes.In(when).SelectMany(NamesOf).ToList();
        foreach (var (title, name) in new (string, Func<BilingualText, string>)[] { (clause.Title.Chinese, text => text.Chinese), (clause.Title.English, text => text.English) })
        {
            var known = names.SelectMany(text => In(name(text))).Select(number => number.Value).ToHashSet();
            var numbers = In(title).Where(number => !known.Contains(number.Value)).ToList();
            if (numbers.Count == 0 || numbers.TrueForAll(number => IsOf(number.Value, own)))
            {
                continue;
            }

            var others = numbers.Exists(number => IsOf(number.Value, own)) ? all : own;
            if (numbers.Find(number => !IsOf(number.Value, others)) is { Written: not null } other)
            {
                return ((In(clause.Title.Chinese, other.Value), In(clause.Title.English, other.Value)), other.Value, own);
            }
        }

        return null;
    }

    /// <summary>How a text writes a number; empty where it does not.</summary>
    private static string In(string text, decimal number) => In(text).FirstOrDefault(written => written.Value == number).Written ?? "";

    /// <summary>The numbers of a text, with the signs of tens that follow them: 500, 1,000, 2.5, 2000万, 五百, 20 million.</summary>
    private static IEnumerable<(string Written, decimal Value)> In(string text)
    {
        foreach (Match match in Digits().Matches(text))
        {
            var (before, after) = (match.Index == 0 ? ' ' : text[match.Index - 1], text[(match.Index + match.Length)..].TrimStart());
            if (decimal.TryParse(match.Groups["digits"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits)
                && !(char.IsAsciiLetter(before) || before is '-' or '第' or '条' or '.' or '〔' or '[') && !IsNoQuantity(after) && !IsYear(match.Value, after) && !Reference().IsMatch(text[..match.Index]))
            {
                yield return (match.Value, digits * Tens(match.Groups["tens"].Value.Trim()));
            }
        }

        foreach (Match match in Words().Matches(text))
        {
            if (ReadWords(match.Value) is { } value)
            {
                yield return (match.Value, value);
            }
        }
    }

    private static bool IsNoQuantity(string after) => after.Length > 0 && (after[0] is '年' or '号' or '条' or '章' or '款' or '〕' or ']' || char.IsAsciiLetter(after[0]) && NoQuantity().IsMatch(after));

    // "The 2022 standard" means no 2,022 of anything; "2,022 diners" does, and so does "2022人".
    private static bool IsYear(string written, string after) => written.Length == 4 && written is ['1', '9', ..] or ['2', '0' or '1', ..] && (after.Length == 0 || after[0] is '版' or ')' or '）' or '-' or '.');

    private static bool IsOf(decimal number, ImmutableArray<Comparison> limits)
    {
        foreach (var limit in limits)
        {
            // "499 and fewer" is what "fewer than 500" means of people, and "from 500 on" leaves 499 as the last below.
            var beside = limit.Operator switch
            {
                ComparisonOperator.MoreThan or ComparisonOperator.AtMost => 1,
                ComparisonOperator.AtLeast or ComparisonOperator.LessThan => -1,
                ComparisonOperator.EqualTo => 0,
            };
            if (number == limit.Limit || (limit.Left.Decimals == 0 && number == limit.Limit + beside))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<BilingualText> NamesOf(object node) => node switch
    {
        NamedNumber named => [named.Name],
        ChoiceIn choice => [choice.Fact.Name, .. choice.Values.Select(value => choice.Fact.Show(value))],
        IFact fact => [fact.Name],
        CustomCondition custom => [custom.Text],
        _ => [],
    };

    private static decimal Tens(string word) => word.ToLowerInvariant() switch
    {
        "" => 1,
        "百" or "hundred" => 100,
        "千" or "thousand" => 1_000,
        "万" => 10_000,
        "百万" or "million" => 1_000_000,
        "千万" => 10_000_000,
        "亿" => 100_000_000,
        "billion" => 1_000_000_000,
        _ => 1,
    };

    /// <summary>Chinese numerals with at least one sign of tens, 五百 and not 五: 一级 and 三项 are no quantities.</summary>
    private static decimal? ReadWords(string text)
    {
        var (total, section, digit) = (0m, 0m, 0m);
        foreach (var sign in text)
        {
            switch (sign)
            {
                case '万' or '亿':
                    total = (total + section + digit) * (sign == '万' ? 10_000 : 100_000_000);
                    (section, digit) = (0, 0);
                    break;
                case '百' or '千':
                    if (digit == 0)
                    {
                        return null;
                    }

                    section += digit * (sign == '百' ? 100 : 1_000);
                    digit = 0;
                    break;
                default:
                    digit = sign == '两' ? 2 : Numerals.IndexOf(sign, StringComparison.Ordinal) + 1;
                    break;
            }
        }

        return total + section + digit;
    }

    [GeneratedRegex(@"(?<digits>\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?)(?<tens>(\s?(百万|千万|万|亿|千|百|(million|thousand|billion|hundred)\b))?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex("[一二两三四五六七八九][百千万亿]([零一二两三四五六七八九]?[百千万亿])*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"(\border|\bno\.?|\bart\.?|\barticle|\bdocument|\btable|\bannex|附件|附表|表)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(year|month|day|hour|st\b|nd\b|rd\b|th\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NoQuantity();
}
