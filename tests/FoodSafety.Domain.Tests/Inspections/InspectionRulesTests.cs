using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>Rules of inspections are data: another place lays its own down, and what is done goes by those of its day.</summary>
public class InspectionRulesTests
{
    private static readonly Citation Own = Citation.Illustrative(("本地规定", "rules of the place"));
    private static readonly FindingSeverity Minor = new("minor");
    private static readonly FindingSeverity Grave = new("grave");
    private static readonly FindingSeverity Gravest = new("gravest");
    private static readonly BusinessId Shop = new("shop-1");

    private static readonly InspectionRules BuiltIn = InspectionRules.BuiltIn;

    /// <summary>A scale of three, one inspector without papers, no signature, public within 10 working days, found again two levels up.</summary>
    private static readonly InspectionRules Place = (BuiltIn with
    {
        Severities = [new(Minor, ("轻微", "minor")), new(Grave, ("严重", "grave")), new(Gravest, ("特别严重", "gravest"))],
        Outcomes =
        [
            new(InspectionOutcome.Stop, ("特别严重", "gravest"), Own) { Severities = [Gravest] },
            new(InspectionOutcome.Pass, ("当场整改", "put right on the spot"), Own) { CorrectedOnTheSpot = true },
            new(InspectionOutcome.WrittenDeadline, ("未整改", "not put right"), Own),
        ],
        RaisedBy = new(2, Own),
        RestMonths = new(6, Own),
    }).With(BuiltIn.Of(InspectionKind.Routine) with
    {
        Inspectors = new(1, Own),
        Certificates = new(false, Own),
        Signature = new(false, Own),
        Publication = new(TimeLimit.WorkingDays(10), Own),
    });

    private readonly District _district = ActTrial.NewDistrict(businesses: [Shop.Value]);

    [Fact]
    public void BuiltIn_SaysWhereEachRuleComesFrom_AndForBureausTheOrder()
    {
        Assert.Equal(BuiltIn, new InspectionRulesLaidDown(BuiltIn).Rules);
        foreach (var kind in EnumCodes.All<InspectionKind>().Where(kind => kind.IsBureaus()))
        {
            var rules = BuiltIn.Of(kind);
            Assert.Equal(["23", "24", "23", "27", "34", "39"], new[] { rules.Inspectors.Basis, rules.Certificates.Basis, rules.Withdrawal.Basis, rules.Extent.Basis, rules.Signature.Basis, rules.Publication.Basis }.Select(basis => basis.Article));
            Assert.Equal((2, TimeLimitUnit.WorkingDay, 20), (rules.Inspectors.Value, rules.Publication.Value!.Unit, rules.Publication.Value.Amount));
        }

        Assert.Equal((3, "42", false), (BuiltIn.RestMonths.Value, BuiltIn.RestMonths.Basis.Article, BuiltIn.RestMonths.Basis.IsIllustrative));
        Assert.Null(BuiltIn.Of(InspectionKind.CadreVisit).Publication.Value);
    }

