using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A set of checklists with all their versions (清单库): the built-in ones, and those that a place adds. Immutable.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ChecklistFile.Write")]
public sealed class Checklists
{
    private Checklists(ImmutableArray<Timeline<Checklist>> timelines) => Timelines = timelines;

    /// <summary>No list.</summary>
    public static Checklists None { get; } = new([]);

    /// <summary>
    /// The built-in lists: the topics of Order 49 by sector (Arts. 15 to 20), the cadre's task list (任务清单) and one for oversight
    /// (督查清单).
    /// </summary>
    /// <remarks>
    /// The topics of Order 49 are official. Which of them are key items is not told there and is illustrative here; so are the
    /// items, though not the four heads, of the cadre's list, and those for oversight. For online platforms Order 49 names no
    /// list: the one for sales, which has a topic on online food, stands in.
    /// </remarks>
    public static Checklists BuiltIn { get; } = ChecklistFile.ReadAll(EmbeddedText.ReadAll("Inspections.Checklists", ".json"), None);

    /// <summary>The lists, in the order in which each last got a version.</summary>
    public ImmutableArray<Timeline<Checklist>> Timelines { get; }

    /// <summary>The same set with one more version, of a list that it has or of a new one.</summary>
    /// <param name="list">The version.</param>
    /// <exception cref="TimelineException">The set has this version, or one in force on the same day.</exception>
    public Checklists With(Checklist list)
    {
        ArgumentNullException.ThrowIfNull(list);
        // A list that gets a version goes last, or what a place brings up to date would stay behind what it added before.
        return new([.. Timelines.Where(timeline => IdOf(timeline) != list.Id), Checklist.TimelineOf([.. FindTimeline(list.Id)?.Versions ?? [], list])]);
    }

    /// <summary>The versions of a list, or null when the set has none.</summary>
    /// <param name="id">The key of the list.</param>
    public Timeline<Checklist>? FindTimeline(string id) => Timelines.FirstOrDefault(timeline => IdOf(timeline) == id);

    /// <summary>The versions of a list.</summary>
    /// <param name="id">The key of the list.</param>
    /// <exception cref="ArgumentException">The set has no such list.</exception>
    public Timeline<Checklist> Timeline(string id) => FindTimeline(id)
        ?? throw new ArgumentException($"There is no list '{id}'. Allowed: {string.Join(", ", Timelines.Select(IdOf))}.", nameof(id));

    /// <summary>One version of one list, or null when the set does not have it.</summary>
    /// <param name="id">The key of the list.</param>
    /// <param name="version">The version.</param>
    public Checklist? Find(string id, string version) => FindTimeline(id)?.Versions.FirstOrDefault(list => list.Version == version);

    /// <summary>One version of one list, or null when the set does not have it.</summary>
    /// <param name="name">Its name.</param>
    public Checklist? Find(ChecklistName name) => name.IsNone ? null : Find(name.Id, name.Version);

    /// <summary>One item of one version of a list, or null when the set does not have it.</summary>
    /// <param name="id">Its name with that of its list.</param>
    public ChecklistItem? FindItem(ChecklistItemId id) => id.IsNone ? null : Find(id.Checklist, id.Version)?.FindItem(id.Code) is { } item && item.Id == id ? item : null;

    /// <summary>The list by which a bureau inspects a type of business on a day (检查要点表).</summary>
    /// <param name="type">The type of business.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentException">No list serves it.</exception>
    public Checklist For(BusinessType type, LocalDate day) => For(InspectionKind.Routine, type, day);

    /// <summary>The list by which an inspection of a kind is made on a day; of several, the one added last.</summary>
    /// <param name="kind">The kind of inspection.</param>
    /// <param name="type">The type of business; the default for oversight, which is not of businesses.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentException">No list serves it.</exception>
    public Checklist For(InspectionKind kind, BusinessType type, LocalDate day) => FindFor(kind, type, day)
        ?? throw new ArgumentException($"No list serves this kind, {kind.Name().English}, of this type, {(type == 0 ? "none" : type.Name().English)}, on {day:uuuu-MM-dd}.", nameof(type));

    /// <summary>The list by which an inspection of a kind is made on a day, or null when none serves it.</summary>
    /// <param name="kind">The kind of inspection.</param>
    /// <param name="type">The type of business; the default for oversight, which is not of businesses.</param>
    /// <param name="day">The day.</param>
    public Checklist? FindFor(InspectionKind kind, BusinessType type, LocalDate day)
    {
        for (var i = Timelines.Length - 1; i >= 0; i--)
        {
            if (Timelines[i].FindAt(day) is { } list && list.Serves(kind, type))
            {
                return list;
            }
        }

        return null;
    }

    private static string IdOf(Timeline<Checklist> timeline) => timeline.Versions[0].Id;
}
