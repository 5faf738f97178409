using System.Collections.Frozen;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Responsibility;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DistrictDesk.People;

/// <summary>The directory of persons, read anew from time to time: who was erased from it is shown by the key alone.</summary>
public sealed class PersonNames(IDbContextFactory<FoodSafetyContext> contexts, IClock clock)
{
    private static readonly Duration Kept = Duration.FromSeconds(30);

    private volatile Read? _read;

    public async ValueTask<Names> GetAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        if (_read is { } read && now - read.At < Kept)
        {
            return read.Names;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var names = new Names((await context.Persons.AsNoTracking().Select(person => new { person.Key, person.Name }).ToListAsync(cancellation)).ToFrozenDictionary(person => person.Key, person => person.Name));
        _read = new(now, names);
        return names;
    }

    public void Forget() => _read = null;

    private sealed record Read(Instant At, Names Names);
}

/// <summary>Names by keys; a key of which nobody knows the name is shown as it is.</summary>
public sealed class Names(FrozenDictionary<string, string> names)
{
    public static readonly Names None = new(FrozenDictionary<string, string>.Empty);

    public string Of(string key) => names.GetValueOrDefault(key, key);

    public string Of(CadreId cadre) => cadre.IsNone ? "—" : Of(cadre.Value);
}
