using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>How a person did in an assessment (考核结果).</summary>
public sealed record AssessmentResult
{
    /// <summary>States a result.</summary>
    /// <param name="person">Who was assessed.</param>
    /// <param name="standard">By which standard.</param>
    /// <param name="questions">How many questions were put.</param>
    /// <param name="right">How many were answered right.</param>
    /// <exception cref="ArgumentException">There is no person.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer questions than the standard asks for, or more right answers than questions.</exception>
    public AssessmentResult(StaffId person, AssessmentStandard standard, int questions, int right)
    {
        ArgumentNullException.ThrowIfNull(standard);
        Person = person.IsNone ? throw new ArgumentException("A result is of a person.", nameof(person)) : person;
        Standard = standard;
        Questions = questions >= standard.LeastQuestions
            ? questions
            : throw new ArgumentOutOfRangeException(nameof(questions), questions, $"Allowed: {standard.LeastQuestions} and more.");
        Right = right >= 0 && right <= questions
            ? right
            : throw new ArgumentOutOfRangeException(nameof(right), right, $"Allowed: 0 to {questions}.");
    }

    /// <summary>Who was assessed.</summary>
    public StaffId Person { get; }

    /// <summary>By which standard.</summary>
    public AssessmentStandard Standard { get; }

    /// <summary>How many questions were put.</summary>
    public int Questions { get; }

    /// <summary>How many were answered right.</summary>
    public int Right { get; }

    /// <summary>True when the share of right answers reaches the pass mark (合格).</summary>
    public bool IsPassed => Right >= Standard.PassShare * Questions;
}

/// <summary>What an assessment of the people in charge of food safety consists of and when it is passed (考核合格标准).</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Title">What people call it.</param>
/// <param name="LeastQuestions">How many questions it has at least.</param>
/// <param name="PassShare">The share of right answers with which it is passed, over 0 to 1, inclusive.</param>
/// <param name="Basis">Where the numbers come from.</param>
public sealed record AssessmentStandard(string Id, BilingualText Title, int LeastQuestions, decimal PassShare, Citation Basis)
{
    /// <summary>What people call it.</summary>
    public BilingualText Title { get; init => field = TextRule.Name.CheckAny(value, nameof(Title)); } = TextRule.Name.CheckAny(Title, nameof(Title));

    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>The random check of food makers by the notice of 2019 (食品生产企业监督抽查考核): 30 questions, 90 % right.</summary>
    public static AssessmentStandard Makers2019 { get; } = new(
        "makers-2019", ("食品生产企业食品安全管理人员监督抽查考核（2019）", "random check of managers of food makers (2019)"), 30, 0.9m,
        new Citation(
            ("市场监管总局2019年第33号通知（转载）", "SAMR notice No. 33 of 2019 (from a copy)"), SourceStanding.SecondHand, url: new Uri("http://xizangfood.com/authority/regulations/65626.html")));

    /// <summary>The random check by the guide of 2024 (监督抽查考核指南), of which the numbers were not found: those of 2019 are taken.</summary>
    public static AssessmentStandard Guide2024 { get; } = new(
        "guide-2024", ("企业食品安全管理人员监督抽查考核（2024指南）", "random check of food-safety managers (guide of 2024)"), 30, 0.9m,
        Citation.Illustrative(("考核指南（2024-03-01起）的合格线未查到，沿用2019年数值", "the pass mark of the guide in force from 2024-03-01 was not found; that of 2019 is taken")));
}
