using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>The number of a notice of a grade (告知书编号), one for each in its grading; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<GradeNoticeId>))]
public readonly record struct GradeNoticeId(long Number) : ITextValue<GradeNoticeId>
{
    static BilingualText ITextValue<GradeNoticeId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static GradeNoticeId Parse(string s, IFormatProvider? provider = null) => ITextValue<GradeNoticeId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GradeNoticeId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>What is done with the notice of a grade (等级告知事项). Deeds: they count from the day on which they were done and may come late.</summary>
/// <typeparam name="TGrade">The enum of grades, which has a <see cref="Grading.GradingKeyAttribute"/>.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record GradeNoticeAct<TGrade> : Act<GradeNoticeBook<TGrade>> where TGrade : struct, Enum
{
    private protected GradeNoticeAct(GradeNoticeId id) => Id = id;

    /// <summary>The number of the notice, given by the platform.</summary>
    public GradeNoticeId Id { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(ThingKind, $"{Id}");

    internal static string ThingKind => Word("notice");

    private protected static string Word(string what) => $"{Grading.GradingKey.Of<TGrade>()}-{what}";
}

/// <summary>A business was told its grade (告知等级) on the day of the stamp: from it counts how long the grade may be disputed, and when it is made public.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The number of the notice, given by the platform.</param>
/// <param name="Business">The business.</param>
/// <param name="RatedBy">Who gave the grade (评定人): a key in the user's platform; null where nobody is named. An override says itself who set it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeNotified<TGrade>(GradeNoticeId Id, BusinessId Business, string? RatedBy = null) : GradeNoticeAct<TGrade>(Id) where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("notified");

    /// <summary>Who gave the grade; null where nobody is named.</summary>
    public string? RatedBy { get; init => field = TextRule.Key.CheckAny(value, nameof(RatedBy)); } = TextRule.Key.CheckAny(RatedBy, nameof(RatedBy));

    /// <summary>The grade that it told; null to fill in that which stood on the day. Another than that is refused.</summary>
    public TGrade? Grade { get; init => field = value?.Named(); }

    /// <summary>Until when the grade may be disputed (申诉截止); filled in, and null where the terms of the day set no time.</summary>
    public Deadline? AppealBy { get; init; }

    /// <summary>The day on which the grade is to be made public (应公示日), not before and not after; filled in, and null where the terms of the day lay nothing down.</summary>
    public Deadline? PublishOn { get; init; }
}

/// <summary>A grade that was notified was made public (公示等级). Too late is a fact and no reason to refuse it.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The number of the notice.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradePublished<TGrade>(GradeNoticeId Id) : GradeNoticeAct<TGrade>(Id) where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("published");
}

/// <summary>A day of a notice that was provisional is settled, for its year was announced (期限落定): never earlier than it was told.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
/// <param name="Id">The number of the notice.</param>
/// <param name="What">Which day.</param>
/// <param name="Due">The day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeNoticeSettled<TGrade>(GradeNoticeId Id, NoticeDay What, Deadline Due) : GradeNoticeAct<TGrade>(Id) where TGrade : struct, Enum
{
    /// <inheritdoc/>
    public override string Kind => Word("notice-settled");

    /// <summary>Which day.</summary>
    public NoticeDay What { get; init => field = value.Named(); } = What.Named();
}

/// <summary>A day that counts from the notification of a grade (告知期限).</summary>
/// <remarks>The default value 0 is none.</remarks>
public enum NoticeDay
{
    /// <summary>The last on which the grade may be disputed (申诉截止日).</summary>
    [BilingualName("申诉截止日", "last day to dispute it")]
    LastToAppeal = 1,

    /// <summary>That on which the grade is to be made public (应公示日).</summary>
    [BilingualName("应公示日", "day to make it public")]
    ToPublish = 2,
}

/// <summary>A grade that a business was told of (等级告知), and whether it was made public.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeNotice<TGrade> where TGrade : struct, Enum
{
    internal GradeNotice(GradeNotified<TGrade> told, Moment moment) => (Told, Moment, AppealBy, PublishOn) = (told, moment, told.AppealBy, told.PublishOn);

    /// <summary>What was told, with the days as they were told then.</summary>
    public GradeNotified<TGrade> Told { get; }

    /// <summary>By whom and when it was told and recorded.</summary>
    public Moment Moment { get; }

    /// <summary>Its number.</summary>
    public GradeNoticeId Id => Told.Id;

    /// <summary>The business.</summary>
    public BusinessId Business => Told.Business;

    /// <summary>The grade.</summary>
    public TGrade Grade => Told.Grade!.Value;

    /// <summary>The day of notification (告知日).</summary>
    public LocalDate NotifiedOn => Moment.On;

    /// <summary>Until when the grade may be disputed: as it was told, or settled when the year was announced. Null for at any time.</summary>
    public Deadline? AppealBy { get; internal init; }

    /// <summary>The day on which the grade is to be made public: as it was told, or settled. Null where nothing is laid down.</summary>
    public Deadline? PublishOn { get; internal init; }

    /// <summary>The day on which the grade was made public; null before.</summary>
    public LocalDate? PublishedOn { get; internal init; }

    /// <summary>Whether the grade was made public too late, or was not yet and its day has passed (逾期公示).</summary>
    /// <param name="today">The present date; without meaning once the grade is public.</param>
    public bool IsOverdue(LocalDate today) => PublishOn is { } due && !due.IsMet(PublishedOn ?? today);
}
