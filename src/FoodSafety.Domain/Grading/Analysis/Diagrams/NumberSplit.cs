using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// A number of too many values, of which some facts are read elsewhere too, as a sum (数值拆分): parts that are told apart value by value, as a single item that a rule of
/// its own asks, and groups of parts that nothing else reads, each of which stands for its facts. What the number is compared with, less each value of the others, cuts the largest group.
/// </summary>
internal sealed class NumberSplit
{
    // How many values the parts beside the largest group may add up to.
    private const int MostSums = 2_000;

    private NumberSplit(ImmutableArray<LinearTerm> told, ImmutableArray<(NumberGroup Group, long Factor)> groups) => (Told, Groups) = (told, groups);

    /// <summary>The parts that are told apart value by value, and those that have to be stated.</summary>
    public ImmutableArray<LinearTerm> Told { get; }

    /// <summary>The groups with their factors, the largest last.</summary>
    public ImmutableArray<(NumberGroup Group, long Factor)> Groups { get; }

    /// <summary>Splits numbers, as many as can be.</summary>
    /// <param name="survey">What is read where.</param>
    /// <param name="isTooLarge">Whether a number has too many values to go down to its facts.</param>
    /// <param name="mostSteps">How many steps a number may take.</param>
    public static Dictionary<SurveyedNumber, NumberSplit> Of(AtomSurvey survey, Predicate<SurveyedNumber> isTooLarge, long mostSteps)
    {
        var numbers = survey.Computed.Where(number => isTooLarge(number) && !survey.IsIndependent(number)).ToList();
        // A subtotal is best told as one value too.
        var parts = numbers.SelectMany(number => number.Form.Terms).Select(term => term.Part).ToHashSet();
        numbers.AddRange(survey.Computed.Where(number => !isTooLarge(number) && !survey.IsIndependent(number) && number.Form.Terms.Count(term => parts.Contains(term.Part)) > 1).ToList());
        while (true)
        {
            var splits = numbers.Count == 0 ? [] : new NumberSplitter(survey, numbers, mostSteps, MostSums).Split();
            // What can go down to its facts as well is better left to that, and then asks them by itself.
            if (numbers.RemoveAll(number => !isTooLarge(number) && !splits.ContainsKey(number)) == 0)
            {
                foreach (var split in splits.Values)
                {
                    split.AddCuts();
                }

                return splits;
            }
        }
    }

    /// <summary>Whether a part reads one fact alone, and is stated exactly where that is.</summary>
    public static bool NeedsItsOneFact(NumberExpression part) => AtomSurvey.AtomsIn(part).ToList() is [IFact] && part.Stored(FactRecord.Empty) == NumberExpression.NotStated;

    private ImmutableArray<(long Cut, (decimal Limit, bool IsIncluded)? Wording)> Cuts { get; init; }

    private void AddCuts()
    {
        foreach (var (group, _) in Groups[..^1])
        {
            for (var value = (long)group.Number.Form.Least + 1; value <= group.Number.Form.Most; value++)
            {
                group.Number.Limits.Add(value, null);
            }
        }

        foreach (var (cut, wording) in Cuts)
        {
            Groups[^1].Group.Number.Limits.Add(cut, wording);
        }
    }

    /// <summary>Splits numbers that share parts with each other.</summary>
    private sealed class NumberSplitter
    {
        private readonly AtomSurvey _survey;
        private readonly List<SurveyedNumber> _numbers;
        private readonly HashSet<object> _places;
        private readonly long _mostSteps;
        private readonly int _mostSums;
        private readonly Dictionary<object, HashSet<NumberExpression>> _partsOf = [];
        private readonly List<(NumberGroup Group, ImmutableArray<(int Number, long Factor)> Profile)> _groups = [];

        public NumberSplitter(AtomSurvey survey, List<SurveyedNumber> numbers, long mostSteps, int mostSums)
        {
            (_survey, _numbers, _places, _mostSteps, _mostSums) = (survey, numbers, [.. numbers], mostSteps, mostSums);
            foreach (var part in numbers.SelectMany(number => number.Form.Terms).Select(term => term.Part))
            {
                foreach (var atom in AtomSurvey.AtomsIn(part))
                {
                    _partsOf.TryAdd(atom, []);
                    _partsOf[atom].Add(part);
                }
            }

            Group();
        }

        public Dictionary<SurveyedNumber, NumberSplit> Split()
        {
            var splits = new Dictionary<SurveyedNumber, NumberSplit>();
            foreach (var (i, number) in _numbers.Index())
            {
                if (Split(i, number) is { } split)
                {
                    splits.Add(number, split);
                }
            }

            return splits;
        }

