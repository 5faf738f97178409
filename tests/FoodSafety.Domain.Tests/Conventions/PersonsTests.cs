using System.Reflection;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Acts;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>
/// No act carries a natural person's name, telephone or identity number: an entry is kept for ever, and persons stand in it by their keys. Names stand in a
/// directory beside the journal, where they can be erased.
/// </summary>
public partial class PersonsTests
{
    /// <summary>The texts of acts whose name could be that of something personal, and why they are not.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["Assessee.Key"] = "a key in the platform", ["CommitmentSigned.Authority"] = "a key in the platform", ["Grid.Keeper"] = "a key in the platform",
        ["GroupMember.Key"] = "a key in the platform", ["Inspector.Key"] = "a key in the platform", ["RectificationAct.AppliedBy"] = "a key in the platform",
        ["RectificationAct.MendedBy"] = "a key in the platform", ["ResultSignature.SignedBy"] = "a key in the platform",
        ["ResultSignature.Witness"] = "a key in the platform", ["Routine.Responsible"] = "a key in the platform", ["Stamp.By"] = "a key in the platform",
        ["Stamp.EnteredBy"] = "a key in the platform", ["WorkLine.Leader"] = "a key in the platform",
        ["GradeNotified`1.RatedBy"] = "a key in the platform",
        ["ChainRule.Name"] = "what a rule on chains is called", ["InspectionFrequency.Name"] = "what a frequency is called", ["InspectionInterval.Name"] = "what an interval is called",
        ["Inspector.Certificate"] = "the number of a certificate of office, by which the authority that issued it knows its holder",
        ["Business.Name"] = "the name of a business, as licences show it in public", ["BusinessTransfer.Name"] = "the name of a business, as licences show it in public", ["TransferredFact.Name"] = "what a fact is called", ["BusinessRenamed.Name"] = "the name of a business, as licences show it in public",
        ["CalendarDay.Name"] = "what a holiday is called", ["GradeScale`1.Key"] = "the word of a grading", ["Indicator.Name"] = "what an indicator is called",
        ["ScoreLine.Name"] = "what a line of a sheet is called", ["SeverityLevel.Name"] = "what a severity is called",
        ["Cadence.Name"] = "what a cadence is called", ["EvidenceReference.Key"] = "where evidence is kept",
        ["Grid.Name"] = "the name of a piece of ground", ["IFact.Name"] = "what a fact is called", ["NumberFact.Name"] = "what a number is called", ["ListedArea.Name"] = "the name of an area", ["LeadingGroup.Name"] = "the name of a body",
        ["MechanismPart.Name"] = "what a part of a mechanism is called", ["MechanismScheme.Name"] = "what a scheme is called", ["Milestone.Name"] = "what a milestone is called",
        ["OutreachMaterial.Name"] = "what a material is called", ["OutreachOpened.Name"] = "what a campaign is called", ["ProcessDefinition.Name"] = "what a procedure is called",
        ["ProcessField.Name"] = "what a field is called", ["ProcessChoice.Name"] = "what a choice is called", ["ProcessState.Name"] = "what a state is called", ["ProcessStep.Name"] = "what a step is called",
        ["ReportFigure.Name"] = "what a figure is called", ["Round.Name"] = "what a round is called", ["Routine.Name"] = "what a routine is called",
        ["TaskForce.Name"] = "the name of a body", ["WorkLine.Name"] = "what a line of work is called",
    };

    [Fact]
    public void Acts_ThatAreKeptForEver_TellOfPersonsByTheirKeysAlone()
    {
        var found = Texts().Where(text => Personal().IsMatch(text)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(
            found.TrueForAll(Known.ContainsKey),
            $"Could be personal: {string.Join(", ", found.Where(text => !Known.ContainsKey(text)))}. Let a key stand there and the text beside the journal, or say here why it is not.");
        Assert.Equal([], Known.Keys.Except(found).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void KeysOfPersons_WithANameAndATelephoneBehindIt_AreRefused() => Assert.All(
        (Action[])[() => _ = new Stamp("张三 13800000000", new(2026, 1, 1), default), () => _ = new Domain.Coordination.Grid("g", ("网格", "grid"), "张 三", []), () => _ = new Domain.Inspections.Inspector("张 三")],
        act => Assert.ThrowsAny<ArgumentException>(act));

    /// <summary>Every text that an act holds, however deep, by the type that declares it.</summary>
    private static IEnumerable<string> Texts()
    {
        var reached = new HashSet<Type>();
        var left = new Queue<Type>(ActGen.Kinds.Append(typeof(Stamp)));
        while (left.TryDequeue(out var type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
            {
                foreach (var held in (Type[])[property.PropertyType, .. property.PropertyType.GenericTypeArguments])
                {
                    if (held == typeof(string) || held == typeof(BilingualText))
                    {
                        yield return $"{property.DeclaringType!.Name}.{property.Name}";
                    }
                    else if (held.Assembly == typeof(Act).Assembly && !held.IsEnum && reached.Add(held))
                    {
                        left.Enqueue(held);
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"\.(\w*(Name|By|Phone|Telephone|Mobile|Mail|Identity|IdCard|Birth\w*|Address|Sex|Gender|Photo)|Key|Keeper|Leader|Responsible|Contact|Witness|Certificate|Authority|Holder|Person)$")]
    private static partial Regex Personal();
}
