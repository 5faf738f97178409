using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class StaffBookTests
{
    private static readonly StaffId Li = new("li");
    private static readonly StaffId Wang = new("wang");
    private static readonly BusinessId Shop = new("shop");

    private readonly StaffBook _book = new();

    [Fact]
    public void OnDuty_InTheTerm_LessTheDaysOffDuty()
    {
        var made = Appoint(Li, SafetyPost.Officer, 2, 12);
        _book.GoOffDuty(new OffDuty(made.Id, new Term(Day(4), Day(8)), "sick"), "boss", Day(3));
        _book.ComeBack(made.Id, "boss", Day(6));

        Assert.Equal([2, 3, 6, 7, 8, 9, 10, 11], Enumerable.Range(1, 14).Where(day => _book.IsOnDuty(made.Id, Day(day))));
        Assert.Equal([made], _book.OnDutyAt(Shop, Day(3)));
        Assert.Empty(_book.OnDutyAt(Shop, Day(5)));
        Assert.Equal(new PostCount(1, 0), _book.CountOn(SafetyPost.Officer, Day(5)));
        Assert.Equal(new PostCount(1, 1), _book.CountOn(SafetyPost.Officer, Day(6)));
        Assert.Equal(default, _book.CountOn(SafetyPost.Director, Day(6)));
        Assert.Equal("li, food-safety officer at shop from 2024-05-02 until before 2024-05-12", made.Text.English);
    }

    [Fact]
    public void End_BeforeTheTermIsOver_FreesThePostFromTheDay()
    {
        var made = Appoint(Li, SafetyPost.Officer, 1);
        _book.End(made.Id, "left", "boss", Day(5));

        Assert.True(_book.IsOnDuty(made.Id, Day(4)));
        Assert.False(_book.IsOnDuty(made.Id, Day(5)));
        var over = Assert.Throws<StaffRefusedException>(() => _book.End(made.Id, "again", "boss", Day(5)));
        Assert.Equal(StaffRefusal.IsOver, over.Refusal);
        Assert.Throws<StaffRefusedException>(() => _book.GoOffDuty(new OffDuty(made.Id, new Term(Day(5)), "sick"), "boss", Day(5)));
        Appoint(Li, SafetyPost.Officer, 5);
        Assert.Equal(2, _book.HistoryOf(Li).Length);
    }

    [Theory]
    [InlineData(2024, 5, 10, true)]
    [InlineData(2024, 5, 11, false)]
    public void Appoint_AfterARevocation_IsRefusedForFiveYears(int year, int month, int day, bool refused)
    {
        var on = new LocalDate(year, month, day);
        _book.Bar(new PostBar(Li, PostBarGround.LicenceRevoked, new LocalDate(2019, 5, 10)), "bureau", on);

        Assert.Equal(refused, Refuses(() => _book.Appoint(new Appointment(Li, Shop, SafetyPost.Officer, new Term(on)), "boss", on), StaffRefusal.Barred));
        Assert.Equal(refused, _book.FindBar(Li, SafetyPost.MainPerson, on) is not null);
        Assert.Equal("135", _book.Events.OfType<PersonBarred>().Single().Bar.Basis.Article);
    }

    [Fact]
    public void Appoint_AfterAFoodSafetyCrime_IsRefusedForLife()
    {
        _book.Bar(new PostBar(Li, PostBarGround.FoodSafetyCrime, new LocalDate(1995, 3, 1)), "court", Day(1));

        var refused = Assert.Throws<StaffRefusedException>(() => Appoint(Li, SafetyPost.Director, 1));

        Assert.Equal((StaffRefusal.Barred, PostBarGround.FoodSafetyCrime), (refused.Refusal, refused.Bar!.Ground));
        Assert.Equal(
            "Refused (li, food-safety director at shop from 2024-05-01): li may hold no post from 1995-03-01: sentenced to imprisonment for a "
            + "food-safety crime (Food Safety Law (text before the amendment of 2021, not checked), Art. 135 (illustrative)).",
            refused.Message);
        Assert.Equal(refused.Message, refused.Text.English);
        Assert.NotNull(_book.FindBar(Li, SafetyPost.MainPerson, new LocalDate(2090, 1, 1)));
    }

    [Fact]
    public void Assess_Fail_BarsFromTheDayUntilAPass_ButNotTheMainPerson()
    {
        var officer = Appoint(Li, SafetyPost.Officer, 1);
        var main = Appoint(Li, SafetyPost.MainPerson, 1);
        _book.Assess(Result(Li, 26), "bureau", Day(3));
        _book.Assess(Result(Li, 20), "bureau", Day(4));

        Assert.Equal([1, 2], Enumerable.Range(1, 9).Where(day => _book.IsOnDuty(officer.Id, Day(day))));
        Assert.True(_book.IsOnDuty(main.Id, Day(5)));
        Assert.Equal([officer], _book.HeldByBarred(Day(5)));
        Assert.Throws<StaffRefusedException>(() => _book.Appoint(new Appointment(Li, new BusinessId("other"), SafetyPost.Officer, new Term(Day(5))), "boss", Day(5)));

        _book.Assess(Result(Li, 27), "bureau", Day(6));

        Assert.True(_book.IsOnDuty(officer.Id, Day(6)));
        Assert.False(_book.IsOnDuty(officer.Id, Day(5)));
        Assert.Empty(_book.HeldByBarred(Day(6)));
    }

    [Theory]
    [InlineData(2025, 4, 14, false, false)]
    [InlineData(2025, 4, 15, false, true)]
    [InlineData(2025, 4, 15, true, false)]
    public void Appoint_Director_IsOfTheManagementSince2025(int year, int month, int day, bool isManagement, bool refused)
    {
        var on = new LocalDate(year, month, day);

        Assert.Equal(refused, Refuses(
            () => _book.Appoint(new Appointment(Li, Shop, SafetyPost.Director, new Term(on)) { IsManagement = isManagement }, "boss", on), StaffRefusal.NotManagement));
        _book.Appoint(new Appointment(Li, Shop, SafetyPost.Officer, new Term(on)), "boss", on);
    }

    [Fact]
    public void Appoint_TheSamePostTwice_IsRefused_AnotherIsNot()
    {
        var standing = Appoint(Li, SafetyPost.Officer, 1, 10);

        var refused = Assert.Throws<StaffRefusedException>(() => Appoint(Li, SafetyPost.Officer, 9, 20));

        Assert.Equal((StaffRefusal.AlreadyHolds, standing), (refused.Refusal, refused.Appointment));
        Appoint(Li, SafetyPost.Director, 9);
        Appoint(Wang, SafetyPost.Officer, 9);
        Appoint(Li, SafetyPost.Officer, 10);
    }

    [Fact]
    public void OffDuty_TwiceOrNotAtAll_IsRefused()
    {
        var made = Appoint(Li, SafetyPost.Officer, 1);
        _book.GoOffDuty(new OffDuty(made.Id, new Term(Day(4), Day(8)), "sick"), "boss", Day(2));

        Assert.True(Refuses(() => _book.GoOffDuty(new OffDuty(made.Id, new Term(Day(7), Day(9)), "leave"), "boss", Day(2)), StaffRefusal.AlreadyOffDuty));
        Assert.True(Refuses(() => _book.ComeBack(made.Id, "boss", Day(3)), StaffRefusal.NotOffDuty));
        _book.GoOffDuty(new OffDuty(made.Id, new Term(Day(8), Day(9)), "leave"), "boss", Day(3));
    }

    [Fact]
    public void Acts_NeverGoBackInTime()
    {
        _book.Appoint(new Appointment(Li, Shop, SafetyPost.Officer, new Term(Day(5))), "boss", Day(5));

        Assert.Throws<LedgerDayException>(() => _book.Assess(Result(Li, 27), "bureau", Day(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _book.Appoint(new Appointment(Wang, Shop, SafetyPost.Officer, new Term(Day(4))), "boss", Day(5)));
        Assert.Throws<ArgumentException>(() => _book.Bar(new PostBar(Li, PostBarGround.FailedAssessment, Day(5)), "boss", Day(5)));
        Assert.Throws<ArgumentException>(() => _book.Bar(new PostBar(Li, PostBarGround.LicenceRevoked, Day(6)), "boss", Day(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _book[new AppointmentId(2)]);
        Assert.Single(_book.Events);
    }

    [Fact]
    public void TrainingShortfalls_AreOfThoseWhoHoldAPostAndLackHoursOfTheYear()
    {
        Appoint(Li, SafetyPost.Officer, 1);
        Appoint(Wang, SafetyPost.Director, 1);
        Appoint(new StaffId("boss"), SafetyPost.MainPerson, 1);
        Appoint(new StaffId("gone"), SafetyPost.Officer, 1, 3);
        _book.Train(Li, 39.5m, "allergens", "school", Day(2));
        _book.Train(Wang, 40, "law", "school", Day(2));

        Assert.Equal([new TrainingShortfall(Li, 39.5m, 0.5m)], _book.TrainingShortfalls(new LocalDate(2024, 12, 31)));
        Assert.Equal([("li", 40m), ("wang", 40m)], _book.TrainingShortfalls(new LocalDate(2025, 1, 1)).Select(s => (s.Person.Value, s.Missing)));
        Assert.Equal(["gone", "li", "wang"], _book.TrainingShortfalls(Day(1)).Select(s => s.Person.Value));
        _book.Train(Li, 0.5m, "allergens", "school", Day(9));
        Assert.Empty(_book.TrainingShortfalls(new LocalDate(2024, 12, 31)));
        Assert.Equal((40m, 0m), (_book.TrainingHoursOf(Li, 2024), _book.TrainingHoursOf(Li, 2023)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _book.Train(Li, 0, "nothing", "school", Day(9)));
    }

    [Fact]
    public void Replay_GivesABookThatAnswersTheSame()
    {
        var made = Appoint(Li, SafetyPost.Officer, 1);
        var second = Appoint(Wang, SafetyPost.Officer, 1);
        _book.GoOffDuty(new OffDuty(made.Id, new Term(Day(4), Day(8)), "sick"), "boss", Day(2));
        _book.ComeBack(made.Id, "boss", Day(6));
        _book.Train(Li, 8, "law", "school", Day(6));
        _book.Assess(Result(Li, 5), "bureau", Day(7));
        _book.Assess(Result(Li, 30), "bureau", Day(9));
        _book.Bar(new PostBar(Wang, PostBarGround.LicenceRevoked, Day(3)), "bureau", Day(9));
        _book.End(second.Id, "barred", "boss", Day(10));

        var replayed = StaffBook.Replay(_book.Events);

        Assert.Equal(_book.Events, replayed.Events);
        Assert.Equal(_book.Appointments, replayed.Appointments);
        for (var day = 1; day < 15; day++)
        {
            Assert.Equal(_book.OnDutyAt(Shop, Day(day)), replayed.OnDutyAt(Shop, Day(day)));
            Assert.Equal(_book.TrainingShortfalls(Day(day)), replayed.TrainingShortfalls(Day(day)));
            Assert.Equal(_book.FindBar(Wang, SafetyPost.Officer, Day(day)), replayed.FindBar(Wang, SafetyPost.Officer, Day(day)));
        }
    }

    [Fact]
    public void Appointment_OfNothing_IsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new Appointment(default, Shop, SafetyPost.Officer, new Term(Day(1))));
        Assert.ThrowsAny<ArgumentException>(() => new Appointment(Li, default, SafetyPost.Officer, new Term(Day(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Appointment(Li, Shop, default, new Term(Day(1))));
        Assert.ThrowsAny<ArgumentException>(() => new Appointment(Li, Shop, SafetyPost.Officer, new Term(Day(1), Day(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Appointment(Li, Shop, SafetyPost.Officer, new Term(Day(1))) { Employer = default });
        Assert.ThrowsAny<ArgumentException>(() => new StaffId("two words"));
    }

    private static LocalDate Day(int day) => new(2024, 5, day);

    private static AssessmentResult Result(StaffId person, int right) => new(person, AssessmentStandard.Makers2019, 30, right);

    private static bool Refuses(Action act, StaffRefusal refusal)
    {
        try
        {
            act();
            return false;
        }
        catch (StaffRefusedException refused)
        {
            Assert.Equal(refusal, refused.Refusal);
            return true;
        }
    }

    private Appointment Appoint(StaffId person, SafetyPost post, int from, int? until = null) => _book.Appoint(
        new Appointment(person, Shop, post, new Term(Day(from), until is { } day ? Day(day) : null)), "boss", _book.LastDay ?? Day(1)).Appointment;
}
