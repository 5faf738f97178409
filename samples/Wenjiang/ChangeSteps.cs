using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DynamicManagement;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using NodaTime;
using Wenjiang.Areas;
using Wenjiang.Options;
using Wenjiang.Register;
using Wenjiang.Register.Generated;
using Wenjiang.Responsibility;
using Wenjiang.Screen;
using Wenjiang.SelfControl;

namespace Wenjiang;

/// <summary>The steps in which what was planned is signed, changes, and is signed anew.</summary>
internal sealed class ChangeSteps(Terminal terminal, SampleOptions options, DistrictAreas areas, DynamicManager manager)
{
    private const int Changes = 300;
    private const int ChangeSeed = 2023_03_31;
    private const int MovesShown = 12;

    private SafetyPostsOffice? _office;

    /// <summary>Who answered for which business on which day.</summary>
    public ResponsibilityHistory History { get; } = new();

    /// <summary>The directors and officers of the businesses.</summary>
    public StaffBook Staff { get; } = new();

    /// <summary>The businesses that opened where others closed.</summary>
    public ImmutableArray<BusinessId> Opened { get; private set; } = [];

    private SafetyPostsOffice Posts => _office ??= new SafetyPostsOffice(manager.Register, Staff);

    /// <summary>Every cadre signs, and every safety post is filled.</summary>
    public void Sign()
    {
        terminal.Step(("承诺书", "Commitments"));
        var assignments = Signing.SignAll(manager.Commitments, manager.Plan, SampleDays.Signed);
        CommitmentNotes.Write(terminal, manager.Commitments, assignments);
        Posts.Follow(RequiredOn(SampleDays.Signed));
        Posts.Train(SampleDays.Trained);
    }

    /// <summary>The facts of some businesses change, and all that follows is told.</summary>
    public RegradedChanges Play()
    {
        terminal.Step(("动态管理", "Dynamic management"));
        History.Append(manager.Plan, Offices.FoodSafety);
        var changes = new FactChanges(ChangeSeed).Draw(manager.Register, manager.Grades.Grades, Changes);
        var regraded = RegradedChanges.Apply(manager, changes, Offices.MarketBureau, SampleDays.Changed);
        History.Append(manager.Plan, Offices.FoodSafety);
        MoveTables.Write(terminal, areas, regraded, MovesShown);
        ConsequenceTables.Write(terminal, regraded.Consequences);
        HistoryTable.Write(terminal, manager.Plan, History);
        return regraded;
    }

    /// <summary>Where businesses closed others open, and everything that is due since the changes is done.</summary>
    /// <remarks>To a register of the user's own nothing is made up, so that none opens there.</remarks>
    public void Renew()
    {
        terminal.Step(("新增主体与续签", "New businesses, and what is due"));
        Posts.Follow(RequiredOn(SampleDays.Changed));
        var closed = manager.Register.Businesses.Where(business => business.Status == OperatingStatus.Closed);
        Business[] opened = options.RegisterFile is null ? [.. GeneratedBusinesses.SuccessorsOf(closed, areas)] : [];
        var consequences = manager.Apply(opened.Select(business => new BusinessOpened(business)), Offices.MarketBureau, SampleDays.Renewed);
        History.Append(manager.Plan, Offices.FoodSafety);
        var signed = Signing.SignDue(manager.Commitments, manager.Plan, SampleDays.Renewed);
        Posts.Follow(RequiredOn(SampleDays.Renewed));
        RenewalNotes.Write(terminal, manager, consequences, signed);
        Opened = [.. opened.Select(business => business.Id)];
    }

    private StaffingSheet RequiredOn(LocalDate day) => manager.Staffing.SheetOn(manager.Register.Facts, day, manager.Grades.Grades);
}
