using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Processes;

namespace FoodSafety.Domain.Formats;

/// <summary>How procedures and the steps of cases stand in a file.</summary>
internal static class ProcessShapes
{
    private static readonly Shape<ProcessState> State = Shape.Object<ProcessState>(f => new ProcessState(
        f.Get("code", static state => state.Code, Shape.Text),
        f.Get("name", static state => state.Name, Shape.Bilingual),
        f.Find("within", static state => state.Within, TimeShapes.Limit)));

    private static readonly Shape<StepBar> Bar = Shape.Object<StepBar>(f => new StepBar(
        f.Get("field", static bar => bar.Field, Shape.Text),
        f.Get("within", static bar => bar.Within, TimeShapes.Limit)));

    private static readonly Shape<ProcessChoice> Choice = Shape.Object<ProcessChoice>(f => new ProcessChoice(
        f.Get("code", static choice => choice.Code, Shape.Text),
        f.Get("name", static choice => choice.Name, Shape.Bilingual)));

    private static readonly Shape<ProcessStep> Step = Shape.Object<ProcessStep>(f => new ProcessStep(
        f.Get("code", static step => step.Code, Shape.Text),
        f.Get("name", static step => step.Name, Shape.Bilingual),
        f.List("from", static step => step.From, Shape.Text),
        f.Get("to", static step => step.To, Shape.Text),
        f.List("needs", static step => step.Needs, Shape.Text),
        f.List("may", static step => step.May, Shape.Text))
    {
        ExtendsBy = f.Find("extendsBy", static step => step.ExtendsBy, TimeShapes.Limit),
        Bars = f.List("bars", static step => step.Bars, Bar),
    });

    private static readonly Shape<ProcessField> Field = Shape.Object<ProcessField>(f => new ProcessField(
        f.Get("code", static field => field.Code, Shape.Text),
        f.Get("name", static field => field.Name, Shape.Bilingual),
        f.Get("kind", static field => field.Kind, Shape.Enum<ProcessFieldKind>()))
    {
        Choices = f.List("choices", static field => field.Choices, Choice),
    });

    private static readonly Shape<FieldValue> Value = Shape.Object<FieldValue>(f => new FieldValue(
        f.Get("field", static value => value.Field, Shape.Text),
        f.Get("value", static value => value.Value, Shape.FreeText)));

    public static readonly Shape<ProcessDefinition> Definition = Shape.Object<ProcessDefinition>(f => new ProcessDefinition(
        f.Get("code", static process => process.Code, Shape.Text),
        f.Get("version", static process => process.Version, Shape.Text),
        f.Get("name", static process => process.Name, Shape.Bilingual),
        f.Get("term", static process => process.Term, SnapshotShapes.Term),
        f.Get("basis", static process => process.Basis, SnapshotShapes.Citation),
        f.List("states", static process => process.States, State),
        f.List("steps", static process => process.Steps, Step))
    {
        Fields = f.List("fields", static process => process.Fields, Field),
    });

    private static readonly Shape<int> FileFormat = new SimpleShape<int>(
        static (writer, format) => writer.WriteNumberValue(format),
        static part =>
        {
            if (part.Whole($"{ProcessFile.Format}") is not { } format)
            {
                return (false, 0);
            }

            if (format != ProcessFile.Format)
            {
                part.Faults.Add(DataFileFaultKind.UnknownFormat, part, part.Shown, $"{ProcessFile.Format}");
                return (false, 0);
            }

            return (true, format);
        });

    /// <summary>A file of one procedure: the version of the format, and the procedure.</summary>
    public static readonly FieldsShape<ProcessDefinition> File = new ObjectShape<ProcessDefinition>(f =>
    {
        _ = f.Get("format", static _ => ProcessFile.Format, FileFormat);
        return f.Get("process", static process => process, Definition);
    });

    public static readonly Shape<ProcessLaidDown> LaidDown = Shape.Object<ProcessLaidDown>(f => new ProcessLaidDown(
        f.Get("process", static laid => laid.Process, Definition)));

    public static readonly Shape<CaseAct> Act = new UnionShape<CaseAct>(
        new UnionShape<CaseAct>.Case<StepTaken>("step-taken", f => new StepTaken(
            new CaseId(f.Get("id", static taken => taken.Id.Number, Shape.IdNumber)),
            f.Get("step", static taken => taken.Step, Shape.Text))
        {
            Process = f.Find("process", static taken => taken.Process, Shape.Text),
            Version = f.Find("version", static taken => taken.Version, Shape.Text),
            Business = f.FindValue("business", static taken => taken.Business, SnapshotShapes.BusinessId),
            Values = f.List("values", static taken => taken.Values, Value),
            Due = f.FindValue("due", static taken => taken.Due, TimeShapes.Deadline),
        }),
        new UnionShape<CaseAct>.Case<CaseDeadlineSettled>("case-deadline-settled", f => new CaseDeadlineSettled(
            new CaseId(f.Get("id", static settled => settled.Id.Number, Shape.IdNumber)),
            f.Get("due", static settled => settled.Due, TimeShapes.Deadline))));
}
