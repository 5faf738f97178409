using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Register;

/// <summary>Some days on which facts changed; after each the register was graded again, as a platform does at night.</summary>
internal sealed class ChangedDays
{
    private const int ChangesOfDay = 30;

    private readonly List<Regrading<Tier>> _regradings = [];
    private readonly List<MovedBusiness> _moves = [];

    private ChangedDays()
    {
    }

    public int Days => _regradings.Count;

    /// <summary>How many businesses changed.</summary>
    public int Changed { get; private set; }

    /// <summary>How many rows the regradings looked at; more than changed where a full pass was the cheaper way.</summary>
    public int Examined => _regradings.Sum(regrading => regrading.Examined);

    /// <summary>Whether only changed rows were graded again, or all since so many had changed.</summary>
    public BilingualText HowRegraded => _regradings.Exists(regrading => regrading.IsFull)
        ? ("变动占比大的日子整册重新分级更省", "On days on which much of the register changed all of it is graded again")
        : ("每天只对有变的重新分级", "Each day only what changed is graded again");

    public long Moved => _regradings.Sum(regrading => regrading.Matrix.Moved);

    public ImmutableArray<MovedBusiness> Moves => [.. _moves];

    /// <summary>How many of the examined went from one tier to another, or stayed; null is "not graded".</summary>
    public long this[Tier? from, Tier? to] => _regradings.Sum(regrading => regrading.Matrix[from, to]);

    /// <summary>Writes the changes day by day into the register and renews the grades after each day.</summary>
    public static ChangedDays Play(BusinessRegister register, GradeBook<Tier> book, Grader<Tier> grader, IReadOnlyList<FactChange> changes)
    {
        var days = new ChangedDays { Changed = changes.Count };
        foreach (var day in changes.Chunk(ChangesOfDay))
        {
            foreach (var change in day)
            {
                register.Change(change.Business, change.After.AsSpan());
            }

            var regrading = book.Regrade(grader);
            var what = day.ToDictionary(change => change.Business, change => change.Text);
            days._regradings.Add(regrading);
            days._moves.AddRange(regrading.Moves.Select(move => MovedBusiness.Of(register, regrading, move, what[register.IdAt(move.Row)])));
        }

        return days;
    }
}
