using System.Globalization;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Days on which the policy has no frequency for some businesses (频次空档): that nothing is due there is not said by anybody.</summary>
/// <param name="Kind">The kind of inspection; one of which the policy has frequencies.</param>
/// <param name="Days">First and last day, both inclusive.</param>
/// <param name="Businesses">How many businesses of the plan are without; those without a cadre are not counted for visits.</param>
/// <param name="EndedBy">What ended the last frequency before; null when none ended, or nobody said by what.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FrequencyGap(InspectionKind Kind, DateInterval Days, int Businesses, Citation? EndedBy)
{
    /// <summary>The gap as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var count = Businesses.ToString(CultureInfo.InvariantCulture);
            var (zh, en) = EndedBy is { } ended ? ($"，原频次已由{ended.Text.Chinese}终止", $"; the one before was ended by: {ended.Text.English}") : ("", "");
            return (
                $"{Days.Start:uuuu-MM-dd} 至 {Days.End:uuuu-MM-dd}：{count} 家主体未规定{Kind.Name().Chinese}频次，须由本地自定{zh}",
                $"{Days.Start:uuuu-MM-dd} to {Days.End:uuuu-MM-dd}: no frequency is stated for {count} businesses ({Kind.Name().English}); the place states its own{en}");
        }
    }

    /// <summary>The gap in both languages.</summary>
    public override string ToString() => Text.ToString();
}
