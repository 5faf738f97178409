using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person may not hold a food-safety post (任职禁止), on a ground and for a time that the law says.</summary>
/// <remarks>Immutable. The employer of a barred person loses its own licence (食品安全法第一百三十五条).</remarks>
public sealed record PostBar
{
    /// <summary>States that a person is barred.</summary>
    /// <param name="person">The person.</param>
    /// <param name="ground">Why.</param>
    /// <param name="decided">The day of the decision, the sentence or the assessment.</param>
    /// <exception cref="ArgumentException">There is no person.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public PostBar(StaffId person, PostBarGround ground, LocalDate decided)
    {
        Person = person.IsNone ? throw new ArgumentException("A bar is on a person.", nameof(person)) : person;
        Ground = ground;
        Decided = decided;
        Term = ground.BarFrom(decided);
    }

    /// <summary>The person.</summary>
    public StaffId Person { get; }

    /// <summary>Why.</summary>
    public PostBarGround Ground { get; }

    /// <summary>The day of the decision, the sentence or the assessment.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Decided { get; }

    /// <summary>The days for which it holds; of a failed assessment until it was passed again.</summary>
    public Term Term { get; internal init; }

    /// <summary>Whether it keeps the person from a post: incapacity does not keep anyone from being the main person in charge.</summary>
    /// <param name="post">The post.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="post"/> is not one of the named values.</exception>
    public bool Bars(SafetyPost post) => (Ground, post.Named()) switch
    {
        (PostBarGround.LicenceRevoked or PostBarGround.FoodSafetyCrime, SafetyPost.MainPerson or SafetyPost.Director or SafetyPost.Officer) => true,
        (PostBarGround.FailedAssessment, SafetyPost.Director or SafetyPost.Officer) => true,
        (PostBarGround.FailedAssessment, SafetyPost.MainPerson) => false,
    };

    /// <summary>The law that bars, in the edition of the day of the decision.</summary>
    public Citation Basis => Ground.Basis(Decided);

    /// <summary>The bar as people read it.</summary>
    public BilingualText Text => (
        $"{Person} {Term.Text.Chinese}不得任职：{Ground.Name().Chinese}（{Basis.Text.Chinese}）",
        $"{Person} may hold no post {Term.Text.English}: {Ground.Name().English} ({Basis.Text.English})");

    /// <summary>The bar in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>Why a person may not hold a food-safety post (任职禁止情形).</summary>
/// <remarks>Zero, the default, is no ground. Sources are in <see cref="PostBarGrounds"/>.</remarks>
public enum PostBarGround
{
    /// <summary>Of an enterprise whose licence was revoked (所在企业被吊销许可证): the legal representative, a directly responsible manager or another.</summary>
    [BilingualName("所在企业被吊销许可证", "the licence of the enterprise was revoked")]
    LicenceRevoked = 1,

    /// <summary>Sentenced to imprisonment or more for a food-safety crime (因食品安全犯罪被判处有期徒刑以上刑罚).</summary>
    [BilingualName("因食品安全犯罪被判处有期徒刑以上刑罚", "sentenced to imprisonment for a food-safety crime")]
    FoodSafetyCrime = 2,

    /// <summary>Found incapable in an assessment (考核不具备食品安全管理能力), until passed again.</summary>
    [BilingualName("考核不具备食品安全管理能力", "found incapable in an assessment")]
    FailedAssessment = 3,
}

/// <summary>The grounds on which a person may not hold a post: how long they bar, and the law.</summary>
public static class PostBarGrounds
{
    /// <summary>For how many years the revocation of a licence bars (五年), from the decision: Article 135.</summary>
    public const int YearsAfterRevocation = 5;

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
