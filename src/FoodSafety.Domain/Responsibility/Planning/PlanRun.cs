using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One making of a plan: every row that is looked at keeps what is still valid, and asks for the rest.</summary>
/// <remarks>
/// Rows are looked at one step after the other, the main one first, since a cadre does not assist himself. In a step all
/// requests are collected before the first is served, so that neither their order nor what was not looked at matters.
/// </remarks>
internal sealed class PlanRun
{
    private readonly BusinessRegister _register;
    private readonly GradeSheet<Tier> _grades;
    private readonly LevelCorrespondence _levels;
    private readonly bool _areLevelsOthers;
    private readonly PlanDraft _draft;
    private readonly StaffReview _staff;
    private readonly SeatPicker _picker;
    private readonly HashSet<int> _overCapacity = [];

    public PlanRun(ChainPlan? previous, BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LevelCorrespondence levels, LocalDate on)
    {
        _register = register;
        _grades = grades;
        _levels = levels;
        _areLevelsOthers = previous is not null && !ReferenceEquals(previous.Levels, levels);
        _draft = new PlanDraft(previous?.State ?? PlanState.Empty, register.Areas, register.Count);
        _staff = new StaffReview(_draft, roster, on);
        _picker = new SeatPicker(_draft, register, _staff);
        _staff.Run(previous?.Roster, previous?.On ?? on);
    }

    /// <summary>Looks at some rows, at all that were added and at all that a change of staff can touch.</summary>
    public PlanState Run(IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            _register.Facts.CheckRow(row);
            _draft.Look(row);
        }

        for (var row = _draft.Before.Rows.Count; row < _register.Count; row++)
        {
            _draft.Look(row);
        }

        foreach (var row in _draft.Dirty)
        {
            ReadAnew(row);
        }

        for (var step = 0; step < RowPlan.Steps; step++)
        {
            var run = new StepRun(step, _draft, _staff, _register, _levels);
            run.Run(_picker);
            _overCapacity.UnionWith(run.Excess);
        }

        _draft.Dirty.Sort();
        return _draft.ToState();
    }

    /// <summary>What is different from the state before, by row and step; found when asked for.</summary>
    public Lazy<ImmutableArray<ChainChange>> Changes(PlanState after)
    {
        var changes = new ChangeReasons(_draft.Before, after, _draft.Areas, _levels, _areLevelsOthers, _overCapacity);
        var rows = _draft.Dirty;
        return new(() => [.. rows.SelectMany(changes.Of)]);
    }

    /// <summary>The tier of a row as it lies in memory.</summary>
    public static byte TierOf(GradeDecision<Tier> decision) => decision.State switch
    {
        GradingState.Graded => (byte)decision.Grade,
        GradingState.NotGraded => RowPlan.NotGraded,
        GradingState.NotDecided => 0,
    };

    private void ReadAnew(int row)
    {
        var tier = TierOf(_grades[row]);
        var area = _register.Facts.GroupOf(row);
        var plan = _draft.RowAt(row);
        if (plan.Tier != tier || plan.Area != area)
        {
            ref var edited = ref _draft.EditRow(row);
            (edited.Tier, edited.Area) = (tier, area);
        }
    }
}
