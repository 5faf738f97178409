using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using GeneratedDistrict.Register;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.SelfControl;
using Wenjiang.Register;
using Wenjiang.Screen;

namespace Wenjiang.Steps;

/// <summary>What was planned is signed, facts change, and what is due then is signed anew.</summary>
internal static class Commitments
{
    private const int MovesShown = 12;

    /// <summary>Every cadre signs, and every safety post is filled.</summary>
    public static void Sign(Session session)
    {
        session.Terminal.Step(("承诺书", "Commitments"));
        var assignments = Signing.SignAll(session.Desk, SampleDays.CommitmentsSigned);
        CommitmentNotes.Write(session.Terminal, session.District.Commitments, assignments);
        SafetyPostsOffice.Follow(session.Desk, SampleDays.CommitmentsSigned);
        SafetyPostsOffice.Train(session.Desk, SampleDays.Trained);
    }

    /// <summary>The facts of some businesses change, and all that follows is told.</summary>
    public static RegradedChanges ChangeFacts(Session session)
    {
        var district = session.District;
        session.Terminal.Step(("动态管理", "Dynamic management"));
        var changes = FactChanges.Of(district.Businesses.Register, district.Tiers.Standing);
        var regraded = RegradedChanges.Apply(session.Desk, changes, Offices.MarketBureau, SampleDays.Changed);
        MoveTables.Write(session.Terminal, session.Areas, regraded, MovesShown);
        ConsequenceTables.Write(session.Terminal, district, regraded.Consequences);
        HistoryTable.Write(session.Terminal, district.Chains);
        return regraded;
    }

    /// <summary>Where businesses closed others open, and everything that is due since the changes is done.</summary>
    /// <remarks>To a register of the user's own nothing is made up, so that none opens there.</remarks>
    /// <returns>The businesses that opened.</returns>
    public static ImmutableArray<BusinessId> Renew(Session session)
    {
        var (desk, district) = (session.Desk, session.District);
        session.Terminal.Step(("新增主体与续签", "New businesses, and what is due"));
        SafetyPostsOffice.Follow(desk, SampleDays.Changed);
        var closed = district.Businesses.Register.Businesses.Where(business => business.Status == OperatingStatus.Closed);
        Business[] opened = session.Options.RegisterFile is null ? [.. GeneratedBusinesses.SuccessorsOf(closed, session.Areas)] : [];
        var consequences = opened.Length == 0 ? null : desk.Do(SampleDays.Renewed, Offices.MarketBureau, new BusinessesOpened([.. opened]));
        var signed = Signing.SignDue(desk, SampleDays.Renewed);
        SafetyPostsOffice.Follow(desk, SampleDays.Renewed);
        RenewalNotes.WriteOpened(session.Terminal, SampleDays.Renewed, opened.Length, consequences);
        RenewalNotes.WriteSigned(session.Terminal, district, SampleDays.Renewed, signed);
        return [.. opened.Select(business => business.Id)];
    }
}
