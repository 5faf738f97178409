using System.Text.Json;
using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Grading;

/// <summary>Reads one policy. Where a part had a fault it goes on with a stand-in, and throws once all is read.</summary>
internal sealed class PolicyReader<TGrade>(GradeScale<TGrade> scale, PolicyVocabulary vocabulary, DataFileFaults faults, int firstLine = 1) where TGrade : struct, Enum
{
    private readonly ConditionReader _conditions = new(vocabulary, faults);
    private readonly SourceReader _sources = new(faults);
    private readonly HashSet<string> _clauseIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private JsonPart? _root;
    private (int Offset, int Line) _lineBefore = (0, 1);

    public GradingPolicy<TGrade> Read(JsonPart root)
    {
        _root = root;
        var fields = JsonFields.Of(root);
        // Of a format that is not known nothing else can be judged.
        if (fields?.Required("format") is { } format && format.Whole("1") is { } version && version != PolicyFileFormat.Version)
        {
            faults.Add(DataFileFaultKind.UnknownFormat, format, format.Shown, $"{PolicyFileFormat.Version}");
            fields = null;
        }

        if (fields is null)
        {
            faults.ThrowIfAny();
        }

        return Read(fields!);
    }

    private GradingPolicy<TGrade> Read(JsonFields fields)
    {
        fields.Allow("$schema", "format", "id", "version", "title", "note", "from", "until", "scale", "units", "fixed", "rightlyMilder", "sources", "numbers", "notGraded", "requireStated", "rules", "otherwise", "adjustments", "accepted");
        var builder = GradingPolicy.Define(
            fields.Required("id")?.Key() ?? "unread",
            fields.Required("version")?.Text(TextRule.Key) ?? "unread",
            fields.Required("title")?.Bilingual(TextRule.Name) ?? default,
            scale);
        builder.Note(fields.Optional("note")?.TextIfAny(TextRule.Note));
        ReadInForce(fields, builder);
        ReadScale(fields);
        if (fields.Required("sources") is { } sources)
        {
            _sources.ReadTable(sources);
        }

        if (fields.Optional("numbers") is { } numbers)
        {
            _conditions.ReadTable(numbers);
        }

        ReadClauses(fields, builder);
        builder.Fixed([.. Facts(fields.Optional("fixed"), _ => true).Select(one => one.Fact)]);
        builder.RightlyMilder([.. Facts(fields.Optional("rightlyMilder"), fact => fact is NumberFact).Select(one => (NumberFact)one.Fact)]);
        builder.FileNames = new FileNames(fields.Optional("$schema")?.Text(), _sources.Named, _conditions.Named) { Units = ReadUnits(fields.Optional("units")) };
        ReadAccepted(fields, builder);
        foreach (var (id, line) in _lines)
        {
            builder.Lines[id] = line;
        }

        _sources.ReportUnused();
        _conditions.ReportUnused();
        faults.ThrowIfAny();
        return Build(builder);
    }

    private IEnumerable<string> Grades => scale.MildestFirst.Select(grade => grade.ToString());

    /// <summary>The grades by code and name, the mildest first.</summary>
    public static IEnumerable<Allowed> Named(GradeScale<TGrade> scale) => scale.MildestFirst.Select(grade => new Allowed(grade.ToString(), Name: scale.NameOf(grade)));

    private static void ReadInForce(JsonFields fields, GradingPolicyBuilder<TGrade> builder)
    {
        var from = fields.Optional("from")?.Date() ?? LocalDate.MinIsoValue;
        var until = fields.Optional("until")?.Date();
        if (until <= from)
        {
            fields.Optional("until")?.OutOfRange<LocalDate?>(($"晚于 {LocalDatePattern.Iso.Format(from)}", $"after {LocalDatePattern.Iso.Format(from)}"));
        }

        builder.InForce(from, until);
    }

    private void ReadScale(JsonFields fields)
    {
        if (fields.Required("scale") is not { } part || part.Items() is not { } items)
        {
            return;
        }

        var grades = items.ConvertAll(item => item.Text());
        if (!grades.Contains(null) && !grades.SequenceEqual(Grades))
        {
            faults.Add(DataFileFaultKind.WrongScale, part, Excerpt.Of(string.Join(" ", grades), JsonPart.LongestShown), string.Join(" ", Grades));
        }
    }

