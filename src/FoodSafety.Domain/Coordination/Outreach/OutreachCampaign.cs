using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A campaign that hands materials to businesses (宣传送达台账): the letter and the card to every business of tier B.</summary>
/// <remarks>
/// <para>Businesses are addressed by their rows in a register. Who became a target stays one, also when its tier changes.
/// Days never go backwards, so a past day's answer never changes.</para>
/// <para>It keeps the day of each delivery in a column, four bytes a target and material, however high the rows are. Not thread-safe while an act
/// is recorded.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class OutreachCampaign
{
    private readonly OutreachOpened _opened;
    private readonly List<OutreachEvent> _events;
    private readonly DeliveryDays _days;

    /// <summary>Opens a campaign without targets.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="materials">What is handed over: at least one material, each once.</param>
    /// <param name="by">Who opens it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, nobody acts, or there is no material or one twice.</exception>
    public OutreachCampaign(string code, BilingualText name, IEnumerable<OutreachMaterial> materials, string by, LocalDate on)
        : this(new OutreachOpened(code, name, materials, by, on))
    {
    }

    private OutreachCampaign(OutreachOpened opened)
    {
        _opened = opened;
        _events = [opened];
        _days = new DeliveryDays(opened.Materials.Length);
    }

    /// <summary>What files call it (编码).</summary>
    public string Code => _opened.Code;

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name => _opened.Name;

    /// <summary>What is handed over (宣传材料).</summary>
    public ImmutableArray<OutreachMaterial> Materials => _opened.Materials;

    /// <summary>The day of the last act.</summary>
    public LocalDate LastDay => _events[^1].On;

    /// <summary>Everything that was done, in order; the first is <see cref="OutreachOpened"/>.</summary>
    public IReadOnlyList<OutreachEvent> Events => _events.AsReadOnly();

    /// <summary>Makes a campaign in which the same was done.</summary>
    /// <param name="events">The events of a campaign, in order.</param>
    /// <exception cref="ArgumentException">The first event does not open a campaign, another does, or a material is not of it.</exception>
    /// <exception cref="LedgerDayException">An event is dated before the one before it.</exception>
    public static OutreachCampaign Replay(IEnumerable<OutreachEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        OutreachCampaign? campaign = null;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case OutreachOpened opened when campaign is null:
                    campaign = new OutreachCampaign(opened);
                    break;
                case OutreachTargeted targeted when campaign is not null:
                    campaign.Record(targeted);
                    break;
                case OutreachDelivered delivered when campaign is not null:
                    campaign.Record(delivered);
                    break;
                default:
                    throw new ArgumentException("A campaign is opened by its first event and by no other.", nameof(events));
            }
        }

        return campaign ?? throw new ArgumentException("There is no event.", nameof(events));
    }

    /// <summary>The rows that have one of some tiers (分级筛选), ascending: whom a campaign targets, as a rule.</summary>
    /// <param name="grades">The tiers of all rows.</param>
    /// <param name="tiers">The tiers.</param>
    public static ImmutableArray<int> RowsOf(GradeSheet<Tier> grades, params ReadOnlySpan<Tier> tiers)
    {
        ArgumentNullException.ThrowIfNull(grades);
        var rows = ImmutableArray.CreateBuilder<int>();
        for (var row = 0; row < grades.Table.Count; row++)
        {
            if (grades[row].FindGrade() is { } tier && tiers.Contains(tier))
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }

    /// <summary>Makes businesses targets (纳入送达对象); who is one already stays one since the day it became one.</summary>
    /// <param name="rows">The rows, 0 or more each, in any order.</param>
    /// <param name="by">Who decides it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">Nobody acts, or a row is negative; nothing is recorded.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    public OutreachTargeted Target(ImmutableArray<int> rows, string by, LocalDate on)
    {
        var targeted = new OutreachTargeted(rows, by, on);
        Record(targeted);
        return targeted;
    }

    /// <summary>Records that a material was handed to businesses (送达).</summary>
    /// <param name="material">The material.</param>
    /// <param name="rows">The rows, 0 or more each, in any order.</param>
    /// <param name="receipt">How it is proved: a number, a photo, a signature; may be empty.</param>
    /// <param name="by">Who handed it over: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">The campaign has no such material, nobody acts, or a row is negative; nothing is recorded.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    public OutreachDelivery Deliver(OutreachMaterial material, ImmutableArray<int> rows, string receipt, string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(material);
        return Record(new OutreachDelivered(material.Code, rows, receipt, by, on));
    }

    /// <summary>The day on which a business got a material; null while it has not.</summary>
    /// <param name="row">The row of the business.</param>
    /// <param name="material">The material.</param>
    /// <exception cref="ArgumentException">The campaign has no such material.</exception>
    public LocalDate? FindDelivery(int row, OutreachMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return _days.FindDelivery(row, PlaceOf(material.Code));
    }

    /// <summary>How far the campaign has come on a day (送达覆盖情况).</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    public OutreachCoverage CoverageOn(LocalDate on) => _days.CoverageOn(on);

    /// <summary>The targets that lack at least one material on a day (未送达名单), ascending.</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    public ImmutableArray<int> RestOn(LocalDate on) => _days.RestOn(on, 0..Materials.Length);

    /// <summary>The targets that lack a material on a day (未送达名单), ascending.</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    /// <param name="material">The material.</param>
    /// <exception cref="ArgumentException">The campaign has no such material.</exception>
    public ImmutableArray<int> RestOn(LocalDate on, OutreachMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var place = PlaceOf(material.Code);
        return _days.RestOn(on, place..(place + 1));
    }

    private void Record(OutreachTargeted targeted)
    {
        CheckAct(targeted, targeted.Rows);
        _days.Target(targeted.Rows, targeted.On);
        _events.Add(targeted);
    }

    private OutreachDelivery Record(OutreachDelivered act)
    {
        var material = PlaceOf(act.Material);
        CheckAct(act, act.Rows);
        var day = DeliveryDays.DayOf(act.On);
        var delivered = ImmutableArray.CreateBuilder<int>();
        var again = ImmutableArray.CreateBuilder<int>();
        var outside = ImmutableArray.CreateBuilder<int>();
        foreach (var row in act.Rows)
        {
            if (!_days.IsTarget(row))
            {
                outside.Add(row);
            }
            else
            {
                (_days.Deliver(row, material, day) ? delivered : again).Add(row);
            }
        }

        _events.Add(act);
        return new OutreachDelivery(act, delivered.DrainToImmutable(), again.DrainToImmutable(), outside.DrainToImmutable());
    }

    private void CheckAct(OutreachEvent act, ImmutableArray<int> rows)
    {
        if (act.On < LastDay)
        {
            throw new LedgerDayException(act.On, LastDay);
        }

        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(rows));
        }
    }

    private int PlaceOf(string material)
    {
        for (var place = 0; place < Materials.Length; place++)
        {
            if (Materials[place].Code == material)
            {
                return place;
            }
        }

        throw new ArgumentException(
            $"Campaign '{Code}' has no material '{material}'. Allowed: {string.Join(", ", Materials.Select(known => known.Code))}.", nameof(material));
    }
}
