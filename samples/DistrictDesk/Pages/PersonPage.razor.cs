using FoodSafety.Domain.EntityFrameworkCore;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace DistrictDesk.Pages;

/// <summary>All that a person did, by the journal.</summary>
public partial class PersonPage
{
    private const int Most = 100;

    private (EntryRow Entry, string[] Kinds)[] _entries = [];

    [Parameter]
    public string Person { get; set; } = "";

    [Inject]
    public required IDbContextFactory<FoodSafetyContext> Contexts { get; init; }

    protected override async Task LoadAsync()
    {
        await using var context = await Contexts.CreateDbContextAsync(Ct);
        var entries = await context.EntriesBy(District, Person).OrderByDescending(entry => entry.Number).Take(Most).AsNoTracking().ToListAsync(Ct);
        var numbers = entries.ConvertAll(entry => entry.Number);
        var kinds = (await context.ActsOf(District).Where(act => numbers.Contains(act.Entry)).Select(act => new { act.Entry, act.Kind }).ToListAsync(Ct)).ToLookup(act => act.Entry, act => act.Kind);
        _entries = [.. entries.Select(entry => (entry, (string[])[.. kinds[entry.Number]]))];
    }
}
