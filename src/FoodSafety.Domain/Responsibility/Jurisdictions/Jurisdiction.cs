using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Whether a cadre may see a business or an area on a day, and act on it (管辖).</summary>
/// <remarks>
/// <para>A cadre sees the areas in which he or she is in post, with everything in them, and the businesses for which he or she
/// answers, wherever they lie. A cadre acts on the businesses for which he or she answers, in any step, and in the very
/// areas of his or her posts. Whoever stands in for another by delegation sees and acts as the other does; who is absent still
/// may, for responsibility cannot be delegated away. For a finding, ask about its business.</para>
/// <para>All of it holds while the cadre is in post: a step in a chain gives nothing on a day on which the cadre does not hold the post
/// for which the business was tied to him or her, even before the chains are planned again. A delegation binds on the days on which
/// everybody on the way from who is absent to who acts holds a post.</para>
/// <para>Answers follow what the delegations and the history hold when asked. Not thread-safe while these are written.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Jurisdiction
{
    private readonly BusinessRegister _register;
    private readonly CadreRoster _roster;
    private readonly DelegationBook _delegations;
    private readonly ResponsibilityHistory _history;

    /// <summary>Takes what decides.</summary>
    /// <param name="register">The businesses and where they stand.</param>
    /// <param name="roster">The cadres and their posts, of the register's areas.</param>
    /// <param name="delegations">Who stands in for whom.</param>
    /// <param name="history">Who answers for which business.</param>
    /// <exception cref="ArgumentException">The roster is of another area tree than the register.</exception>
    public Jurisdiction(BusinessRegister register, CadreRoster roster, DelegationBook delegations, ResponsibilityHistory history)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(delegations);
        ArgumentNullException.ThrowIfNull(history);
        if (!ReferenceEquals(roster.Areas, register.Areas))
        {
            throw new ArgumentException("The roster is of another area tree than the register.", nameof(roster));
        }

        (_register, _roster, _delegations, _history) = (register, roster, delegations, history);
    }

    /// <summary>Whether a cadre may see a business and act on it.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="business">The business; where it stands is read from the register as it is now.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="CadreNotFoundException">The roster has no such cadre.</exception>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    public JurisdictionAnswer OverBusiness(CadreId cadre, BusinessId business, LocalDate on)
    {
        var row = _register.RowOf(business);
        var area = _register.Areas.At(_register.Facts.GroupOf(row));
        var seats = _history.On(row, on);
        return new JurisdictionAnswer(cadre, area.Code, business, on, Collect(cadre, on, (who, standsInFor) =>
        [
            .. seats.FindStep(who) is { } step && _roster.FindPost(who, seats[step].Area, on) is not null
                ? [new ChainGround(step, seats[step], standsInFor)]
                : ImmutableArray<JurisdictionGround>.Empty,
            .. PostsOver(who, area, on).Select(post => new PostGround(post, mayAct: false, standsInFor)),
        ]));
    }

    /// <summary>Whether a cadre may see an area and act in it.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <param name="area">The area.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="CadreNotFoundException">The roster has no such cadre.</exception>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    public JurisdictionAnswer OverArea(CadreId cadre, AreaCode area, LocalDate on)
    {
        var place = _register.Areas[area];
        return new JurisdictionAnswer(cadre, area, default, on, Collect(cadre, on, (who, standsInFor) =>
            [.. PostsOver(who, place, on).Select(post => new PostGround(post, mayAct: post.Area == area, standsInFor))]));
    }

    private ImmutableArray<JurisdictionGround> Collect(CadreId cadre, LocalDate on, Func<CadreId, Substitution?, ImmutableArray<JurisdictionGround>> groundsOf) =>
    [
        .. groundsOf(_roster[cadre].Id, null),
        .. _delegations.StandsInFor(cadre, on)
            .Where(substitution => IsInPost(cadre, on) && substitution.Path.All(delegation => IsInPost(delegation.Cadre, on)))
            .SelectMany(substitution => groundsOf(substitution.Cadre, substitution)),
    ];

    private bool IsInPost(CadreId cadre, LocalDate on) => _roster.PostsOf(cadre).Any(post => post.Term.Contains(on));

    private IEnumerable<Post> PostsOver(CadreId cadre, Area area, LocalDate on) =>
        _roster.PostsOf(cadre).Where(post => post.Term.Contains(on) && _register.Areas[post.Area].Contains(area));
}
