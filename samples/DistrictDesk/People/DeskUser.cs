using System.Security.Claims;
using DistrictDesk.Setup;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace DistrictDesk.People;

/// <summary>Who works at the desk in a request, in which language and on which day.</summary>
public sealed class DeskUser(IHttpContextAccessor http, IClock clock, DeskOptions desk)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Pages are rendered in requests alone.");

    public ClaimsPrincipal User => Context.User;

    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>By what the journal knows him.</summary>
    public string Key => User.FindFirstValue("sub") ?? throw new InvalidOperationException("Nobody is signed in.");

    public string Name => User.FindFirstValue("name") ?? Key;

    public CadreId? Cadre => User.FindFirstValue("cadre") is { } cadre ? new CadreId(cadre) : null;

    public string? Station => User.FindFirstValue("station");

    public bool IsOffice => User.HasClaim(SignIn.Office, desk.District);

    public Language Language => Context.FindLanguage();

    public LocalDate Today => ChinaTime.DateOf(clock.GetCurrentInstant());

    public string District => desk.District;

    /// <summary>The ground where his work begins: the highest area of a cadre's posts, the town of a station, the district for its office.</summary>
    public AreaCode HomeIn(FoodSafety.Domain.District district)
    {
        var whole = AreaCode.Parse(desk.District);
        return Station is { } station ? district.Grids.Stations?.FindTown(station) ?? whole
            : Cadre is { } cadre ? district.Chains.Roster.PostsOf(cadre).Where(post => post.Term.Contains(Today)).Select(post => post.Area).OrderBy(area => area.Level).FirstOrDefault(whole) is var home && home.Level < AreaLevel.District ? whole : home
            : whole;
    }
}
