using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>
/// From where on unsafe food is one of the graver crimes (不符合安全标准的食品的刑事门槛): facts of a case, and a policy that a
/// <see cref="Grader{TGrade}"/> applies and explains.
/// </summary>
/// <remarks>
/// It holds the thresholds that can be counted: sums, months, persons. Not disabilities, functional disorders and "other" cases,
/// nor what already makes it a crime below them, nor toxic food (Art. 144). A case that it grades
/// <see cref="CrimeGravity.NoneReached"/> still needs a person's judgement.
/// </remarks>
public static class ReferralThresholds
{
    /// <summary>What was made or sold for, in yuan (生产、销售金额).</summary>
    public static NumberFact SalesAmount { get; } = new("case-sales-amount", ("生产、销售金额", "amount made or sold"), Units.Yuan, decimals: 2);

    /// <summary>How many full months it went on (持续时间).</summary>
    public static NumberFact Months { get; } = new("case-months", ("生产、销售持续时间", "duration"), Units.Months, maximum: 1_200);

    /// <summary>The quantity is large (数量较大).</summary>
    public static FlagFact LargeQuantity { get; } = new("case-large-quantity", ("数量较大", "large quantity"));

    /// <summary>Formula food for special medical purposes, or food made for infants (特医食品、婴幼儿食品).</summary>
    public static FlagFact InfantOrMedicalFood { get; } = new("case-infant-or-medical", ("特医食品或婴幼儿食品", "food for infants or medical purposes"));

    /// <summary>Sold in or near schools, kindergartens or homes for the aged, to minors or old people (校园、托幼、养老机构及周边).</summary>
    public static FlagFact SchoolsOrCare { get; } = new("case-schools-or-care", ("校园、托幼、养老机构及周边", "in or near schools, kindergartens or homes for the aged"));

    /// <summary>Sentenced earlier for a food-safety crime, or penalised for a food-safety breach within two years (前科或二年内受过处罚).</summary>
    public static FlagFact EarlierOffence { get; } = new("case-earlier-offence", ("曾受刑事处罚或二年内受过行政处罚", "earlier sentence, or penalty within two years"));

    /// <summary>Persons with serious food poisoning or another serious food-borne illness (严重食物中毒人数).</summary>
    public static NumberFact SeriouslyPoisoned { get; } = Persons("case-seriously-poisoned", "严重食物中毒", "seriously poisoned");

    /// <summary>Persons with minor injuries (轻伤人数), those with serious ones not counted.</summary>
    public static NumberFact MinorInjuries { get; } = Persons("case-minor-injuries", "轻伤", "minor injuries");

    /// <summary>Persons with serious injuries (重伤人数).</summary>
    public static NumberFact SeriousInjuries { get; } = Persons("case-serious-injuries", "重伤", "serious injuries");

    /// <summary>Deaths (死亡人数).</summary>
    public static NumberFact Deaths { get; } = Persons("case-deaths", "死亡", "deaths");

    /// <summary>The gravities in their order, <see cref="CrimeGravity.NoneReached"/> the mildest.</summary>
    public static GradeScale<CrimeGravity> Scale { get; } = GradeScale.Of(CrimeGravity.NoneReached, CrimeGravity.SeriousCircumstances, CrimeGravity.SeriousHarm, CrimeGravity.EspeciallyGrave);

    /// <summary>The thresholds of the judicial interpretation in force since 1 January 2022, Arts. 2 to 4.</summary>
    public static GradingPolicy<CrimeGravity> UnsafeFood { get; } = Define();

    private static GradingPolicy<CrimeGravity> Define()
    {
        // From 200,000 on the sum alone is enough, so the upper end of "100,000 to 200,000" need not be said again.
        var hundredThousand = SalesAmount >= 100_000;
        return GradingPolicy.Define("unsafe-food-crime", "2022.1", ("生产、销售不符合安全标准的食品罪门槛", "Thresholds of the crime of unsafe food"), Scale)
            .InForce(new LocalDate(2022, 1, 1))
            .BasedOn(ReferralLaw.Interpretation("4"))
            .Rule("death", CrimeGravity.EspeciallyGrave, Deaths >= 1, ("致人死亡", "a death"))
            .Rule("three-serious-injuries", CrimeGravity.EspeciallyGrave, SeriousInjuries >= 3, ("三人以上重伤", "three or more serious injuries"))
            .Rule("ten-injuries", CrimeGravity.EspeciallyGrave, MinorInjuries >= 10, ("十人以上轻伤", "ten or more minor injuries"))
            .Rule("thirty-poisoned", CrimeGravity.EspeciallyGrave, SeriouslyPoisoned >= 30, ("三十人以上严重食物中毒", "thirty or more seriously poisoned"))
            .BasedOn(ReferralLaw.Interpretation("2"))
            .Rule("injury", CrimeGravity.SeriousHarm, (MinorInjuries >= 1) | (SeriousInjuries >= 1), ("轻伤以上伤害", "an injury, minor or worse"))
            .Rule("ten-poisoned", CrimeGravity.SeriousHarm, SeriouslyPoisoned >= 10, ("十人以上严重食物中毒", "ten or more seriously poisoned"))
            .BasedOn(ReferralLaw.Interpretation("3"))
            .Rule("two-hundred-thousand", CrimeGravity.SeriousCircumstances, SalesAmount >= 200_000, ("金额二十万元以上", "200,000 yuan or more"))
            .Rule("quantity-or-duration", CrimeGravity.SeriousCircumstances, hundredThousand & (LargeQuantity | (Months >= 6)), ("金额十万元以上且数量较大或持续六个月以上", "100,000 yuan or more, and a large quantity or six months or more"))
            .Rule("infant-or-medical", CrimeGravity.SeriousCircumstances, hundredThousand & InfantOrMedicalFood, ("金额十万元以上且为特医、婴幼儿食品", "100,000 yuan or more of food for infants or medical purposes"))
            .Rule("schools-or-care", CrimeGravity.SeriousCircumstances, hundredThousand & SchoolsOrCare, ("金额十万元以上且面向校园、养老机构等", "100,000 yuan or more in or near schools or homes for the aged"))
            .Rule("earlier-offence", CrimeGravity.SeriousCircumstances, hundredThousand & EarlierOffence, ("金额十万元以上且曾受处罚", "100,000 yuan or more after an earlier offence"))
            .Otherwise(CrimeGravity.NoneReached, ("未达所列门槛", "none of the thresholds"))
            .Build();
    }

    private static NumberFact Persons(string id, string chinese, string english) => new(id, (chinese + "人数", english), ("人", "persons"), maximum: 10_000_000);
}

/// <summary>What of the criminal law's graver cases of unsafe food is reached (《刑法》第一百四十三条的加重情形).</summary>
public enum CrimeGravity
{
    /// <summary>None of the coded thresholds, the default. It may be a crime all the same: Art. 143 begins below them.</summary>
    [BilingualName("未达所列门槛", "no threshold reached")]
    NoneReached = 0,

    /// <summary>Other serious circumstances (其他严重情节).</summary>
    [BilingualName("其他严重情节", "serious circumstances")]
    SeriousCircumstances = 1,

    /// <summary>Serious harm to health (对人体健康造成严重危害).</summary>
    [BilingualName("对人体健康造成严重危害", "serious harm to health")]
    SeriousHarm = 2,

    /// <summary>Especially grave consequences (后果特别严重).</summary>
    [BilingualName("后果特别严重", "especially grave consequences")]
    EspeciallyGrave = 3,
}
