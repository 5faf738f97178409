using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>What the entries of a district say of areas, businesses and publications, told again in plain loops; and what they say without what does not count.</summary>
internal sealed class PlainDistrict
{
    private static readonly IFact[] Facts = [BusinessFacts.DinersPerMeal, BusinessFacts.Status, BusinessFacts.Type, PlanWorld.StatedTier, ActGen.Seats];

    private readonly ImmutableArray<Entry> _entries;
    private readonly HashSet<ActPlace> _voided;

    // As recorded with each entry.
    private readonly List<Ground> _grounds =
        [new(LocalDate.MinIsoValue, ImmutableSortedDictionary<AreaCode, string>.Empty, ImmutableSortedDictionary.Create<string, Told>(StringComparer.Ordinal))];
    private readonly List<(LocalDate On, ImmutableSortedDictionary<AreaCode, string> Areas)> _inEffect = [(LocalDate.MinIsoValue, ImmutableSortedDictionary<AreaCode, string>.Empty)];

    public PlainDistrict(ImmutableArray<Entry> entries)
    {
        _entries = entries;
        _voided = [.. entries.SelectMany(entry => entry.Acts).OfType<ActVoided>().Select(voided => voided.Place)];
        foreach (var entry in entries)
        {
            var (_, areas, businesses) = _grounds[^1];
            foreach (var act in entry.Acts)
            {
                (areas, businesses) = After(areas, businesses, act, entry.Stamp.On);
                if (act is AreaAct)
                {
                    _inEffect.Add((entry.Stamp.On, areas));
                }
            }

            _grounds.Add(new(DayOf(entry), areas, businesses));
        }
    }

    /// <summary>What a register says of a business, in the words of this.</summary>
    public static string Show(Business business) => $"{business.Id} {business.Area} {business.Name} {business.CreditCode} {business.Licence} {string.Join(" ", Facts.Select(fact => ((IFactSource)business).Read(fact)))}";

    /// <summary>The same by the acts.</summary>
    public static string Show(string business, Told told) => $"{business} {told["area"]} {told["name"]} {told["credit-code"]} {told["licence"]} {string.Join(" ", Facts.Select(fact => told[fact.Id]))}";

    /// <summary>The areas and what stands of the businesses, as recorded at the end of a day.</summary>
    public Ground GroundOn(LocalDate day) => _grounds.Last(ground => ground.Recorded <= day);

    /// <summary>The areas in effect on a day, by all that is known now.</summary>
    public ImmutableSortedDictionary<AreaCode, string> AreasInEffectOn(LocalDate day) => _inEffect.Last(change => change.On <= day).Areas;

    /// <summary>The reports that were published until a day and were not voided, each with the day of its withdrawal until then and what corrects it.</summary>
    public IEnumerable<(ReportPublished Report, LocalDate? Withdrawn, PublicationId? CorrectedBy)> PublishedOn(LocalDate day)
    {
        var counting = Counting().Where(done => done.Entry.Stamp.On <= day).ToList();
        return counting.Where(done => done.Act is ReportPublished).Select(done => (
            (ReportPublished)done.Act,
            (LocalDate?)counting.Where(other => other.Act is ReportWithdrawn withdrawn && withdrawn.Id == ((ReportPublished)done.Act).Id).Select(other => (LocalDate?)other.Entry.Stamp.On).FirstOrDefault(),
            counting.Select(other => other.Act).OfType<ReportPublished>().Where(other => other.Corrects?.Report == ((ReportPublished)done.Act).Id).Select(other => (PublicationId?)other.Id).FirstOrDefault()));
    }

    /// <summary>The entries without what was voided and, of what counts by its day, what was done after a day: in the place of each such act a day begins.</summary>
    /// <param name="day">The day.</param>
    /// <param name="voidable">The sorts of things of which acts can be voided: these are deeds, and appeals beside them.</param>
    public IEnumerable<Entry> Until(LocalDate day, IReadOnlySet<string> voidable)
    {
        var opened = Counting().Where(done => done.Act is RoundOpened && done.Entry.Stamp.On <= day).Select(done => ((RoundOpened)done.Act).Id).ToHashSet();
        return _entries.Select(entry => entry with { Acts = [.. entry.Acts.Select((act, number) => Kept(entry, act, number))] });

        Act Kept(Entry entry, Act act, int number) => act switch
        {
            ActVoided => new DayBegan(),
            _ when _voided.Contains(new(entry.Number, number)) => new DayBegan(),
            // Each says itself since when: what is known now of that day is known, whenever it was done.
            PersonBarred => act,
            RoundMarked marked => opened.Contains(marked.Id) && Until(marked, entry.Stamp.On) is { Marks.IsEmpty: false } some ? some : new DayBegan(),
            _ when entry.Stamp.On > day && act.Thing is { Kind: var kind } && (voidable.Contains(kind) || kind.EndsWith("-appeal", StringComparison.Ordinal)) => new DayBegan(),
            _ => act,
        };

        RoundMarked Until(RoundMarked marked, LocalDate on) =>
            marked with { Marks = [.. marked.Marks.Where(mark => (mark.On ?? on) <= day).Select(mark => mark with { On = mark.On ?? on })] };
    }

