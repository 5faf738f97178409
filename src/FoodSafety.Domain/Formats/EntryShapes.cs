using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Formats;

/// <summary>How entries and acts of no room stand in a journal.</summary>
internal static class EntryShapes
{
    private static readonly Shape<LocalTime> Time = Shape.Parsed<LocalTime>(
        time => LocalTimePattern.ExtendedIso.Format(time),
        text => LocalTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : null,
        "HH:mm:ss.fffffffff");

    public static readonly Shape<ActVoided> ActVoided = Shape.Object<ActVoided>(f => new ActVoided(
        f.Get("about", static act => act.About, SnapshotShapes.Thing),
        f.Get("place", static act => act.Place, SnapshotShapes.Place),
        f.Get("reason", static act => act.Reason, Shape.FreeText)));

    public static FieldsShape<Entry> Entry(Shape<Act> act, Shape<OutcomePart> part) => new ObjectShape<Entry>(f => new Entry(
        f.Get("number", static entry => entry.Number, Shape.IdNumber),
        new Stamp(
            f.Get("by", static entry => entry.Stamp.By, Shape.Text),
            f.Get("on", static entry => entry.Stamp.On, Shape.Date),
            f.Get("recordedAt", static entry => entry.Stamp.RecordedAt, Shape.Moment))
        {
            EnteredBy = f.Find("enteredBy", static entry => entry.Stamp.EnteredBy, Shape.Text),
            TakenOverFrom = f.Find("takenOverFrom", static entry => entry.Stamp.TakenOverFrom, Shape.Text),
            Time = f.FindValue("time", static entry => entry.Stamp.Time, Time),
            Seen = f.FindValue("seen", static entry => entry.Stamp.Seen, Shape.IdNumber),
        },
        f.List("acts", static entry => entry.Acts, act),
        new Outcome(f.List("outcome", static entry => entry.Outcome.Parts, part))));
}
