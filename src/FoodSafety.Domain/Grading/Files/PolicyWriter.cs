using System.Text.Json.Nodes;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes one policy, every citation and every named number once, in a table.</summary>
internal sealed class PolicyWriter<TGrade>(GradeScale<TGrade> scale, PolicyVocabulary vocabulary, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
{
    private readonly SourceWriter _sources = new(policy.FileNames);

    public JsonObject Write()
    {
        RequireScale();
        var conditions = new ConditionWriter(vocabulary, NamedNumbers.In(policy.Conditions), policy.FileNames);
        var required = policy.NotGraded.Reverse().TakeWhile(rule => rule.RequiredFact is not null && IsSame(rule.Basis, policy.Otherwise.Basis)).Reverse().ToArray();
        var notGraded = policy.NotGraded.SkipLast(required.Length).Select(rule => Clause(rule, ("when", conditions.Condition(rule.When)))).ToArray();
        var rules = policy.Rules.Select(rule => Clause(rule, 
            [("grade", rule.Grade.ToString()), .. rule.IsFinal ? new (string, JsonNode)[] { (PolicyWords.Final, true) } : [], ("when", conditions.Condition(rule.When))])).ToArray();
        var otherwise = Clause(policy.Otherwise, ("grade", policy.Otherwise.Grade.ToString()));
        var adjustments = policy.Adjustments.Select(rule => Clause(rule, Effect(rule), ("when", conditions.Condition(rule.When)))).ToArray();

        var file = new JsonObject();
        AddIf(policy.FileNames.Schema is not null, "$schema", policy.FileNames.Schema);
        file["format"] = PolicyFileFormat.Version;
        file["id"] = policy.Id;
        file["version"] = policy.Version;
        file["title"] = ConditionWriter.Text(policy.Title);
        AddIf(policy.Note is not null, "note", policy.Note);
        AddIf(policy.From != LocalDate.MinIsoValue, "from", LocalDatePattern.Iso.Format(policy.From));
        AddIf(policy.Until is not null, "until", policy.Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
        file["scale"] = new JsonArray([.. scale.MildestFirst.Select(grade => JsonValue.Create(grade.ToString()))]);
        AddIf(policy.FileNames.Units.Length > 0, "units", new JsonObject(policy.FileNames.Units.Select(fact => KeyValuePair.Create(fact.Id, (JsonNode?)ConditionWriter.Text(fact.Unit)))));
        AddIf(policy.Fixed.Length > 0, "fixed", Keys(policy.Fixed));
        AddIf(policy.RightlyMilder.Length > 0, "rightlyMilder", Keys(policy.RightlyMilder));
        file["sources"] = _sources.Table;
        AddIf(conditions.Table.Count > 0, "numbers", conditions.Table);
        AddIf(notGraded.Length > 0, "notGraded", new JsonArray(notGraded));
        AddIf(required.Length > 0, "requireStated", Keys(required.Select(rule => rule.RequiredFact!)));
        file["rules"] = new JsonArray(rules);
        file["otherwise"] = otherwise;
        AddIf(adjustments.Length > 0, "adjustments", new JsonArray(adjustments));
        AddIf(policy.Accepted.Length > 0, "accepted", new JsonArray([.. policy.Accepted.Select(accepted =>
            (JsonNode)new JsonObject { ["finding"] = accepted.Finding, ["reason"] = ConditionWriter.Text(accepted.Reason) })]));
        return file;

        void AddIf(bool stands, string name, JsonNode? value)
        {
            if (stands)
            {
                file[name] = value;
            }
        }
    }

    private JsonArray Keys(IEnumerable<IFact> facts) => [.. facts.Select(fact => JsonValue.Create(vocabulary.KeyOf(fact)))];

    private static (string Name, JsonNode Value) Effect(GradeAdjustment adjustment) => adjustment switch
    {
        StepAdjustment step => ("steps", step.Steps),
        BoundAdjustment<TGrade> bound => (PolicyWords.Of(bound.Bound), bound.Grade.ToString()),
        _ => throw new System.Diagnostics.UnreachableException($"'{adjustment.Id}' is no adjustment of these grades."),
    };

    // Two urls that differ after the # are equal; their texts tell them apart.
    private static bool IsSame(Citation one, Citation other) => one == other && one.Url?.OriginalString == other.Url?.OriginalString;

    private JsonObject Clause(PolicyClause clause, params ReadOnlySpan<(string Name, JsonNode Value)> own)
    {
        var written = new JsonObject { ["id"] = clause.Id };
        foreach (var (name, value) in own)
        {
            written[name] = value;
        }

        written["title"] = ConditionWriter.Text(clause.Title);
        if (clause.Note is { } note)
        {
            written["note"] = note;
        }

        written["basis"] = _sources.KeyOf(clause.Basis);
        return written;
    }

    private void RequireScale()
    {
        if (!policy.Scale.MildestFirst.SequenceEqual(scale.MildestFirst) ||
            !policy.Scale.MildestFirst.All(grade => policy.Scale.NameOf(grade) == scale.NameOf(grade)))
        {
            throw new ArgumentException(
                $"'{policy.Id}' {policy.Version} has the grades {string.Join(" ", policy.Scale.MildestFirst)}; these files have {string.Join(" ", scale.MildestFirst)}, with their names.",
                nameof(policy));
        }
    }
}
