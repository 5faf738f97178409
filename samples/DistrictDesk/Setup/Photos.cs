using DistrictDesk.Layout;
using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Inspections;

namespace DistrictDesk.Setup;

/// <summary>The photos of an inspection, for whoever may see it; the journal knows them by their hashes alone.</summary>
public static class Photos
{
    public static IEndpointRouteBuilder MapPhotos(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{district}/inspections/{inspection}/photos/{file}", async (string district, InspectionId inspection, string file, FileShelf shelf, DistrictStore store, CancellationToken ct) =>
        {
            var isItsOwn = await store.ReadAsync(district, current => current.Inspections.Find(inspection)?.Result is { } result && result.Answers.Any(answer => answer.Evidence.Any(evidence => evidence.Key == file)), ct);
            return isItsOwn && shelf.Find("photo", file) is { } path ? Results.File(path, TypeOf(file)) : Results.NotFound();
        }).RequireJurisdiction(JurisdictionAccess.See, JurisdictionOver.Inspection);
        return app;
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".png" => "image/png",
        ".webp" => "image/webp",
        _ => "image/jpeg",
    };
}