    private void ReadClauses(JsonFields fields, GradingPolicyBuilder<TGrade> builder)
    {
        foreach (var clause in Clauses(fields.Optional("notGraded"), "when"))
        {
            if (Condition(clause.Fields) is { } when && clause.Basis is { } basis)
            {
                builder.NotGraded(clause.Id, when, clause.Title, basis);
                Note(builder, clause);
            }
        }

        foreach (var clause in Clauses(fields.Required("rules"), "grade", PolicyWords.Final, "when"))
        {
            var grade = Grade(clause.Fields.Required("grade"));
            var isFinal = clause.Fields.Optional(PolicyWords.Final)?.Flag() ?? false;
            if (Condition(clause.Fields) is { } when && grade is { } known && clause.Basis is { } basis)
            {
                builder.Rule(clause.Id, known, when, clause.Title, basis, isFinal);
                Note(builder, clause);
            }
        }

        var otherwise = fields.Required("otherwise") is { } part ? ReadClause(part, "grade") : null;
        if (otherwise is not null && Grade(otherwise.Fields.Required("grade")) is { } least && otherwise.Basis is { } source)
        {
            builder.Otherwise(least, otherwise.Title, source, otherwise.Id);
            Note(builder, otherwise);
        }

        ReadRequired(fields.Optional("requireStated"), builder, otherwise?.Basis);

        foreach (var clause in Clauses(fields.Optional("adjustments"), [.. PolicyWords.Effects, "when"]))
        {
            var adjust = Effect(builder, clause.Fields.OneOf(PolicyWords.Effects));
            if (Condition(clause.Fields) is { } when && adjust is not null && clause.Basis is { } basis)
            {
                adjust(clause.Id, when, clause.Title, basis);
                Note(builder, clause);
            }
        }
    }

    /// <summary>What adds an adjustment of the effect that stands there.</summary>
    private Func<string, Condition, BilingualText, Citation, GradingPolicyBuilder<TGrade>>? Effect(GradingPolicyBuilder<TGrade> builder, JsonPart? effect)
    {
        switch (effect?.Name)
        {
            case null:
                return null;
            case "steps":
                return Steps(effect) is { } steps ? (id, when, title, basis) => builder.Adjust(id, steps, when, title, basis) : null;
            default:
                var isFloor = effect.Name == PolicyWords.Of(GradeBound.AtLeast);
                return Grade(effect) is not { } grade ? null : isFloor
                    ? (id, when, title, basis) => builder.AtLeast(id, grade, when, title, basis)
                    : (id, when, title, basis) => builder.AtMost(id, grade, when, title, basis);
        }
    }

    /// <summary>The facts of a list of keys, each of which may stand once, with the places where they stand.</summary>
    private List<(IFact Fact, JsonPart Item)> Facts(JsonPart? list, Func<IFact, bool> isMeant)
    {
        var facts = new List<(IFact Fact, JsonPart Item)>();
        foreach (var item in list?.Items() ?? [])
        {
            if (item.Text() is not { } key)
            {
                continue;
            }

            if (vocabulary.FindFact(key) is not { } fact || !isMeant(fact))
            {
                item.Unknown<IFact>(PolicyVocabulary.Named(vocabulary.Facts.Where(isMeant)));
            }
            else if (facts.Exists(one => one.Fact.Equals(fact)))
            {
                faults.Add(DataFileFaultKind.DuplicateName, item, key);
            }
            else
            {
                facts.Add((fact, item));
            }
        }

        return facts;
    }

    /// <summary>Facts that must be stated: reasons for no grade that come after the others, and rest on what the default rests on.</summary>
    private void ReadRequired(JsonPart? list, GradingPolicyBuilder<TGrade> builder, Citation? basis)
    {
        if (list is { Kind: JsonValueKind.Array } && list.Element.GetArrayLength() == 0)
        {
            list.OutOfRange<IFact>(Allowed.OneOrMore);
        }

        foreach (var (fact, item) in Facts(list, _ => true))
        {
            var key = NotGradedRule.KeyOfUnstated(fact);
            if (!FactId.IsValid(key) || NotGradedRule.TitleOfUnstated(fact) is var title && Math.Max(title.Chinese.Length, title.English.Length) > TextRule.MaxNameLength)
            {
                faults.Add(new DataFileFault(DataFileFaultKind.NotBuildable, item.Path, fact.Id, [], reason: (
                    $"“{fact.Id}”的编号或名称过长，不能列于此；请在“notGraded”中另写条款", $"the key or the name of '{fact.Id}' is too long to be required here; write a clause of \"notGraded\"")), item);
            }
            else if (!_clauseIds.Add(key))
            {
                faults.Add(DataFileFaultKind.DuplicateName, item, fact.Id);
            }
            else
            {
                NoteLine(key, item);
                if (basis is not null)
                {
                    builder.RequireFact(fact, basis);
                }
            }
        }
    }

