using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>Builds a district from throws of dice: cadres with two posts, gaps in the staff, businesses that close or come later, all books in use.</summary>
internal sealed class RandomDistrict(int[] dice)
{
    private static readonly LocalDate Start = PlanWorld.Day.PlusDays(-100);

    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    // A business that is suspended is in no tier, and still one of the register.
    private static readonly GradingPolicy<Tier> Exempting = GradingPolicy.Define("stated", "2", ("给定", "as stated"), Tiers.Scale).InForce(Start)
        .NotGraded("not-open", BusinessFacts.Status.Is(OperatingStatus.Closed, OperatingStatus.Suspended), ("未营业", "not open"), Made)
        .Rule("a", Tier.A, PlanWorld.StatedTier.Is(Tier.A), ("A", "A"), Made)
        .Rule("b", Tier.B, PlanWorld.StatedTier.Is(Tier.B), ("B", "B"), Made)
        .Rule("c", Tier.C, PlanWorld.StatedTier.Is(Tier.C), ("C", "C"), Made)
        .Otherwise(Tier.D, ("D", "D"), Made).Build();

    private int _thrown;

    /// <summary>The posts that must be filled: also two directors in the tiers A and B.</summary>
    public static StaffingTimeline Required { get; } = StaffingRules.National.With(
        StaffingRules.DirectorsInTiersAB,
        new StaffingRule("second", RequiredPost.SecondDirector, Condition.Always, new Term(Start), ("二", "second"), Citation.Illustrative(("测试", "made for a test"))) { Tiers = [Tier.A, Tier.B] });

    public District Build()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        var areas = PlanWorld.SmallTree.Areas.ToArray();
        var count = Throw(20);
        // All in one village, or in one district, or anywhere.
        var (first, past) = Throw(4) switch { 0 => (4, 5), 1 => (2, 8), _ => (0, areas.Length) };
        for (var i = 0; i < count; i++)
        {
            var row = world.Add($"b{i:D2}", areas[first + Throw(past - first)].Code.ToString(), (Tier)(1 + Throw(4)));
            if (Throw(6) == 0)
            {
                world.Close(row);
            }
        }

        var posts = Enumerable.Range(0, Throw(14)).Select(_ => (Id: $"c{Throw(6)}", Area: areas[Throw(areas.Length)].Code.ToString())).Distinct().ToArray();
        var district = world.Found(posts.Select(post => PlanWorld.NewPost(post.Id, post.Area)), Start);
        PlanWorld.Do(district, Start, new PolicyLaidDown<Tier>(Exempting), new StaffingLaidDown(Required), new ChecklistAdopted(InspectionWorld.List), new CadreJoined(new CadreId("C-1")));
        if (Throw(2) > 0)
        {
            OpenRound(district);
        }

        Commit(district);
        ChangeLater(district, areas);
        Staff(district);
        if (Throw(4) > 0)
        {
            KeepRecords(district);
        }

