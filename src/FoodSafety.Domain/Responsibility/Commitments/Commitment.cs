using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>What a cadre signed for (食品安全责任与任务承诺书): the businesses that the cadre answers for as main responsible.</summary>
/// <remarks>Immutable. A cadre has one standing commitment at most; renewing it ends the one before.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Commitment
{
    internal Commitment(CommitmentId id, CadreId cadre, ImmutableArray<BusinessId> businesses, string authority, string by, LocalDate signedOn)
    {
        (Id, Cadre, Businesses) = (id, cadre, businesses);
        (Authority, By, Term) = (authority, by, new Term(signedOn));
    }

    /// <summary>Its number in the book.</summary>
    public CommitmentId Id { get; }

    /// <summary>The cadre who signed it (承诺人).</summary>
    public CadreId Cadre { get; }

    /// <summary>The businesses it names, in the order of their ids, each once; at least one.</summary>
    public ItemList<BusinessId> Businesses { get; }

    /// <summary>With whom it was signed (签订机关): the key, in the user's platform, of the Party committee, government or village committee of the level.</summary>
    public string Authority { get; }

    /// <summary>Who recorded it: the key of the person or body in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day on which it was signed (签订日期).</summary>
    public LocalDate SignedOn => Term.From;

    /// <summary>The days on which it stands, from the day it was signed; open until it is renewed or ended.</summary>
    public Term Term { get; internal init; }

    /// <summary>Whether it stands on a day (有效).</summary>
    /// <param name="on">The day.</param>
    public bool StandsOn(LocalDate on) => Term.Contains(on);

    /// <summary>Whether it names a business.</summary>
    /// <param name="business">The business.</param>
    public bool Names(BusinessId business) => BusinessOrder.Contains(Businesses, business);
}

/// <summary>The number of a commitment in its book (承诺书编号), from 1 in the order signed; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<CommitmentId>))]
public readonly record struct CommitmentId(long Number) : ITextValue<CommitmentId>
{
    static BilingualText ITextValue<CommitmentId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static CommitmentId Parse(string s, IFormatProvider? provider = null) => ITextValue<CommitmentId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommitmentId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
