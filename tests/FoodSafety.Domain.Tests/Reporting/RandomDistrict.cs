using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
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

    private int _thrown;

    /// <summary>What is counted by: also two directors in tier A and one in B, and daily control or a weekly one.</summary>
    public ScorecardTerms Terms { get; } = new()
    {
        Staffing = StaffingRules.National.With(
            StaffingRules.DirectorsInTiersAB,
            new StaffingRule("second", RequiredPost.SecondDirector, Condition.Always, new Term(Start), ("二", "second"), Citation.Illustrative(("测试", "made for a test"))) { Tiers = [Tier.A, Tier.B] }),
    };

    public Domain.Reporting.District Build()
    {
        var register = new PlanWorld(PlanWorld.SmallTree);
        var areas = PlanWorld.SmallTree.Areas.ToArray();
        var count = Throw(20);
        // All in one village, or in one district, or anywhere.
        var (first, past) = Throw(4) switch { 0 => (4, 5), 1 => (2, 8), _ => (0, areas.Length) };
        for (var i = 0; i < count; i++)
        {
            var row = register.Add($"b{i:D2}", areas[first + Throw(past - first)].Code.ToString(), (Tier)(1 + Throw(4)));
            if (Throw(6) == 0)
            {
                register.Close(row);
            }
        }

        var posts = Enumerable.Range(0, Throw(14)).Select(_ => (Id: $"c{Throw(6)}", Area: areas[Throw(areas.Length)].Code.ToString())).Distinct().ToArray();
        var root = register.Found(posts.Select(post => PlanWorld.NewPost(post.Id, post.Area)), Start);
        Commit(root);
        var plan = root.Chains.Plan!;
        ChangeLater(root, areas);
        Rectify(root);
        return new Domain.Reporting.District(root)
        {
            Staff = Staff(),
            SelfControl = Throw(4) == 0 ? null : Log(root.Businesses.Register),
            Inspections = Inspections(),
            Round = Throw(2) == 0 ? null : Round(root.Businesses.Register, plan),
        };
    }

    // What happens between planning and reporting: a business closes, moves, changes its tier or opens.
    private void ChangeLater(Domain.District root, Area[] areas)
    {
        for (var i = Throw(4); i > 0 && root.Businesses.Register.Count > 0; i--)
        {
            var id = root.Businesses.Register.IdAt(Throw(root.Businesses.Register.Count));
            PlanWorld.Do(root, Start.PlusDays(125), Throw(4) switch
            {
                0 => new FactsStated(id, new FactRecord(BusinessFacts.Status.Of(OperatingStatus.Closed))),
                1 => new Domain.Businesses.BusinessMoved(id, areas[Throw(areas.Length)].Code),
                2 => new FactsStated(id, new FactRecord(PlanWorld.StatedTier.Of((Tier)(1 + Throw(4))))),
                _ => (Act)new BusinessesOpened([PlanWorld.NewBusiness($"later{i}", areas[Throw(areas.Length)].Code, (Tier)(1 + Throw(4)))]),
            });
        }
    }

    private void Commit(Domain.District root)
    {
        for (var day = 0; day < 12; day++)
        {
            var (cadre, on) = (new CadreId($"c{Throw(6)}"), Start.PlusDays(day * 10));
            BusinessId[] businesses = [.. Enumerable.Range(0, 8).Select(_ => new BusinessId($"b{Throw(22):D2}")).Where(root.Businesses.Register.Contains)];
            if (businesses.Length == 0 || !root.Chains.IsInService(cadre))
            {
                continue;
            }

            PlanWorld.Do(root, on, root.Commitments.FindStanding(cadre, on) is null || Throw(2) == 0
                ? new CommitmentSigned(new(day + 1), cadre, [.. businesses], "city")
                : (Act)new CommitmentEnded(cadre, "moved"));
        }
    }

    private StaffBook Staff()
    {
        var book = new StaffBook();
        for (var i = 0; i < 25; i++)
        {
            var appointment = new Appointment(
                new StaffId($"p{i}"), new BusinessId($"b{Throw(22):D2}"), (SafetyPost)(1 + Throw(3)), new Term(Start.PlusDays(Throw(110)), Throw(3) == 0 ? Start.PlusDays(111) : null))
            {
                Employer = Throw(3) == 0 ? PostEmployer.ContractingUnit : PostEmployer.Business,
            };
            var id = book.Appoint(appointment, "owner", Start).Appointment.Id;
            if (Throw(4) == 0)
            {
                book.GoOffDuty(new OffDuty(id, new Term(appointment.Term.From), "ill"), "owner", Start);
            }
        }

        return book;
    }

    private SelfControlLog Log(BusinessRegister register)
    {
        var log = new SelfControlLog(register, Start.PlusDays(Throw(130)));
        for (var i = Throw(200); i > 0 && register.Count > 0; i--)
        {
            log.AddZeroRisk(SelfControlKind.DailyControl, log.First.PlusDays(Throw(10)), Throw(register.Count));
        }

        for (var i = Throw(6); i > 0 && register.Count > 0; i--)
        {
            log.Mark(new OperationMark(register.IdAt(Throw(register.Count)), new Term(log.First, Throw(2) == 0 ? null : log.First.PlusDays(20)), false, "bureau", log.First));
        }

        return log;
    }

    private InspectionBook Inspections()
    {
        var book = new InspectionBook();
        for (var i = Throw(20); i > 0; i--)
        {
            var kind = Throw(4) == 0 ? InspectionKind.Routine : InspectionKind.CadreVisit;
            var on = Start.PlusDays(Throw(120));
            var task = InspectionWorld.Task(kind, InspectionSubject.OfBusiness(new BusinessId($"b{Throw(22):D2}")));
            var id = book.Plan(task, "office", on).Id;
            book.Begin(id, InspectionWorld.TeamOf(kind), "office", on);
            if (Throw(5) > 0)
            {
                book.Finish(id, Throw(2) == 0 ? InspectionWorld.AllMet() : InspectionWorld.Unmet(InspectionOutcome.WrittenDeadline, "cleaning"), "office", on.PlusDays(Throw(3)));
                if (Throw(4) == 0)
                {
                    book.CorrectSubstantively(id, InspectionWorld.AllMet(), "wrong shop", "office", on.PlusDays(60));
                }
            }
        }

        return book;
    }

    private RoundProgress Round(BusinessRegister register, ChainPlan plan)
    {
        var tasks = new[] { RoundTask.Publicity, RoundTask.Training, RoundTask.Visit }.Where(_ => Throw(4) > 0).Append(RoundTask.Verification);
        var round = new Round(("首轮", "first round"), Start.PlusDays(Throw(130)), [.. tasks], [], Citation.Illustrative(("测试", "made for a test")));
        var progress = new RoundProgress(round, register.Areas, RoundProgress.BusinessesOf(plan));
        foreach (var business in progress.Businesses)
        {
            foreach (var task in round.Tasks)
            {
                if (Throw(3) > 0)
                {
                    progress.Mark(business.Row, task, round.Begins.PlusDays(Throw(60)), "cadre");
                }
            }
        }

        return progress;
    }

    private void Rectify(Domain.District root)
    {
        var (book, register) = (new RectificationDesk(root), root.Businesses.Register);
        for (var day = 0; day < 12; day++)
        {
            var at = Problems.At(Start.PlusDays(day * 10));
            int? row = register.Count == 0 || Throw(8) == 0 ? null : Throw(register.Count);
            switch (Throw(4))
            {
                case 0:
                    book.Report(at, row);
                    break;
                case 1:
                    book.Dismiss(book.Report(at, row), "no problem", Problems.Verifier, at);
                    break;
                case 2:
                    book.Ordered(TimeLimit.Days(1 + Throw(60)), at, row);
                    break;
                default:
                    var id = book.Ordered(TimeLimit.Days(5), at, row);
                    book.Submit(id, "report", Problems.Owner, at, Problems.Photo);
                    book.Close(id, Problems.Verifier, at + Duration.FromDays(Throw(9)), Problems.Photo);
                    break;
            }
        }
    }

    private int Throw(int sides) => _thrown < dice.Length ? dice[_thrown++] % sides : 0;
}
