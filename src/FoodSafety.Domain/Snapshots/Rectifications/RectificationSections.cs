using System.Collections.Immutable;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Referrals to the police, and recalls.</summary>
internal static class RectificationSections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        writer.Lines("referrals", ReferralShapes.Referral, district.Referrals.Select(referral => referral.Events.ToImmutableArray()));
        writer.Lines("recalls", RecallShapes.Recall, district.Recalls.Select(recall => recall.Events.ToImmutableArray()));
    }

    public static ImmutableArray<CriminalReferral> ReadReferrals(SectionReader reader, WorkingCalendar calendar) =>
        reader.Each("referrals", ReferralShapes.Referral, events => CriminalReferral.Replay(events, calendar));

    public static ImmutableArray<Recall> ReadRecalls(SectionReader reader) => reader.Each("recalls", RecallShapes.Recall, events => Recall.Replay(events));
}
