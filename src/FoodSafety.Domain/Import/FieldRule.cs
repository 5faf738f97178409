using FluentValidation;
using FluentValidation.Results;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>The rules of one field, each with its key and its text; all but the first two let a blank field pass.</summary>
internal sealed class FieldRule
{
    private static readonly BilingualText Readable = ("UTF-8 编码的文字，不含控制字符", "text in UTF-8 without control characters");

    private readonly IRuleBuilder<BusinessRow, string?> _rule;
    private readonly ImportField _field;

    public FieldRule(IRuleBuilder<BusinessRow, string?> rule, ImportField field, bool isRequired)
    {
        _rule = rule;
        _field = field;
        if (isRequired)
        {
            Add((_, text) => text is not null, ImportRules.Missing, (_, _) => field.Refuse(null, ("缺失：该行没有此列", "is missing: the row has no such column")));
            Add((_, text) => !FieldText.IsBlank(text), ImportRules.Blank, (_, _) => field.Refuse(null, ("未填报", "is left blank")));
        }

        Keep((_, text) => FieldText.FindBroken(text) is null, ImportRules.BrokenEncoding, (_, text) => ExplainBroken(text));
    }

    /// <summary>Asks a question of the row and of what is written in the field; the text is made only when the answer is no.</summary>
    public FieldRule Keep(Func<BusinessRow, string, bool> holds, string rule, Func<BusinessRow, string, BilingualText> explain) =>
        Add((row, text) => FieldText.IsBlank(text) || holds(row, text!), rule, (row, text) => explain(row, text!));

    public FieldRule Allow(Func<string, bool> allowed, string rule, BilingualText what) =>
        Keep((_, text) => allowed(text), rule, (_, text) => _field.Refuse(text, what));

    /// <summary>Asks for a text that keeps a rule for texts; the fault says which character is wrong, and where.</summary>
    public FieldRule KeepText(TextRule rule, string key) => Keep((_, text) => rule.Admits(text), key, (_, text) => Explain(rule.FindFault(text)!));

    public FieldRule AllowWords(Func<string, bool> allowed) => Allow(allowed, ImportRules.NotAllowed, ("不在可选值内", "is not one of the allowed values"));

    public FieldRule AllowNumber(NumberFact fact) =>
        Allow(FieldText.IsNumber, ImportRules.NotANumber, ("不是数字", "is not a number in plain digits"))
            .Allow(text => !FieldText.IsNegative(text), ImportRules.Negative, ("为负数", "is negative"))
            .Allow(text => FieldText.IsAtMost(text, fact.Maximum), ImportRules.TooLarge, ("超出上限", "is too large"))
            .Allow(text => FieldText.HasAtMostDecimals(text, fact.Decimals), ImportRules.TooFine, ("小数位过多", "has too many decimals"));

    /// <summary>Asks for a code whose reading tells the rule that was broken: one question with several keys.</summary>
    public FieldRule KeepCode(Func<string, CodeFault?> faultOf)
    {
        _rule.Custom((text, context) =>
        {
            if (!FieldText.IsBlank(text) && faultOf(text!) is { } fault)
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, fault.ToString(), text)
                {
                    ErrorCode = KeyOf(fault.Rule),
                    CustomState = fault.Text,
                });
            }
        });
        return this;
    }

    private FieldRule Add(Func<BusinessRow, string?, bool> holds, string rule, Func<BusinessRow, string?, BilingualText> explain)
    {
        _rule.Must(holds)
            .WithErrorCode(rule)
            .WithState((row, text) => explain(row, text))
            .WithMessage((row, text) => explain(row, text).ToString())
            .OverridePropertyName(_field.Property);
        return this;
    }

    private BilingualText Explain(TextFault fault)
    {
        var (what, point) = (fault.Kind.Name(), Excerpt.CodePoint(fault.CodePoint));
        return _field.Refuse(fault.Value, fault.Place == 0
            ? ($"{what.Chinese}，有 {fault.Length} 个字符", $"{what.English}: it has {fault.Length} characters")
            : ($"的第 {fault.Place} 个字符是 {point}（{what.Chinese}）", $"has {point} as character {fault.Place}, {what.English}"));
    }

    private BilingualText ExplainBroken(string text)
    {
        var (character, place) = FieldText.FindBroken(text)!.Value;
        return _field.Refuse(text, ($"第 {place} 个字符是 U+{character.Value:X4}", $"has U+{character.Value:X4} as character {place}"), Readable);
    }

    private static string KeyOf(CodeRule rule) => rule switch
    {
        CodeRule.Length => ImportRules.Length,
        CodeRule.Prefix => ImportRules.Prefix,
        CodeRule.Character => ImportRules.Character,
        CodeRule.CheckCharacter => ImportRules.CheckCharacter,
        CodeRule.Division => ImportRules.Division,
        CodeRule.IdentityNumber => ImportRules.IdentityNumber,
        CodeRule.Missing => ImportRules.Missing,
    };
}
