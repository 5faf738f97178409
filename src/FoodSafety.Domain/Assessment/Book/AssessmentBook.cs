using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>The positive and negative points of everybody who is assessed (考核台账), each with its evidence; what was withdrawn is in the history alone.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AssessmentBook : ThingBook<PointsId, Done<PointsGiven>, PointsGiven>
{
    private readonly RuleBook<ItemList<ScoreSheet>> _sheets;
    private readonly Trails<Assessee, PointsId> _of;

    internal AssessmentBook(RuleBook<ItemList<ScoreSheet>> sheets, UndoLog undo) : base(undo) => (_sheets, _of) = (sheets, new(undo));

    /// <summary>The points of one assessee that stand, in the order recorded.</summary>
    /// <param name="assessee">Who is assessed.</param>
    public ImmutableArray<Done<PointsGiven>> PointsOf(Assessee assessee) =>
        // A number that was withdrawn may be given again, to the same one too.
        [.. _of.Of(assessee).Distinct().Select(Find).OfType<Done<PointsGiven>>().Where(given => given.Act.Assessee == assessee)];

    /// <summary>Scores one assessee for one period (评分).</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="assessee">Who is assessed, of the kind that the sheet is for.</param>
    /// <param name="period">The period; points count in it that happened in it.</param>
    /// <param name="indicators">The indicators of the assessee for the period, computed from the rooms; those that the sheet does not measure are not read.</param>
    /// <exception cref="ArgumentException">The sheet is not for such an assessee, or an indicator of it is missing or stands twice.</exception>
    public Assessed Score(ScoreSheet sheet, Assessee assessee, CadencePeriod period, IEnumerable<IndicatorValue> indicators)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(indicators);
        sheet.CheckKind(assessee);
        var values = indicators.ToLookup(value => value.Indicator.Code, StringComparer.Ordinal);
        var counted = PointsOf(assessee).Where(given => given.Act.Sheet == sheet.Id && period.Contains(given.Act.Happened)).ToList();
        var events = counted.ToLookup(given => given.Act.Line, StringComparer.Ordinal);
        var lines = sheet.Lines.Select(line => line switch
        {
            IndicatorLine measured => LineScore.Of(measured, OnlyValue(measured, values), sheet.Decimals),
            _ => LineScore.Of((EventLine)line, [.. events[line.Code]]),
        });
        return new Assessed(sheet, assessee, period, [.. lines], [.. counted.Where(given => sheet.FindLine(given.Act.Line) is not EventLine)]);
    }

    private protected override string ThingKind => PointsGiven.ThingKind;

    private protected override IEnumerable<Thing> BusinessesOf(Done<PointsGiven> thing, PointsGiven act) => [];

    private protected override PointsId IdOf(PointsGiven act) => act.Id;

    private protected override Decision Decide(Done<PointsGiven>? before, PointsGiven act, Moment moment)
    {
        if (!IdNumber.IsValid(act.Id.Number))
        {
            return Refusal.NoId;
        }

        if (before is not null)
        {
            return Refusal.IdTaken(act.Id.ToString());
        }

        if (act.Happened > moment.On)
        {
            return new Refusal(
                "not-in-the-future", ($"{act.Happened:uuuu-MM-dd} 晚于计分日 {moment.On:uuuu-MM-dd}。", $"It happened on {act.Happened:uuuu-MM-dd}, after the day of the points, {moment.On:uuuu-MM-dd}."),
                [new GuardValue("happened", $"{act.Happened:uuuu-MM-dd}"), new GuardValue("at-most", $"{moment.On:uuuu-MM-dd}")],
                Allowed: ($"{moment.On:uuuu-MM-dd} 及以前。", $"{moment.On:uuuu-MM-dd} and earlier."));
        }

        var sheets = _sheets.FindFor(moment);
        if (sheets.FirstOrDefault(sheet => sheet.Id == act.Sheet) is not { } sheet)
        {
            return new Refusal(
                "unknown-sheet", ($"没有评分表“{act.Sheet}”。", $"There is no score sheet '{act.Sheet}'."), [new GuardValue("sheet", act.Sheet)],
                Allowed: Listed(sheets.Select(known => known.Id)));
        }

        if (sheet.FindLine(act.Line) is not EventLine line)
        {
            return new Refusal(
                "unknown-line", ($"评分表“{sheet.Id}”没有加减分项“{act.Line}”。", $"Sheet '{sheet.Id}' has no line of events '{act.Line}'."),
                [new GuardValue("sheet", sheet.Id), new GuardValue("line", act.Line)], Allowed: Listed(sheet.Lines.OfType<EventLine>().Select(known => known.Code)));
        }

        return act.Assessee.Kind == sheet.Kind ? act with { Points = act.Points ?? line.Each } : new Refusal(
            "other-assessee", ($"评分表“{sheet.Id}”不用于{act.Assessee.Text.Chinese}。", $"Sheet '{sheet.Id}' is not for {act.Assessee.Text.English}."),
            [new GuardValue("sheet", sheet.Id), new GuardValue("assessee", $"{act.Assessee}")], Allowed: ($"{sheet.Kind.Name().Chinese}。", $"A {sheet.Kind.Name().English}."));
    }

    private protected override Done<PointsGiven> After(Done<PointsGiven>? before, PointsGiven act, Moment moment) => new(act, moment);

    private protected override void Changed(Done<PointsGiven>? before, Done<PointsGiven>? after)
    {
        if (after is not null)
        {
            _of.Add(after.Act.Assessee, after.Act.Id);
        }
    }

    private static Languages.BilingualText Listed(IEnumerable<string> codes) => codes.ToList() is { Count: > 0 } known
        ? (string.Join('、', known) + "。", string.Join(", ", known) + ".") : ("无。", "nothing.");

    private static IndicatorValue OnlyValue(IndicatorLine line, ILookup<string, IndicatorValue> indicators)
    {
        var found = indicators[line.Code].Take(2).ToArray();
        return found.Length == 1
            ? found[0]
            : throw new ArgumentException($"Indicator '{line.Code}' is {(found.Length == 0 ? "missing" : "there twice")}. The sheet scores each of its indicators once.", nameof(indicators));
    }
}
