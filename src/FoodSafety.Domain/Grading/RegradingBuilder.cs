using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>Adds up a regrading row by row.</summary>
internal sealed class RegradingBuilder<TGrade>(GradingPolicy<TGrade> policy, bool isFull) where TGrade : struct, Enum
{
    private readonly long[] _matrix = new long[(policy.Scale.Count + 2) * (policy.Scale.Count + 2)];
    private readonly ImmutableArray<GradeMove<TGrade>>.Builder _moves = ImmutableArray.CreateBuilder<GradeMove<TGrade>>();
    private int _examined;

    public void Add(int row, Outcome old, Outcome now)
    {
        _examined++;
        _matrix[TransitionMatrix.IndexOf(old.Code, now.Code, policy.Scale.Count)]++;
        if (old.Code != now.Code && old.Code != 0)
        {
            _moves.Add(new GradeMove<TGrade>(row, old.Decode(policy.Scale), now.Decode(policy.Scale)));
        }
    }

    public Regrading<TGrade> Build() =>
        new(policy, isFull, _examined, new TransitionMatrix<TGrade>(policy.Scale, _matrix), _moves.DrainToImmutable());
}
