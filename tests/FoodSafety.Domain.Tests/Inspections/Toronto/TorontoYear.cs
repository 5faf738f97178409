using System.Collections.Immutable;
using FoodSafety.Domain.Tests.Inspections.Toronto;
using FoodSafety.Domain.Time;
using NodaTime;

[assembly: AssemblyFixture(typeof(TorontoYear))]

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>The year 2012 of Toronto's inspections of food premises, played through a register, a checklist and both books, once.</summary>
/// <remarks>
/// <para>City of Toronto, DineSafe, under the Open Government Licence – Toronto. The file stands beside a checkout and is no part of it.</para>
/// <para>
/// The file tells what was found and what was done. What is asked of an inspection are rules of the place, <see cref="TorontoRules"/>. Assumed here: a full list each time, results published on the
/// day, corrections seen at the next inspection, cases ended on the last day of the year.
/// </para>
/// </remarks>
public sealed class TorontoYear
{
    public static readonly LocalDate FirstDay = new(2012, 1, 1);
    public static readonly LocalDate LastDay = new(2012, 12, 31);

    // Nothing here counts working days, so no holidays are told; the zone decides in which day an act falls.
    public static readonly WorkingCalendar Calendar = new(
        [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], 2012, 2013, [], DateTimeZoneProviders.Tzdb["America/Toronto"]);

    private readonly Lazy<ImmutableArray<TorontoRow>> _rows = new(() => [.. TorontoRow.Read(SharedData.Beside("toronto-dinesafe-2012.csv.gz"))]);
    private readonly Lazy<TorontoPlay> _play;

    public TorontoYear() => _play = new(() => new TorontoPlay(Rows, TorontoRules.Rectifications));

    public ImmutableArray<TorontoRow> Rows => _rows.Value;

    internal TorontoPlay Play => _play.Value;
}
