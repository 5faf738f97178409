using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Acts;

/// <summary>What is the same in every book of which single acts can be voided, however it keeps them.</summary>
internal static class Voiding
{
    /// <summary>The day of the last act of a history that counts; the first of all days when none does.</summary>
    public static LocalDate LastDayOf<TAct>(IReadOnlyList<Done<TAct>> history) where TAct : Act =>
        history.Where(done => done.Counts).Select(done => done.On).DefaultIfEmpty(LocalDate.MinIsoValue).Max();

    /// <summary>What stands in the way of voiding an act of a thing: nothing, or what rests on it.</summary>
    /// <param name="voided">What is to be voided.</param>
    /// <param name="history">All acts on the thing, in the order recorded; empty when there is no such thing.</param>
    /// <param name="follows">Whether an act could be taken all the same if the thing had been this before it.</param>
    /// <param name="after">The thing after an act.</param>
    public static Decision Decide<T, TAct>(ActVoided voided, IReadOnlyList<Done<TAct>> history, Func<T?, Done<TAct>, bool> follows, Func<T?, Done<TAct>, T> after)
        where T : class
        where TAct : Act
    {
        if (history.FindRefusal(voided) is { } refusal)
        {
            return refusal;
        }

        T? thing = null;
        List<ActPlace> resting = [];
        foreach (var done in history.Where(done => done.Counts && done.Moment.Place != voided.Place))
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

        return resting.Count == 0 ? voided : voided.RefuseFor(resting);
    }

    /// <summary>Why an act cannot be voided, whatever rests on it: it is not there, or was voided already; null when it can.</summary>
    public static Refusal? FindRefusal<TAct>(this IReadOnlyList<Done<TAct>> history, ActVoided voided) where TAct : Act
    {
        if (history.FirstOrDefault(done => done.Moment.Place == voided.Place) is not { } mistaken)
        {
            return new Refusal(
                "no-such-act", ($"{voided.About} 在条目 {voided.Place} 没有事项。", $"There is no act on {voided.About} at {voided.Place}."),
                [new GuardValue("thing", $"{voided.About}"), new GuardValue("place", $"{voided.Place}")],
                Allowed: (string.Join('、', history.Select(done => $"{done.Moment.Place}")), string.Join(", ", history.Select(done => $"{done.Moment.Place}"))));
        }

        return mistaken.VoidedBy is not { } by ? null : new Refusal(
            "voided-already", ($"条目 {voided.Place} 的事项已由 {by} 作废。", $"The act at {voided.Place} was voided by {by}."),
            [new GuardValue("place", $"{voided.Place}"), new GuardValue("by", $"{by}")]);
    }

    /// <summary>That an act cannot be voided because later ones rest on it.</summary>
    public static Refusal RefuseFor(this ActVoided voided, IReadOnlyCollection<ActPlace> resting) => new(
        "others-rest-on-it", ($"其后的事项以它为前提：{string.Join('、', resting)}。", $"Later acts rest on the one at {voided.Place}: {string.Join(", ", resting)}."),
        [.. resting.Select(place => new GuardValue("resting", $"{place}"))],
        Allowed: ("先作废这些事项，最后的在前。", "Voiding those first, the last of them first."));

    /// <summary>Writes at an act that it does not count.</summary>
    public static void Void<TKey, TAct>(this Trails<TKey, Done<TAct>> done, TKey key, ActVoided voided, Moment moment) where TKey : notnull where TAct : Act
    {
        var history = done.Of(key);
        var place = Enumerable.Range(0, history.Count).First(at => history[at].Moment.Place == voided.Place);
        done.Replace(key, place, history[place] with { VoidedBy = moment.Place });
    }
}
