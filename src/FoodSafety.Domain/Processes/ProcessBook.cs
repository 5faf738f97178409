using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Processes;

/// <summary>The procedures that a place laid down for itself, in all their versions (流程库).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ProcessBook : Book<ProcessLaidDown>
{
    private readonly Trail<Done<ProcessLaidDown>> _laidDown;

    internal ProcessBook(UndoLog undo) => _laidDown = new(undo);

    /// <summary>Every version that was laid down, in order (流程沿革).</summary>
    public IReadOnlyList<Done<ProcessLaidDown>> History => _laidDown.Items;

    /// <summary>A version of a procedure; null when it was not laid down.</summary>
    /// <param name="code">The code of the procedure.</param>
    /// <param name="version">The version.</param>
    public ProcessDefinition? Find(string code, string version) =>
        _laidDown.Items.FirstOrDefault(laid => laid.Act.Process.Code == code && laid.Act.Process.Version == version)?.Act.Process;

    /// <summary>The version under which a case begins on a day, by all that is known now: the last laid down in whose term it lies; null when there is none.</summary>
    /// <param name="code">The code of the procedure.</param>
    /// <param name="day">The day.</param>
    public ProcessDefinition? FindOn(string code, LocalDate day) =>
        _laidDown.Items.LastOrDefault(laid => laid.Act.Process.Code == code && laid.Act.Process.Term.Contains(day))?.Act.Process;

    /// <summary>The procedures under which cases could begin on a day, as recorded at its end, in the order of their codes.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<ProcessDefinition> On(LocalDate day) =>
    [
        .. _laidDown.Items.Where(laid => laid.Moment.Today <= day && laid.Act.Process.Term.Contains(day)).Select(laid => laid.Act.Process)
            .GroupBy(process => process.Code).OrderBy(versions => versions.Key, StringComparer.Ordinal).Select(versions => versions.Last()),
    ];

    private protected override Decision Decide(ProcessLaidDown act, Moment moment) => Find(act.Process.Code, act.Process.Version) is not null
        ? new Refusal(
            "version-taken", ($"流程“{act.Process.Code}”已有版本 {act.Process.Version}。", $"Process '{act.Process.Code}' has a version {act.Process.Version} already."),
            [new GuardValue("process", act.Process.Code), new GuardValue("version", act.Process.Version)], Allowed: ("未使用的版本号。", "A version that is not in use."))
        : Decision.Of(act, FaultsOf(act.Process));

    private protected override void Evolve(ProcessLaidDown act, Moment moment) => _laidDown.Add(new(act, moment));

    /// <summary>What does not fit together in a procedure: all of it.</summary>
    internal static IEnumerable<Refusal> FaultsOf(ProcessDefinition process)
    {
        foreach (var (kind, code) in Twice("state", process.States.Select(state => state.Code))
            .Concat(Twice("step", process.Steps.Select(step => step.Code))).Concat(Twice("field", process.Fields.Select(field => field.Code)))
            .Concat(process.Fields.SelectMany(field => Twice("choice", field.Choices.Select(choice => choice.Code)))))
        {
            yield return Fault("code-twice", ($"编码“{code}”重复。", $"The {kind} '{code}' stands twice."), (kind, code));
        }

        foreach (var step in process.Steps)
        {
            foreach (var state in step.From.Append(step.To).Where(state => process.FindState(state) is null).Distinct())
            {
                yield return Fault(
                    "unknown-state", ($"环节“{step.Code}”所指的状态“{state}”不存在。", $"The step '{step.Code}' names the state '{state}', which there is not."), ("step", step.Code), ("state", state))
                    with { Allowed = Words(process.States.Select(known => known.Code)) };
            }

            foreach (var field in step.Needs.Concat(step.May).Concat(step.Bars.Select(bar => bar.Field)).Where(field => process.FindField(field) is null).Distinct())
            {
                yield return Fault(
                    "unknown-field", ($"环节“{step.Code}”所指的项目“{field}”不存在。", $"The step '{step.Code}' names the field '{field}', which there is not."), ("step", step.Code), ("field", field))
                    with { Allowed = Words(process.Fields.Select(known => known.Code)) };
            }
        }

        foreach (var field in process.Fields.Where(field => field.Kind != ProcessFieldKind.Key && !field.Choices.IsEmpty))
        {
            yield return Fault("choices-of-no-key", ($"项目“{field.Code}”不是编号，不能有选项。", $"The field '{field.Code}' is no key and has choices."), ("field", field.Code))
                with { Allowed = ("编号类项目的选项。", "Choices of a key.") };
        }

        foreach (var (step, bar) in process.Steps.SelectMany(step => step.Bars.Select(bar => (step, bar))).Where(of => process.FindField(of.bar.Field) is { Kind: not ProcessFieldKind.Day }))
        {
            yield return Fault(
                "bar-of-no-day", ($"环节“{step.Code}”的时效所依项目“{bar.Field}”不是日期。", $"The step '{step.Code}' is barred by the field '{bar.Field}', which is no day."), ("step", step.Code), ("field", bar.Field))
                with { Allowed = Words(process.Fields.Where(field => field.Kind == ProcessFieldKind.Day).Select(field => field.Code)) };
        }

        foreach (var (step, bar) in process.Steps.SelectMany(step => step.Bars.Select(bar => (step, bar))).Where(of => of.bar.Within.RunsFromInstant))
        {
            yield return Fault(
                "bar-from-an-instant", ($"环节“{step.Code}”的时效 {bar.Within.Text.Chinese} 从时刻起算，不从日期起算。", $"The time within which the step '{step.Code}' is taken, {bar.Within.Text.English}, runs from an instant and not from a day."),
                ("step", step.Code), ("within", bar.Within.Text.English)) with { Allowed = ("日、工作日、月、年。", "Days, working days, months, years.") };
        }

        // Time runs where the state has a limit, or a step led there that extended one.
        foreach (var step in process.Steps.Where(step => step.ExtendsBy is not null && (step.From.IsEmpty || step.From.Any(state => !HasTime(process, state)))))
        {
            yield return Fault("extends-nothing", ($"环节“{step.Code}”办理时没有期限可以延长。", $"The step '{step.Code}' extends a time where none runs."), ("step", step.Code))
                with { Allowed = Words(process.States.Where(state => HasTime(process, state.Code)).Select(state => state.Code)) };
        }

        if (process.StepsFrom(null).IsEmpty)
        {
            yield return Fault("no-beginning", ($"流程“{process.Code}”没有起始环节。", $"Process '{process.Code}' has no step with which a case begins."), ("process", process.Code));
        }

        foreach (var state in process.States.Select(state => state.Code).Except(Reached(process)))
        {
            yield return Fault("unreachable-state", ($"没有环节通向状态“{state}”。", $"No way leads to the state '{state}'."), ("state", state));
        }
    }

    private static HashSet<string> Reached(ProcessDefinition process)
    {
        var reached = process.StepsFrom(null).Select(step => step.To).ToHashSet();
        for (var left = new Queue<string>(reached); left.TryDequeue(out var state);)
        {
            foreach (var to in process.StepsFrom(state).Select(step => step.To).Where(reached.Add))
            {
                left.Enqueue(to);
            }
        }

        return reached;
    }

    private static bool HasTime(ProcessDefinition process, string state) =>
        process.FindState(state) is not { } known || known.Within is not null || process.Steps.Any(step => step.To == state && step.ExtendsBy is not null && !step.From.Contains(state));

    private static IEnumerable<(string Kind, string Code)> Twice(string kind, IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => (kind, same.Key));

    private static Refusal Fault(string code, BilingualText text, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = ImmutableArray.CreateBuilder<GuardValue>();
        foreach (var (name, value) in values)
        {
            all.Add(new GuardValue(name, value));
        }

        return new Refusal(code, text, all.DrainToImmutable());
    }

    internal static BilingualText Words(IEnumerable<string> words) => words.ToList() is { Count: > 0 } some ? (string.Join('、', some), string.Join(", ", some)) : ("无。", "nothing.");
}
