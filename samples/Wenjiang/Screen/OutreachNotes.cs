using FoodSafety.Domain.Coordination;
using GeneratedDistrict.Responsibility;
using NodaTime;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>How many businesses of tier B have the letter and the card.</summary>
internal static class OutreachNotes
{
    public static void Write(Terminal terminal, OutreachCampaign campaign)
    {
        foreach (var day in (LocalDate[])[SampleDays.Midway, SampleDays.Scored])
        {
            var coverage = campaign.CoverageOn(day);
            var parts = campaign.Materials.Zip(coverage.Delivered).ToArray();
            terminal.Say($"{terminal.In((
                $"{day:uuuu-MM-dd}：B 级主体 {coverage.Targets} 家，{string.Join("，", parts.Select(part => $"{part.First.Name.Chinese} {part.Second}"))}，两样齐全 {coverage.Complete}，未齐 {coverage.Rest}",
                $"On {day:uuuu-MM-dd}: businesses in tier B {coverage.Targets}, {string.Join(", ", parts.Select(part => $"{part.First.Name.English} {part.Second}"))}, both {coverage.Complete}, not yet both {coverage.Rest}"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");
        }
    }
}
