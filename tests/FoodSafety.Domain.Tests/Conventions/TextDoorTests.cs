using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>
/// Every public constructor, method and settable property that takes a text is a door: the walk goes through all of them, gives each text that no rule admits, and sees
/// it refused by a rule for texts. A door that is none is named here with its reason.
/// </summary>
public class TextDoorTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What no rule admits, and what none but that of notes does.
    private static readonly string[] ForNone = ["a\u200Bb", "a\uD83Cb", "a\uFFFDb", "a\0b", "a\u202Eb", "\u200B"];
    private static readonly string[] ForNotes = [" a", "a ", "a\nb", "\u3000a"];

    private static readonly HashSet<string> Notes = new(StringComparer.OrdinalIgnoreCase)
    {
        "reason", "note", "description", "ground", "review", "report", "document", "risk", "advice", "remark", "lead", "path", "text", "counts", "of", "shows", "bureau", "why", "meaning",
    };

    // A title that is a sentence of a law, longer than a name.
    private static readonly HashSet<string> Sentences = ["ChecklistItem.set_Title(Title)", "FieldValue.FieldValue(Value)", "FieldValue.set_Value(Value)"];

    /// <summary>Types that keep no text of anybody: they are asked, they answer, or they show what was not let in.</summary>
    private static readonly Dictionary<string, string> NotDoors = new()
    {
        ["AreaRow"] = "a row as it was read; AreaTree.Build refuses it with its number",
        ["BusinessRow"] = "a row as it was read; the import rejects it with its number",
        ["RowFault"] = "an answer: it shows what was rejected",
        ["FieldDifference"] = "an answer: it shows what a row states; whatever acts are made of it refuses it",
        ["BilingualText"] = "any text for people, messages among them that quote what was refused; where it is a name the door checks it",
        ["BilingualNameAttribute"] = "a name that stands in code; whoever reads it checks it",
        ["BilingualNameOfNoneAttribute"] = "a name that stands in code; whoever reads it checks it",
        ["TextRule"] = "the rules themselves",
        ["OutputText"] = "makes any text fit to be shown",
        ["GuardValue"] = "an answer",
        ["StandingInWords"] = "an answer",
        ["GradeInWords"] = "an answer",
        ["UnmetGuard"] = "an answer",
        ["TimelineFault"] = "an answer",
        ["HandOverMatter"] = "an answer",
        ["ClauseChange"] = "an answer",
        ["ClauseReference"] = "an answer",
        ["AuditNumber"] = "an answer",
        ["ResponsibilityListEntry"] = "an answer",
        ["Reminder"] = "an answer",
        ["ResponsibilityEvent"] = "an answer: a history makes it of what was recorded",
        ["EvidencePart"] = "an answer",
        ["OutcomeReason"] = "an answer",
        ["ProposedChange"] = "an answer",
        ["DataFileException"] = "an error",
        ["CoordinationFault"] = "an answer",
        ["Refusal"] = "an answer",
        ["FreeText"] = "an answer: a format makes it of what was let in",
        ["GradesDecided"] = "an outcome: the district makes it",
        ["Decided"] = "an outcome: the district makes it",
        ["DirectorDuty"] = "an outcome: the district makes it",
        ["OpenMatter"] = "an answer: the district makes it",
        ["MergedRow"] = "an answer: a unit makes it of what it did to a row",
        ["FollowUpTask"] = "an answer: the planner makes it",
        ["Evidence"] = "an explanation and an answer; the Evidence of points is walked by hand",
        ["GradeChange"] = "an answer",
    };

    /// <summary>Members that look something up by a text, or read it as a whole file.</summary>
    private static readonly string[] Askers =
    [
        "Find", "FindLine", "FindItem", "FindGrid", "FindTown", "FindStation", "FindMilestone", "FindTimeline", "FindByCode", "Item", "Timeline", "Without", "RowsOf", "RoutinesOf", "HistoryOf", "HistoryOfLine", "FindOn", "FindState", "FindStep", "FindField", "FindChoice", "StepsFrom", "IsFinal", "CodeOf",
        "Parse", "TryParse", "ParseValue", "TryParseValue", "IsValid", "Read", "Format", "Open", "FindFault", "Admits", "Equals", "ToString", "In",
    ];

    /// <summary>Doors that the walk cannot open by itself, for a span cannot be passed by reflection, or a call needs what nothing can be guessed for.</summary>
    private static (string Door, Action<string> Open)[] ByHand =>
    [
        ("RectificationAct.Submit(report)", text => _ = RectificationAct.Submit(Rectification, text)),
        ("RectificationAct.CorrectOnTheSpot(mendedBy)", text => _ = RectificationAct.CorrectOnTheSpot(Rectification, text)),
        ("RectificationAct.Reopen(reason)", text => _ = RectificationAct.Reopen(Rectification, text)),
        ("WarningMatrix.WarningMatrix(title)", text => _ = new WarningMatrix((text, "x"), Source, [.. Enumerable.Repeat(WarningLevel.Red, 16)])),
        ("Lifecycle`2.Lifecycle(title)", text => _ = new Lifecycle<Tier, Tier>((text, "x"))),
        ("Checklist.Checklist(id)", text => _ = new Checklist(text, "1", ("甲", "a"), new Term(Day), Source, [Item()])),
        ("Checklist.Checklist(version)", text => _ = new Checklist("x-1", text, ("甲", "a"), new Term(Day), Source, [Item()])),
        ("Checklist.Checklist(title)", text => _ = new Checklist("x-1", "1", (text, "a"), new Term(Day), Source, [Item()])),
    ];

    private static LocalDate Day => new(2026, 6, 1);
    private static Instant Now => Instant.FromUtc(2026, 6, 1, 0, 0);
    private static Citation Source { get; } = Citation.Illustrative(("测试", "a test"));
    private static FlagFact Flag { get; } = new("x-1", ("甲", "a"));
    private static District District { get; } = SmallDistrict.Build();
    private static DistrictDay OnDay { get; } = District.AsOf(SmallDistrict.Day);
    private static RectificationId Rectification => new(1);

    public static TheoryData<string> Doors => [.. Walk().Select(door => door.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Door_OfATextThatNoRuleAdmits_RefusesIt(string name)
    {
        var door = Walk().Single(door => door.Name == name);
        foreach (var text in Notes.Contains(door.Parameter) || Sentences.Contains(door.Name) ? ForNone : [.. ForNone, .. ForNotes])
        {
            var caught = Record.Exception(() => door.Open(text));
            while (caught is TargetInvocationException { InnerException: { } inner })
            {
                caught = inner;
            }

            var refused = Assert.IsType<TextRefusedException>(caught);
            Assert.Contains("U+", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Walk_GoesThroughTheLibrary()
    {
        var doors = Walk().ToList();

        Assert.True(doors.Count > 230, $"{doors.Count} doors");
        Assert.Equal(doors.Count, doors.Select(door => door.Name).Distinct().Count());
        Assert.Contains(doors, door => door.Name == "BusinessId.BusinessId(value)");
        Assert.Contains(doors, door => door.Name == "Business.Business(name)");
        Assert.Contains(doors, door => door.Name == "CommitmentEnded.CommitmentEnded(Reason)");
    }

    /// <summary>Most generic types are of grades; one that is of reference types gets a record, one of ids an id.</summary>
    private static Type Closing(Type argument) =>
        argument.Name == "TId" ? typeof(BusinessId) : argument.Name == "TBook" ? typeof(RegisterBook) : argument.Name == "TAct" ? typeof(RegisterAct) : argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? typeof(RecallTerms) : typeof(Tier);

    private static IEnumerable<Door> Walk()
    {
        HashSet<string> seen = [];
        foreach (var type in typeof(Tier).Assembly.GetExportedTypes().Where(type => !NotDoors.ContainsKey(type.Name.Split('`')[0]) && !type.IsSubclassOf(typeof(Exception)) && !type.IsAssignableTo(typeof(JsonConverter))))
        {
            var closed = type.ContainsGenericParameters ? type.MakeGenericType([.. type.GetGenericArguments().Select(Closing)]) : type;
            foreach (var method in closed.GetMembers(Declared).OfType<MethodBase>().Where(method => !Askers.Contains(method.Name.Split('.')[^1])))
            {
                if (method is MethodInfo { IsSpecialName: true } special && !(special.Name.StartsWith("set_", StringComparison.Ordinal)))
                {
                    continue;
                }

                foreach (var parameter in method.GetParameters().Where(parameter => IsText(parameter.ParameterType)))
                {
                    var word = method.Name.StartsWith("set_", StringComparison.Ordinal) ? method.Name[4..] : parameter.Name!;
                    var name = $"{type.Name}.{(method.IsConstructor ? type.Name.Split('`')[0] : method.Name)}({word})";
                    // Of several that are called alike the later ones say how many parameters they have.
                    name = seen.Add(name) ? name : $"{name} of {method.GetParameters().Length}";
                    if (ByHand.FirstOrDefault(hand => hand.Door == name) is { Open: { } open })
                    {
                        yield return new Door(name, word, open);
                    }
                    else if (!IsAnswer(type, method, parameter))
                    {
                        yield return new Door(name, word, text => Call(closed, method, parameter, text));
                    }
                }
            }
        }
    }

    // A text in both languages that says what happened is made by the library; only names and titles come from outside.
    private static bool IsAnswer(Type type, MethodBase method, ParameterInfo parameter) =>
        (method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.StartsWith("set_", StringComparison.Ordinal) && !method.IsConstructor)
        || (parameter.ParameterType == typeof(BilingualText) && parameter.Name is "text" or "reason" or "value" && type.Name != "CustomCondition" && !method.IsConstructor)
        || parameter.IsOut;

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(BilingualText) || type == typeof(ImmutableArray<string>);

    private static void Call(Type type, MethodBase method, ParameterInfo bad, string text)
    {
        object? TextOf(Type asked) => asked == typeof(string) ? text : asked == typeof(BilingualText) ? new BilingualText(text, "x") : ImmutableArray.Create(text);
        var closed = method is MethodInfo { IsGenericMethodDefinition: true } open ? open.MakeGenericMethod([.. open.GetGenericArguments().Select(_ => typeof(Tier))]) : method;
        var arguments = closed.GetParameters().Select(parameter => parameter.Position == bad.Position ? TextOf(parameter.ParameterType) : Make(parameter.ParameterType, 0)).ToArray();
        if (closed is ConstructorInfo constructor)
        {
            constructor.Invoke(arguments);
        }
        else
        {
            closed.Invoke(closed.IsStatic ? null : Make(type, 0), arguments);
        }
    }

    private static object? Make(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is not null || depth > 6)
        {
            return null;
        }

        if (type == typeof(string)) { return "x-1"; }
        if (type == typeof(BilingualText)) { return new BilingualText("甲", "a"); }
        if (type == typeof(int)) { return 1; }
        if (type == typeof(long)) { return 1L; }
        if (type == typeof(decimal)) { return 1m; }
        if (type == typeof(bool)) { return false; }
        if (type == typeof(LocalDate)) { return Day; }
        if (type == typeof(Instant)) { return Now; }
        if (type == typeof(Citation)) { return Source; }
        if (type == typeof(Condition)) { return Flag; }
        if (type == typeof(AreaCode)) { return AreaCode.Parse("510115"); }
        if (type == typeof(Term)) { return new Term(Day); }
        if (type.IsEnum) { return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length > 1 && (Convert.ToInt64(Enum.GetValues(type).GetValue(0), null) == 0) ? 1 : 0); }
        if (typeof(Delegate).IsAssignableFrom(type)) { return null; }
        if (type == typeof(RectificationId)) { return Rectification; }
        if (type == typeof(Func<IFactSource, bool>)) { return (Func<IFactSource, bool>)(_ => true); }
        if (type == typeof(GradingPolicy<Tier>)) { return TierPolicies.SizeAndDiners2022; }
        if (type == typeof(Explanation<Tier>)) { return new Grader<Tier>(TierPolicies.SizeAndDiners2022).Explain(FactRecord.Empty); }
        if (type == typeof(AppealOutcome<Tier>)) { return new GradeUpheld<Tier>(); }
        if (type == typeof(GradeScale<Tier>)) { return TierPolicies.SizeAndDiners2022.Scale; }
        if (type == typeof(GradingPolicyBuilder<Tier>)) { return TierPolicies.SizeAndDiners2022.Draft("draft"); }
        if (type == typeof(NumberExpression)) { return new NumberFact("n", ("数", "n"), ("", "")); }
        if (type == typeof(Rectification)) { return new RectificationDesk() is var desk ? desk[desk.Submitted(Now)] : null; }
        if (type == typeof(RectificationBook)) { return new RectificationDesk() is var desk && desk.Submitted(Now).Number > 0 ? desk.Book : null; }
        if (type == typeof(WorkMechanism)) { return CoordinationWorld.Only([]); }
        if (typeof(Cadence).IsAssignableFrom(type)) { return Cadence.Day; }
        if (type == typeof(InspectionTask)) { return new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(new BusinessId("one")), new ChecklistName("x", "1"), Day); }
        if (type.IsArray) { return Array.CreateInstance(type.GetElementType()!, 0); }
        if (FindInDistrict(type) is { } known)
        {
            return known;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IEnumerable<>) || open == typeof(IReadOnlyCollection<>) || open == typeof(ImmutableArray<>)))
        {
            var item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, 1);
            items.SetValue(Make(item, depth + 1), 0);
            return open == typeof(ImmutableArray<>)
                ? typeof(ImmutableArray).GetMethods().Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }]).MakeGenericMethod(item).Invoke(null, [items])
                : items;
        }

        if (type.IsAbstract && typeof(Tier).Assembly.GetExportedTypes().FirstOrDefault(derived => derived.IsSubclassOf(type) && !derived.ContainsGenericParameters) is { } concrete)
        {
            return Make(concrete, depth + 1);
        }

        foreach (var found in type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type))
        {
            return found.GetValue(null);
        }

        foreach (var constructor in type.GetConstructors().Where(constructor => !constructor.GetParameters().Any(p => p.ParameterType.IsByRefLike)).OrderBy(constructor => constructor.GetParameters().Length))
        {
            try
            {
                return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, depth + 1))]);
            }
            catch (TargetInvocationException)
            {
                // The next may take what can be guessed.
            }
        }

        foreach (var factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == type && !m.ContainsGenericParameters && !m.GetParameters().Any(p => p.ParameterType.IsByRefLike) && !m.IsSpecialName))
        {
            try
            {
                return factory.Invoke(null, [.. factory.GetParameters().Select(parameter => Make(parameter.ParameterType, depth + 1))]);
            }
            catch (TargetInvocationException)
            {
                // The next may take what can be guessed.
            }
        }

        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    /// <summary>A thing of the small district, or one of a list in it.</summary>
    private static object? FindInDistrict(Type type)
    {
        foreach (var (property, owner) in new object[] { District, OnDay }.SelectMany(owner => owner.GetType().GetProperties().Select(property => (property, owner))))
        {
            var value = property.GetValue(owner);
            if (value is not null && type.IsInstanceOfType(value))
            {
                return value;
            }

            if (value is IEnumerable list && property.PropertyType.IsGenericType && property.PropertyType.GetGenericArguments()[0] == type)
            {
                foreach (var item in list)
                {
                    return item;
                }
            }
        }

        return type == typeof(District) ? District : type == typeof(DistrictDay) ? OnDay : null;
    }

    private static ChecklistItem Item() => new() { Code = "x", Title = ("甲", "a"), Severity = FindingSeverity.General, Basis = Source };

    private sealed record Door(string Name, string Parameter, Action<string> Open);
}
