using System.Security.Claims;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Takes acts of whoever is signed in, each asked for jurisdiction on the district after those before it (按管辖办理): what pages do that make acts themselves.</summary>
/// <remarks>
/// A unit of which one act may not be done is refused as a whole, with the places of those. The office of the district (<see cref="FoodSafetyOptions.OfficePolicy"/>) may do all. The endpoint
/// that <see cref="DistrictEndpoints.MapFoodSafety"/> maps for acts takes them in the same way.
/// <code>
/// var result = await acts.ActAsync(user, "510115", new Request(form.Id), (district, now) => new UnitOfActs(new Stamp(key, today, now), RectificationAct.Claim(problem)));
/// </code>
/// </remarks>
public sealed class JurisdictionActs
{
    private readonly DistrictStore _store;
    private readonly DistrictOffice _office;
    private readonly IClock _clock;
    private readonly FoodSafetyOptions _options;

    internal JurisdictionActs(DistrictStore store, DistrictOffice office, IClock clock, IOptions<FoodSafetyOptions> options) =>
        (_store, _office, _clock, _options) = (store, office, clock, options.Value);

    /// <summary>Takes acts, all or none, and returns when they are in the data base: <see cref="DistrictStore.ActAsync(string, Request, Func{District, Instant, UnitOfActs}, CancellationToken)"/>.</summary>
    /// <param name="user">Whoever is signed in; jurisdiction is asked of him, whoever the stamp names.</param>
    /// <param name="district">The key of the district.</param>
    /// <param name="request">What is asked, so that it is done once.</param>
    /// <param name="work">Says what is to be done, as for the store.</param>
    /// <param name="cancellationToken">Ends the waiting and the work, up to the commit.</param>
    /// <returns>What became of it; of a request that is kept already, what became of it then.</returns>
    /// <exception cref="ActsForbiddenException">He may not do them all; nothing is done.</exception>
    /// <exception cref="ActsRefusedException">An act is refused, or the unit; nothing is done.</exception>
    public async Task<ActResult> ActAsync(
        ClaimsPrincipal user, string district, Request request, Func<District, Instant, UnitOfActs> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(work);
        var asked = await WhoIsAskedAsync(user, district);
        await RefuseStrangerAsync(asked, district, [], cancellationToken);
        return await ActAsync(asked, district, request, work, cancellationToken);
    }

    /// <summary>Of whom jurisdiction is asked; null of the office, which may do all.</summary>
    /// <exception cref="NotACadreException">Whoever is signed in has none anywhere.</exception>
    internal async Task<SignedIn?> WhoIsAskedAsync(ClaimsPrincipal user, string district) =>
        await _office.IsOfAsync(user, JurisdictionResource.OfDistrict(district)) ? null
            : SignedIn.Of(user, _options) is { IsNobody: false } who ? who : throw new NotACadreException(_options.CadreClaim);

    /// <summary>Refuses who has no part in the district: he leaves no trace, least of all of a district that nobody began.</summary>
    internal async Task RefuseStrangerAsync(SignedIn? asked, string district, ItemList<Act> acts, CancellationToken cancellation)
    {
        if (asked is not { } who)
        {
            return;
        }

        var today = DayOf(_clock.GetCurrentInstant());
        var refused = await _store.ReadAsync<Refusal[]>(district, current => who.IsOf(current, today) ? []
            : acts.IsEmpty ? [JurisdictionResource.OfDistrict(district).FindRefusalOf(current, who, JurisdictionAccess.Act, today)!]
            : [.. acts.Select((act, place) => JurisdictionResource.OfAct(district, act).FindRefusalOf(current, who, JurisdictionAccess.Act, today)! with { Place = place })], cancellation);
        if (refused.Length > 0)
        {
            throw new ActsForbiddenException([.. refused]);
        }
    }

    internal async Task<ActResult> ActAsync(SignedIn? asked, string district, Request request, Func<District, Instant, UnitOfActs> work, CancellationToken cancellation)
    {
        List<Refusal> refused = [];
        try
        {
            return await _store.ActAsync(district, request, (current, now) =>
            {
                refused.Clear();
                var unit = work(current, now);
                return asked is { } who ? new UnitOfActs(unit.Stamp, Allowed(district, current, unit.Acts, who, DayOf(now), refused)) { Beside = unit.Beside } : unit;
            }, cancellation);
        }
        catch (ActsRefusedException) when (refused.Count > 0)
        {
            // What the district says of the other acts waits until all of them may be done.
            throw new ActsForbiddenException([.. refused]);
        }
    }

    /// <summary>The acts that somebody may do, each asked for on the district after those before it; when all were asked for and one may not be done, nothing is.</summary>
    private static IEnumerable<Act> Allowed(string code, District district, IEnumerable<Act> acts, SignedIn who, LocalDate today, List<Refusal> refused)
    {
        foreach (var (place, act) in acts.Index())
        {
            if (JurisdictionResource.OfAct(code, act).FindRefusalOf(district, who, JurisdictionAccess.Act, today) is { } refusal)
            {
                refused.Add(refusal with { Place = place });
            }
            else
            {
                yield return act;
            }
        }

        if (refused.Count > 0)
        {
            throw new ActsForbiddenException([.. refused]);
        }
    }

    private LocalDate DayOf(Instant at) => at.InZone(_options.Settings.Calendar.Zone).Date;
}
