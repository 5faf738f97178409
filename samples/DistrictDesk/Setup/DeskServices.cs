using System.Text.Unicode;
using DistrictDesk.Founding;
using DistrictDesk.Layout;
using DistrictDesk.People;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using NodaTime;

namespace DistrictDesk.Setup;

/// <summary>What the desk itself registers.</summary>
public static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskOptions desk)
    {
        services.AddSingleton(desk);
#pragma warning disable RS0030 // The one place where the clock of the machine is given to those who ask for a clock.
        services.AddSingleton(new DeskClock(SystemClock.Instance, desk.Day));
#pragma warning restore RS0030
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<DeskClock>());
        services.AddSingleton<DistrictFounding>();
        services.AddHostedService(provider => provider.GetRequiredService<DistrictFounding>());
        services.AddSingleton<PersonNames>();
        services.AddSingleton<FileShelf>();
        services.AddSingleton<Proposals>();
        services.AddExceptionHandler<ProblemPages>();
        return services;
    }

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddScoped<DeskUser>();
        services.AddScoped<Sending>();
        // Chinese as it is, and not as numbers.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.HttpOnly, options.Cookie.SameSite) = ("desk-form", true, SameSiteMode.Strict));
        return services;
    }
}

/// <summary>What every answer says to browsers: nothing of others runs or is shown, and nobody frames the desk.</summary>
public static class SafeHeaders
{
    public const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "same-origin");
        return next(context);
    });
}

/// <summary>The language that somebody chose, kept in a cookie: it stands over that of the browser, for pages and for what the library answers.</summary>
public static class ChosenLanguage
{
    private const string Cookie = "desk-language";

    public static void UseChosenLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Cookies[Cookie] is "zh" or "en")
        {
            context.Request.Headers.AcceptLanguage = context.Request.Cookies[Cookie];
        }

        return next(context);
    });

    public static IEndpointRouteBuilder MapLanguages(this IEndpointRouteBuilder app)
    {
        app.MapPost("/language", (HttpContext context, [FromForm] string to, [FromForm] string? back) =>
        {
            context.Response.Cookies.Append(Cookie, to == "en" ? "en" : "zh", new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
            return Results.LocalRedirect(LocalAddress.Of(back));
        }).AllowAnonymous();
        return app;
    }

    public static string Code(this Language language) => language switch
    {
        Language.Chinese => "zh-CN",
        Language.English => "en",
    };
}

/// <summary>Addresses to which somebody is sent back: of this desk alone.</summary>
public static class LocalAddress
{
    public static string Of(string? address) => address is ['/', ..] and not ['/', '/' or '\\', ..] ? address : "/";
}