    [Fact]
    public void Rules_ThatCannotHoldTogether_AreRefused()
    {
        Assert.Contains("'key' is not on the scale", Assert.Throws<ArgumentException>(() => new InspectionRulesLaidDown(BuiltIn with { Severities = [new(FindingSeverity.General, ("一般", "general"))] })).Message, StringComparison.Ordinal);
        Assert.Contains(
            "No clause says what follows where an item of severity 'minor' is not met, minor, not put right on the spot.",
            Assert.Throws<ArgumentException>(() => new InspectionRulesLaidDown(Place with { Outcomes = [.. Place.Outcomes.Take(2)] })).Message, StringComparison.Ordinal);
        Assert.Contains("'put right on the spot' never decides", Assert.Throws<ArgumentException>(() => new InspectionRulesLaidDown(Place with { Outcomes = [Place.Outcomes[0], Place.Outcomes[2], Place.Outcomes[1]] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BuiltIn with { Kinds = [.. BuiltIn.Kinds.Skip(1)] });
        Assert.Throws<ArgumentException>(() => BuiltIn with { Severities = [] });
        Assert.Throws<ArgumentException>(() => BuiltIn with { Severities = [.. BuiltIn.Severities, BuiltIn.Severities[0]] });
        Assert.Throws<ArgumentOutOfRangeException>(() => BuiltIn with { RaisedBy = new(-1, Own) });
        Assert.Throws<ArgumentOutOfRangeException>(() => BuiltIn.Of(InspectionKind.Routine) with { Inspectors = new(-1, Own) });
        Assert.Throws<ArgumentException>(() => BuiltIn.Of(InspectionKind.Routine) with { Forms = new([], Own) });
    }

    [Fact]
    public void Raised_IsSoManyLevelsUp_AndNeverAboveTheGravest()
    {
        Assert.Equal([Gravest, Gravest, Gravest], Place.Severities.Select(level => Place.Raised(level.Severity)));
        Assert.Equal([Grave, Gravest, Gravest], Place.Severities.Select(level => (Place with { RaisedBy = new(1, Own) }).Raised(level.Severity)));
        Assert.Equal([Minor, Grave, Gravest], Place.Severities.Select(level => (Place with { RaisedBy = new(0, Own) }).Raised(level.Severity)));
    }

    [Fact]
    public void RulesOfThePlace_HoldForWhatIsDoneFromTheirDayOn_AndLeaveWhatWasDoneBefore()
    {
        // By the Order two inspectors with papers, and a signature: the first was begun by them.
        var list = ListOf("1", (Code: "floor", FindingSeverity.General));
        Do(1, new ChecklistAdopted(list));
        Do(2, new InspectionPlanned(new(1), Task(list, 2)), new InspectionBegun(new(1), Two));
        Assert.Equal("inspectors", Refused(2, new InspectionPlanned(new(2), Task(list, 2)), new InspectionBegun(new(2), Alone)).Code);
        Assert.Equal("signed", Refused(2, new InspectionFinished(new(1), Met("floor"))).Code);
        Do(2, new InspectionFinished(new(1), Met("floor") with { Signature = InspectionWorld.Signature }));

        // What is in use stays on the scale.
        Assert.Equal("severity-in-use", Refused(3, new InspectionRulesLaidDown(Place)).Code);
        var both = Place with { Severities = [.. BuiltIn.Severities, .. Place.Severities] };
        Do(3, new InspectionRulesLaidDown(both));

        Do(4, new InspectionPlanned(new(3), Task(list, 4)), new InspectionBegun(new(3), Alone), new InspectionFinished(new(3), Met("floor")));
        Assert.Equal("inspectors", Assert.Throws<ActsRefusedException>(() => Late(2, 5, new InspectionPlanned(new(4), Task(list, 2)), new InspectionBegun(new(4), Alone))).Refusals[0].Code);

        foreach (var district in (District[])[_district, District.Open(_district.Settings, _district.Pending)])
        {
            Assert.Equal([20, 10], new[] { 1, 3 }.Select(id => district.Inspections[new(id)].PublicationLimit!.Amount));
            Assert.Equal([BuiltIn, both], new[] { 2, 3 }.Select(day => district.AsOf(Day(day)).InspectionRules));
        }
    }

    [Fact]
    public void OutcomesAndSeverities_AreThoseOfThePlace()
    {
        var list = ListOf("1", ("floor", Minor), ("fridge", Grave));
        Assert.Equal("unknown-severity", Refused(1, new ChecklistAdopted(list)).Code);
        Do(1, new InspectionRulesLaidDown(Place), new ChecklistAdopted(list));
        Assert.Equal("unknown-severity", Refused(1, new FindingRecorded(new(9), Subject, FindingSource.Complaint, FindingSeverity.Key, "complained of")).Code);

        ItemAnswer[] answers = [Unmet("floor"), Unmet("fridge") with { IsCorrectedOnTheSpot = true }];
        Do(2, new InspectionPlanned(new(1), Task(list, 2)), new InspectionBegun(new(1), Alone));
        Assert.Equal(InspectionOutcome.WrittenDeadline, _district.Inspections.SuggestOutcome(new(1), answers, Day(2)).Outcome);
        Do(2, new InspectionFinished(new(1), new(InspectionOutcome.WrittenDeadline, answers)));
        Assert.Equal([Minor, Grave], _district.Findings.Of(new(1)).Select(finding => finding.Severity));

        // Found again it is two levels up, and that asks for a stop.
        Do(9, new InspectionPlanned(new(2), Task(list, 9) with { FollowsUp = [new(1, 1)] }), new InspectionBegun(new(2), Alone));
        var again = _district.Inspections.SuggestOutcome(new(2), [Unmet("floor")], Day(9));
        Assert.Equal((InspectionOutcome.Stop, "minor item 'floor', found again and so gravest: gravest"), (again.Outcome, again.Reasons[0].Text.English));
        Assert.Equal("outcome-too-light", Refused(9, new InspectionFinished(new(2), new(InspectionOutcome.WrittenDeadline, Unmet("floor")))).Code);
        Do(9, new InspectionFinished(new(2), new(InspectionOutcome.Stop, Unmet("floor"))));
        Assert.Equal((Gravest, new FindingId(1, 1)), (_district.Findings[new(2, 1)].Severity, _district.Findings[new(2, 1)].CarriedFrom));

        // A file is read on the scale of the place.
        Assert.Equal(list.Items.AsEnumerable(), ChecklistFile.ReadAll([ChecklistFile.Write(list)], Checklists.None, Place).Find(list.Name)!.Items);
        Assert.ThrowsAny<Exception>(() => ChecklistFile.Read(ChecklistFile.Write(list), Checklists.None));
    }

    [Fact]
    public void ItemsAtRest_AreThoseThatAHigherBureauInspected_AndNotTheWholeTask()
    {
        var list = ListOf("1", ("floor", FindingSeverity.General), ("fridge", FindingSeverity.Key), ("staff", FindingSeverity.General));
        Do(1, new ChecklistAdopted(list));
        Do(2,
            new InspectionPlanned(new(1), new InspectionTask(InspectionKind.Unannounced, Subject, list.Name, Day(2)) { BodyLevel = AreaLevel.City }),
            new InspectionBegun(new(1), Two), new InspectionFinished(new(1), Signed(ItemAnswer.Met("floor"), ItemAnswer.NotApplicable("staff"))));
        Do(3, new InspectionPlanned(new(2), Task(list, 3)), new InspectionBegun(new(2), Two));

        Assert.Equal(["floor", "staff"], _district.Inspections.ItemsAtRest(new(2), Day(3)).Select(item => item.Code));
        Assert.Equal("everything-answered", Refused(3, new InspectionFinished(new(2), Signed(ItemAnswer.Met("fridge")))).Code);
        Assert.Equal("not-at-rest", Refused(3, new InspectionFinished(new(2), Signed(ItemAnswer.Met("floor"), ItemAnswer.Met("staff")) with { AtRest = ["fridge"] })).Code);
        Assert.Equal("answered-twice", Refused(3, new InspectionFinished(new(2), Signed(ItemAnswer.Met("floor"), ItemAnswer.Met("fridge")) with { AtRest = ["floor", "staff"] })).Code);
        Do(3, new InspectionFinished(new(2), Signed(ItemAnswer.Met("fridge")) with { AtRest = ["floor", "staff"] }));
        Assert.True(_district.Inspections[new(2)].IsFull);

        // Three months by Article 42, the day of the same number included; and the bureau of the city itself leaves nothing alone.
        Do(30, new InspectionPlanned(new(3), Task(list, 30)), new InspectionPlanned(new(4), Task(list, 30) with { BodyLevel = AreaLevel.City }));
        Assert.Equal(2, _district.Inspections.ItemsAtRest(new(3), new LocalDate(2026, 9, 2)).Length);
        Assert.Empty(_district.Inspections.ItemsAtRest(new(3), new LocalDate(2026, 9, 3)));
        Assert.Empty(_district.Inspections.ItemsAtRest(new(4), Day(30)));
        Do(30, new InspectionRulesLaidDown(BuiltIn with { RestMonths = new(0, Own) }));
        Assert.Empty(_district.Inspections.ItemsAtRest(new(3), Day(30)));
    }

    [Fact]
    public void ItemThatIsNewUnderAnOldCode_RepeatsAndCarriesOnNothing()
    {
        var (old, next) = (ListOf("1", ("a", FindingSeverity.General), ("b", FindingSeverity.General)), ListOf("2", ("a", FindingSeverity.General), ("b", FindingSeverity.General)));
        old = new(old.Id, old.Version, old.Title, new Term(Day(1), Day(10)), Own, old.OwnItems);
        var renewed = new Checklist(next.Id, "2", next.Title, new Term(Day(10), Day(20)), Own, next.OwnItems.Select(item => item.Code == "a" ? item with { Since = "2" } : item));
        Assert.Contains("\"since\": \"2\"", ChecklistFile.Write(renewed), StringComparison.Ordinal);
        Assert.Equal(renewed.Items.AsEnumerable(), ChecklistFile.Read(ChecklistFile.Write(renewed), Checklists.None).Items);

        Do(1, new ChecklistAdopted(old), new ChecklistAdopted(renewed));
        // A later version that forgets it would join the new item to the old one again.
        Checklist Third(string? since) => new(next.Id, "3", next.Title, new Term(Day(20)), Own, next.OwnItems.Select(item => item.Code == "a" ? item with { Since = since } : item));
        Assert.Equal("item-since", Refused(1, new ChecklistAdopted(Third(null))).Code);
        Assert.Equal("item-since", Refused(1, new ChecklistAdopted(Third("1"))).Code);
        Do(1, new ChecklistAdopted(Third("2")));

        Inspected(1, old, 2);
        Inspected(2, renewed, 12, follows: [new(1, 1), new(1, 2)]);
        Inspected(3, Third("2"), 22);
        var (a, b) = (_district.Findings[new(2, 1)], _district.Findings[new(2, 2)]);
        Assert.Equal((null, new FindingId(1, 2)), (a.CarriedFrom, b.CarriedFrom));
        Assert.Equal((FindingSeverity.General, FindingSeverity.Key), (a.Severity, b.Severity));
        Assert.False(a.IsOfSameItem(_district.Findings[new(1, 1)]));
        Assert.True(a.IsOfSameItem(_district.Findings[new(3, 1)]));
        Assert.Equal([(new FindingId(3, 1), new FindingId(2, 1)), (new FindingId(3, 2), new FindingId(2, 2))], _district.Findings.FindRepeats(Period.FromYears(1)).Select(repeat => (repeat.Finding.Id, repeat.Previous.Id)));
        Assert.Equal(_district.Findings.All, District.Open(_district.Settings, _district.Pending).Findings.All);
        Assert.Equal("unknown-item", Refused(23, new FindingRecorded(new(9), Subject, FindingSource.Complaint, FindingSeverity.Key, "complained of") { Item = new("own", "9", "a") }).Code);

        void Inspected(int id, Checklist list, int day, params FindingId[] follows) => Do(
            day, new InspectionPlanned(new(id), Task(list, day) with { FollowsUp = [.. follows] }), new InspectionBegun(new(id), Two),
            new InspectionFinished(new(id), Signed(Unmet("a"), Unmet("b")) with { Outcome = InspectionOutcome.WrittenDeadline }));
    }

    private static InspectionSubject Subject => InspectionSubject.OfBusiness(Shop);

    private static InspectionTeam Two => InspectionWorld.Two;

    private static InspectionTeam Alone { get; } = new(InspectionForm.OnSite, new Inspector("smith"));

    private static LocalDate Day(int day) => new(2026, 6, day);

    private static InspectionTask Task(Checklist list, int day) => new(InspectionKind.Routine, Subject, list.Name, Day(day));

    private static Checklist ListOf(string version, params (string Code, FindingSeverity Severity)[] items) =>
        new("own", version, ("自定清单", "own list"), new Term(Day(1)), Own, items.Select(item => InspectionWorld.Item(item.Code, item.Severity)));

    private static ItemAnswer Unmet(string code) => ItemAnswer.NotMet(code, "not in order", ItemEffect.Minor);

    private static InspectionResult Met(params string[] codes) => new(InspectionOutcome.Pass, codes.Select(ItemAnswer.Met));

    private static InspectionResult Signed(params ItemAnswer[] answers) => new(InspectionOutcome.Pass, answers) { Signature = InspectionWorld.Signature };

    private void Do(int day, params Act[] acts) => Late(day, day, acts);

    private void Late(int on, int recorded, params Act[] acts) => _district.Apply(
        new Stamp("office", Day(on), Instant.Max(ChinaTime.Zone.AtStartOfDay(Day(recorded)).ToInstant() + Duration.FromHours(9), _district.RecordedUpTo)), [new DayBegan(), .. acts]);

    private Refusal Refused(int day, params Act[] acts) => Assert.Throws<ActsRefusedException>(() => Do(day, acts)).Refusals[0];
}
