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
            page.Paragraph(($"{Mark(i)} {note.Chinese}", $"{Mark(i)} {note.English}"));
        }

        AddRest(page);
    }

    private List<(BilingualText Types, BilingualText[] Cells)> Rows(TGrade[] grades)
    {
        PolicySpace? space = null;
        try
        {
            space = new PolicySpace(policy.Conditions, new DiagramStore(PolicyAnalysisOptions.Default.MostSteps));
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
        _notes.AddRange(overriding.Select(rule => policy.Scale.NameOf(rule.Grade) is var grade && rule.IsFinal
            ? new BilingualText($"{rule.Title.Chinese}：直接定为{grade.Chinese}，不再调整。", $"{rule.Title.English}: {grade.English} in any case, not adjusted.")
            : new BilingualText($"{rule.Title.Chinese}：至少为{grade.Chinese}。", $"{rule.Title.English}: at least {grade.English}.")));
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
                : Words(new RegionLister(space, MostBoxes).List(region, out _).Select(box => box.ToText(space)));
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

    private static string Mark(int note) => string.Concat($"{note + 1}".Select(digit => Superscripts[digit - '0']));
}
