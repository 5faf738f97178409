using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class StaffBookTests
{
    private static readonly StaffId Li = new("li");
    private static readonly StaffId Wang = new("wang");
    private static readonly BusinessId Shop = new("shop");
    private static readonly BusinessId Other = new("other");

    private readonly SelfControlRooms _rooms;
    private int _made;

    public StaffBookTests()
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange(
            new Business(Shop, "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant), new Business(Other, "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant));
        _rooms = new SelfControlRooms(register);
    }

    private StaffBook Book => _rooms.Staff;

    [Fact]
    public void OnDuty_InTheTerm_LessTheDaysOffDuty()
    {
        var made = Appoint(1, Li, SafetyPost.Officer, 2, 12);
        _rooms.Take(Day(3), new WentOffDuty(made.Id, new Term(Day(4), Day(8)), "sick"));
        _rooms.Take(Day(6), new CameBackOnDuty(made.Id));

        Assert.Equal([2, 3, 6, 7, 8, 9, 10, 11], Enumerable.Range(1, 14).Where(day => Book.IsOnDuty(made.Id, Day(day))));
        Assert.Equal([made.Id], Book.OnDutyAt(Shop, Day(3)).Select(held => held.Id));
        Assert.Equal(Book.OnDutyAt(Shop, Day(3)), Book.OnDutyOn(Day(3)));
        Assert.Empty(Book.OnDutyAt(Shop, Day(5)));
        Assert.Equal(new PostCount(1, 0), Book.CountOn(SafetyPost.Officer, Day(5)));
        Assert.Equal(new PostCount(1, 1), Book.CountOn(SafetyPost.Officer, Day(6)));
        Assert.Equal(default, Book.CountOn(SafetyPost.Director, Day(6)));
        Assert.Equal("li, food-safety officer at shop from 2024-05-02 until before 2024-05-12", made.Text.English);
        Assert.Equal(["appointment-made", "went-off-duty", "came-back-on-duty"], Book.HistoryOf(made.Id).Select(done => done.Act.Kind));
        Assert.Equal(new OffDuty(new Term(Day(4), Day(8)), "sick"), Book.FindOn(made.Id, Day(5))!.OffDuty.Single());
        Assert.Equal(new OffDuty(new Term(Day(4), Day(6)), "sick"), Book[made.Id].OffDuty.Single());
    }

    [Fact]
    public void End_BeforeTheTermIsOver_FreesThePostFromTheDay()
    {
        var made = Appoint(1, Li, SafetyPost.Officer, 1);
        _rooms.Take(Day(5), new AppointmentEnded(made.Id, "left"));

        Assert.True(Book.IsOnDuty(made.Id, Day(4)));
        Assert.False(Book.IsOnDuty(made.Id, Day(5)));
        Assert.Equal(["is-over"], _rooms.CodesOf(Day(5), new AppointmentEnded(made.Id, "again")));
        Assert.Equal(["is-over"], _rooms.CodesOf(Day(5), new WentOffDuty(made.Id, new Term(Day(5)), "sick")));
        Appoint(5, Li, SafetyPost.Officer, 5);
        Assert.Equal(2, Book.AppointmentsOf(Li).Length);
    }

    [Fact]
    public void End_BeforeTheTermBegins_LeavesNoDay()
    {
        var made = Appoint(1, Li, SafetyPost.Officer, 9);
        _rooms.Take(Day(5), new AppointmentEnded(made.Id, "not needed"));

        Assert.True(Book[made.Id].Term.IsEmpty);
        Assert.Equal(new Term(Day(9)), Book.FindOn(made.Id, Day(4))!.Term);
        Assert.Equal(["is-over"], _rooms.CodesOf(Day(6), new AppointmentEnded(made.Id, "again")));
    }

    [Theory]
    [InlineData(2024, 5, 10, true)]
    [InlineData(2024, 5, 11, false)]
    public void Appoint_AfterARevocation_IsRefusedForFiveYears(int year, int month, int day, bool refused)
    {
        var on = new LocalDate(year, month, day);
        _rooms.Take(on, new PersonBarred(new PostBar(Li, PostBarGround.LicenceRevoked, new LocalDate(2019, 5, 10))));

        Assert.Equal(refused ? ["barred"] : [], _rooms.CodesOf(on, Made(1, Li, SafetyPost.Officer, new Term(on))));
        Assert.Equal(refused, _rooms.Qualifications.FindBar(Li, SafetyPost.MainPerson, on) is not null);
        Assert.Equal("135", _rooms.Qualifications[Li].Bars.Single().Basis.Article);
    }

    [Fact]
    public void Appoint_AfterAFoodSafetyCrime_IsRefusedForLife()
    {
        _rooms.Take(Day(1), new PersonBarred(new PostBar(Li, PostBarGround.FoodSafetyCrime, new LocalDate(1995, 3, 1))));

        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => Appoint(1, Li, SafetyPost.Director, 1)).Refusals);

        Assert.Equal(("barred", "135"), (refusal.Code, refusal.Basis!.Article));
        Assert.Equal([("person", "li"), ("ground", "food-safety-crime"), ("from", "1995-03-01")], refusal.Values.Select(value => (value.Name, value.Value)));
        Assert.Equal(
            "Refused (li, food-safety director at shop from 2024-05-01): li may hold no post from 1995-03-01: sentenced to imprisonment for a "
            + "food-safety crime (Food Safety Law (text before the amendment of 2021, not checked), Art. 135 (illustrative)).",
            refusal.Text.English);
        Assert.NotNull(_rooms.Qualifications.FindBar(Li, SafetyPost.MainPerson, new LocalDate(2090, 1, 1)));
    }

    [Fact]
    public void Assess_Fail_BarsFromTheDayUntilAPass_ButNotTheMainPerson()
    {
        var officer = Appoint(1, Li, SafetyPost.Officer, 1);
        var main = Appoint(1, Li, SafetyPost.MainPerson, 1);
        _rooms.Take(Day(3), new PersonAssessed(Result(Li, 26)));
        _rooms.Take(Day(4), new PersonAssessed(Result(Li, 20)));

        Assert.Equal([1, 2], Enumerable.Range(1, 9).Where(day => Book.IsOnDuty(officer.Id, Day(day))));
        Assert.True(Book.IsOnDuty(main.Id, Day(5)));
        Assert.Equal([officer], Book.HeldByBarred(Day(5)));
        Assert.Equal(["barred"], _rooms.CodesOf(Day(5), new AppointmentMade(new Appointment(new(9), Li, Other, SafetyPost.Officer, new Term(Day(5))))));

        _rooms.Take(Day(6), new PersonAssessed(Result(Li, 27)));

        Assert.True(Book.IsOnDuty(officer.Id, Day(6)));
        Assert.False(Book.IsOnDuty(officer.Id, Day(5)));
        Assert.Empty(Book.HeldByBarred(Day(6)));
    }

    [Fact]
    public void Assess_ToldInAnyOrder_BarsTheSame()
    {
        (int Day, int Right)[] results = [(2, 20), (4, 27), (6, 20), (7, 19), (9, 30)];
        var orders = new List<string>();
        for (var seed = 0; seed < 20; seed++)
        {
            var person = new StaffId($"p{seed}");
            var random = new Random(seed);
            foreach (var (day, right) in results.OrderBy(_ => random.Next()))
            {
                _rooms.Take(Day(day), new PersonAssessed(Result(person, right)), new PersonTrained(person, day, "law"));
            }

            var known = _rooms.Qualifications[person];
            Assert.Equal([2, 4, 6, 7, 9], known.Assessments.Select(assessed => assessed.On.Day));
            Assert.Equal([2, 4, 6, 7, 9], known.Trainings.Select(training => training.On.Day));
            orders.Add(string.Join(",", Enumerable.Range(1, 12).Where(day => known.FindBar(SafetyPost.Officer, Day(day)) is not null)));
        }

        Assert.Equal(["2,3,6,7,8"], orders.Distinct());
    }

    [Theory]
    [InlineData(2025, 4, 14, false, false)]
    [InlineData(2025, 4, 15, false, true)]
    [InlineData(2025, 4, 15, true, false)]
    public void Appoint_Director_IsOfTheManagementSince2025(int year, int month, int day, bool isManagement, bool refused)
    {
        var on = new LocalDate(year, month, day);

        Assert.Equal(
            refused ? ["not-management"] : [],
            _rooms.CodesOf(on, new AppointmentMade(new Appointment(new(1), Li, Shop, SafetyPost.Director, new Term(on)) { IsManagement = isManagement })));
        _rooms.Take(on, Made(2, Li, SafetyPost.Officer, new Term(on)));
    }

    [Fact]
    public void Appoint_TheSamePostTwice_IsRefused_AnotherIsNot()
    {
        var standing = Appoint(1, Li, SafetyPost.Officer, 1, 10);

        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => Appoint(1, Li, SafetyPost.Officer, 9, 20)).Refusals);

        Assert.Equal(("already-holds", standing.Id.ToString()), (refusal.Code, refusal.Values[1].Value));
        Appoint(1, Li, SafetyPost.Director, 9);
        Appoint(1, Wang, SafetyPost.Officer, 9);
        Appoint(1, Li, SafetyPost.Officer, 10);
    }

    [Fact]
    public void OffDuty_TwiceOrNotAtAll_IsRefused()
    {
        var made = Appoint(1, Li, SafetyPost.Officer, 1);
        _rooms.Take(Day(2), new WentOffDuty(made.Id, new Term(Day(4), Day(8)), "sick"));

        Assert.Equal(["already-off-duty"], _rooms.CodesOf(Day(2), new WentOffDuty(made.Id, new Term(Day(7), Day(9)), "leave")));
        Assert.Equal(["not-off-duty"], _rooms.CodesOf(Day(3), new CameBackOnDuty(made.Id)));
        _rooms.Take(Day(3), new WentOffDuty(made.Id, new Term(Day(8), Day(9)), "leave"));
    }

    [Fact]
    public void Acts_ThatMayNotBe_AreRefusedByCode_EveryReasonAtOnce()
    {
        Appoint(5, Li, SafetyPost.Officer, 5);

        Assert.Equal(["id-taken"], _rooms.CodesOf(Day(5), Made(1, Wang, SafetyPost.Officer, new Term(Day(5)))));
        Assert.Equal(["unknown-id"], _rooms.CodesOf(Day(5), new AppointmentEnded(new(9), "left")));
        Assert.Equal(["term-out-of-range"], _rooms.CodesOf(Day(5), Made(2, Wang, SafetyPost.Officer, new Term(Day(4)))));
        Assert.Equal(["term-out-of-range"], _rooms.CodesOf(Day(5), new WentOffDuty(new(1), new Term(Day(6), Day(6)), "ill")));
        Assert.Equal(["decided-later"], _rooms.CodesOf(Day(5), new PersonBarred(new PostBar(Li, PostBarGround.LicenceRevoked, Day(6)))));
        _rooms.Take(Day(5), new PersonBarred(new PostBar(Li, PostBarGround.LicenceRevoked, Day(5))));
        Assert.Equal(
            ["unknown-business", "term-out-of-range", "barred"],
            _rooms.CodesOf(Day(5), new AppointmentMade(new Appointment(new(2), Li, new("nowhere"), SafetyPost.Officer, new Term(Day(4))))));
        Assert.Throws<ArgumentException>(() => new PersonBarred(new PostBar(Li, PostBarGround.FailedAssessment, Day(5))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Book[new AppointmentId(2)]);
        Assert.Null(Book.Find(new AppointmentId(2)));
        Assert.Single(Book.All);
    }

    [Fact]
    public void TrainingShortfalls_AreOfThoseWhoHoldAPostAndLackHoursOfTheYear()
    {
        Appoint(1, Li, SafetyPost.Officer, 1);
        Appoint(1, Wang, SafetyPost.Director, 1);
        Appoint(1, new StaffId("boss"), SafetyPost.MainPerson, 1);
        Appoint(1, new StaffId("gone"), SafetyPost.Officer, 1, 3);
        _rooms.Take(Day(2), new PersonTrained(Li, 39.5m, "allergens"), new PersonTrained(Wang, 40, "law"));

        Assert.Equal([new TrainingShortfall(Li, 39.5m, 0.5m)], Book.TrainingShortfalls(new LocalDate(2024, 12, 31)));
        Assert.Equal([("li", 40m), ("wang", 40m)], Book.TrainingShortfalls(new LocalDate(2025, 1, 1)).Select(s => (s.Person.Value, s.Missing)));
        Assert.Equal(["gone", "li", "wang"], Book.TrainingShortfalls(Day(1)).Select(s => s.Person.Value));
        _rooms.Take(Day(9), new PersonTrained(Li, 0.5m, "allergens"));
        Assert.Empty(Book.TrainingShortfalls(new LocalDate(2024, 12, 31)));
        Assert.Equal((40m, 0m), (_rooms.Qualifications.TrainingHoursOf(Li, 2024), _rooms.Qualifications.TrainingHoursOf(Li, 2023)));
        Assert.Equal(0, _rooms.Qualifications.TrainingHoursOf(new StaffId("gone"), 2024));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PersonTrained(Li, 0, "nothing"));
        Assert.Throws<ArgumentException>(() => new PersonTrained(default, 1, "nothing"));
    }

    [Fact]
    public void Appointment_OfNothing_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Appointment(default, Li, Shop, SafetyPost.Officer, new Term(Day(1))));
        Assert.ThrowsAny<ArgumentException>(() => new Appointment(new(1), default, Shop, SafetyPost.Officer, new Term(Day(1))));
        Assert.ThrowsAny<ArgumentException>(() => new Appointment(new(1), Li, default, SafetyPost.Officer, new Term(Day(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Appointment(new(1), Li, Shop, default, new Term(Day(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Appointment(new(1), Li, Shop, SafetyPost.Officer, new Term(Day(1))) { Employer = default });
        Assert.Throws<ArgumentException>(() => Made(1, Li, SafetyPost.Officer, new Term(Day(1), Day(1))));
        Assert.Throws<ArgumentException>(() => new AppointmentMade(new Appointment(new(1), Li, Shop, SafetyPost.Officer, new Term(Day(1))) { OffDuty = [new(new Term(Day(1)), "ill")] }));
        Assert.ThrowsAny<ArgumentException>(() => new StaffId("two words"));
    }

    private static LocalDate Day(int day) => new(2024, 5, day);

    private static AssessmentResult Result(StaffId person, int right) => new(person, AssessmentStandard.Makers2019, 30, right);

    private static AppointmentMade Made(int id, StaffId person, SafetyPost post, Term term) => new(new Appointment(new(id), person, Shop, post, term));

    private Appointment Appoint(int on, StaffId person, SafetyPost post, int from, int? until = null)
    {
        _rooms.Take(Day(on), Made(++_made, person, post, new Term(Day(from), until is { } day ? Day(day) : null)));
        return Book[new(_made)];
    }
}
