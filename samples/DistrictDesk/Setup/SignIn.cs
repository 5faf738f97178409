using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DistrictDesk.Setup;

/// <summary>Who signs in how: in development by picking a person, in production by OpenID Connect (section <c>OpenIdConnect</c>).</summary>
/// <remarks>
/// Whoever is signed in has the claims <c>sub</c> and <c>name</c>, and one of <c>cadre</c> (the key of a cadre), <c>station</c> (the key of a market station as it is linked to its town) and
/// <c>office</c> (the code of the district for which the office acts). An identity provider is told to send these.
/// </remarks>
public static class SignIn
{
    /// <summary>The name of the policy that says who acts for the office of the district.</summary>
    public const string Office = "office";

    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration settings, IHostEnvironment host, DeskOptions desk)
    {
        var provider = settings.GetSection("OpenIdConnect");
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            (options.Cookie.Name, options.Cookie.HttpOnly, options.Cookie.SameSite) = ("desk-user", true, SameSiteMode.Lax);
            options.Cookie.SecurePolicy = host.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.LoginPath = "/signin";
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            // Who may not is told so in place, and not sent away.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        if (provider.Exists())
        {
            authentication.AddOpenIdConnect(options =>
            {
                provider.Bind(options);
                (options.ResponseType, options.MapInboundClaims, options.SaveTokens) = ("code", false, false);
                (options.TokenValidationParameters.NameClaimType, options.GetClaimsFromUserInfoEndpoint) = ("name", true);
                foreach (var claim in (string[])["cadre", "station", Office])
                {
                    options.ClaimActions.MapJsonKey(claim, claim);
                }
            });
        }

        services.AddSingleton(new SignInWays(ByPicking: host.IsDevelopment() && !provider.Exists(), ByOpenIdConnect: provider.Exists()));
        services.AddAuthorizationBuilder()
            .AddPolicy(Office, policy => policy.RequireClaim(Office, desk.District))
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    public static IEndpointRouteBuilder MapSignOut(this IEndpointRouteBuilder app)
    {
        // A form with no field: the token alone says that it came from a page of the desk.
        app.MapPost("/signout", async (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? back) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect(LocalAddress.Of(back));
        });
        // What a form that waited needs when it is sent: a token of now, and whose desk it is.
        app.MapGet("/token", (HttpContext context, IAntiforgery forms, People.DeskUser me) =>
        {
            var tokens = forms.GetAndStoreTokens(context);
            context.Response.Headers.CacheControl = "no-store";
            return new { Field = tokens.FormFieldName, Token = tokens.RequestToken, User = me.Key };
        });
        if (app.ServiceProvider.GetRequiredService<SignInWays>().ByOpenIdConnect)
        {
            app.MapGet("/signin/openid", (string? back) => Results.Challenge(new() { RedirectUri = LocalAddress.Of(back) }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
        }

        return app;
    }

    /// <summary>The identity of a person who was picked.</summary>
    public static ClaimsPrincipal Picked(People.DeskPerson person) => new(new ClaimsIdentity(
        [new("sub", person.Key), new("name", person.Name), new(person.Claim, person.Value)], CookieAuthenticationDefaults.AuthenticationScheme, "name", roleType: null));
}

/// <summary>The ways to sign in that there are.</summary>
public sealed record SignInWays(bool ByPicking, bool ByOpenIdConnect);