        Inspect(district);
        Rectify(district);
        PlanWorld.Do(district, Start.PlusDays(145));
        return district;
    }

    private void Commit(District district)
    {
        for (var day = 0; day < 12; day++)
        {
            var (cadre, on) = (new CadreId($"c{Throw(6)}"), Start.PlusDays(day * 10));
            BusinessId[] businesses = [.. Enumerable.Range(0, 8).Select(_ => new BusinessId($"b{Throw(22):D2}")).Where(district.Businesses.Register.Contains)];
            if (businesses.Length == 0 || !district.Chains.IsInService(cadre))
            {
                continue;
            }

            PlanWorld.Do(district, on, district.Commitments.FindStanding(cadre, on) is null || Throw(2) == 0
                ? new CommitmentSigned(new(day + 1), cadre, [.. businesses], "city")
                : (Act)new CommitmentEnded(cadre, "moved"));
        }
    }

    // What happens between planning and reporting: a business closes, moves, changes its tier or opens.
    private void ChangeLater(District district, Area[] areas)
    {
        for (var i = Throw(4); i > 0 && district.Businesses.Register.Count > 0; i--)
        {
            var id = district.Businesses.Register.IdAt(Throw(district.Businesses.Register.Count));
            PlanWorld.Do(district, Start.PlusDays(125), Throw(4) switch
            {
                0 => new FactsStated(id, new FactRecord(BusinessFacts.Status.Of(Throw(2) == 0 ? OperatingStatus.Closed : OperatingStatus.Suspended))),
                1 => new BusinessMoved(id, areas[Throw(areas.Length)].Code),
                2 => new FactsStated(id, new FactRecord(PlanWorld.StatedTier.Of((Tier)(1 + Throw(4))))),
                _ => (Act)new BusinessesOpened([PlanWorld.NewBusiness($"later{i}", areas[Throw(areas.Length)].Code, (Tier)(1 + Throw(4)))]),
            });
        }
    }

    private void Staff(District district)
    {
        for (var i = 1; i <= 25; i++)
        {
            var appointment = new Appointment(
                new(i), new StaffId($"p{i}"), new BusinessId($"b{Throw(22):D2}"), (SafetyPost)(1 + Throw(3)), new Term(Start.PlusDays(Throw(110)), Throw(3) == 0 ? Start.PlusDays(111) : null))
            {
                Employer = Throw(3) == 0 ? PostEmployer.ContractingUnit : PostEmployer.Business,
            };
            if (district.Businesses.Register.Contains(appointment.Business))
            {
                PlanWorld.Do(district, Start, [new AppointmentMade(appointment), .. Throw(4) == 0 ? (Act[])[new WentOffDuty(new(i), new Term(appointment.Term.From), "ill")] : []]);
            }
        }
    }

    private void KeepRecords(District district)
    {
        var (register, first) = (district.Businesses.Register, Start.PlusDays(Throw(130)));
        PlanWorld.Do(district, first, new RecordsBegun(first));
        if (register.Count == 0)
        {
            return;
        }

        foreach (var day in Enumerable.Range(0, Throw(200)).Select(_ => (Day: first.PlusDays(Throw(10)), Business: register.IdAt(Throw(register.Count)))).ToLookup(made => made.Day, made => made.Business))
        {
            PlanWorld.Do(district, day.Key, new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(day)));
        }

        for (var i = Throw(6); i > 0; i--)
        {
            PlanWorld.Do(district, first, new OperationMarked(register.IdAt(Throw(register.Count)), new Term(first, Throw(2) == 0 ? null : first.PlusDays(20)), false));
        }
    }

    private void Inspect(District district)
    {
        for (var i = Throw(20); i > 0; i--)
        {
            var (id, business) = (new InspectionId(i), new BusinessId($"b{Throw(22):D2}"));
            var kind = Throw(4) == 0 ? InspectionKind.Routine : InspectionKind.CadreVisit;
            var on = Start.PlusDays(Throw(120));
            if (!district.Businesses.Register.Contains(business))
            {
                continue;
            }

            PlanWorld.Do(district, on, new InspectionPlanned(id, InspectionWorld.Task(kind, InspectionSubject.OfBusiness(business))), new InspectionBegun(id, InspectionWorld.TeamOf(kind)));
            if (Throw(5) > 0)
            {
                PlanWorld.Do(district, on.PlusDays(Throw(3)), new InspectionFinished(id, Throw(2) == 0 ? InspectionWorld.AllMet() : InspectionWorld.Unmet(InspectionOutcome.WrittenDeadline, "cleaning")));
                if (Throw(4) == 0)
                {
                    PlanWorld.Do(district, on.PlusDays(60), new InspectionReplaced(id, new InspectionId(100 + i), InspectionWorld.AllMet(), "wrong shop"));
                }
            }
        }
    }

    /// <summary>A round of all that have a tier on the first day.</summary>
    private void OpenRound(District district)
    {
        RoundTask[] tasks = [.. new[] { RoundTask.Publicity, RoundTask.Training, RoundTask.Visit }.Where(_ => Throw(4) > 0), RoundTask.Verification];
        var round = new Round(("首轮", "first round"), Start.PlusDays(Throw(130)), [.. tasks], [], Citation.Illustrative(("测试", "made for a test")));
        if (!Enumerable.Range(0, district.Businesses.Register.Count).Any(row => district.Tiers.Standing[row].FindGrade() is not null))
        {
            return;
        }

        PlanWorld.Do(district, Start, new RoundOpened(new(1), round));
        RoundMark[] marks = [.. from business in district.Rounds[new(1)].Businesses from task in tasks where Throw(3) > 0 select new RoundMark(business.Business, task, round.Begins.PlusDays(Throw(60)))];
        foreach (var day in marks.GroupBy(mark => mark.On!.Value))
        {
            PlanWorld.Do(district, day.Key, new RoundMarked(new(1), [.. day]));
        }
    }

    private void Rectify(District district)
    {
        var (desk, register) = (new RectificationDesk(district), district.Businesses.Register);
        for (var day = 0; day < 12; day++)
        {
            var at = Problems.At(Start.PlusDays(day * 10));
            int? row = register.Count == 0 || Throw(8) == 0 ? null : Throw(register.Count);
            switch (Throw(4))
            {
                case 0:
                    desk.Report(at, row);
                    break;
                case 1:
                    desk.Dismiss(desk.Report(at, row), "no problem", Problems.Verifier, at);
                    break;
                case 2:
                    desk.Ordered(TimeLimit.Days(1 + Throw(60)), at, row);
                    break;
                default:
                    var id = desk.Ordered(TimeLimit.Days(5), at, row);
                    desk.Submit(id, "report", Problems.Owner, at, Problems.Photo);
                    desk.Close(id, Problems.Verifier, at + Duration.FromDays(Throw(9)), Problems.Photo);
                    break;
            }
        }
    }

    private int Throw(int sides) => _thrown < dice.Length ? dice[_thrown++] % sides : 0;
}
