using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>Whether the journal of a district is all there (完整性核验): what is kept, counted by day of record, and what is wrong with it.</summary>
/// <param name="District">The district.</param>
/// <param name="Version">Where the journal ends, as the row of the district says.</param>
/// <param name="Days">What was recorded on each day, in their order; days on which nothing was are left out.</param>
/// <param name="Faults">What is wrong, in the order of the entries; none where nothing is.</param>
public sealed record JournalCheck(string District, long Version, ItemList<DayCount> Days, ItemList<JournalFault> Faults)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Faults.IsEmpty;

    /// <summary>The result, for whoever has to answer for it.</summary>
    public BilingualText Text
    {
        get
        {
            var (entries, acts) = (Days.Sum(day => (long)day.Entries), Days.Sum(day => (long)day.Acts));
            return IsWhole
                ? ($"辖区 {District}：条目 1 至 {Version} 完整，共 {acts} 项。", $"District {District}: entries 1 to {Version} are all there, {acts} acts.")
                : ($"辖区 {District}：应有条目 {Version}，读到 {entries}，问题 {Faults.Length} 处：{string.Join('；', Faults.Select(fault => fault.Text.Chinese))}。",
                   $"District {District}: {Version} entries expected, {entries} read, {Faults.Length} faults: {string.Join("; ", Faults.Select(fault => fault.Text.English))}.");
        }
    }
}

/// <summary>What was recorded on a day (按日计数).</summary>
/// <param name="Day">The day of record, in the zone of the district.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Acts">How many acts stand in them.</param>
public sealed record DayCount(LocalDate Day, int Entries, int Acts);

/// <summary>Something that is wrong with a journal (台账缺陷).</summary>
/// <param name="Code">
/// A stable word: <c>missing</c>, <c>beyond-the-head</c>, <c>unreadable</c>, <c>recorded-before-the-last</c>, <c>columns-differ</c>, <c>acts-differ</c>, <c>businesses-differ</c>,
/// <c>not-redone</c>.
/// </param>
/// <param name="Entry">The number of the entry.</param>
/// <param name="Text">What is wrong.</param>
public sealed record JournalFault(string Code, long Entry, BilingualText Text);
