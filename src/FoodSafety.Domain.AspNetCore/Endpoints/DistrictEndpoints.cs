using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Acts that are sent to a district (报送事项): what was done, on which day, by whom.</summary>
/// <param name="Acts">The acts, as journals have them: each an object with its <c>kind</c>.</param>
/// <param name="On">The day on which they were done; null for that on which they are recorded.</param>
/// <param name="By">
/// The key of who did them; null for who sends them: the cadre who is signed in, or the subject of whoever is (<c>sub</c>). Who sends what another did is kept beside him as
/// <see cref="Stamp.EnteredBy"/>; jurisdiction is asked of who sends.
/// </param>
/// <param name="Time">The time of day; null where only the day is known.</param>
/// <param name="Seen">The version of the district that was looked at; null when nobody asks whether something changed since.</param>
public sealed record PostedActs(ItemList<Act> Acts, LocalDate? On = null, string? By = null, LocalTime? Time = null, long? Seen = null);

/// <summary>A business as it stands on a day (主体现状).</summary>
/// <param name="Business">The business with its facts.</param>
/// <param name="Tier">Its tier that stands.</param>
/// <param name="Day">The day.</param>
/// <param name="Version">The number of the last entry that is known: what <see cref="PostedActs.Seen"/> takes.</param>
public sealed record BusinessAnswer(Business Business, GradeDecision<Tier> Tier, LocalDate Day, long Version);

