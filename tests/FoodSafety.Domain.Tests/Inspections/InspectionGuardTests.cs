using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>What each kind of inspection requires of people, form and result.</summary>
public class InspectionGuardTests
{
    private static readonly InspectionKind[] Bureaus = [InspectionKind.Routine, InspectionKind.Unannounced, InspectionKind.System];

    public static TheoryData<InspectionKind> BureauKinds => [.. Bureaus];

    public static TheoryData<InspectionForm> Forms => [.. Enum.GetValues<InspectionForm>()];

    [Theory]
    [MemberData(nameof(BureauKinds))]
    public void Begin_OfBureau_NeedsTwoDifferentInspectors(InspectionKind kind)
    {
        Assert.Equal(["inspectors"], BeginRefusals(Task(kind), new InspectionTeam(InspectionForm.OnSite)));
        Assert.Equal(["inspectors"], BeginRefusals(Task(kind), new InspectionTeam(InspectionForm.OnSite, Li)));
        Assert.Equal(["inspectors"], BeginRefusals(Task(kind), new InspectionTeam(InspectionForm.OnSite, Li, Li)));
        Assert.Empty(BeginRefusals(Task(kind), new InspectionTeam(InspectionForm.OnSite, Li, Wang)));
    }

    [Theory]
    [MemberData(nameof(BureauKinds))]
    public void Begin_OfBureau_NeedsACertificateOfEach(InspectionKind kind)
    {
        var guest = new Inspector("guest");
        Assert.Equal(["certificate"], BeginRefusals(Task(kind), new InspectionTeam(InspectionForm.OnSite, Li, Wang, guest)));
        Assert.Equal(["certificate", "certificate"], BeginRefusals(Task(kind), new InspectionTeam(InspectionForm.OnSite, guest, new Inspector("blank", ""))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Begin_OfBureau_IsOnSite(InspectionForm form) =>
        Assert.Equal(form == InspectionForm.OnSite ? [] : ["form"], BeginRefusals(Task(), new InspectionTeam(form, Li, Wang)));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Begin_OfVisit_TakesAnyForm_ButOfHighRiskOnSiteOnly(InspectionForm form)
    {
        var visit = Task(InspectionKind.CadreVisit);
        Assert.Empty(BeginRefusals(visit, new InspectionTeam(form, Zhao)));
        Assert.Equal(form == InspectionForm.OnSite ? [] : ["form"], BeginRefusals(visit with { IsHighRisk = true }, new InspectionTeam(form, Zhao)));
    }

    [Fact]
    public void Begin_OfVisit_NeedsACadre()
    {
        Assert.Equal(["inspectors", "cadre"], BeginRefusals(Task(InspectionKind.CadreVisit), new InspectionTeam(InspectionForm.OnSite)));
        Assert.Equal(["cadre"], BeginRefusals(Task(InspectionKind.CadreVisit), Two));
        Assert.Empty(BeginRefusals(Task(InspectionKind.CadreVisit), new InspectionTeam(InspectionForm.OnSite, Li, Zhao)));
        Assert.Equal(new CadreId("C-1"), new InspectionTeam(InspectionForm.OnSite, Li, Zhao).Cadre);
    }

    [Fact]
    public void Begin_WithInterest_IsRefusedForThatBusinessOnly()
    {
        var partial = Li with { Interests = [Shop.Business] };
        Assert.Equal(["conflict-of-interest"], BeginRefusals(Task(), new InspectionTeam(InspectionForm.OnSite, partial, Wang)));
        Assert.Empty(BeginRefusals(Task(subject: Other), new InspectionTeam(InspectionForm.OnSite, partial, Wang)));
    }

    [Fact]
    public void Begin_OfOversight_NobodyInspectsHimself()
    {
        Assert.Equal(["conflict-of-interest"], BeginRefusals(Task(InspectionKind.Oversight, InspectionSubject.OfCadre(new CadreId("C-1"))), Visitor));
        Assert.Empty(BeginRefusals(Task(InspectionKind.Oversight, InspectionSubject.OfCadre(new CadreId("C-2"))), Visitor));
        Assert.Empty(BeginRefusals(Task(InspectionKind.Oversight), Visitor));
        Assert.Empty(BeginRefusals(Task(InspectionKind.Oversight), new InspectionTeam(InspectionForm.Video, Li)));
    }

    [Fact]
    public void Finish_WithAnItemLeftOut_IsForTheUnannouncedOnly()
    {
        var two = new InspectionResult(InspectionOutcome.Pass, List.Items.Take(2).Select(item => ItemAnswer.Met(item.Code))) { Signature = Signature };
        foreach (var kind in Enum.GetValues<InspectionKind>())
        {
            Assert.Equal(kind == InspectionKind.Unannounced ? [] : ["everything-answered"], FinishRefusals(kind, two));
            Assert.Empty(FinishRefusals(kind, AllMet()));
        }

        Assert.Equal(["something-answered"], FinishRefusals(InspectionKind.Unannounced, new InspectionResult(InspectionOutcome.Pass) { Signature = Signature }));
    }

    [Fact]
    public void Finish_Unsigned_IsRefused_ButNotWhenTheRefusalIsNoted()
    {
        Assert.Equal(["signed"], FinishRefusals(InspectionKind.Routine, AllMet() with { Signature = null }));
        Assert.Empty(FinishRefusals(InspectionKind.Routine, AllMet() with { Signature = ResultSignature.Refused("负责人拒签", "社区干部") }));
    }

    [Theory]
    [InlineData("staff-health", false, ItemEffect.Minor, InspectionOutcome.WrittenDeadline)]
    [InlineData("staff-health", true, ItemEffect.Minor, InspectionOutcome.WrittenDeadline)]
    [InlineData("staff-health", true, ItemEffect.AffectsSafety, InspectionOutcome.Case)]
    [InlineData("staff-health", false, ItemEffect.AccidentRisk, InspectionOutcome.Stop)]
    [InlineData("labels", false, ItemEffect.Minor, InspectionOutcome.WrittenDeadline)]
    [InlineData("labels", true, ItemEffect.Minor, InspectionOutcome.Pass)]
    [InlineData("labels", true, ItemEffect.AffectsSafety, InspectionOutcome.Case)]
    [InlineData("labels", true, ItemEffect.AccidentRisk, InspectionOutcome.Stop)]
    public void Finish_OfBureau_RefusesWhatIsLighterThanSuggested(string code, bool corrected, ItemEffect effect, InspectionOutcome suggested)
    {
        var answers = List.Items.Select(item => item.Code == code
            ? ItemAnswer.NotMet(code, "不符合", effect) with { IsCorrectedOnTheSpot = corrected }
            : ItemAnswer.Met(item.Code)).ToArray();
        Assert.Equal(suggested, InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.Routine, List, answers).Outcome);
        foreach (var outcome in Enum.GetValues<InspectionOutcome>())
        {
            // Stopping and investigating weigh the same.
            var isLighter = (int)outcome < Math.Min((int)suggested, (int)InspectionOutcome.Stop);
            Assert.Equal(isLighter ? ["outcome-too-light"] : [], FinishRefusals(InspectionKind.Routine, new InspectionResult(outcome, answers) { Signature = Signature }));
        }
    }

    [Theory]
    [InlineData(InspectionKind.CadreVisit)]
    [InlineData(InspectionKind.Oversight)]
    public void Finish_OfOthers_HasNoOutcomeOfABureau(InspectionKind kind)
    {
        var answers = List.Items.Select(item => ItemAnswer.NotMet(item.Code, "不符合", ItemEffect.AccidentRisk)).ToArray();
        Assert.Equal(InspectionOutcome.WrittenDeadline, InspectionRules.BuiltIn.SuggestOutcome(kind, List, answers).Outcome);
        Assert.Equal(["outcome-too-light"], FinishRefusals(kind, new InspectionResult(InspectionOutcome.Pass, answers) { Signature = Signature }));
        Assert.Empty(FinishRefusals(kind, new InspectionResult(InspectionOutcome.WrittenDeadline, answers) { Signature = Signature }));
        Assert.Equal(["outcome-too-heavy"], FinishRefusals(kind, new InspectionResult(InspectionOutcome.Stop, answers) { Signature = Signature }));
        Assert.Equal(["outcome-too-heavy"], FinishRefusals(kind, new InspectionResult(InspectionOutcome.Case, answers) { Signature = Signature }));
    }

    [Fact]
    public void Finish_WithConsequenceOfNothing_IsRefused()
    {
        Assert.Equal(["outcome-without-finding"], FinishRefusals(InspectionKind.Routine, AllMet(InspectionOutcome.WrittenDeadline)));
        Assert.Equal(["outcome-without-finding"], FinishRefusals(InspectionKind.Routine, AllMet(InspectionOutcome.Case)));
    }

    [Fact]
    public void Finish_MetButMeasuredOutsideTheLimits_IsRefused()
    {
        InspectionResult Measured(decimal degrees) => new(InspectionOutcome.Pass, List.Items.Select(item => item.Code == "cleaning"
            ? ItemAnswer.Met("cleaning") with { Measurements = [new Measurement("冷藏库温度", degrees, MeasurementUnit.DegreeCelsius, 0, 8)] }
            : ItemAnswer.Met(item.Code))) { Signature = Signature };

        Assert.Empty(FinishRefusals(InspectionKind.Routine, Measured(8)));
        Assert.Empty(FinishRefusals(InspectionKind.Routine, Measured(0)));
        Assert.Equal(["within-limits"], FinishRefusals(InspectionKind.Routine, Measured(8.1m)));
        Assert.Equal(["within-limits"], FinishRefusals(InspectionKind.Routine, Measured(-0.1m)));
    }

    [Fact]
    public void Publish_OfVisitOrOversight_IsRefused()
    {
        foreach (var kind in Enum.GetValues<InspectionKind>())
        {
            var book = new InspectionDesk();
            var id = book.Finished(AllMet(), Day, Task(kind)).Id;
            var unmet = book.Book.AllowedSteps(id, Day).Single(option => option.Step == InspectionStep.Publish).Unmet;
            Assert.Equal(Bureaus.Contains(kind) ? [] : ["not-published"], unmet.Select(guard => guard.Code));
            if (!unmet.IsEmpty)
            {
                Assert.Equal(["not-published"], CodesOf(() => book.Publish(id, By, Day)));
            }
        }
    }

    [Fact]
    public void Guards_All_HaveTextsInBothLanguages()
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task() with { IsHighRisk = true }, By, Day).Id;
        var begin = Assert.Single(book.Book.AllowedSteps(id, Day, new InspectionTeam(InspectionForm.Video, new Inspector("x") { Interests = [Shop.Business] })), option => option.Step == InspectionStep.Begin);
        Assert.Equal(["inspectors", "certificate", "conflict-of-interest", "form"], begin.Unmet.Select(guard => guard.Code));
        Assert.All(begin.Unmet, guard => Assert.False(guard.Text.Chinese.Length == 0 || guard.Text.English.Length == 0));
        Assert.Equal("x has an interest in business B-1 and withdraws", begin.Unmet[2].Text.English);
    }

