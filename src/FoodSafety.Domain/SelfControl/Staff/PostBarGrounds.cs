using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The grounds on which a person may not hold a post: their names, how long they bar, and the law.</summary>
public static class PostBarGrounds
{
    /// <summary>For how many years the revocation of a licence bars (五年), from the decision: Article 135.</summary>
    public const int YearsAfterRevocation = 5;

    /// <summary>The name of a ground.</summary>
    /// <param name="ground">The ground.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public static BilingualText Name(this PostBarGround ground) => ground.Named() switch
    {
        PostBarGround.LicenceRevoked => ("所在企业被吊销许可证", "the licence of the enterprise was revoked"),
        PostBarGround.FoodSafetyCrime => ("因食品安全犯罪被判处有期徒刑以上刑罚", "sentenced to imprisonment for a food-safety crime"),
        PostBarGround.FailedAssessment => ("考核不具备食品安全管理能力", "found incapable in an assessment"),
    };

    /// <summary>The law that bars on a ground, in the edition in force on a day.</summary>
    /// <param name="ground">The ground.</param>
    /// <param name="on">The day of the decision, the sentence or the assessment.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public static Citation Basis(this PostBarGround ground, LocalDate on) => ground.Named() switch
    {
        PostBarGround.LicenceRevoked or PostBarGround.FoodSafetyCrime => FoodSafetyLaw.Article("135", on),
        PostBarGround.FailedAssessment => FoodSafetyLaw.Article("44", on),
    };

    /// <summary>For which days a ground bars: five years, the day that has the date of the decision still among them, or without end.</summary>
    /// <param name="ground">The ground.</param>
    /// <param name="decided">The day of the decision, the sentence or the assessment.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public static Term BarFrom(this PostBarGround ground, LocalDate decided) => ground.Named() switch
    {
        // The day of the decision is not counted, so the fifth anniversary is the last day of the five years.
        PostBarGround.LicenceRevoked => new Term(decided, DateBounds.FindPlusDays(DateBounds.PlusMonthsOrLast(decided, 12 * YearsAfterRevocation), 1)),
        PostBarGround.FoodSafetyCrime or PostBarGround.FailedAssessment => new Term(decided),
    };
}
