using System.Buffers;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Assessment;
using FoodSafety.Domain.Tests.Emergencies;
using NodaTime;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>What is kept of acts stands in a file in full: each comes back as it was, with all that its step says.</summary>
public class ActShapeTests
{
    [Fact]
    public void IncidentActs_OfEveryStep_ComeBackAsTheyWere() => AssertComeBack(
        IncidentShapes.Act(IncidentFacts.Schema),
        [
            .. Enum.GetValues<IncidentStep>().Select(IncidentSamples.Step),
            .. IncidentSamples.In(IncidentState.Verified).Kept.Select(kept => (IncidentAct)kept.Act),
            IncidentAct.Register(new(9_007_199_254_740_991), IncidentSamples.School with { Businesses = [new("two")] }, IncidentSamples.Few),
            IncidentAct.Report(new(2), IncidentSamples.BusinessReport with { InWriting = true, SentAt = IncidentSamples.Start + Duration.FromNanoseconds(1) }),
        ]);

    [Fact]
    public void WarningActs_OfEveryStep_ComeBackAsTheyWere() => AssertComeBack(
        WarningShapes.Act,
        [
            .. Enum.GetValues<WarningStep>().Where(step => step != WarningStep.Expire).Select(WarningSamples.Step),
            WarningAct.Assess(new(2), WarningSamples.Mushrooms(default) with { Businesses = [new("one")] }, WarningSamples.Red),
            WarningAct.Publish(new(2), WarningIssuer.National),
        ]);

    [Fact]
    public void PointsGiven_ComeBackAsTheyWere()
    {
        var book = AssessmentWorld.Empty();
        AssertComeBack(AssessmentShapes.Act, [book.Give("practice").Act, book.Give("empty", 1.50m, AssessmentWorld.Gongping).Act]);
    }

    private static void AssertComeBack<TAct>(Shape<TAct> shape, TAct[] acts) where TAct : Act => Assert.All(acts, act =>
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            shape.Write(writer, act);
        }

        using var document = JsonDocument.Parse(text.WrittenMemory);
        var faults = new DataFileFaults(("事项", "acts"));
        Assert.Equal(act, shape.Read(new JsonPart(document.RootElement, "$", faults)));
        faults.ThrowIfAny();
    });
}
