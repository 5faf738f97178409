using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Rectifications with their rules, referrals to the police, and recalls.</summary>
internal static class RectificationSections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        var book = district.Rectifications;
        writer.One("rectificationRules", RectificationShapes.Rules(book.Rules.Calendar), book.Rules);
        writer.Lines("rectifications", RectificationShapes.Event(SnapshotShapes.RowOf(district.Register)), book.Events);
        writer.Lines("referrals", ReferralShapes.Referral, district.Referrals.Select(referral => referral.Events.ToImmutableArray()));
        writer.Lines("recalls", RecallShapes.Recall, district.Recalls.Select(recall => recall.Events.ToImmutableArray()));
    }

    public static RectificationBook ReadBook(SectionReader reader, BusinessRegister register, WorkingCalendar calendar)
    {
        var rules = reader.One("rectificationRules", RectificationShapes.Rules(calendar));
        return reader.Replay(
            "rectifications", RectificationShapes.Event(SnapshotShapes.RowOf(register)), events => RectificationBook.Replay(events, rules));
    }

    public static ImmutableArray<CriminalReferral> ReadReferrals(SectionReader reader, WorkingCalendar calendar) =>
        reader.Each("referrals", ReferralShapes.Referral, events => CriminalReferral.Replay(events, calendar));

    public static ImmutableArray<Recall> ReadRecalls(SectionReader reader) => reader.Each("recalls", RecallShapes.Recall, events => Recall.Replay(events));
}
