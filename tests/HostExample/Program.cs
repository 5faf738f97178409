using System.Security.Claims;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// A platform for districts: a data base, a way to sign in, an address for everything that is done, and one of its own.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddCookie();
builder.Services.AddAuthorizationBuilder().AddPolicy("office", policy => policy.RequireClaim("office"));
builder.Services.AddFoodSafety(o =>
{
    o.UseDatabase(db => db.UseSqlite("Data Source=districts.db"));
    o.MigratesAtStart = true;
    o.OfficePolicy = "office";
});
builder.Services.AddOpenApi(o => o.AddFoodSafety());
builder.Services.AddHealthChecks().AddFoodSafety();

var app = builder.Build();
app.UseExceptionHandler().UseStatusCodePages();
app.MapOpenApi();
app.MapHealthChecks("/healthz");
app.MapFoodSafety("/districts");

// Who signs in how is the platform's affair. Here whoever has the key of the settings is the office, which alone begins a district; a cadre has the claim "cadre".
app.MapPost("/sign-in", ([FromHeader(Name = "X-Key")] string key, IConfiguration settings) => key == settings["OfficeKey"]
    ? Results.SignIn(new ClaimsPrincipal(new ClaimsIdentity([new("office", "all"), new("sub", "office")], "key"))) : Results.Unauthorized());
app.MapPost("/districts/{district}/names/{business}", (string district, BusinessId business, string name, IsoDate on, IdempotencyKey key, DistrictStore store, CancellationToken ct) =>
    store.ActAsync(district, key, (_, now) => new UnitOfActs(new Stamp("office", on, now), new BusinessRenamed(business, name)), ct))
    .RequireJurisdiction(JurisdictionAccess.Act, JurisdictionOver.Business);
app.Run();
