using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Who is drawn for a random check (监督抽查考核抽取): from each sector and post a share, by a seed that can be published.</summary>
/// <remarks>
/// The same book, day, share and seed always give the same draw, and a larger share draws everyone of a smaller one and more.
/// Bureaus must check at random and publish the result (食品安全法第四十四条). Immutable.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AssessmentDraw
{
    private AssessmentDraw(ulong seed, decimal share, LocalDate on, ImmutableArray<AssessmentStratum> strata) =>
        (Seed, Share, On, Strata) = (seed, share, on, strata);

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The share of each stratum, over 0 to 1.</summary>
    public decimal Share { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>What was drawn, by sector and post.</summary>
    public ImmutableArray<AssessmentStratum> Strata { get; }

    /// <summary>Draws among those who hold a post on a day.</summary>
    /// <param name="book">Who holds which post.</param>
    /// <param name="register">The businesses; posts at others are passed over.</param>
    /// <param name="share">The share of each stratum, over 0 to 1; rounded up to whole appointments.</param>
    /// <param name="seed">The seed, which is best fixed in public before the draw.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not over 0 to 1.</exception>
    public static AssessmentDraw Draw(StaffBook book, BusinessRegister register, decimal share, ulong seed, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(register);
        if (share is <= 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Allowed: over 0 to 1.");
        }

        return new AssessmentDraw(seed, share, on, [
            .. book.StandingOn(on)
                .Where(appointment => register.Contains(appointment.Business))
                .GroupBy(appointment => (register[appointment.Business].Type.Sector(), appointment.Post))
                .OrderBy(stratum => stratum.Key)
                .Select(stratum => new AssessmentStratum(stratum.Key.Item1, stratum.Key.Post, stratum.Count(), [
                    .. stratum.OrderBy(appointment => SeededOrder.Mix(seed, (ulong)appointment.Id.Number)).Take((int)decimal.Ceiling(share * stratum.Count())),
                ])),
        ]);
    }
}

/// <summary>One sector and post of a draw (抽取分层).</summary>
/// <param name="Sector">The sector of the businesses.</param>
/// <param name="Post">The post.</param>
/// <param name="Candidates">How many hold the post.</param>
/// <param name="Drawn">Those who were drawn, in the order drawn.</param>
public sealed record AssessmentStratum(BusinessSector Sector, SafetyPost Post, int Candidates, ItemList<Appointment> Drawn);
