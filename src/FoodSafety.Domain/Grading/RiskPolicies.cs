using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Built-in policies of risk grading (内置风险分级标准).</summary>
public static class RiskPolicies
{
    /// <summary>Reads and writes files of risk policies (风险分级标准文件) over the facts of food sellers; with other facts, make a <see cref="PolicyFile{TGrade}"/>.</summary>
    public static PolicyFile<RiskGrade> File { get; } = new(RiskGrades.Scale, FoodSellerFacts.Schema.Facts);

    /// <summary>
    /// The risk grade of a food seller by the trial measure of 2016 (食品销售者风险分级): static points of 40 and dynamic points of
    /// 60 together, to 30 A, over 30 B, over 45 C, over 60 D; then raised or lowered by one. Version 2016.2.
    /// </summary>
    /// <remarks>
    /// <para>The bands are those of the measure itself. The table of points was read in a copy of its annex, and the conditions for raising and
    /// lowering are from memory, which says one or two grades where this takes one: both are illustrative, and so is the policy.</para>
    /// <para>It requires whatever brings points or raises the grade to be stated: a seller of whom something is missing gets no grade, and the reason
    /// names it. Who sells none of a sort states 0. Only the good record may be left out, for without it no grade is milder.</para>
    /// </remarks>
    public static GradingPolicy<RiskGrade> FoodSellers2016 { get; } = File.Read(EmbeddedText.Read("Grading.Policies.food-seller-risk.2016.2.json"));

    /// <summary>
    /// <see cref="FoodSellers2016"/> as it was at first, in version 2016.1: what is not stated brings no points, so that a seller of whom nothing is known
    /// is graded A. For what was graded by it; lay down the later version with a first day of its own, <c>FoodSellers2016.Draft("2016.2").InForce(day)</c>.
    /// </summary>
    public static GradingPolicy<RiskGrade> FoodSellers2016Version1 { get; } = File.Read(EmbeddedText.Read("Grading.Policies.food-seller-risk.2016.1.json"));

    /// <summary>
    /// The static points of a food seller (静态风险分), 0 to 40: nine lines of the 2016 table, each named. What is not stated
    /// scores 0.
    /// </summary>
    public static NumberExpression FoodSellerStaticScore { get; } =
        NamedNumbers.In(FoodSellers2016.Conditions).Single(number => number.Name.English == "static score");
}
