using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>How many businesses missed the record of a day (某日日管控缺漏).</summary>
/// <param name="Day">The day.</param>
/// <param name="Missed">How many businesses owed the record and did not make it; those that have ended are left out.</param>
public readonly record struct MissedDay([property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Day, int Missed)
{
    /// <summary>The law by which it was computed that the day is worked, while no notice confirms it (暂定依据); null when it is sure or does not matter.</summary>
    public Citation? ProvisionalBy { get; init; }

    internal static ImmutableArray<MissedDay> Of(SelfControlGaps? gaps, FactTable facts, Area area)
    {
        if (gaps is null)
        {
            return [];
        }

        var days = ImmutableArray.CreateBuilder<MissedDay>(gaps.Periods.Length);
        foreach (var period in gaps.Periods)
        {
            var missed = 0;
            foreach (var row in gaps.RowsMissing(period.Last))
            {
                missed += area.Contains(facts.GroupOf(row)) && !((OperatingStatus)facts.Read(row, BusinessFacts.Status)).HasEnded() ? 1 : 0;
            }

            days.Add(new MissedDay(period.Last, missed) { ProvisionalBy = period.ProvisionalBy });
        }

        return days.MoveToImmutable();
    }
}
