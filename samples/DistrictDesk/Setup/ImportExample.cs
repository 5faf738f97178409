using System.Text;
using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.EntityFrameworkCore;
using GeneratedDistrict.Register;

namespace DistrictDesk.Setup;

/// <summary>A ledger of businesses as platforms export it, to try the import with.</summary>
public static class ImportExample
{
    public static IEndpointRouteBuilder MapImportExample(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{district}/import-example", async (string district, DistrictStore store, CancellationToken ct) =>
        {
            var text = await store.ReadAsync(district, current =>
            {
                using var written = new StringWriter();
                PlatformExport.Write(written, current.Businesses.Register);
                return written.ToString();
            }, ct);
            return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv", "export.csv");
        }).RequireJurisdiction(JurisdictionAccess.Act, JurisdictionOver.District);
        return app;
    }
}
