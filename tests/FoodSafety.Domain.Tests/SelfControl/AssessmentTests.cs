using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class AssessmentTests
{
    private static readonly LocalDate Day = new(2024, 5, 1);

    [Theory]
    [InlineData(30, 27, true)]
    [InlineData(30, 26, false)]
    [InlineData(31, 28, true)]
    [InlineData(31, 27, false)]
    public void Result_AtThePassMarkAndOneBelow(int questions, int right, bool passed) =>
        Assert.Equal(passed, new AssessmentResult(new StaffId("li"), AssessmentStandard.Makers2019, questions, right).IsPassed);

    [Fact]
    public void Result_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssessmentResult(new StaffId("li"), AssessmentStandard.Makers2019, 29, 29));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssessmentResult(new StaffId("li"), AssessmentStandard.Makers2019, 30, 31));
        Assert.Throws<ArgumentException>(() => new AssessmentResult(default, AssessmentStandard.Guide2024, 30, 30));
        Assert.True(AssessmentStandard.Guide2024.Basis.IsIllustrative);
    }

    [Fact]
    public void Draw_IsOfEachSectorAndPost_AndRepeatsWithItsSeed()
    {
        var (book, register) = Staffed(100);

        var draw = AssessmentDraw.Draw(book, register, 0.1m, 7, Day);

        Assert.Equal([
            (BusinessSector.Production, SafetyPost.Director, 50, 5), (BusinessSector.Production, SafetyPost.Officer, 50, 5),
            (BusinessSector.Catering, SafetyPost.Director, 50, 5), (BusinessSector.Catering, SafetyPost.Officer, 50, 5),
        ], draw.Strata.Select(s => (s.Sector, s.Post, s.Candidates, s.Drawn.Length)));
        Assert.Equal(Ids(draw), Ids(AssessmentDraw.Draw(book, register, 0.1m, 7, Day)));
        Assert.NotEqual(Ids(draw), Ids(AssessmentDraw.Draw(book, register, 0.1m, 8, Day)));
        Assert.All(draw.Strata, stratum => Assert.Equal(stratum.Drawn.Length, stratum.Drawn.Distinct().Count()));
    }

    [Fact]
    public void Draw_ALargerShare_DrawsTheSameFirst()
    {
        var (book, register) = Staffed(30);
        var (few, many) = (AssessmentDraw.Draw(book, register, 0.1m, 7, Day), AssessmentDraw.Draw(book, register, 0.5m, 7, Day));

        foreach (var (small, large) in few.Strata.Zip(many.Strata))
        {
            Assert.Equal((2, 8), (small.Drawn.Length, large.Drawn.Length));
            Assert.Equal(small.Drawn, large.Drawn[..2]);
        }

        Assert.All(AssessmentDraw.Draw(book, register, 1, 7, Day).Strata, stratum => Assert.Equal(stratum.Candidates, stratum.Drawn.Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => AssessmentDraw.Draw(book, register, 0, 7, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => AssessmentDraw.Draw(book, register, 1.01m, 7, Day));
    }

    [Fact]
    public void Draw_OfAnotherRegister_PassesOverWhoIsElsewhere() =>
        Assert.Empty(AssessmentDraw.Draw(Staffed(3).Book, new BusinessRegister(PlanWorld.SmallTree), 1, 7, Day).Strata);

    private static List<long> Ids(AssessmentDraw draw) => [.. draw.Strata.SelectMany(stratum => stratum.Drawn).Select(appointment => appointment.Id.Number)];

    private static (StaffBook Book, BusinessRegister Register) Staffed(int count)
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        var rooms = new SelfControlRooms(register);
        for (var i = 0; i < count; i++)
        {
            var type = i % 2 == 0 ? BusinessType.FoodManufacturer : BusinessType.Restaurant;
            register.Add(new Business(new BusinessId($"b{i}"), "店", AreaCode.Parse("510115001001"), type));
            foreach (var post in (SafetyPost[])[SafetyPost.Officer, SafetyPost.Director])
            {
                Appoint($"{post}-{i}", $"b{i}", post);
            }
        }

        return (rooms.Staff, register);

        void Appoint(string person, string business, SafetyPost post) =>
            rooms.Take(Day, new AppointmentMade(new Appointment(new(rooms.Staff.Count + 1), new StaffId(person), new BusinessId(business), post, new Term(Day))));
    }
}
