using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>Overdue, ages and escalation as one writes them over a list of objects.</summary>
internal sealed class LinqRectifications(List<PlainRectification> rectifications, LocalDate day, int grace)
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.China;

    // Count with a condition goes through an interface item by item; this way LINQ runs along the list itself.
    public int OverdueCount() => rectifications.Where(IsOverdue).Count();

    public List<long> Overdue() => rectifications.Where(IsOverdue).Select(one => one.Id).ToList();

    public List<int> Ageing()
    {
        var bands = rectifications.Where(one => one.State.IsOpen())
            .GroupBy(one => Period.DaysBetween(one.OpenedOn, day) switch { <= 7 => 0, <= 15 => 1, <= 30 => 2, _ => 3 })
            .ToDictionary(band => band.Key, band => band.Count());
        return [.. Enumerable.Range(0, 4).Select(band => bands.GetValueOrDefault(band))];
    }

    public (List<PlainEscalation> Escalations, List<long> Gaps) Escalations()
    {
        var overdue = rectifications.Where(IsOverdue).ToLookup(one => one.Main is not null);
        return (
            overdue[true].Select(one => new PlainEscalation(
                one.Id, one.Main!.Cadre, Calendar.WorkingDaysBetween(one.LastDay, day) > grace ? one.Main.AreaAbove : null)).ToList(),
            overdue[false].Select(one => one.Id).ToList());
    }

    /// <summary>Fails loudly when the library answers anything else.</summary>
    /// <exception cref="InvalidOperationException">The answers differ; the message says which.</exception>
    public void RequireEqual(RectificationCase task)
    {
        var on = task.Book.On(task.Day);
        Require(OverdueCount() == on.OverdueCount, "how much is overdue");
        Require(Overdue().SequenceEqual(on.Overdue().Select(id => id.Number)), "what is overdue");
        Require(Ageing().SequenceEqual(on.Ageing().Select(band => band.Count)), "ages");
        var (escalations, gaps) = Escalations();
        var list = on.Escalations(task.Plan);
        Require(gaps.SequenceEqual(list.Gaps.Select(gap => gap.Id.Number)), "what has nobody to go to");
        Require(
            escalations.SequenceEqual(list.Escalations.Select(one => new PlainEscalation(
                one.Id.Number, one.Main.Cadre.Value, one.Level == EscalationLevel.LevelAbove ? one.Office.ToShortString() : null))),
            "to whom it goes");
        Require(escalations.Exists(one => one.Office is null) && escalations.Exists(one => one.Office is not null), "that both levels are asked");
    }

    private bool IsOverdue(PlainRectification one) => one.State == RectificationState.Ordered && one.LastDay < day;

    private static void Require(bool equal, string what)
    {
        if (!equal)
        {
            throw new InvalidOperationException($"LINQ and the library differ in {what}.");
        }
    }

    /// <summary>Something overdue, with the cadre and, after the grace, the area above.</summary>
    internal readonly record struct PlainEscalation(long Id, string Cadre, string? Office);
}
