using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Processes;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>What is written of an act is read again as the same act, with its fields in order or not.</summary>
public class CoordinationActShapeTests
{
    public static TheoryData<Type> Kinds =>
    [
        typeof(MechanismAdopted), typeof(RoutineDone), typeof(MilestoneReached), typeof(OutreachOpened), typeof(OutreachTargeted), typeof(OutreachDelivered),
        typeof(GridsLaidDown), typeof(StationsLinked), typeof(ProcessLaidDown), typeof(StepTaken),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Act_OfAnyKind_ComesBackAsItWas(Type kind)
    {
        var (acts, day) = (new ActGen(), new LocalDate(2024, 3, 1));
        var district = new District(DistrictHistory.Settings);
        district.Apply(new Stamp("p0", day, Instant.FromUtc(2024, 3, 1, 1, 0)), acts.Founding(new Random(7), day));
        for (var seed = 0; seed < 50; seed++)
        {
            var act = acts.Make(kind, new Random(seed), district, day);
            Assert.Equal(act, Again(act, isInOrder: true));
            Assert.Equal(act, Again(act, isInOrder: false));
        }
    }

    [Fact]
    public void StepTaken_WithEverythingFilledIn_ComesBackAsItWas()
    {
        var step = StepTaken.Begin(new(20260000001), Complaints.Code, "register", new("shop"), [new("channel", "12315")]) with { Version = "1", Due = Deadline.AtEndOf(Day(9, 22), ChinaTime.Zone) };

        Assert.Equal(step, Again(step, isInOrder: true));
        Assert.Equal(
            """{"id":20260000001,"step":"register","process":"complaint","version":"1","business":"shop","values":[{"field":"channel","value":"12315"}],"due":"2026-09-22T23:59:59.999999999\u002B08:00"}""",
            Encoding.UTF8.GetString(Written(ProcessShapes.Taken, step)));
    }

    [Fact]
    public void Mechanism_OfEveryPart_ComesBackAsItWas()
    {
        var adopted = new MechanismAdopted(Complete().Routines(Routine("five-bodies", Cadence.HalfYear, Autumn.EndingBefore(Day(12, 1)))).Build(), "start");

        Assert.Equal(adopted, Again(adopted, isInOrder: true));
        Assert.NotEqual(adopted, new MechanismAdopted(Complete().Build(), "start"));
    }

    private static Act Again(Act act, bool isInOrder) => act switch
    {
        CoordinationAct own => Again(CoordinationShapes.Act, own, isInOrder),
        OutreachAct own => Again(OutreachShapes.Act, own, isInOrder),
        GridAct own => Again(GroundShapes.Act, own, isInOrder),
        ProcessLaidDown own => Again(ProcessShapes.LaidDown, own, isInOrder),
        StepTaken own => Again(ProcessShapes.Taken, own, isInOrder),
        _ => throw new ArgumentException(act.Kind, nameof(act)),
    };

    private static T Again<T>(Shape<T> shape, T act, bool isInOrder)
    {
        var faults = new DataFileFaults(("事项", "act")) { Attempts = isInOrder ? new InOrderAttempts() : InOrderAttempts.None() };
        using var document = JsonSource.Parse(Written(shape, act), 1_000_000, faults);
        var again = shape.Read(new JsonPart(document.RootElement, "$", faults));
        faults.ThrowIfAny();
        return again;
    }

    private static byte[] Written<T>(Shape<T> shape, T act)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            shape.Write(writer, act);
        }

        return stream.ToArray();
    }
}
