using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DistrictDesk.Pages;

public partial class ScorecardPage
{
    [Inject]
    public required IDbContextFactory<FoodSafetyContext> Contexts { get; init; }

    /// <summary>The last entry that was recorded up to the end of a day: what was known then.</summary>
    private async Task<long> LastEntryAsync(LocalDate on)
    {
        var next = on.PlusDays(1).AtStartOfDayInZone(ChinaTime.Zone).ToInstant();
        await using var context = await Contexts.CreateDbContextAsync(Ct);
        return await context.EntriesOf(District).Where(entry => entry.RecordedAt < next).MaxAsync(entry => (long?)entry.Number, Ct) ?? 0;
    }
}
