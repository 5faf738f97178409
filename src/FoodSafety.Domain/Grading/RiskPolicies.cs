using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Built-in policies of risk grading (内置风险分级标准).</summary>
public static class RiskPolicies
{
    /// <summary>Reads and writes files of risk policies (风险分级标准文件) over the facts of food sellers; with other facts, make a <see cref="PolicyFile{TGrade}"/>.</summary>
    public static PolicyFile<RiskGrade> File { get; } = new(RiskGrades.Scale, FoodSellerFacts.Schema.Facts);

    private static readonly Citation StaticTable = new(
        ("食品销售者静态风险因素量化分值表（2016）", "Static risk factors of food sellers (2016)"), SourceStanding.SecondHand, "附件");

    private static readonly Citation Measure = new(
        ("食品生产经营风险分级管理办法（试行，2016）", "Measure on risk grading of food businesses (trial, 2016)"), SourceStanding.SecondHand);

    private static readonly Citation FromMemory = Citation.Illustrative(
        ("2016年办法的升降级条件，凭记忆", "raising and lowering under the 2016 measure, from memory"));

    private static readonly Citation OrderFortyNine = new(
        ("食品生产经营监督检查管理办法（市场监管总局令第49号）", "SAMR Order 49 on inspection of food businesses"), SourceStanding.OfficialText, "21");

    /// <summary>
    /// The static points of a food seller (静态风险分), 0 to 40: nine lines of the 2016 table, each named. What is not stated
    /// scores 0.
    /// </summary>
    public static NumberExpression FoodSellerStaticScore { get; } = (
        Line("经营面积", "floor area", Steps(BusinessFacts.FloorArea, (50, 1), (200, 1.5m), (1_000, 2), (decimal.MaxValue, 3)))
        + Line("预包装食品", "prepacked items",
            Steps(FoodSellerFacts.AmbientPrepackedItems, (500, 0.2m), (2_000, 0.5m), (5_000, 0.8m), (decimal.MaxValue, 1))
            + Steps(FoodSellerFacts.ChilledPrepackedItems, (100, 0.5m), (300, 1), (1_000, 1.5m), (decimal.MaxValue, 2)))
        + Line("散装食品", "bulk items",
            Steps(FoodSellerFacts.AmbientBulkItems, (100, 0.5m), (300, 1), (1_000, 1.5m), (decimal.MaxValue, 2))
            + Steps(FoodSellerFacts.ChilledBulkItems, (50, 1), (100, 1.5m), (200, 2), (decimal.MaxValue, 3)))
        + Line("食用农产品", "farm produce",
            Score.When(FoodSellerFacts.SellsMeatOrAquatic, 4) + Score.When(FoodSellerFacts.SellsImportedProduce, 2))
        + Line("特殊食品", "special food", Score.When(BusinessFacts.SpecialFood, 5))
        + Line("现场制售", "made on site",
            Steps(FoodSellerFacts.ItemsMadeOnSite, (10, 3), (decimal.MaxValue, 6)) + Score.When(FoodSellerFacts.MakesDecoratedCakes, 3))
        + Line("食盐", "salt", new Score(
            (FoodSellerFacts.SellsLocalSalt & FoodSellerFacts.SellsOtherSalt, 1),
            (FoodSellerFacts.SellsOtherSalt, 0.8m),
            (FoodSellerFacts.SellsLocalSalt, 0.5m)))
        + Line("供货者", "suppliers", Steps(FoodSellerFacts.Suppliers, (50, 1), (100, 2), (200, 3), (decimal.MaxValue, 4)))
        + Line("出租柜台", "counters let", Score.When(FoodSellerFacts.LetsCounters, 4)))
        .Named(("静态风险分", "static score"));

    /// <summary>
    /// The risk grade of a food seller by the trial measure of 2016 (食品销售者风险分级): static points of 40 and dynamic points of
    /// 60 together, to 30 A, over 30 B, over 45 C, over 60 D; then raised or lowered by one.
    /// </summary>
    /// <remarks>
    /// The table and the bands were read in copies of the annexes; the conditions for raising and lowering are from memory,
    /// which says one or two grades where this takes one. All are therefore illustrative.
    /// </remarks>
    public static GradingPolicy<RiskGrade> FoodSellers2016 { get; } = Build();

    private static GradingPolicy<RiskGrade> Build()
    {
        var total = (FoodSellerStaticScore + FoodSellerFacts.DynamicScore).Named(("风险分", "risk score"));
        var notSellers = BusinessTypes.All.Where(type => type.Sector() != BusinessSector.Sales).ToArray();
        return GradingPolicy
            .Define("food-seller-risk", "2016.1", ("食品销售者风险分级（2016年试行办法）", "Risk grades of food sellers (trial measure of 2016)"), RiskGrades.Scale)
            .InForce(new LocalDate(2016, 12, 1))
            .NotGraded("out-of-business", BusinessFacts.Status.Is(OperatingStatus.Closed, OperatingStatus.LicenceRevoked),
                ("已注销、关闭或吊销", "closed or licence revoked"), OrderFortyNine)
            .NotGraded("not-a-seller", BusinessFacts.Type.Is(notSellers), ("不属于食品销售者", "not a food seller"), Measure)
            .Rule("over-60", RiskGrade.D, total > 60, ("风险分60分以上", "risk score over 60"), Measure)
            .Rule("over-45", RiskGrade.C, total > 45, ("风险分45分以上至60分", "risk score over 45 to 60"), Measure)
            .Rule("over-30", RiskGrade.B, total > 30, ("风险分30分以上至45分", "risk score over 30 to 45"), Measure)
            .Otherwise(RiskGrade.A, ("风险分0至30分", "risk score 0 to 30"), StaticTable, id: "to-30")
            .Adjust("raised", +1, FoodSellerFacts.SeriousLapse, ("存在上调情形，上调一级", "raised by one for a serious lapse"), FromMemory)
            .Adjust("lowered", -1, FoodSellerFacts.GoodRecord & !FoodSellerFacts.SeriousLapse,
                ("存在下调情形，下调一级", "lowered by one for a good record"), FromMemory)
            .Build();
    }

    private static NamedNumber Line(string chinese, string english, NumberExpression points) => points.Named((chinese, english));

    /// <summary>Points by the size of a number: 0 for none at all, else those of the first limit it does not exceed.</summary>
    private static Score Steps(NumberFact fact, params ReadOnlySpan<(decimal UpTo, decimal Points)> steps)
    {
        var cases = new List<ScoreCase> { (fact <= 0, 0) };
        foreach (var (upTo, points) in steps)
        {
            cases.Add((upTo == decimal.MaxValue ? Condition.Always : fact <= upTo, points));
        }

        return new Score([.. cases]);
    }
}
