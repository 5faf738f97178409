using NodaTime;

namespace FoodSafety.Domain.Acts;

/// <summary>What stands in the way of voiding one act of a thing: books ask it however they keep their acts.</summary>
internal static class Voiding
{
    /// <summary>The day of the last act of a history that counts; the first of all days when none does.</summary>
    public static LocalDate LastDayOf<TAct>(IReadOnlyList<Done<TAct>> history) where TAct : Act =>
        history.Where(done => done.Counts).Select(done => done.On).DefaultIfEmpty(LocalDate.MinIsoValue).Max();

    /// <param name="voided">What is to be voided.</param>
    /// <param name="history">All acts on the thing, in the order recorded; empty when there is no such thing.</param>
    /// <param name="follows">Whether an act could be taken all the same if the thing had been this before it.</param>
    /// <param name="after">The thing after an act.</param>
    public static Decision Decide<T, TAct>(ActVoided voided, IReadOnlyList<Done<TAct>> history, Func<T?, Done<TAct>, bool> follows, Func<T?, Done<TAct>, T> after)
        where T : class
        where TAct : Act
    {
        if (history.FirstOrDefault(done => done.Moment.Place == voided.Place) is not { } mistaken)
        {
            return new Refusal(
                "no-such-act", ($"{voided.About} 在条目 {voided.Place} 没有事项。", $"There is no act on {voided.About} at {voided.Place}."),
                [new("thing", $"{voided.About}"), new("place", $"{voided.Place}")],
                Allowed: (string.Join('、', history.Select(done => $"{done.Moment.Place}")), string.Join(", ", history.Select(done => $"{done.Moment.Place}"))));
        }

        if (mistaken.VoidedBy is { } by)
        {
            return new Refusal(
                "voided-already", ($"条目 {voided.Place} 的事项已由 {by} 作废。", $"The act at {voided.Place} was voided by {by}."),
                [new("place", $"{voided.Place}"), new("by", $"{by}")]);
        }

        T? thing = null;
        List<ActPlace> resting = [];
        foreach (var done in history.Where(done => done.Counts && done != mistaken))
        {
            if (done.Moment.Place.IsAfter(voided.Place) && !follows(thing, done))
            {
                resting.Add(done.Moment.Place);
            }
            else
            {
                thing = after(thing, done);
            }
        }

        return resting.Count == 0 ? voided : new Refusal(
            "others-rest-on-it", ($"其后的事项以它为前提：{string.Join('、', resting)}。", $"Later acts rest on the one at {voided.Place}: {string.Join(", ", resting)}."),
            [.. resting.Select(place => new Lifecycles.GuardValue("resting", $"{place}"))],
            Allowed: ("先作废这些事项，最后的在前。", "Voiding those first, the last of them first."));
    }
}
