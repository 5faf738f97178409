using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>The articles of Order 49 on which the rules of this folder rest.</summary>
internal static class Order49
{
    public static Citation People { get; } = Article("23");

    public static Citation Certificates { get; } = Article("24");

    public static Citation AllItems { get; } = Article("27");

    public static Citation AccidentRisk { get; } = Article("31");

    public static Citation KeyItems { get; } = Article("32");

    /// <summary>Article 32 speaks of key items that affect safety, Article 33 of general ones: of a minor lapse on a key item, neither.</summary>
    public static Citation MinorKeyItems { get; } = Citation.Illustrative((
        "第49号令未规定重点项目不符合但不影响食品安全的情形，按从严理解",
        "SAMR Order 49 does not say what follows when a key item is not met and safety is not affected; read strictly"));

    public static Citation GeneralItems { get; } = Article("33");

    public static Citation Signature { get; } = Article("34");

    public static Citation Publication { get; } = Article("39");

    private static Citation Article(string article) => new(
        ("食品生产经营监督检查管理办法（市场监管总局令第49号）", "SAMR Order 49 on inspection of food businesses"), SourceStanding.OfficialText, article);
}