        /// <summary>Puts together the parts that nothing but these numbers reads, and each of them in the same measure.</summary>
        private void Group()
        {
            var profiles = new Dictionary<NumberExpression, List<(int Number, long Factor)>>();
            var order = new List<NumberExpression>();
            foreach (var (i, number) in _numbers.Index())
            {
                foreach (var (part, factor) in number.Form.Terms)
                {
                    if (profiles.TryAdd(part, []))
                    {
                        order.Add(part);
                    }

                    profiles[part].Add((i, factor));
                }
            }

            var grouped = new Dictionary<string, (ImmutableArray<(int Number, long Factor)> Profile, List<LinearTerm> Terms)>(StringComparer.Ordinal);
            foreach (var part in order.Where(part => profiles[part].All(one => one.Factor != 0) && IsPrivate(part)))
            {
                var common = profiles[part].Aggregate((Int128)0, (common, one) => LinearForm.Gcd(common, Int128.Abs(one.Factor)));
                var measure = (long)(profiles[part][0].Factor < 0 ? -common : common);
                var profile = profiles[part].Select(one => (one.Number, Factor: one.Factor / measure)).ToImmutableArray();
                var key = string.Join(';', profile.Select(one => $"{one.Number}:{one.Factor}"));
                grouped.TryAdd(key, (profile, []));
                grouped[key].Terms.Add(new LinearTerm(part, measure));
            }

            foreach (var (profile, terms) in grouped.Values.Where(group => group.Terms.Count > 1))
            {
                var common = (long)terms.Aggregate((Int128)0, (common, term) => LinearForm.Gcd(common, Int128.Abs(term.Factor)));
                var form = LinearForm.Of([.. terms.Select(term => term with { Factor = term.Factor / common })]);
                ImmutableArray<(int Number, long Factor)> factors = [.. profile.Select(one => (one.Number, one.Factor * common))];
                if (Number(form, factors) is { } number)
                {
                    _groups.Add((new NumberGroup(number, [.. terms.Select(term => term.Part).Where(IsAskedWhetherStated)]), factors));
                }
            }
        }

        /// <summary>Whether nothing but these numbers reads a part, so that it has its value whatever else is; that its fact is stated may be asked.</summary>
        private bool IsPrivate(NumberExpression part)
        {
            var atoms = AtomSurvey.AtomsIn(part).ToList();
            return atoms.Count > 0
                && atoms.TrueForAll(atom => _partsOf[atom].Count == 1 && _survey.ReadersOf(atom).All(place => place == AtomSurvey.WhetherStated || _places.Contains(place)))
                && (!IsAskedWhetherStated(part) || NeedsItsOneFact(part));
        }

        private bool IsAskedWhetherStated(NumberExpression part) => AtomSurvey.AtomsIn(part).Any(atom => _survey.ReadersOf(atom).Contains(AtomSurvey.WhetherStated));

        /// <summary>A group as a number in words of its own; null where they would be too large.</summary>
        private SurveyedNumber? Number(LinearForm form, ImmutableArray<(int Number, long Factor)> factors)
        {
            foreach (var (i, factor) in factors)
            {
                // It may be the whole of a number; seen from the other side its limits would be told the wrong way round.
                if (_numbers[i].Form.Terms.Length == form.Terms.Length && factor > 0)
                {
                    return new SurveyedNumber(form, _numbers[i].Wording, _numbers[i].Scale * factor, _numbers[i].Offset) { IsPart = true };
                }
            }

            var (number, times) = (_numbers[factors[0].Number], factors[0].Factor);
            var decimals = number.Wording.Decimals;
            var most = form.Terms.Sum(term => Math.Abs((double)term.Factor * times * number.Scale) * Math.Max(Math.Abs((double)term.Part.Least), Math.Abs((double)term.Part.Most)));
            if (most > Exact.MostStored || form.Terms.Sum(term => (long)term.Part.Size.Parts + 1) + 2 > ExpressionLimits.MostParts || form.Terms.Max(term => term.Part.Size.Depth) + 3 > ExpressionLimits.MostDepth
                || form.Terms.Any(term => term.Part.Decimals > decimals))
            {
                return null;
            }

            var sum = new SumOf([.. form.Terms.Select(term =>
                Exact.ToDecimal(term.Factor * times * number.Scale, decimals - term.Part.Decimals) is var factor && factor == 1 ? term.Part : new Multiple(term.Part, factor))]);
            var own = form.Terms.Select(term => term.Part).ToHashSet();
            NumberExpression wording = number.Wording is NamedNumber { Name: var name }
                ? sum.Named(Without(name, [.. number.Form.Terms.Select(term => term.Part).Where(part => !own.Contains(part))]))
                : sum;
            return new SurveyedNumber(form, wording, times * number.Scale / Exact.Power(decimals - sum.Decimals), 0) { IsPart = true };
        }

