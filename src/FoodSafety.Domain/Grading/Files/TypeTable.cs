using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Business types by grades, with the ranges of size in the cells (主体业态分级表).</summary>
internal sealed class TypeTable<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum
{
    private const int MostBoxes = 20;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly IChoiceFact? _choice = LeadingChoice.Of(policy);
    private readonly List<BilingualText> _notes = [];

    // The notes that speak of every type, and need no mark that says of which.
    private readonly HashSet<int> _ofAll = [];

    public void AddTo(PrintedPage.Builder page)
    {
        TGrade[] grades = [.. policy.Scale.MildestFirst.Reverse()];
        page.Heading(2, ("分级标准", "Grades"));
        page.Table([_choice?.Name ?? ("主体", "business"), .. grades.Select(policy.Scale.NameOf)]);
        foreach (var (types, cells) in Rows(grades))
        {
            page.Row([types, .. cells]);
        }

        foreach (var (i, note) in _notes.Index())
        {
            page.Paragraph(($"{Mark(i)} {note.Chinese}".TrimStart(), $"{Mark(i)} {note.English}".TrimStart()));
        }

        AddRest(page);
    }

    private List<(BilingualText Types, BilingualText[] Cells)> Rows(TGrade[] grades)
    {
        try
        {
            var space = new PolicySpace(policy.Conditions, new DiagramStore(PolicyAnalysisOptions.Default));
            space.AddNumbers();
            return RowsOf(space, grades);
        }
        catch (DiagramTooLargeException)
        {
            return [(("全部", "all"), [.. grades.Select(grade => Words(policy.Rules.Where(rule => rule.Grade.Equals(grade)).Select(rule => rule.When.Text)))])];
        }
    }

    private List<(BilingualText Types, BilingualText[] Cells)> RowsOf(PolicySpace space, TGrade[] grades)
    {
        var overriding = policy.Rules.Where(rule => !GoesByTypeAndSize(rule)).ToList();
        var decision = space.Diagrams.Leaf(policy.Scale.StrictnessOf(policy.Otherwise.Grade));
        // What decides first is laid on last: the stricter rules, and final ones on all others.
        foreach (var rule in RankedRule.Of(policy).Where(rule => GoesByTypeAndSize((GradingRule<TGrade>)policy.Clauses[rule.Clause])).Reverse())
        {
            var strictness = rule.Strictness;
            decision = new DiagramMerge(space.Diagrams, (holds, below) => holds == 1 ? strictness : below).Of(space.Readable.Of(rule.When), decision);
        }

        var axis = _choice is null || !space.Has(_choice) ? (int?)null : space.AxisOf(_choice);
        var values = axis is null ? [(0, 0)] : _choice!.Values.Index().Where(value => value.Item != 0).ToList();
        var applying = overriding.Select(rule => values.Where(value => At(space.Readable.Of(rule.When), value.Item1) != DiagramStore.No).Select(value => value.Item1).ToHashSet()).ToList();
        _ofAll.UnionWith(applying.Index().Where(rule => rule.Item.Count == values.Count).Select(rule => rule.Index));
        _notes.AddRange(overriding.Select(rule => policy.Scale.NameOf(rule.Grade) is var grade && rule.IsFinal
            ? new BilingualText($"{rule.Title.Chinese}：{ChineseSpacing.After("直接定为", grade.Chinese)}，不再调整。", $"{rule.Title.English}: {grade.English} in any case, not adjusted.")
            : new BilingualText($"{rule.Title.Chinese}：{ChineseSpacing.After("至少为", grade.Chinese)}。", $"{rule.Title.English}: at least {grade.English}.")));
        return
        [
            .. values
                .GroupBy(value => (Decided: At(decision, value.Item1), Notes: string.Concat(applying.Index().Where(rule => rule.Item.Contains(value.Item1)).Select(rule => Mark(rule.Index)))))
                .Select(alike => (Types(alike.Select(value => value.Item2), alike.Key.Notes), grades.Select(grade => Cell(alike.Key.Decided, policy.Scale.StrictnessOf(grade))).ToArray())),
        ];

        int At(int diagram, int place) => axis is { } known ? space.Diagrams.At(diagram, known, place) : diagram;

        BilingualText Cell(int decided, int strictness)
        {
            var region = space.Diagrams.Map(decided, value => value == strictness ? 1 : 0);
            return region == DiagramStore.No ? ("—", "—")
                : region == DiagramStore.Yes ? ("全部", "all")
                : Ranges(region, decided, strictness);
        }

        // Where it takes several ranges to leave out what stricter grades take, it is told from where on, and that it falls short of those.
        BilingualText Ranges(int region, int decided, int strictness)
        {
            var lister = new RegionLister(space, MostBoxes);
            var exact = lister.List(region, out var isExact);
            var stricter = Enumerable.Range(strictness + 1, policy.Scale.Count - strictness - 1).Where(other => space.Diagrams.Map(decided, value => value == other ? 1 : 0) != DiagramStore.No).ToList();
            if (stricter.Count > 0 && (exact.Length > 1 || !isExact))
            {
                var from = space.Diagrams.Map(decided, value => value >= strictness ? 1 : 0);
                if (from == DiagramStore.Yes)
                {
                    return ("其余", "all others");
                }

                if (lister.List(from, out var isFromExact) is [var one] && isFromExact)
                {
                    var (words, next) = (one.ToText(space), policy.Scale.NameOf(policy.Scale.MildestFirst[stricter[0]]));
                    return ($"{words.Chinese}，未达 {next.Chinese}", $"{words.English}, short of {next.English}");
                }
            }

            var told = Words(exact.Select(box => box.ToText(space)));
            return isExact ? told : ($"部分情形，均属：{told.Chinese}", $"some of: {told.English}");
        }
    }

