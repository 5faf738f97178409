using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The qualifications of all persons who hold, held or may not hold food-safety posts (任职资格台账): training, assessments, bars.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class QualificationBook : ThingBook<StaffId, Qualification, QualificationAct>
{
    internal const string PersonKind = "staff-qualification";

    internal QualificationBook(UndoLog undo)
        : base(undo)
    {
    }

    /// <summary>The bar that keeps a person from a post on a day, by all that is known now; null when there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="post">The post.</param>
    /// <param name="on">The day.</param>
    public PostBar? FindBar(StaffId person, SafetyPost post, LocalDate on) => Find(person)?.FindBar(post, on);

    /// <summary>The hours for which a person was trained in a calendar year.</summary>
    /// <param name="person">The person.</param>
    /// <param name="year">The year, from 1 to 9999.</param>
    public decimal TrainingHoursOf(StaffId person, int year) => Find(person)?.Trainings.Where(training => training.On.Year == year).Sum(training => training.Hours) ?? 0;

    private protected override string ThingKind => PersonKind;

    private protected override IEnumerable<Thing> BusinessesOf(Qualification thing, QualificationAct act) => [];

    private protected override StaffId IdOf(QualificationAct act) => act.Person;

    private protected override Decision Decide(Qualification? before, QualificationAct act, Moment moment) => act switch
    {
        PersonBarred { Bar: var bar } when bar.Decided > moment.On => new Refusal(
            "decided-later",
            ($"{bar.Text.Chinese}：决定日 {bar.Decided:uuuu-MM-dd} 晚于 {moment.On:uuuu-MM-dd}。", $"{bar.Text.English}: it was decided on {bar.Decided:uuuu-MM-dd}, after {moment.On:uuuu-MM-dd}."),
            [new GuardValue("person", bar.Person.Value), new GuardValue("decided", $"{bar.Decided:uuuu-MM-dd}"), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
            Allowed: ($"{moment.On:uuuu-MM-dd} 及以前的决定。", $"A decision of {moment.On:uuuu-MM-dd} or earlier.")),
        PersonTrained or PersonAssessed or PersonBarred => act,
        _ => throw Unknown(act),
    };

    private protected override Qualification After(Qualification? before, QualificationAct act, Moment moment)
    {
        var known = before ?? new Qualification(act.Person);
        return act switch
        {
            PersonTrained trained => known.With(new Training(moment.On.Iso(), trained.Hours, trained.Subject)),
            PersonAssessed assessed => known.With(new Assessed(moment.On.Iso(), assessed.Result)),
            PersonBarred barred => known.With(barred.Bar),
            _ => throw Unknown(act),
        };
    }
}