    [Fact]
    public void Guards_OfAVisit_DoNotCiteTheOrderForBureaus()
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(InspectionKind.CadreVisit), By, Day).Id;
        var team = new InspectionTeam(InspectionForm.OnSite, Zhao with { Interests = [Shop.Business] });
        var conflict = Assert.Single(book.Book.AllowedSteps(id, Day, team).Single(option => option.Step == InspectionStep.Begin).Unmet);
        Assert.Equal("conflict-of-interest", conflict.Code);
        Assert.True(conflict.Basis!.IsIllustrative);

        book.Begin(id, Visitor, By, Day);
        var unsigned = Assert.Single(book.Book.AllowedSteps(id, Day, result: AllMet() with { Signature = null }).Single(option => option.Step == InspectionStep.Finish).Unmet);
        Assert.Equal("signed", unsigned.Code);
        Assert.True(unsigned.Basis!.IsIllustrative);
    }

    [Fact]
    public void Result_WithNoOutcome_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => AllMet() with { Outcome = 0 });

    /// <summary>What a button shows, and what the act itself says; the two must agree.</summary>
    private static string[] BeginRefusals(InspectionTask task, InspectionTeam team)
    {
        var book = new InspectionDesk();
        var id = book.Plan(task, By, Day).Id;
        var unmet = book.Book.AllowedSteps(id, Day, team).Single(option => option.Step == InspectionStep.Begin).Unmet;
        return Same(unmet, () => book.Begin(id, team, By, Day));
    }

    private static string[] FinishRefusals(InspectionKind kind, InspectionResult result)
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(kind), By, Day).Id;
        book.Begin(id, TeamOf(kind), By, Day);
        var unmet = book.Book.AllowedSteps(id, Day, result: result).Single(option => option.Step == InspectionStep.Finish).Unmet;
        return Same(unmet, () => book.Finish(id, result, By, Day));
    }

    private static string[] Same(IEnumerable<UnmetGuard> shown, Action act)
    {
        var codes = shown.Select(guard => guard.Code).ToArray();
        Assert.Equal(codes, CodesOf(act));
        return codes;
    }
}
