using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;
using State = FoodSafety.Domain.Inspections.InspectionState;
using Step = FoodSafety.Domain.Inspections.InspectionStep;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>Long random walks: a small model beside the book says what has to happen at each step.</summary>
public class InspectionBookLaws
{
    private const int Walks = 200;
    private const int StepsOfAWalk = 1_500;

    private static readonly InspectionKind[] Kinds = Enum.GetValues<InspectionKind>();

    [Fact]
    public void Walk_Any_FollowsTheModel_LosesNothing_AndIsRedone()
    {
        Gen.UInt.Sample(
            seed =>
            {
                var walk = new Walk(seed);
                for (var i = 0; i < StepsOfAWalk; i++)
                {
                    walk.Step();
                }

                walk.Check();
            },
            iter: Walks);
    }

    [Fact]
    public void FindRepeats_OfMany_AreThoseFoundOneByOne() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 60], Gen.Int[0, 9]).Array[0, 40].Select(Gen.Int[1, 30]).Sample((drawn, window) =>
        {
            var findings = drawn.Select((row, index) => new Finding
            {
                Id = new FindingId(index + 1),
                Subject = row.Item1 == 0 ? Shop : Other,
                Source = FindingSource.SelfCheck,
                Item = row.Item2 == 2 ? default : new ChecklistItemId("own", $"{index % 2}", $"item-{row.Item2}"),
                Severity = FindingSeverity.General,
                Description = "x",
                FoundOn = Day.PlusDays(row.Item3),
                By = By,
                CarriedFrom = row.Item4 == 0 ? new FindingId(1) : null,
            }).ToArray();
            var days = Period.FromDays(window);
            var single = findings.OrderBy(finding => finding.FoundOn).ThenBy(finding => finding.Id.Number)
                .Select(finding => (finding, FindingRepeats.FindPrevious(finding, findings, days)))
                .Where(pair => pair.Item2 is not null).Select(pair => new FindingRepeat(pair.finding, pair.Item2!));
            Assert.Equal(single, FindingRepeats.FindRepeats(findings, days));
        });

    /// <summary>One book with, for each inspection, the state that it must have.</summary>
    private sealed class Walk(uint seed)
    {
        private readonly InspectionDesk _desk = new(Enumerable.Range(0, 9).Select(i => $"B-{i}"));
        private readonly List<State> _states = [];
        private readonly List<InspectionKind> _kinds = [];
        private uint _seed = seed;
        private int _events;
        private int _findings;

        public void Step()
        {
            if (_states.Count == 0 || Draw(6) == 0)
            {
                var kind = Kinds[Draw(Kinds.Length)];
                InspectionSubject? subject = kind == InspectionKind.Oversight ? null : InspectionSubject.OfBusiness(new BusinessId($"B-{Draw(9)}"));
                _desk.Plan(Task(kind, subject), By, Day);
                Note(State.Planned, kind);
                return;
            }

            // Mostly one of the last, or the walk would wander among those that are over.
            var index = Math.Max(0, _states.Count - 1 - Draw(4));
            var id = new InspectionId(index + 1);
            var step = (Step)(2 + Draw(6));
            var (state, kind2) = (_states[index], _kinds[index]);
            // A refusal costs an exception: of those one in four is tried.
            var (next, found) = Expect(state, step, kind2);
            if (next is null && Draw(4) != 0)
            {
                return;
            }

            if (next is null)
            {
                Assert.Single(CodesOf(() => Take(id, step, kind2, found)));
            }
            else
            {
                Take(id, step, kind2, found);
                _states[index] = next.Value;
                _events++;
                _findings += found;
                if (step == InspectionStep.CorrectSubstantively)
                {
                    _states.Add(State.Finished);
                    _kinds.Add(kind2);
                }
            }

            Assert.Equal(_states[index], _desk.Book[id].State);
            Assert.Equal(_events, _desk.Entries.Count - 2);
        }

        public void Check()
        {
            var book = _desk.Book;
            Assert.Equal(_states, book.All.Select(inspection => inspection.State));
            Assert.Equal(_findings, _desk.Findings.All.Count());
            Assert.All(book.All, inspection => Assert.Equal(inspection.ReplacedBy is not null, inspection.State == State.Replaced));
            Assert.Equal(book.Count, book.All.Select(inspection => inspection.Subject).Distinct().Sum(subject => book.InspectionsOf(subject).Length));
            Assert.Equal(_findings, book.All.Sum(inspection => _desk.Findings.Of(inspection.Id).Length));
            Assert.Equal(_findings, _desk.Findings.All.Select(finding => finding.Id).Distinct().Count());
            _desk.AssertRedone();
        }

        private (State? Next, int Found) Expect(State state, Step step, InspectionKind kind) => (state, step) switch
        {
            (State.Planned, InspectionStep.Begin) => (State.UnderWay, 0),
            (State.Planned or State.UnderWay, InspectionStep.Cancel) => Draw(3) == 0 ? (State.Cancelled, 0) : (null, -1),
            (State.UnderWay, InspectionStep.Finish) => (State.Finished, Draw(4)),
            (State.Finished, InspectionStep.Publish) => (kind.IsBureaus() ? State.Published : null, 0),
            (State.Finished or State.Published, InspectionStep.CorrectClerically) => (state, 0),
            (State.Finished or State.Published, InspectionStep.CorrectSubstantively) => (State.Replaced, Draw(4)),
            _ => (null, 0),
        };

        private void Take(InspectionId id, Step step, InspectionKind kind, int found)
        {
            // -1 stands for a cancellation that the walk rather does not want: a step that is never possible in its place.
            var codes = List.Items.Take(Math.Max(found, 0)).Select(item => item.Code).ToArray();
            var result = found > 0 ? Unmet(InspectionOutcome.WrittenDeadline, codes) : AllMet();
            _ = found < 0 ? _desk.CorrectClerically(id, "x", By, Day) : step switch
            {
                InspectionStep.Begin => _desk.Begin(id, TeamOf(kind), By, Day),
                InspectionStep.Finish => _desk.Finish(id, result, By, Day),
                InspectionStep.Publish => _desk.Publish(id, By, Day),
                InspectionStep.Cancel => _desk.Cancel(id, "x", By, Day),
                InspectionStep.CorrectClerically => _desk.CorrectClerically(id, "x", By, Day),
                _ => _desk.CorrectSubstantively(id, result, "x", By, Day),
            };
        }

        private void Note(State state, InspectionKind kind)
        {
            _states.Add(state);
            _kinds.Add(kind);
            _events++;
        }

        private int Draw(int below)
        {
            unchecked
            {
                _seed = (_seed * 1664525) + 1013904223;
            }

            return (int)((_seed >> 8) % (uint)below);
        }
    }
}
