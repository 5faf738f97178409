using System.Collections;
using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Grading;

/// <summary>A row whose grade became another (等级变动).</summary>
/// <param name="Row">The number of the row in its table or register.</param>
/// <param name="From">The decision before; its clause is one of the policy that was in use then.</param>
/// <param name="To">The decision now.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct GradeMove<TGrade>(int Row, GradeDecision<TGrade> From, GradeDecision<TGrade> To)
    where TGrade : struct, Enum;

/// <summary>The moves of a regrading; each is made when it is read, since most regradings are counted and never read through.</summary>
internal sealed class GradeMoves<TGrade> : IReadOnlyList<GradeMove<TGrade>> where TGrade : struct, Enum
{
    private readonly RawMove[][] _pieces;
    private readonly GradeScale<TGrade> _scale;

    public GradeMoves(RawMove[][] pieces, GradeScale<TGrade> scale)
    {
        _pieces = pieces;
        _scale = scale;
        Count = pieces.Sum(piece => piece.Length);
    }

    public int Count { get; }

    public GradeMove<TGrade> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var piece = 0;
            while (index >= _pieces[piece].Length)
            {
                index -= _pieces[piece++].Length;
            }

            return Decode(_pieces[piece][index]);
        }
    }

    public IEnumerator<GradeMove<TGrade>> GetEnumerator()
    {
        foreach (var piece in _pieces)
        {
            foreach (var move in piece)
            {
                yield return Decode(move);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private GradeMove<TGrade> Decode(RawMove move) => new(move.Row, Decode(move.From), Decode(move.To));

    private GradeDecision<TGrade> Decode(int packed) => Outcome.Unpack(packed, Outcome.CodeBits(_scale.Count)).Decode(_scale);
}

/// <summary>How many rows a regrading moved in each area, everything inside the area included (各区划等级变动数量).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class MovesByArea<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;
    private readonly ImmutableArray<(int From, int To, long[] Counts)> _columns;

    internal MovesByArea(AreaTree areas, GradeScale<TGrade> scale, ImmutableArray<(int From, int To, long[] Counts)> columns) =>
        (Areas, _scale, _columns) = (areas, scale, columns);

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>Those that moved in one area, from which grade to which; those that stayed are not counted, the diagonal is 0.</summary>
    /// <param name="area">The code of the area.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public TransitionMatrix<TGrade> this[AreaCode area]
    {
        get
        {
            var ordinal = Areas[area].Ordinal;
            var codes = _scale.Count + 2;
            var counts = new long[codes * codes];
            foreach (var (from, to, perArea) in _columns)
            {
                counts[from * codes + to] = perArea[ordinal];
            }

            return new TransitionMatrix<TGrade>(_scale, counts);
        }
    }
}
