using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Rectifications;
using NodaTime;
using static FoodSafety.Domain.Rectifications.ReferralThresholds;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Each threshold at its edge and one before.</summary>
public class ReferralThresholdsTests
{
    private static readonly Grader<CrimeGravity> Grader = new(UnsafeFood);

    public static TheoryData<string, CrimeGravity> Cases => new()
    {
        { "", CrimeGravity.NoneReached },
        { "199999.99", CrimeGravity.NoneReached },
        { "200000", CrimeGravity.SeriousCircumstances },
        { "99999.99 months 6", CrimeGravity.NoneReached },
        { "100000", CrimeGravity.NoneReached },
        { "100000 months 5", CrimeGravity.NoneReached },
        { "100000 months 6", CrimeGravity.SeriousCircumstances },
        { "99999.99 large", CrimeGravity.NoneReached },
        { "100000 large", CrimeGravity.SeriousCircumstances },
        { "99999.99 infant", CrimeGravity.NoneReached },
        { "100000 infant", CrimeGravity.SeriousCircumstances },
        { "99999.99 school", CrimeGravity.NoneReached },
        { "100000 school", CrimeGravity.SeriousCircumstances },
        { "99999.99 earlier", CrimeGravity.NoneReached },
        { "100000 earlier", CrimeGravity.SeriousCircumstances },
        { "0 poisoned 9", CrimeGravity.NoneReached },
        { "0 poisoned 10", CrimeGravity.SeriousHarm },
        { "0 poisoned 29", CrimeGravity.SeriousHarm },
        { "0 poisoned 30", CrimeGravity.EspeciallyGrave },
        { "0 minor 1", CrimeGravity.SeriousHarm },
        { "0 minor 9", CrimeGravity.SeriousHarm },
        { "0 minor 10", CrimeGravity.EspeciallyGrave },
        { "0 serious 1", CrimeGravity.SeriousHarm },
        { "0 serious 2", CrimeGravity.SeriousHarm },
        { "0 serious 3", CrimeGravity.EspeciallyGrave },
        { "0 deaths 1", CrimeGravity.EspeciallyGrave },
        { "200000 poisoned 10", CrimeGravity.SeriousHarm },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void UnsafeFood_AtEachEdge_GivesTheGravity(string facts, CrimeGravity expected) => Assert.Equal(expected, Grader.Grade(Record(facts)).Grade);

    [Fact]
    public void UnsafeFood_Explains_WithTheArticle()
    {
        var explanation = Grader.Explain(Record("150000 school months 7"));
        Assert.Equal(["quantity-or-duration", "schools-or-care"], explanation.Matched.Select(matched => matched.Clause.Id));
        Assert.Equal("3", explanation.Clause.Basis.Article);
        Assert.False(UnsafeFood.IsIllustrative);
        Assert.False(UnsafeFood.IsInForce(new LocalDate(2021, 12, 31)));
        Assert.True(UnsafeFood.IsInForce(new LocalDate(2022, 1, 1)));
    }

    private static FactRecord Record(string facts)
    {
        var words = new Queue<string>(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var record = words.TryDequeue(out var sum) ? new FactRecord(SalesAmount.Of(Number(sum))) : FactRecord.Empty;
        while (words.TryDequeue(out var word))
        {
            record = record.With(word switch
            {
                "months" => Months.Of(Number(words.Dequeue())),
                "poisoned" => SeriouslyPoisoned.Of(Number(words.Dequeue())),
                "minor" => MinorInjuries.Of(Number(words.Dequeue())),
                "serious" => SeriousInjuries.Of(Number(words.Dequeue())),
                "deaths" => Deaths.Of(Number(words.Dequeue())),
                "large" => LargeQuantity.Of(true),
                "infant" => InfantOrMedicalFood.Of(true),
                "school" => SchoolsOrCare.Of(true),
                _ => EarlierOffence.Of(true),
            });
        }

        return record;
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