    /// <summary>Whether a rule asks for the type and for numbers, and for nothing else; others override what these give.</summary>
    private bool GoesByTypeAndSize(GradingRule<TGrade> rule)
    {
        var nodes = ExpressionNodes.In(rule.When);
        return nodes.All(node => node is not (IFact and not NumberFact) and not CustomCondition && (node is not ChoiceIn choice || choice.Fact.Equals(_choice)))
            && (_choice is null || nodes.OfType<ChoiceIn>().Any());
    }

    private BilingualText Types(IEnumerable<int> values, string notes)
    {
        if (_choice is null)
        {
            return ($"全部{notes}", $"all{notes}");
        }

        var names = values.Select(value => _choice.Show(value)).ToList();
        return (string.Join("、", names.Select(name => name.Chinese)) + notes, string.Join(", ", names.Select(name => name.English)) + notes);
    }

    private void AddRest(PrintedPage.Builder page)
    {
        if (!policy.Adjustments.IsEmpty)
        {
            page.Heading(2, ("等级调整", "Adjustments"));
            foreach (var adjustment in policy.Adjustments)
            {
                var effect = ClauseWords.Given(adjustment, policy);
                page.Item(($"{adjustment.Title.Chinese}（{effect.Chinese}）", $"{adjustment.Title.English} ({effect.English})"));
            }
        }

        if (!policy.NotGraded.IsEmpty)
        {
            page.Heading(2, ("不予分级", "Not graded"));
            foreach (var rule in policy.NotGraded)
            {
                page.Item(rule.Title);
            }
        }
    }

    private static BilingualText Words(IEnumerable<BilingualText> texts)
    {
        var all = texts.ToList();
        return all.Count == 0 ? ("—", "—") : (string.Join("；", all.Select(text => text.Chinese)), string.Join("; ", all.Select(text => text.English)));
    }

    /// <summary>The number of a note among those that are of some types only; empty for a note that is of all.</summary>
    private string Mark(int note) => _ofAll.Contains(note) ? "" : string.Concat($"{note + 1 - _ofAll.Count(other => other < note)}".Select(digit => Superscripts[digit - '0']));
}