        private static BilingualText Without(BilingualText name, List<NumberExpression> parts)
        {
            const int MostListed = 3;
            var (some, others) = (parts.Take(MostListed).Select(NameOf).ToList(), parts.Count - MostListed);
            return (
                $"{name.Chinese}（不含 {string.Join("、", some.Select(part => part.Chinese))}{(others > 0 ? $" 等 {parts.Count} 项" : "")}）",
                $"{name.English} without {string.Join(", ", some.Select(part => part.English))}{(others > 0 ? $" and {others} other{(others == 1 ? "" : "s")}" : "")}");
        }

        private static BilingualText NameOf(NumberExpression part) => AtomSurvey.AtomsIn(part).ToList() is [IFact fact] ? fact.Name : part.Text;

        private NumberSplit? Split(int place, SurveyedNumber number)
        {
            var groups = _groups.Where(group => group.Profile.Any(one => one.Number == place))
                .Select(group => (group.Group, group.Profile.First(one => one.Number == place).Factor))
                .OrderBy(group => group.Group.Number.Form.Most - group.Group.Number.Form.Least).ToImmutableArray();
            if (groups.IsEmpty)
            {
                return null;
            }

            var grouped = groups.SelectMany(group => group.Group.Number.Form.Terms).Select(term => term.Part).ToHashSet();
            var told = number.Form.Terms.Where(term => !grouped.Contains(term.Part)).ToList();
            var sums = new HashSet<long> { 0 };
            foreach (var values in told.Select(ValuesOf).Concat(groups[..^1].Select(group => ValuesOf(group.Group.Number.Form, group.Factor))))
            {
                if (values is null || (long)values.Count * sums.Count > _mostSteps)
                {
                    return null;
                }

                sums = [.. sums.SelectMany(_ => values, (sum, value) => sum + value)];
                if (sums.Count > _mostSums)
                {
                    return null;
                }
            }

            var (cuts, rest) = (number.Limits.Cuts, groups[^1]);
            var ends = (double)sums.Count * Math.Max(1, cuts.Count);
            if (Math.Max(ends * sums.Count, ends * rest.Group.Number.Form.Terms.Length) > _mostSteps || !NumberDiagrams.IsAffordable(told, _mostSteps))
            {
                return null;
            }

            // What has to be stated beside its value is asked by itself.
            told.AddRange(groups.SelectMany(group => group.Group.Stated).Select(part => new LinearTerm(part, 0)));
            return new NumberSplit([.. told], groups) { Cuts = [.. CutsOf(number, sums, rest.Group.Number, rest.Factor)] };
        }

        private static IEnumerable<(long Cut, (decimal Limit, bool IsIncluded)? Wording)> CutsOf(SurveyedNumber number, HashSet<long> sums, SurveyedNumber rest, long factor)
        {
            foreach (var cut in number.Limits.Cuts)
            {
                // Where it is the whole number, it is told with the limits as they are written.
                var wording = rest.Wording == number.Wording ? number.Limits.WordingOf(cut) : null;
                foreach (var sum in sums)
                {
                    yield return (factor > 0 ? AtomSurvey.Ceiling(cut - sum, factor) : AtomSurvey.Floor(cut - sum, factor) + 1, wording);
                }
            }
        }

        /// <summary>All values of a group, times a factor, and perhaps some more; null where they are too many.</summary>
        private List<long>? ValuesOf(LinearForm form, long factor) => form.Most - form.Least >= _mostSums
            ? null
            : [.. Enumerable.Range(0, (int)(form.Most - form.Least) + 1).Select(i => ((long)form.Least + i) * factor)];

        /// <summary>All that a part can add, and perhaps some more; null where that is not known or too much.</summary>
        private List<long>? ValuesOf(LinearTerm term) => term.Factor == 0 ? [0] : ValuesOf(term.Part)?.ConvertAll(value => value * term.Factor);

        private List<long>? ValuesOf(NumberExpression part) => part switch
        {
            NumberFact fact => fact.Count > _mostSums ? null : [.. Enumerable.Range(0, (int)fact.Count).Select(i => fact.ValueAt(i))],
            Score score => [0, .. score.StoredPoints],
            NamedNumber named => ValuesOf(named.Inner),
            NumberOrElse orElse => ValuesOf(orElse.Inner) is { } values && Exact.Power(orElse.Decimals - orElse.Inner.Decimals) is var finer
                ? [orElse.StoredOtherwise, .. values.Select(value => value * finer)]
                : null,
            _ => null,
        };
    }
}

/// <summary>Parts of numbers that stand together for their facts (分项组).</summary>
/// <param name="number">Their sum.</param>
/// <param name="stated">Those of which it is asked elsewhere whether they are stated; of these the sum is the value that they have where they are.</param>
internal sealed class NumberGroup(SurveyedNumber number, ImmutableArray<NumberExpression> stated)
{
    public SurveyedNumber Number => number;

    public ImmutableArray<NumberExpression> Stated => stated;
}
