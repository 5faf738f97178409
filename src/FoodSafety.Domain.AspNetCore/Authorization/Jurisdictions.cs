using System.Security.Claims;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>That whoever is signed in may see something, or act on it, today (管辖要求): a cadre or a market station in whose jurisdiction it lies, or the office of the district.</summary>
/// <remarks>
/// <para>The cadre is the <see cref="FoodSafetyOptions.CadreClaim"/> of an authenticated identity, the station the <see cref="FoodSafetyOptions.StationClaim"/>. Denied is who has none or two different ones, who is not in service, and whoever
/// asks for what there is not. Today is the date of the clock in the zone of the calendar; a delegation counts as the district holds it when asked. Who acts for the office of a district
/// says <see cref="FoodSafetyOptions.OfficePolicy"/>; nobody unless it is named.</para>
/// <para>What is asked about is a <see cref="JurisdictionResource"/>, or stands in the route: <see cref="JurisdictionEndpoints.RequireJurisdiction"/>.</para>
/// </remarks>
/// <param name="access">To see it, or to act on it.</param>
public sealed class JurisdictionRequirement(JurisdictionAccess access) : IAuthorizationRequirement
{
    /// <summary>To see it, or to act on it.</summary>
    public JurisdictionAccess Access { get; } = Enum.IsDefined(access) ? access : throw new ArgumentOutOfRangeException(nameof(access), access, "Allowed: See, Act.");

    /// <summary>Where it stands in the route; null when the resource is given.</summary>
    internal JurisdictionMetadata? Route { get; init; }

    /// <summary>What it is for logs: the access, and where the thing stands.</summary>
    public override string ToString() => Route is { } route ? $"{Access} {route.Over} '{route.Value}'" : $"{Access}";
}

/// <summary>Over what an endpoint asks for jurisdiction: over what a route value names, or over what each act in the body touches.</summary>
/// <param name="District">The name of the route value that has the key of the district.</param>
/// <param name="Over">What a route value names; null where the acts in the body say it.</param>
/// <param name="Value">The name of that route value.</param>
internal sealed record JurisdictionMetadata(string District, JurisdictionOver? Over = null, string? Value = null)
{
    public static JurisdictionMetadata Of(JurisdictionOver over, string? value, string district) =>
        new(district, over, value ?? (over == JurisdictionOver.District ? district : over.Code()));

    /// <summary>What an endpoint asks for, however it was said.</summary>
    public static IEnumerable<JurisdictionMetadata> AllOf(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<JurisdictionMetadata>().Concat(endpoint.Metadata.GetOrderedMetadata<RequireJurisdictionAttribute>().Select(asked => asked.Route));

    /// <summary>What a request asks about; null when its route does not say it.</summary>
    public JurisdictionResource? Find(RouteValueDictionary routed) =>
        Over is { } over ? JurisdictionResource.Find(routed[District]?.ToString(), over, routed[Value!]?.ToString()) : null;
}

/// <summary>Endpoints that only they may ask in whose jurisdiction something lies (管辖授权).</summary>
public static class JurisdictionEndpoints
{
    /// <summary>Lets an endpoint be asked only by who may see, or act on, what its route names.</summary>
    /// <remarks>
    /// <para>Who is not signed in is answered 401 and who may not 403, each with problem details that say what was refused and what he may do. A route that does not have the values that are
    /// asked for stops the application at its start.</para>
    /// <code>
    /// app.MapGet("/{district}/businesses/{business}", ...).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business);
    /// </code>
    /// </remarks>
    /// <param name="builder">The endpoint, or a group of them.</param>
    /// <param name="access">To see it, or to act on it.</param>
    /// <param name="over">What the value names.</param>
    /// <param name="value">The name of the route value; that of <paramref name="over"/> in lower case unless stated: <c>business</c>.</param>
    /// <param name="district">The name of the route value that has the key of the district.</param>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="access"/> or <paramref name="over"/> is not in its enum.</exception>
    public static TBuilder RequireJurisdiction<TBuilder>(this TBuilder builder, JurisdictionAccess access, JurisdictionOver over, string? value = null, string district = "district")
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentOutOfRangeException.ThrowIfEqual(Enum.IsDefined(over), false, nameof(over));
        var route = JurisdictionMetadata.Of(over, value, district);
        builder.RequireAuthorization(policy => policy.AddRequirements(new JurisdictionRequirement(access) { Route = route }));
        return builder.WithMetadata(route);
    }

    /// <summary>Why whoever is signed in may not what the endpoint of a request asks for (无权原因), and what he may; null where nobody was refused.</summary>
    /// <param name="context">The request.</param>
    public static Refusal? FindJurisdictionRefusal(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<JurisdictionRefused>()?.Refusal;
    }

    /// <summary>Lets an endpoint be asked by everybody who is signed in; it asks for jurisdiction over each act itself.</summary>
    internal static TBuilder RequireJurisdictionOverActs<TBuilder>(this TBuilder builder, string district) where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization(policy => policy.RequireAuthenticatedUser());
        return builder.WithMetadata(new JurisdictionMetadata(district));
    }
}

