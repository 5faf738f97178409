using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Who would move under a draft policy (标准影响测算): from which grade to which, and where.</summary>
/// <remarks>Counts and rows are those of the moment it was made; areas are looked up when they are asked for.</remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class PolicyImpact<TGrade> where TGrade : struct, Enum
{
    private readonly FactTable _table;
    private readonly GradeTally _tally;

    internal PolicyImpact(GradingPolicy<TGrade> draft, FactTable table, GradeTally tally)
    {
        Draft = draft;
        _table = table;
        _tally = tally;
        Matrix = new TransitionMatrix<TGrade>(draft.Scale, tally.Matrix);
    }

    /// <summary>The draft.</summary>
    public GradingPolicy<TGrade> Draft { get; }

    /// <summary>How many rows would go from which grade to which; the diagonal would stay.</summary>
    public TransitionMatrix<TGrade> Matrix { get; }

    /// <summary>
    /// The rows whose grade would be another, or that would gain or lose one, each decoded when it is reached; in the
    /// order in which the table keeps its rows.
    /// </summary>
    public IEnumerable<GradeMove<TGrade>> Moves => _tally.Moves.Select(move => new GradeMove<TGrade>(
        move.Row, Unpack(move.From).Decode(Draft.Scale), Unpack(move.To).Decode(Draft.Scale)));

    /// <summary>Counts those who would move by area, every area with all that lies in it. The groups of the rows are the ordinals of their areas.</summary>
    /// <param name="areas">The areas; those of the register.</param>
    /// <exception cref="ArgumentException">A row that would move has no group, or one that is no ordinal of these areas.</exception>
    public ImpactByArea<TGrade> CountByArea(AreaTree areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var columns = new Dictionary<(int From, int To), long[]>();
        foreach (var move in _tally.Moves)
        {
            var step = (Unpack(move.From).Code, Unpack(move.To).Code);
            if (!columns.TryGetValue(step, out var column))
            {
                columns.Add(step, column = new long[areas.Count]);
            }

            var area = _table.GroupOf(move.Row);
            if (area < 0 || area >= areas.Count)
            {
                throw new ArgumentException($"Row {move.Row} has the group {area}; allowed are the ordinals 0 to {areas.Count - 1}.", nameof(areas));
            }

            column[area]++;
        }

        foreach (var column in columns.Values)
        {
            areas.RollUp(column, column);
        }

        return new ImpactByArea<TGrade>(areas, Draft.Scale, columns.Select(column => (column.Key.From, column.Key.To, column.Value)).ToImmutableArray());
    }

    private Outcome Unpack(int packed) => Outcome.Unpack(packed, Outcome.CodeBits(Draft.Scale.Count));
}
