using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain;

// The facts that follow from what a unit told, before policies read them.
public sealed partial class District
{
    // The rows of the businesses that the acts of this unit are about; noted only where something is derived.
    private readonly SortedSet<int> _concerned = [];

    private static HashSet<NumberFact> FactsOf(DistrictSettings settings)
    {
        var facts = new HashSet<NumberFact>();
        foreach (var derived in settings.Derived)
        {
            if (!settings.Schema.Contains(derived.Fact) || BusinessFacts.IsStandard(derived.Fact) || !facts.Add(derived.Fact))
            {
                throw new ArgumentException(
                    $"The derived fact '{derived.Fact.Id}' is not in the schema, is a standard one, or is derived twice. Allowed: own facts of the schema, each once.", nameof(settings));
            }
        }

        return facts;
    }

    // An act is asked before it is taken and after it: one that does not count any more was about what is gone.
    private void NoteConcerned(Act act)
    {
        if (_undo.IsOn && !Settings.Derived.IsEmpty)
        {
            _concerned.UnionWith(BookOf(act).BusinessesOf(act).Select(thing => Businesses.Register.FindRow(new BusinessId(thing.Id))).OfType<int>());
            if (act is AreaAct)
            {
                // A change of areas names no business and is about all that it carried over.
                _concerned.UnionWith(Businesses.Moved);
            }
        }
    }

    private ImmutableArray<Act> Derive(ImmutableArray<Act> kept, Moment moment)
    {
        if (Settings.Derived.IsEmpty)
        {
            return kept;
        }

        // Windows pass and ranks move with the day, whatever is done on it.
        var isNewDay = Version == 0 || moment.Today > Today;
        if (_gradings.Any(book => book.ReturnsAll))
        {
            // The grade of the day before may be another of anybody then.
            _concerned.UnionWith(Enumerable.Range(0, Businesses.Register.Count));
        }

        ItemList<long> mistakes = [.. kept.OfType<ActVoided>().Select(voided => voided.Place.Entry).Distinct().Order()];
        // Where a slip is put right, a derived fact may have rested on it, and another one, before it in the settings, on the grades that followed from that.
        var isSettled = false;
        for (var pass = 0; !isSettled && pass <= Settings.Derived.Length; pass++)
        {
            var before = kept.Length;
            _concerned.UnionWith(Businesses.Corrected.Keys);
            foreach (var derived in Settings.Derived)
            {
                var values = isNewDay ? derived.Compute(this, null, moment.Today)
                    : derived.IsOfPopulation ? Businesses.Changed.Count + Businesses.Moved.Count == 0 ? [] : derived.Compute(this, null, moment.Today)
                    : _concerned.Count == 0 ? [] : derived.Compute(this, _concerned, moment.Today);
                if (!values.IsEmpty)
                {
                    var act = new FactsDerived(values) { Mistakes = mistakes };
                    Evolve(act, At(moment, kept.Length));
                    kept = kept.Add(act);
                }
            }

            isSettled = kept.Length == before || Businesses.Corrected.Count == 0;
        }

        return kept;
    }
}