/// <summary>Endpoints for districts, ready to be mapped (辖区接口).</summary>
public static class DistrictEndpoints
{
    /// <summary>Maps what every platform has: acts to be sent, a business, why it has its tier, scorecards, the tables that offices hand in, and what falls due.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term><c>POST /{district}/acts</c></term><description><see cref="PostedActs"/> with an <c>Idempotency-Key</c>; answers what followed, sent again the same, then with the header <c>Idempotent-Replayed: true</c>. Asks to act on what each act touches.</description></item>
    /// <item><term><c>GET /{district}/businesses/{business}?on=</c></term><description>A <see cref="BusinessAnswer"/>. Asks to see the business.</description></item>
    /// <item><term><c>GET /{district}/businesses/{business}/why?on=</c></term><description>Why it has its tier. Asks to see the business.</description></item>
    /// <item><term><c>GET /{district}/scorecards/{area}?on=</c></term><description>A <see cref="ScorecardResult"/>. Asks to see the area.</description></item>
    /// <item><term><c>GET /{district}/tables/{area}?on=&amp;cadence=&amp;level=</c></term><description>A <see cref="StatisticalTableResult"/> over the day, week, month (unless stated), quarter, half-year or year of the day,
    /// with rows of the areas directly inside unless a level below is stated. Asks to see the area.</description></item>
    /// <item><term><c>GET /{district}/due?until=</c></term><description>What turns up to a day, thirty days ahead unless stated. Asks to see the whole district.</description></item>
    /// </list>
    /// <para>The key of a district is the code of its area. Nobody is let in who has no jurisdiction but the office of the district, which alone can begin one:
    /// <see cref="FoodSafetyOptions.OfficePolicy"/>. A platform that opens an endpoint to everybody says so by <c>AllowAnonymous()</c> on the group, and then <see cref="PostedActs.By"/> must be stated.</para>
    /// <para>What an act touches: a business, of acts about it, its inspections, findings, rectifications, recalls, staff, records and cases; an area, of businesses that open there or move there,
    /// incidents, warnings and reports; the cadre himself, of his commitments and delegations; and the district as a whole, of rules, areas, cadres and posts, grades that are set or told by hand,
    /// and decisions on appeals. An act that touches several things is done by who may act on all of them. Acts are asked for one by one, each on the district after those before it; when one is refused
    /// nothing is done, and the answer, 403, names every one that is by its place.</para>
    /// </remarks>
    /// <param name="app">Where to.</param>
    /// <param name="prefix">Where in the address space.</param>
    /// <returns>The group of the endpoints, for what is to hold of all of them.</returns>
    /// <exception cref="FoodSafetyStartException">Nobody called <see cref="FoodSafetyServices.AddFoodSafety(Microsoft.Extensions.DependencyInjection.IServiceCollection, Action{FoodSafetyOptions})"/>.</exception>
    public static RouteGroupBuilder MapFoodSafety(this IEndpointRouteBuilder app, [StringSyntax("Route")] string prefix = "/districts")
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.ServiceProvider.GetService<DistrictStore>() is null)
        {
            throw new FoodSafetyStartException([("未注册平台：须先调用 services.AddFoodSafety(...)。", "No platform is registered: call services.AddFoodSafety(...) before MapFoodSafety.")]);
        }

        // Whoever signs in by a cookie is told that he has to, and not sent to a page.
        var group = app.MapGroup(prefix).WithTags("Districts").DisableCookieRedirect();
        group.MapPost("/{district}/acts", ActAsync).RequireJurisdictionOverActs("district");
        group.MapGet("/{district}/businesses/{business}", FindBusinessAsync).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business);
        group.MapGet("/{district}/businesses/{business}/why", ExplainAsync).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Business);
        group.MapGet("/{district}/scorecards/{area}", ScoreAsync).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Area);
        group.MapGet("/{district}/tables/{area}", TabulateAsync).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Area);
        group.MapGet("/{district}/due", FindDueAsync).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.District);
        return group;
    }

    private static async Task<ActResult> ActAsync(
        AreaCode district, PostedActs posted, IdempotencyKey key, HttpContext context, JurisdictionActs sent, IOptions<FoodSafetyOptions> options, CancellationToken cancellation)
    {
        var (code, zone, sender) = (KeyOf(district), options.Value.Settings.Calendar.Zone, SignedIn.Of(context.User, options.Value));
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var asked = isOpen ? null : await sent.WhoIsAskedAsync(context.User, code);
        var by = posted.By ?? sender.Key ?? throw new FieldFormatException(("须写明“by”：办理人。", "State 'by': who did it."));
        await sent.RefuseStrangerAsync(asked, code, posted.Acts, cancellation);
        var result = await sent.ActAsync(asked, code, key, (_, now) => new UnitOfActs(
            new Stamp(by, posted.On ?? now.InZone(zone).Date, now) { EnteredBy = sender.Key == by ? null : sender.Key, Time = posted.Time, Seen = posted.Seen }, posted.Acts), cancellation);
        if (result.IsRepeated)
        {
            context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        return result;
    }

    private static async Task<BusinessAnswer> FindBusinessAsync(
        AreaCode district, BusinessId business, IsoDate? on, DistrictStore store, IClock clock, IOptions<FoodSafetyOptions> options, CancellationToken cancellation)
    {
        var day = await store.DayOfAsync(district, DayOf(on, clock, options), cancellation);
        var row = day.Register.RowOf(business);
        return new(day.Register.At(row), day.Standing[row], day.Day, day.Version);
    }

    private static async Task<Results<Ok<Explanation<Tier>>, ProblemHttpResult>> ExplainAsync(
        AreaCode district, BusinessId business, IsoDate? on, DistrictStore store, IClock clock, IOptions<FoodSafetyOptions> options, HttpContext context, CancellationToken cancellation)
    {
        var day = await store.DayOfAsync(district, DayOf(on, clock, options), cancellation);
        if (day.GradingOf<Tier>().Policy is null)
        {
            var problem = new Problem(StatusCodes.Status409Conflict, "no-policy", Problem.RefusedTitle, ($"{day.Day:uuuu-MM-dd} 没有生效的包保分级标准。", $"On {day.Day:uuuu-MM-dd} no policy of tiers was in force."));
            var language = context.FindLanguage();
            context.AnswerIn(language);
            return TypedResults.Problem(problem.In(language));
        }

        return TypedResults.Ok(day.Explain(business));
    }

    private static async Task<ScorecardResult> ScoreAsync(
        AreaCode district, AreaCode area, IsoDate? on, DistrictStore store, IClock clock, IOptions<FoodSafetyOptions> options, CancellationToken cancellation) =>
        Results.Extensions.Scorecard(await store.DayOfAsync(district, DayOf(on, clock, options), cancellation), area);

    private static async Task<StatisticalTableResult> TabulateAsync(
        AreaCode district, AreaCode area, IsoDate? on, Cadence? cadence, EnumCode<AreaLevel>? level, DistrictStore store, IClock clock, IOptions<FoodSafetyOptions> options, CancellationToken cancellation)
    {
        if ((cadence ?? Cadence.Month) is not CalendarCadence counted)
        {
            throw new FieldFormatException((
                $"“cadence”：{cadence!.Name.Chinese}不是统计期。可用：{Codes("、")}。", $"'cadence': '{cadence.Code}' is no period of a table. Allowed: {Codes(", ")}."));
        }

        var day = await store.DayOfAsync(district, DayOf(on, clock, options), cancellation);
        var place = day.Register.Areas[area];
        return level is { } rows && rows.Value <= place.Level
            ? throw new FieldFormatException((
                $"“level”：{rows.Value.Name().Chinese}不在{place.Name}之下。可用：{place.Level.Name().Chinese}以下的层级。", $"'level': {rows} is not below {place.Name}. Allowed: a level below {place.Level.Code()}."))
            : Results.Extensions.StatisticalTable(StatisticalTable.Of(day, area, counted, level: level?.Value));

        static string Codes(string between) => string.Join(between, Cadence.All.OfType<CalendarCadence>().Select(one => one.Code));
    }

    private static async Task<Turn[]> FindDueAsync(
        AreaCode district, IsoDate? until, DistrictStore store, IClock clock, IOptions<FoodSafetyOptions> options, CancellationToken cancellation)
    {
        var last = until?.Value ?? DayOf(null, clock, options).PlusDays(30);
        return await store.ReadAsync<Turn[]>(KeyOf(district), current => current.Version == 0 ? throw new DistrictNotFoundException(district) : [.. current.DueUpTo(last)], cancellation);
    }

    /// <summary>A day of a district that there is.</summary>
    private static async Task<DistrictDay> DayOfAsync(this DistrictStore store, AreaCode district, LocalDate day, CancellationToken cancellation) =>
        await store.DayAsync(KeyOf(district), day, cancellation) is { Version: > 0 } found ? found : throw new DistrictNotFoundException(district);

    private static string KeyOf(AreaCode district) => district.ToShortString();

    private static LocalDate DayOf(IsoDate? on, IClock clock, IOptions<FoodSafetyOptions> options) => on?.Value ?? clock.GetCurrentInstant().InZone(options.Value.Settings.Calendar.Zone).Date;
}

/// <summary>Nothing was ever done in a district that was asked for (辖区不存在).</summary>
[JsonConverter(typeof(ValueTypes.RefusingJsonConverter))]
public sealed class DistrictNotFoundException : KeyNotFoundException, IBilingualError
{
    internal DistrictNotFoundException(AreaCode code)
        : base(TextOf(code).English) => Code = code;

    /// <summary>The code that was asked for.</summary>
    public AreaCode Code { get; }

    /// <inheritdoc/>
    public BilingualText Text => TextOf(Code);

    private static BilingualText TextOf(AreaCode code) => ($"没有辖区 {code.ToShortString()}。", $"There is no district {code.ToShortString()}.");
}
