using FoodSafety.Domain.Acts;
using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

// A platform for districts: a data base, an address for everything that is done, and one of its own.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddFoodSafety(o => o.UseDatabase(db => db.UseSqlite("Data Source=districts.db")).MigratesAtStart = true);
builder.Services.AddOpenApi(o => o.AddFoodSafety());
builder.Services.AddHealthChecks().AddFoodSafety();

var app = builder.Build();
app.UseExceptionHandler();
app.MapOpenApi();
app.MapHealthChecks("/healthz");
app.MapFoodSafety("/districts").AllowAnonymous(); // Who may is not asked here; a platform signs its cadres in.
app.MapPost("/names/{business}", (BusinessId business, string name, IsoDate on, IdempotencyKey key, DistrictStore store, CancellationToken ct) =>
    store.ActAsync("510115", key, (_, now) => new UnitOfActs(new Stamp("office", on, now), new BusinessRenamed(business, name)), ct));
app.Run();
