using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What a person was trained and assessed in, and what bars the person from posts (任职资格).</summary>
/// <remarks>Immutable. What was told late stands by its day all the same.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Qualification
{
    internal Qualification(StaffId person) => Person = person;

    /// <summary>The person.</summary>
    public StaffId Person { get; }

    /// <summary>The training, in the order of days.</summary>
    public ItemList<Training> Trainings { get; private init; }

    /// <summary>The assessments, in the order of days.</summary>
    public ItemList<Assessed> Assessments { get; private init; }

    /// <summary>Revocations and sentences, in the order told, and after them what failed assessments bar for, in the order of days.</summary>
    public ItemList<PostBar> Bars { get; private init; }

    /// <summary>The hours of training in some days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public decimal HoursBetween(LocalDate from, LocalDate to) => Trainings.Where(training => training.On >= from && training.On <= to).Sum(training => training.Hours);

    /// <summary>The bar that keeps the person from a post on a day; null when there is none.</summary>
    /// <param name="post">The post.</param>
    /// <param name="on">The day.</param>
    public PostBar? FindBar(SafetyPost post, LocalDate on) => Bars.FirstOrDefault(bar => bar.Bars(post) && bar.Term.Contains(on));

    internal Qualification With(Training training) => this with { Trainings = Inserted(Trainings, training, other => other.On) };

    internal Qualification With(Assessed assessed)
    {
        var assessments = Inserted(Assessments, assessed, other => other.On);
        return this with { Assessments = assessments, Bars = BarsOf(Bars.Where(bar => bar.Ground != PostBarGround.FailedAssessment), assessments) };
    }

    internal Qualification With(PostBar bar) => this with
    {
        Bars = BarsOf([.. Bars.Where(other => other.Ground != PostBarGround.FailedAssessment), bar], Assessments),
    };

    /// <summary>A fail bars from its day on until the next pass, however often it is failed meanwhile.</summary>
    private ImmutableArray<PostBar> BarsOf(IEnumerable<PostBar> told, ItemList<Assessed> assessments)
    {
        var bars = told.ToImmutableArray().ToBuilder();
        foreach (var (on, result) in assessments)
        {
            var isBarred = bars is [.., { Ground: PostBarGround.FailedAssessment, Term.IsOpen: true }];
            if (result.IsPassed && isBarred)
            {
                bars[^1] = bars[^1] with { Term = bars[^1].Term.EndingBefore(on) };
            }
            else if (!result.IsPassed && !isBarred)
            {
                bars.Add(new PostBar(Person, PostBarGround.FailedAssessment, on));
            }
        }

        return bars.ToImmutable();
    }

    private static ImmutableArray<T> Inserted<T>(ImmutableArray<T> items, T item, Func<T, LocalDate> on)
    {
        var place = items.Length;
        while (place > 0 && on(items[place - 1]) > on(item))
        {
            place--;
        }

        return items.Insert(place, item);
    }
}

/// <summary>Training of a person (培训).</summary>
/// <param name="On">The day.</param>
/// <param name="Hours">The hours.</param>
/// <param name="Subject">About what.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Training(LocalDate On, decimal Hours, string Subject)
{
    /// <summary>About what.</summary>
    public string Subject { get; init => field = TextRule.Name.Check(value, nameof(Subject)); } = TextRule.Name.Check(Subject, nameof(Subject));
}

/// <summary>An assessment of a person (考核).</summary>
/// <param name="On">The day.</param>
/// <param name="Result">How the person did.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Assessed(LocalDate On, AssessmentResult Result);
