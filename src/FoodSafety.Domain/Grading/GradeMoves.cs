using System.Collections;

namespace FoodSafety.Domain.Grading;

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
