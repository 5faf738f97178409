using System.Runtime.InteropServices;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A register in daily use: some businesses change, then only those are graded again.</summary>
internal sealed class RegisterCase
{
    // Prime, so that the changed rows are spread over the whole register.
    private const int Stride = 7_919;

    private readonly BusinessRegister _register = new(Villages.Areas);
    private readonly GradeBook<Tier> _book;
    private readonly Grader<Tier> _grader = new(TierCase.Policy);
    private int _next;

    public RegisterCase(Population population)
    {
        var businesses = population.Businesses.ConvertAll(business => business.ToBusiness());
        _register.AddRange(CollectionsMarshal.AsSpan(businesses));
        _book = new GradeBook<Tier>(_register.Facts, Tiers.Scale);
        _book.Regrade(_grader, _grader.Policy.From);
    }

    /// <summary>Changes the staff of some businesses, each to a number it did not have.</summary>
    public void Change(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var row = (int)((long)_next++ * Stride % _register.Count);
            var before = BusinessFacts.Employees.In(_register.Facts[row]);
            _register.Change(_register.IdAt(row), BusinessFacts.Employees.Of(before < 200 ? before + 60 : before - 150));
        }
    }

    public Regrading<Tier> Regrade() => _book.Regrade(_grader, _grader.Policy.From);

    /// <exception cref="InvalidOperationException">Some rows do not stand as they would when graded alone, or all rows were looked at.</exception>
    public void Check(int changes)
    {
        Change(changes);
        var regrading = Regrade();
        if (regrading.IsFull || regrading.Examined != changes)
        {
            throw new InvalidOperationException($"After {changes} changes {regrading.Examined} businesses were looked at.");
        }

        for (var row = 0; row < _register.Count; row += 97)
        {
            if (_book.Grades[row] != _grader.Grade(_register.At(row)))
            {
                throw new InvalidOperationException($"Row {row} stands as {_book.Grades[row]}.");
            }
        }
    }
}
