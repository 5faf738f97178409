using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Businesses;
using Wenjiang.Areas;
using Wenjiang.Options;
using Wenjiang.Register;
using Wenjiang.Register.Generated;
using Wenjiang.Responsibility;
using Wenjiang.Screen;
using Wenjiang.SelfControl;

namespace Wenjiang;

/// <summary>The steps in which what was planned is signed, changes, and is signed anew.</summary>
internal sealed class ChangeSteps(Terminal terminal, SampleOptions options, DistrictAreas areas, Desk desk)
{
    private const int Changes = 300;
    private const int ChangeSeed = 2023_03_31;
    private const int MovesShown = 12;

    private SafetyPostsOffice? _office;

    private District District => desk.District;

    /// <summary>The businesses that opened where others closed.</summary>
    public ImmutableArray<BusinessId> Opened { get; private set; } = [];

    private SafetyPostsOffice Posts => _office ??= new SafetyPostsOffice(desk);

    /// <summary>Every cadre signs, and every safety post is filled.</summary>
    public void Sign()
    {
        terminal.Step(("承诺书", "Commitments"));
        var assignments = Signing.SignAll(desk, SampleDays.Signed);
        CommitmentNotes.Write(terminal, District.Commitments, assignments);
        Posts.Follow(SampleDays.Signed);
        Posts.Train(SampleDays.Trained);
    }

    /// <summary>The facts of some businesses change, and all that follows is told.</summary>
    public RegradedChanges Play()
    {
        terminal.Step(("动态管理", "Dynamic management"));
        var changes = new FactChanges(ChangeSeed).Draw(District.Businesses.Register, District.Tiers.Standing, Changes);
        var regraded = RegradedChanges.Apply(desk, changes, Offices.MarketBureau, SampleDays.Changed);
        MoveTables.Write(terminal, areas, regraded, MovesShown);
        ConsequenceTables.Write(terminal, District, regraded.Consequences);
        HistoryTable.Write(terminal, District.Chains);
        return regraded;
    }

    /// <summary>Where businesses closed others open, and everything that is due since the changes is done.</summary>
    /// <remarks>To a register of the user's own nothing is made up, so that none opens there.</remarks>
    public void Renew()
    {
        terminal.Step(("新增主体与续签", "New businesses, and what is due"));
        Posts.Follow(SampleDays.Changed);
        var closed = District.Businesses.Register.Businesses.Where(business => business.Status == OperatingStatus.Closed);
        Business[] opened = options.RegisterFile is null ? [.. GeneratedBusinesses.SuccessorsOf(closed, areas)] : [];
        var consequences = opened.Length == 0 ? null : desk.Do(SampleDays.Renewed, Offices.MarketBureau, new BusinessesOpened([.. opened]));
        var signed = Signing.SignDue(desk, SampleDays.Renewed);
        Posts.Follow(SampleDays.Renewed);
        RenewalNotes.Write(terminal, District, opened.Length, consequences, signed);
        Opened = [.. opened.Select(business => business.Id)];
    }
}