    private IEnumerable<(Entry Entry, Act Act)> Counting() =>
        _entries.SelectMany(entry => entry.Acts.Select((act, number) => (entry, act, number))).Where(done => !_voided.Contains(new(done.entry.Number, done.number))).Select(done => (done.entry, done.act));

    private static LocalDate DayOf(Entry entry) => Domain.Time.ChinaTime.DateOf(entry.Stamp.RecordedAt);

    private static (ImmutableSortedDictionary<AreaCode, string> Areas, ImmutableSortedDictionary<string, Told> Businesses) After(
        ImmutableSortedDictionary<AreaCode, string> areas, ImmutableSortedDictionary<string, Told> businesses, Act act, LocalDate on)
    {
        return act switch
        {
            AreasLaidDown laid => (areas.SetItems(laid.Areas.Select(area => KeyValuePair.Create(area.Code, area.Name))), businesses),
            // An area that has become others lives on only where it is one of them.
            AreasChanged changed => (
                areas.RemoveRange(changed.Successions.Where(change => !change.To.Contains(change.From)).Select(change => change.From)).SetItems(changed.Areas.Select(area => KeyValuePair.Create(area.Code, area.Name))),
                businesses.SetItems(businesses.Select(business => KeyValuePair.Create(business.Key, After(business.Value, business.Key, changed))))),
            BusinessesOpened opened => (areas, businesses.SetItems(opened.Businesses.Select(business => KeyValuePair.Create(business.Id.Value, Opened(business))))),
            BusinessMoved moved => Tell(moved, [("area", moved.Area)]),
            BusinessRenamed renamed => Tell(renamed, [("name", renamed.Name)]),
            CreditCodeChanged changed => Tell(changed, [("credit-code", changed.CreditCode)]),
            LicenceChanged changed => Tell(changed, [("licence", changed.Licence)]),
            FactsStated stated => Tell(stated, Values(stated.Facts)),
            // It stands whatever was told of later days: it says how the business is.
            FactsCorrected corrected => Tell(corrected, Values(corrected.Facts), isCorrection: true),
            _ => (areas, businesses),
        };

        Told Opened(Business business) => Facts.Aggregate(
            Told.Nothing.With("area", business.Area, on).With("name", business.Name, on).With("credit-code", business.CreditCode, on).With("licence", business.Licence, on), (told, fact) => told.With(fact.Id, ((IFactSource)business).Read(fact), on));

        (ImmutableSortedDictionary<AreaCode, string>, ImmutableSortedDictionary<string, Told>) Tell(BusinessAct told, IEnumerable<(string Key, object Value)> values, bool isCorrection = false) =>
            (areas, businesses.SetItem(told.Business.Value, values.Where(value => isCorrection || on >= businesses[told.Business.Value].Since(value.Key))
                .Aggregate(businesses[told.Business.Value], (all, value) => all.With(value.Key, value.Value, on))));

        static IEnumerable<(string, object)> Values(FactRecord facts) => facts.Values.Select(value => (value.Fact!.Id, (object)value.Stored));

        static Told After(Told told, string id, AreasChanged changed) =>
            told.With("area", changed.Placed.FirstOrDefault(placed => placed.Business.Value == id)?.Area ?? Became((AreaCode)told["area"], changed), told.Since("area"));
    }

    private static AreaCode Became(AreaCode code, AreasChanged changed)
    {
        if (changed.Successions.FirstOrDefault(change => change.From == code) is not { To: var to } || to.Contains(code))
        {
            return code;
        }

        if (to.IsEmpty)
        {
            return Became(code.Parent, changed);
        }

        // The lowest area that holds all that it became.
        var place = to[0];
        while (!to.All(place.Contains))
        {
            place = place.Parent;
        }

        return place;
    }

    /// <summary>Areas by code with their names, and businesses with what stands of them.</summary>
    internal sealed record Ground(LocalDate Recorded, ImmutableSortedDictionary<AreaCode, string> Areas, ImmutableSortedDictionary<string, Told> Businesses);

    /// <summary>What stands of a business, by fact, and since which day.</summary>
    internal sealed record Told(ImmutableSortedDictionary<string, (object Value, LocalDate Since)> Values)
    {
        public static readonly Told Nothing = new(ImmutableSortedDictionary<string, (object, LocalDate)>.Empty);

        public object this[string key] => Values[key].Value;

        public LocalDate Since(string key) => Values[key].Since;

        public Told With(string key, object value, LocalDate since) => new(Values.SetItem(key, (value, since)));
    }
}
