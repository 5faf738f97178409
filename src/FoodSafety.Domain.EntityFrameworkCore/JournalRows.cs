using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>A district of the store (辖区): where its journal ends. Whoever writes holds this row for as long as he writes.</summary>
public sealed class DistrictRow
{
    /// <summary>The key of the district in the store: the code of its area, or any other key of the platform's.</summary>
    public required string Code { get; init; }

    /// <summary>The number of the last entry; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>How often entries that were kept already were written anew: by the erasure of a person, and by nothing else. Whoever has the district in memory opens it again when it rises.</summary>
    public long Revision { get; init; }
}

/// <summary>An entry of the journal of a district (台账条目). Rows are appended and stay as they are; <see cref="Json"/> alone is the record, the rest is for finding it.</summary>
public sealed class EntryRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The number of the entry in the district, from 1 without a gap.</summary>
    public long Number { get; init; }

    /// <summary>The key of who did it.</summary>
    public required string By { get; init; }

    /// <summary>The key of who typed it; null for the doer himself.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>The day on which it was done.</summary>
    public LocalDate On { get; init; }

    /// <summary>When it was recorded, down to the microsecond; a column of any data base holds that. The entry of a district that was taken over may be finer.</summary>
    public Instant RecordedAt { get; init; }

    /// <summary>The id of the request that it answers; null for what was restored from a file.</summary>
    public string? Request { get; init; }

    /// <summary>The fingerprint of what the request asked; null where whoever asked said none.</summary>
    public string? Content { get; init; }

    /// <summary>The entry as the core writes it, byte for byte.</summary>
    public required string Json { get; init; }
}

/// <summary>One act of an entry, by what it is and what it is about (办理事项): what happened to a thing is found by this.</summary>
public sealed class ActRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The number of the entry.</summary>
    public long Entry { get; init; }

    /// <summary>The place of the act in its entry, from 0.</summary>
    public int Place { get; init; }

    /// <summary>The stable word for the kind of act.</summary>
    public required string Kind { get; init; }

    /// <summary>What sort of thing it is about; null when it is about many things or the district as a whole.</summary>
    public string? ThingKind { get; init; }

    /// <summary>Which one; empty where there is only one of the sort, and null when it is about no single thing.</summary>
    public string? ThingId { get; init; }
}

/// <summary>A business that an act is about, directly or by the thing that it is about (事项涉及主体): an order of rectification concerns the business that has to rectify.</summary>
/// <remarks>
/// Left out is what is said of very many businesses at once, which is one act on the district and no event of each: the daily records of self-control that were kept or
/// withdrawn (<c>records-kept</c>, <c>records-withdrawn</c>), the facts that the district derives (<c>facts-derived</c>), and the list of a round (<c>round-opened</c>). All of
/// them stand in the journal, and the district that is opened from it answers about each business.
/// </remarks>
public sealed class ActBusinessRow
{
    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The business.</summary>
    public required string Business { get; init; }

    /// <summary>The number of the entry.</summary>
    public long Entry { get; init; }

    /// <summary>The place of the act in its entry, from 0.</summary>
    public int Place { get; init; }
}

/// <summary>Questions on the journal that any context with the tables answers (台账查询). What they give is composed further, and runs in the data base.</summary>
public static class JournalQueries
{
    /// <summary>The entries of a district.</summary>
    /// <param name="context">A context with the tables.</param>
    /// <param name="district">The district.</param>
    public static IQueryable<EntryRow> EntriesOf(this DbContext context, string district)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Set<EntryRow>().AsNoTracking().Where(entry => entry.District == district);
    }

    /// <summary>All that a person did or typed.</summary>
    /// <param name="context">A context with the tables.</param>
    /// <param name="district">The district.</param>
    /// <param name="person">The key of the person.</param>
    public static IQueryable<EntryRow> EntriesBy(this DbContext context, string district, string person) =>
        context.EntriesOf(district).Where(entry => entry.By == person || entry.EnteredBy == person);

    /// <summary>The acts of a district.</summary>
    /// <param name="context">A context with the tables.</param>
    /// <param name="district">The district.</param>
    public static IQueryable<ActRow> ActsOf(this DbContext context, string district)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Set<ActRow>().AsNoTracking().Where(act => act.District == district);
    }

    /// <summary>All that was done with a thing: the steps of a rectification, the visits of a plan.</summary>
    /// <param name="context">A context with the tables.</param>
    /// <param name="district">The district.</param>
    /// <param name="thing">The thing.</param>
    public static IQueryable<ActRow> ActsOn(this DbContext context, string district, Thing thing) =>
        context.ActsOf(district).Where(act => act.ThingKind == thing.Kind && act.ThingId == thing.Id);

    /// <summary>All that happened to a business, with what <see cref="ActBusinessRow"/> leaves out left out.</summary>
    /// <param name="context">A context with the tables.</param>
    /// <param name="district">The district.</param>
    /// <param name="business">The business.</param>
    public static IQueryable<ActRow> ActsConcerning(this DbContext context, string district, BusinessId business)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = business.Value;
        return context.ActsOf(district).Where(act => context.Set<ActBusinessRow>().Any(
            about => about.District == district && about.Business == id && about.Entry == act.Entry && about.Place == act.Place));
    }
}
