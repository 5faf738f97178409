using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Which rule requires a director of each business, kept up to date from batch to batch.</summary>
/// <remarks>Looks at what was added, changed or regraded; at every business only on the first batch after a rule began or ended.</remarks>
internal sealed class DirectorNeeds
{
    private readonly BusinessRegister _register;
    private readonly GradeSheet<Tier> _tiers;
    private readonly StaffingTimeline _ofDirectors;
    private readonly List<StaffingRule?> _rules;
    private ImmutableArray<StaffingRule> _inForce;
    private long _revision;

    public DirectorNeeds(StaffingTimeline timeline, BusinessRegister register, GradeSheet<Tier> tiers, LocalDate on)
    {
        (Timeline, _register, _tiers) = (timeline, register, tiers);
        _ofDirectors = new StaffingTimeline(timeline.Rules.Where(rule => rule.Required == RequiredPost.Director));
        (_inForce, _revision) = (_ofDirectors.InForceOn(on), register.Facts.Revision);
        var sheet = _ofDirectors.SheetOn(register.Facts, on, tiers);
        _rules = [.. Enumerable.Range(0, register.Count).Select(row => sheet.FindRule(RequiredPost.Director, row))];
    }

    public StaffingTimeline Timeline { get; }

    /// <summary>Which duties began or ended since the last time, by row.</summary>
    /// <param name="moved">The rows whose tiers became others.</param>
    /// <param name="on">The day.</param>
    public ImmutableArray<DirectorDuty> Renew(ImmutableArray<int> moved, LocalDate on)
    {
        var inForce = _ofDirectors.InForceOn(on);
        var before = _rules.Count;
        while (_rules.Count < _register.Count)
        {
            _rules.Add(null);
        }

        var changed = inForce.SequenceEqual(_inForce) ? _register.Facts.FindChangedSince(_revision) : null;
        IEnumerable<int> rows = changed is null
            ? Enumerable.Range(0, _register.Count)
            : new SortedSet<int>([.. changed, .. moved, .. Enumerable.Range(before, _register.Count - before)]);
        (_inForce, _revision) = (inForce, _register.Facts.Revision);
        return [.. rows.Select(row => FindDuty(row, on)).OfType<DirectorDuty>()];
    }

    private DirectorDuty? FindDuty(int row, LocalDate on)
    {
        var tier = _tiers[row].FindGrade();
        var (was, now) = (_rules[row], FindRule(row, on, tier));
        _rules[row] = now;
        return (was is null) == (now is null) ? null : new DirectorDuty(row, _register.IdAt(row), tier, Begins: now is not null, (now ?? was)!);
    }

    private StaffingRule? FindRule(int row, LocalDate on, Tier? tier) => _ofDirectors.RequirementsOf(_register.Facts[row], on, tier) is [var required] ? required.Rules[0] : null;
}