/// <summary>Lets a page, or whatever takes attributes, be asked only by who may see, or act on, what its route names (管辖授权特性): the attribute of <see cref="JurisdictionEndpoints.RequireJurisdiction"/>.</summary>
/// <remarks>
/// Who is not signed in, or may not, is answered as the way to sign in says: sent to its page, or with an empty 403 that <c>UseStatusCodePagesWithReExecute</c> makes a page of, which
/// finds why in <see cref="JurisdictionEndpoints.FindJurisdictionRefusal"/>.
/// <code>
/// @page "/{district}/businesses/{business}"
/// @attribute [RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business)]
/// </code>
/// </remarks>
/// <param name="access">To see it, or to act on it.</param>
/// <param name="over">What the value names.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireJurisdictionAttribute(JurisdictionAccess access, JurisdictionOver over) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>To see it, or to act on it.</summary>
    public JurisdictionAccess Access => access;

    /// <summary>What the value names.</summary>
    public JurisdictionOver Over => over;

    /// <summary>The name of the route value; null, unless stated, for that of what it names in lower case: <c>business</c>.</summary>
    public string? Value { get; set; }

    /// <summary>The name of the route value that has the key of the district: <c>district</c> unless stated.</summary>
    public string District { get; set; } = "district";

    internal JurisdictionMetadata Route => JurisdictionMetadata.Of(over, Value, District);

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new JurisdictionRequirement(access) { Route = Route }];
}

/// <summary>Who is signed in, as far as districts ask for it.</summary>
/// <param name="Cadre">The cadre; null for none, and for two at once.</param>
/// <param name="Station">The market station; null for none, and for two at once.</param>
/// <param name="Key">By what the journal knows him: the key of the cadre, else the subject of the identity; null where there is neither.</param>
internal readonly record struct SignedIn(CadreId? Cadre, string? Station, string? Key)
{
    /// <summary>Whether he is neither a cadre nor of a station, so that he has no jurisdiction anywhere.</summary>
    public bool IsNobody => Cadre is null && Station is null;

    /// <summary>Whether he has a part in a district at all.</summary>
    public bool IsOf(District district, LocalDate on) =>
        Cadre is { } cadre && district.Chains.IsInService(cadre) || Station is { } station && district.Grids.StationsOn(on)?.FindTown(station) is not null;

    public static SignedIn Of(ClaimsPrincipal user, FoodSafetyOptions options)
    {
        ClaimsIdentity[] identities = [.. user.Identities.Where(identity => identity.IsAuthenticated)];
        var station = ValuesOf(options.StationClaim) is [var only] && TextRule.Key.Admits(only) ? only : null;
        return ValuesOf(options.CadreClaim) switch
        {
            [var one] => new(CadreId.TryParse(one, null, out var cadre) ? cadre : null, station, one),
            [] when ValuesOf(ClaimTypes.NameIdentifier) is [var subject] => new(null, station, subject),
            [] when ValuesOf("sub") is [var subject] => new(null, station, subject),
            _ => default,
        };

        string[] ValuesOf(string claim) => [.. identities.SelectMany(identity => identity.FindAll(claim)).Select(found => found.Value).Distinct()];
    }
}

/// <summary>Why a district could not be asked.</summary>
internal sealed record JurisdictionUnknown(Exception Reason);

/// <summary>What the district said where it was asked and refused: it is not asked again for the answer.</summary>
internal sealed record JurisdictionRefused(Refusal Refusal);

/// <summary>Asks the district.</summary>
internal sealed class JurisdictionHandler(DistrictStore store, DistrictOffice office, IClock clock, IOptions<FoodSafetyOptions> options) : AuthorizationHandler<JurisdictionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, JurisdictionRequirement requirement)
    {
        var http = context.Resource as HttpContext;
        if ((context.Resource as JurisdictionResource ?? (http is null ? null : requirement.Route?.Find(http.Request.RouteValues))) is not { } resource)
        {
            return;
        }

        try
        {
            if (await office.IsOfAsync(context.User, resource))
            {
                context.Succeed(requirement);
            }
            else if (SignedIn.Of(context.User, options.Value) is { IsNobody: false } who)
            {
                if (await FindRefusalAsync(resource, who, requirement.Access, http?.RequestAborted ?? CancellationToken.None) is not { } refusal)
                {
                    context.Succeed(requirement);
                }
                else if (http is not null && http.Features.Get<JurisdictionRefused>() is null)
                {
                    http.Features.Set(new JurisdictionRefused(refusal));
                }
            }
        }
        catch (Exception e) when (http is not null && Problem.Find(e, options.Value) is not null)
        {
            // Authorization comes before what handles exceptions where a host adds it by itself: that the data base is gone is answered where the refusal would be.
            http.Features.Set(new JurisdictionUnknown(e));
        }
    }

    private Task<Refusal?> FindRefusalAsync(JurisdictionResource resource, SignedIn who, JurisdictionAccess access, CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InZone(options.Value.Settings.Calendar.Zone).Date;
        return store.ReadAsync(resource.District, district => resource.FindRefusalOf(district, who, access, today), cancellation);
    }
}

/// <summary>Says who acts for the office of a district, by the policy of the user's own.</summary>
internal sealed class DistrictOffice(IServiceScopeFactory scopes, IHttpContextAccessor request, IOptions<FoodSafetyOptions> options)
{
    public async Task<bool> IsOfAsync(ClaimsPrincipal user, JurisdictionResource resource)
    {
        if (options.Value.OfficePolicy is not { } policy || !user.Identities.Any(identity => identity.IsAuthenticated))
        {
            return false;
        }

        // What the policy asks may live with the request.
        await using var scope = scopes.CreateAsyncScope();
        var services = request.HttpContext?.RequestServices ?? scope.ServiceProvider;
        return (await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, resource, policy)).Succeeded;
    }
}
