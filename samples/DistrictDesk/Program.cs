using DistrictDesk.Founding;
using DistrictDesk.Layout;
using DistrictDesk.Setup;
using FoodSafety.Domain.AspNetCore;

// A desk at which the people of a district work: where it is kept, who signs in, and its pages. What they may see and do, and what follows, says the library.
var builder = WebApplication.CreateBuilder([.. args.Where(arg => arg != DeskOptions.EmptyFlag)]);
var desk = DeskOptions.Of(builder.Configuration, builder.Environment, args);
builder.Services.AddDesk(desk);
builder.Services.AddFoodSafety(o =>
{
    o.UseDatabase(desk.UseDatabase);
    o.MigratesAtStart = true;
    o.OfficePolicy = SignIn.Office;
    o.Store = desk.Store;
});
builder.Services.AddSignIn(builder.Configuration, builder.Environment, desk);
builder.Services.AddPages();
builder.Services.AddHealthChecks().AddFoodSafety();

var app = builder.Build();
app.UseSafeHeaders();
app.UseChosenLanguage();
app.UseExceptionHandler("/problem/500", createScopeForErrors: true).UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
app.UseProblemsAsPages();
app.UseProgressOfFounding();
app.UseRouting();
app.UseAuthentication().UseAuthorization().UseAntiforgery();

app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/healthz").AllowAnonymous();
app.MapProgressOfFounding().MapSignOut().MapLanguages().MapImportExample().MapPhotos();
app.MapFoodSafety("/districts");
app.MapRazorComponents<Root>();
app.Run();
