using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>What somebody wants to do with something in the jurisdiction of cadres (管辖权限).</summary>
public enum JurisdictionAccess
{
    /// <summary>To see it (查看).</summary>
    [BilingualName("查看", "see")]
    See = 1,

    /// <summary>To act on it (处理).</summary>
    [BilingualName("处理", "act on")]
    Act = 2,
}

/// <summary>What the value of a route says over what jurisdiction is asked (管辖对象类型).</summary>
public enum JurisdictionOver
{
    /// <summary>The id of a business (主体).</summary>
    [BilingualName("主体", "business")]
    Business = 1,

    /// <summary>The code of an area (区划).</summary>
    [BilingualName("区划", "area")]
    Area = 2,

    /// <summary>The id of a finding (问题).</summary>
    [BilingualName("问题", "finding")]
    Finding = 3,

    /// <summary>The id of a rectification (整改).</summary>
    [BilingualName("整改", "rectification")]
    Rectification = 4,
}

/// <summary>Something of a district over which a cadre may have jurisdiction (管辖对象): the resource of <see cref="JurisdictionRequirement"/>.</summary>
/// <remarks>
/// A finding and a rectification are the affair of whoever answers for the business or the area that they are about. Over one about a cadre jurisdiction gives nothing.
/// <code>
/// var may = await authorization.AuthorizeAsync(user, JurisdictionResource.OfBusiness("510115", business), new JurisdictionRequirement(JurisdictionAccess.Act));
/// </code>
/// </remarks>
public sealed record JurisdictionResource
{
    private readonly InspectionSubject _subject;
    private readonly FindingId? _finding;
    private readonly RectificationId? _rectification;

    private JurisdictionResource(string district, InspectionSubject subject, FindingId? finding, RectificationId? rectification)
    {
        ArgumentNullException.ThrowIfNull(district);
        (District, _subject, _finding, _rectification) = (district, subject, finding, rectification);
    }

    /// <summary>The key of the district in the store.</summary>
    public string District { get; }

    /// <summary>A business.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="business">The business.</param>
    /// <exception cref="ArgumentException">There is no id.</exception>
    public static JurisdictionResource OfBusiness(string district, BusinessId business) => new(district, InspectionSubject.OfBusiness(business), null, null);

    /// <summary>An area.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="area">The area.</param>
    /// <exception cref="ArgumentException">There is no code.</exception>
    public static JurisdictionResource OfArea(string district, AreaCode area) => new(district, InspectionSubject.OfArea(area), null, null);

    /// <summary>A finding.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="finding">The finding.</param>
    public static JurisdictionResource OfFinding(string district, FindingId finding) => new(district, default, finding, null);

    /// <summary>A rectification.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="rectification">The rectification.</param>
    public static JurisdictionResource OfRectification(string district, RectificationId rectification) => new(district, default, null, rectification);

    /// <summary>What a route value names; null when it names nothing.</summary>
    internal static JurisdictionResource? Find(string? district, JurisdictionOver over, string? value)
    {
        if (district is null || value is null)
        {
            return null;
        }

        return over switch
        {
            JurisdictionOver.Business => BusinessId.TryParse(value, null, out var business) ? OfBusiness(district, business) : null,
            JurisdictionOver.Area => AreaCode.TryParse(value, out var area) && !area.IsNone ? OfArea(district, area) : null,
            JurisdictionOver.Finding => FindingId.TryParse(value, null, out var finding) ? OfFinding(district, finding) : null,
            JurisdictionOver.Rectification => RectificationId.TryParse(value, null, out var rectification) ? OfRectification(district, rectification) : null,
        };
    }

    /// <summary>Whether a cadre may; false of what there is not.</summary>
    internal bool IsAllowed(District district, CadreId cadre, JurisdictionAccess access, LocalDate on)
    {
        if (SubjectIn(district) is not { IsNone: false } subject || !district.Chains.IsInService(cadre))
        {
            return false;
        }

        var jurisdiction = new Jurisdiction(district.Businesses.Register, district.Chains.Roster, district.Delegations, district.Chains.History);
        var answer = subject.Kind switch
        {
            InspectionSubjectKind.Business => !district.Businesses.Register.Contains(subject.Business) ? null : jurisdiction.OverBusiness(cadre, subject.Business, on),
            InspectionSubjectKind.Area => district.Businesses.Register.Areas.Find(subject.Area) is null ? null : jurisdiction.OverArea(cadre, subject.Area, on),
            InspectionSubjectKind.Cadre => null,
        };
        return answer is not null && access switch
        {
            JurisdictionAccess.See => answer.MaySee,
            JurisdictionAccess.Act => answer.MayAct,
        };
    }

    private InspectionSubject SubjectIn(District district)
    {
        var finding = _finding;
        if (_rectification is { } id)
        {
            if (district.Rectifications.Find(id) is not { } rectification)
            {
                return default;
            }

            if (rectification.Business is { IsNone: false } business)
            {
                return InspectionSubject.OfBusiness(business);
            }

            finding = rectification.Finding;
        }

        return finding is { } found ? district.Findings.Find(found)?.Subject ?? default : _subject;
    }
}

/// <summary>That the cadre who is signed in may see something, or act on it, today (管辖要求).</summary>
/// <remarks>
/// <para>The cadre is the <see cref="FoodSafetyOptions.CadreClaim"/> of an authenticated identity. Denied is who has none or two different ones, who is not in service, and whoever
/// asks for what there is not. Today is the date of the clock in the zone of the calendar; a delegation counts as the district holds it when asked.</para>
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

/// <summary>Over what an endpoint asks for jurisdiction.</summary>
internal sealed record JurisdictionMetadata(JurisdictionOver Over, string Value, string District);

/// <summary>Endpoints that only the cadres may ask in whose jurisdiction something lies (管辖授权).</summary>
public static class JurisdictionEndpoints
{
    /// <summary>Lets an endpoint be asked only by a cadre who may see, or act on, what its route names.</summary>
    /// <remarks>
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
        var route = new JurisdictionMetadata(over, value ?? over.Code(), district);
        builder.RequireAuthorization(policy => policy.AddRequirements(new JurisdictionRequirement(access) { Route = route }));
        return builder.WithMetadata(route);
    }
}

/// <summary>Asks the district.</summary>
internal sealed class JurisdictionHandler(DistrictStore store, IClock clock, IOptions<FoodSafetyOptions> options) : AuthorizationHandler<JurisdictionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, JurisdictionRequirement requirement)
    {
        string[] claims = [.. context.User.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.FindAll(options.Value.CadreClaim)).Select(claim => claim.Value).Distinct()];
        if (claims is not [var claim] || !CadreId.TryParse(claim, null, out var cadre) || ResourceOf(context.Resource, requirement) is not { } resource)
        {
            return;
        }

        var today = clock.GetCurrentInstant().InZone(options.Value.Settings.Calendar.Zone).Date;
        var aborted = (context.Resource as HttpContext)?.RequestAborted ?? CancellationToken.None;
        if (await store.ReadAsync(resource.District, district => resource.IsAllowed(district, cadre, requirement.Access, today), aborted))
        {
            context.Succeed(requirement);
        }
    }

    private static JurisdictionResource? ResourceOf(object? resource, JurisdictionRequirement requirement) => resource switch
    {
        JurisdictionResource given => given,
        HttpContext http when requirement.Route is { } route =>
            JurisdictionResource.Find(http.GetRouteValue(route.District)?.ToString(), route.Over, http.GetRouteValue(route.Value)?.ToString()),
        _ => null,
    };
}
