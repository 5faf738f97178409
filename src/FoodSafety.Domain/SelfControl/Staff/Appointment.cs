using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person holds a food-safety post at a business for a term (食品安全岗位任命).</summary>
/// <remarks>Immutable. One person may hold posts at several businesses, and a post may have several holders.</remarks>
public sealed record Appointment
{
    /// <summary>Describes an appointment.</summary>
    /// <param name="id">Its number, given by the platform.</param>
    /// <param name="person">Who is appointed.</param>
    /// <param name="business">The business at which.</param>
    /// <param name="post">To which post.</param>
    /// <param name="term">For which days.</param>
    /// <exception cref="ArgumentException">There is no number, person, business or post.</exception>
    public Appointment(AppointmentId id, StaffId person, BusinessId business, SafetyPost post, Term term)
    {
        Id = IdNumber.IsValid(id.Number) ? id : throw new ArgumentOutOfRangeException(nameof(id), id, $"Allowed: {IdNumber.Allowed.English}.");
        Person = person.IsNone ? throw new ArgumentException("An appointment is of a person.", nameof(person)) : person;
        Business = business.IsNone ? throw new ArgumentException("An appointment is at a business.", nameof(business)) : business;
        Post = EnumCodes.All<SafetyPost>().Contains(post)
            ? post
            : throw new ArgumentOutOfRangeException(nameof(post), post, "Allowed: 1 (MainPerson) to 3 (Officer).");
        Term = term;
    }

    /// <summary>Its number.</summary>
    public AppointmentId Id { get; }

    /// <summary>Who holds the post.</summary>
    public StaffId Person { get; }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>The post.</summary>
    public SafetyPost Post { get; }

    /// <summary>The days; shortened when it was ended, and empty when that was before its first day.</summary>
    public Term Term { get; internal init; }

    /// <summary>Whose person it is (任职单位): that of the business unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to neither employer.</exception>
    public PostEmployer Employer
    {
        get;
        init => field = value.Named(nameof(Employer));
    } = PostEmployer.Business;

    /// <summary>True when the post is held besides other work (兼职); false, full time (专职), unless stated. The rules allow both.</summary>
    public bool IsPartTime { get; init; }

    /// <summary>True when the person is of the management of the enterprise (企业管理层人员), as a director must be since 2025.</summary>
    public bool IsManagement { get; init; }

    /// <summary>The days of the term on which the holder is off duty (离岗), in the order told; none when it is made.</summary>
    public ItemList<OffDuty> OffDuty { get; init; }

    /// <summary>The post that it fills.</summary>
    public RequiredPost Fills => new(Post, Employer);

    /// <summary>Whether a day is in its term and its holder is not off duty on it; whoever is barred is another question.</summary>
    /// <param name="on">The day.</param>
    public bool IsServedOn(LocalDate on) => Term.Contains(on) && !OffDuty.Any(off => off.Term.Contains(on));

    /// <summary>The appointment as people read it.</summary>
    public BilingualText Text => (
        $"{Person} 任 {Business} {Fills.Text.Chinese}，{Term.Text.Chinese}",
        $"{Person}, {Fills.Text.English} at {Business} {Term.Text.English}");

    /// <summary>The appointment in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>The number of an appointment in its book (任命编号), from 1 in the order made; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<AppointmentId>))]
public readonly record struct AppointmentId(long Number) : ITextValue<AppointmentId>
{
    static BilingualText ITextValue<AppointmentId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static AppointmentId Parse(string s, IFormatProvider? provider = null) => ITextValue<AppointmentId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AppointmentId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>Days on which the holder of a post is not on duty (离岗): leave, illness, training elsewhere.</summary>
/// <param name="Term">The days.</param>
/// <param name="Reason">Why.</param>
public sealed record OffDuty(Term Term, string Reason)
{
    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
