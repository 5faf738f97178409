using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Acts;

/// <summary>What is the same in every book of which single acts can be voided.</summary>
internal static class Voiding
{
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

    /// <summary>Writes at an act that it does not count.</summary>
    public static void Void<TKey, TAct>(this Trails<TKey, Done<TAct>> done, TKey key, ActVoided voided, Moment moment) where TKey : notnull where TAct : Act
    {
        var history = done.Of(key);
        var place = Enumerable.Range(0, history.Count).First(at => history[at].Moment.Place == voided.Place);
        done.Replace(key, place, history[place] with { VoidedBy = moment.Place });
    }
}