    /// <summary>What a file says of the units of facts has to be so: who thinks in 万元 of what is stored in 元 is told.</summary>
    private ImmutableArray<NumberFact> ReadUnits(JsonPart? table)
    {
        var stated = ImmutableArray.CreateBuilder<NumberFact>();
        foreach (var field in table is null ? [] : JsonFields.Of(table)?.All ?? [])
        {
            var unit = field.Bilingual(TextRule.Name);
            if (vocabulary.FindFact(field.Name) is not NumberFact number)
            {
                faults.AddUnknown(DataFileFaultKind.UnknownName, field, field.ShownName, PolicyVocabulary.Named(vocabulary.Facts.Where(fact => fact is NumberFact)));
            }
            else if (unit is { } said && said != number.Unit)
            {
                BilingualText reason = (
                    $"“{number.Name.Chinese}”的单位是“{number.Unit.Chinese}”，不是“{said.Chinese}”", $"the unit of '{number.Id}' is '{number.Unit.English}', not '{said.English}'");
                faults.Add(new DataFileFault(DataFileFaultKind.NotBuildable, field.Path, null, [], reason: reason), field);
            }
            else
            {
                stated.Add(number);
            }
        }

        return stated.ToImmutable();
    }

    private static void Note(GradingPolicyBuilder<TGrade> builder, Clause clause)
    {
        if (clause.Note is not null)
        {
            builder.Note(clause.Id, clause.Note);
        }
    }

    private static void ReadAccepted(JsonFields fields, GradingPolicyBuilder<TGrade> builder)
    {
        foreach (var item in fields.Optional("accepted")?.Items() ?? [])
        {
            if (JsonFields.Of(item) is not { } accepted)
            {
                continue;
            }

            accepted.Allow("finding", "reason");
            var finding = accepted.Required("finding")?.Text(TextRule.Name);
            if (accepted.Required("reason") is { } part && part.Bilingual(TextRule.Note) is { } reason && finding is not null)
            {
                if (reason.IsEmpty)
                {
                    part.Malformed<AcceptedFinding>(("文字", "text"));
                }
                else
                {
                    builder.Accept(finding, reason);
                }
            }
        }
    }

    private IEnumerable<Clause> Clauses(JsonPart? list, params string[] more) =>
        list?.Items()?.Select(item => ReadClause(item, more)).OfType<Clause>() ?? [];

    private Clause? ReadClause(JsonPart part, params string[] more)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            return null;
        }

        fields.Allow(["id", "title", "note", "basis", .. more]);
        var id = fields.Required("id") is { } key ? ClauseId(key) : null;
        if (id is not null)
        {
            NoteLine(id, part);
        }

        var title = fields.Required("title")?.Bilingual(TextRule.Name);
        var basis = fields.Required("basis") is { } source ? _sources.Find(source) : null;
        return new Clause(fields, id ?? "unread", title ?? default, basis, fields.Optional("note")?.TextIfAny(TextRule.Note));
    }

    /// <summary>Clauses are read in the order in which they stand mostly, so that the lines between one and the next are counted once.</summary>
    private void NoteLine(string id, JsonPart part)
    {
        var all = _root!.Raw;
        if (all.Overlaps(part.Raw, out var offset))
        {
            var (before, line) = offset >= _lineBefore.Offset ? _lineBefore : (0, 1);
            _lineBefore = (offset, line + all[before..offset].Count((byte)'\n'));
            _lines[id] = firstLine + _lineBefore.Line - 1;
        }
    }

    private string? ClauseId(JsonPart part)
    {
        var id = part.PrintedCode();
        if (id is not null && !_clauseIds.Add(id))
        {
            faults.Add(DataFileFaultKind.DuplicateName, part, id);
        }

        return id;
    }

    private Condition? Condition(JsonFields fields) => fields.Required("when") is { } part ? _conditions.Condition(part) : null;

    private TGrade? Grade(JsonPart? part)
    {
        if (part?.Text() is not { } name)
        {
            return null;
        }

        foreach (var grade in scale.MildestFirst)
        {
            if (grade.ToString() == name)
            {
                return grade;
            }
        }

        return part.Unknown<TGrade?>(Named(scale));
    }

    private static int? Steps(JsonPart part) => part.Whole("-64..-1", "1..64") is { } steps
        ? steps is 0 or < -64 or > 64 ? part.OutOfRange<int?>("-64..-1", "1..64") : steps
        : null;

    private GradingPolicy<TGrade> Build(GradingPolicyBuilder<TGrade> builder)
    {
        try
        {
            return builder.Build();
        }
        catch (GradingPolicyException wrong)
        {
            foreach (var reason in wrong.Faults)
            {
                faults.Add("$", reason);
            }

            faults.ThrowIfAny();
            throw;
        }
    }

    private sealed record Clause(JsonFields Fields, string Id, BilingualText Title, Citation? Basis, string? Note);
}
