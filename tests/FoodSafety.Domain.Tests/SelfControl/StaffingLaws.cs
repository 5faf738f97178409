using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

/// <summary>What holds of staffing for all businesses at once is what holds of each.</summary>
public class StaffingLaws
{
    private static readonly StaffingTimeline[] Timelines =
    [
        StaffingRules.National, StaffingRules.ByTier, StaffingRules.National.With(StaffingRules.DirectorsInTiersAB),
        new StaffingTimeline([StaffingRules.DirectorsInTiersAB, .. StaffingRules.National.Rules]), new StaffingTimeline(),
    ];

    private static readonly Gen<LocalDate> AnyDay = Gen.OneOf(
        new LocalDate(2022, 10, 31), new LocalDate(2022, 11, 1), new LocalDate(2025, 4, 14), new LocalDate(2025, 4, 15));

    internal static readonly Gen<Business> AnyBusiness = Gen.Select(
        Gen.OneOf(EnumCodes.All<BusinessType>().ToArray()),
        Gen.Int[1, 4],
        Gen.OneOf(0, 299, 300, 499, 500, 999, 1000, 1001),
        Gen.OneOf((0, 0m), (20, 50_000_000m), (50, 5_000_000m), (100, 20_000_000m), (300, 20_000_000m), (300, 1m)),
        Gen.Bool.Array[3]).Select((type, status, diners, size, flags) => new Business(new BusinessId("x"), "店", AreaCode.Parse("510115001001"), type)
        {
            Status = (OperatingStatus)status,
            Profile = new()
            {
                DinersPerMeal = diners, Employees = size.Item1, AnnualRevenue = size.Item2,
                IsChainHeadquarters = flags[0], IsContractedOut = flags[1], IsDirectedToAppoint = flags[2],
            },
        });

    [Fact]
    public void Sheet_IsTheFirstRuleOfEachBusiness() => Gen.Select(AnyBusiness.Array[0, 70], Gen.Int[0, Timelines.Length - 1], AnyDay, Gen.Bool).Sample(
        (businesses, which, on, tiersKnown) =>
        {
            var register = Register(businesses);
            var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
            book.Regrade(new Grader<Tier>(TierPolicies.SizeAndDiners2022));
            var tiers = tiersKnown ? book.Grades : null;

            var sheet = Timelines[which].SheetOn(register.Facts, on, tiers);

            Assert.Equal((on, register.Count), (sheet.On, sheet.RowCount));
            foreach (var post in (RequiredPost[])[RequiredPost.Director, RequiredPost.Officer, RequiredPost.SecondDirector])
            {
                var expected = register.Businesses.Select((business, row) => Timelines[which].RequirementsOf(business, on, tiers?[row].FindGrade())
                    .FirstOrDefault(requirement => requirement.Required == post)?.Rules[0]).ToList();
                Assert.Equal(expected, expected.Select((_, row) => sheet.FindRule(post, row)));
                Assert.Equal(expected.Count(rule => rule is not null), sheet.Count(post));
                Assert.Equal(expected.Index().Where(rule => rule.Item is not null).Select(rule => rule.Index), sheet.Rows(post));
            }
        },
        iter: 200);

    [Fact]
    public void Unfilled_OfAll_IsThatOfEach() => Gen.Select(AnyBusiness.Array[1, 30], Gen.Int[0, 29].Array[0, 40], AnyDay).Sample(
        (businesses, staffed, on) =>
        {
            var register = Register(businesses);
            var rooms = new SelfControlRooms(register);
            foreach (var (number, at) in staffed.Where(at => at < register.Count).Index())
            {
                var fills = (number % 3) switch { 0 => RequiredPost.Director, 1 => RequiredPost.Officer, _ => RequiredPost.SecondDirector };
                rooms.Take(on, new AppointmentMade(
                    new Appointment(new(number + 1), new StaffId($"p{number}"), new BusinessId($"b{at}"), fills.Post, new(on)) { Employer = fills.Employer, IsManagement = true }));
                if (number % 5 == 0)
                {
                    rooms.Take(on, new WentOffDuty(new(number + 1), new(on, on.PlusDays(1)), "leave"));
                }
            }

            var staff = rooms.Staff;
            var unfilled = staff.UnfilledOn(StaffingRules.National.SheetOn(register.Facts, on), register);

            var expected = register.Businesses.SelectMany(business =>
                staff.UnfilledAt(business.Id, StaffingRules.National.RequirementsOf(business, on), on).Select(r => (business.Id, r.Required, r.Rules[0])));
            Assert.Equal(expected.ToHashSet(), unfilled.Select(u => (u.Business, u.Required, u.Rule)).ToHashSet());
            Assert.Equal(unfilled.Length, unfilled.Select(u => (u.Business, u.Required)).Distinct().Count());
        },
        iter: 200);

    [Fact]
    public void Sheet_OfOtherTiersOrRows_IsRefused()
    {
        var (one, other) = (Register([]), Register([]));
        var tiers = new GradeBook<Tier>(other.Facts, Tiers.Scale).Grades;

        Assert.Throws<ArgumentException>(() => StaffingRules.ByTier.SheetOn(one.Facts, new LocalDate(2025, 1, 1), tiers));
        var sheet = StaffingRules.ByTier.SheetOn(one.Facts, new LocalDate(2025, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sheet.FindRule(RequiredPost.Director, 0));
        other.Add(new Business(new BusinessId("x"), "店", AreaCode.Parse("510115001001"), BusinessType.Retailer));
        Assert.Throws<ArgumentException>(() => new SelfControlRooms(other).Staff.UnfilledOn(sheet, other));
    }

    private static BusinessRegister Register(Business[] businesses)
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([.. businesses.Select((b, i) => new Business(new BusinessId($"b{i}"), b.Name, b.Area, b.Type) { Status = b.Status, Profile = b.Profile })]);
        return register;
    }
}
