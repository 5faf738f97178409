using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.SelfControl;

namespace FoodSafety.Domain;

/// <summary>What can still hang on a business (主体未了事项).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum OpenMatterKind
{
    /// <summary>Cadres answer for it (责任链). It follows the tier: who closes a business without a tier of its own ties it no longer.</summary>
    [BilingualName("责任链", "chain")]
    Chain = 1,

    /// <summary>A commitment names it (承诺书): its cadre signs anew.</summary>
    [BilingualName("承诺书", "commitment")]
    Commitment = 2,

    /// <summary>Somebody set a grade that still counts, or will (人工定级).</summary>
    [BilingualName("人工定级", "assigned grade")]
    AssignedGrade = 3,

    /// <summary>An inspection is planned or under way (检查).</summary>
    [BilingualName("检查", "inspection")]
    Inspection = 4,

    /// <summary>A problem is open (问题整改).</summary>
    [BilingualName("问题整改", "rectification")]
    Rectification = 5,

    /// <summary>Somebody holds a food-safety post, or will (岗位任命).</summary>
    [BilingualName("岗位任命", "appointment")]
    Appointment = 6,

    /// <summary>Something was proposed to be stopped, or is stopped (否决权事项).</summary>
    [BilingualName("停止活动", "stop")]
    Stop = 7,

    /// <summary>A recall is not assessed yet (召回).</summary>
    [BilingualName("召回", "recall")]
    Recall = 8,

    /// <summary>A suspected crime is on its way to the police (移送).</summary>
    [BilingualName("移送", "referral")]
    Referral = 9,

    /// <summary>A case of a procedure of the place's own is not closed (办件).</summary>
    [BilingualName("办件", "case")]
    Case = 10,

    /// <summary>Somebody has to do something about it (后续事项).</summary>
    [BilingualName("后续事项", "follow-up")]
    FollowUp = 11,
}

/// <summary>Something that still hangs on a business, and what settles it when the business ends (未了事项).</summary>
/// <param name="Kind">What.</param>
/// <param name="Business">The business.</param>
/// <param name="What">Which, as people read it.</param>
/// <param name="Settling">The act that settles it on the day and by the person that were said; null where none does.</param>
/// <param name="Left">Why none does: what it follows from, who does it, or why the act would be refused. Empty where one does.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OpenMatter(OpenMatterKind Kind, BusinessId Business, BilingualText What, Act? Settling, BilingualText Left)
{
    /// <summary>The business, what hangs on it, and what becomes of that.</summary>
    public BilingualText Text
    {
        get
        {
            var (kind, left) = (Kind.Name(), Settling is null ? Left : ("随之了结", "settled with it"));
            return ($"{Business}：{kind.Chinese}（{What.Chinese}），{left.Chinese}", $"{Business}: {kind.English} ({What.English}), {left.English}");
        }
    }

    /// <summary>The business, what hangs on it, and what becomes of that, in both languages.</summary>
    public override string ToString() => Text.ToString();
}

// What hangs on a business that ends, from room to room.
public sealed partial class District
{
    /// <summary>What still hangs on businesses, as of the last entry, and the acts that settle it when they end (未了事项).</summary>
    /// <remarks>
    /// <para>
    /// An inspection that is not finished is cancelled, a problem dismissed where its state allows, an appointment and a grade that somebody set are ended. What somebody else
    /// has to do is listed without an act: a report that is handed in is verified, a case, a recall and a referral run on, a cadre signs anew, and chains follow by themselves.
    /// </para>
    /// <para>Each act is asked for as if it were taken alone with the stamp, and listed as settling only where it would be taken.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// // One unit closes a business and settles what hangs on it.
    /// var open = district.OpenMattersOf(stamp, [business], "closed");
    /// district.Apply(stamp, [
    ///     new FactsStated(business, new FactRecord(BusinessFacts.Status.Of(OperatingStatus.Closed))),
    ///     .. open.Select(matter => matter.Settling).OfType&lt;Act&gt;()]);
    /// </code>
    /// </example>
    /// <param name="stamp">Who would settle it, on which day, recorded when.</param>
    /// <param name="businesses">The businesses.</param>
    /// <param name="reason">Why, as it stands in the acts: a note.</param>
    /// <returns>Business by business in the order given, each once, and kind by kind.</returns>
    /// <exception cref="BusinessNotFoundException">One is not registered.</exception>
    /// <exception cref="TextRefusedException">The reason is no note.</exception>
    public ImmutableArray<OpenMatter> OpenMattersOf(Stamp stamp, IEnumerable<BusinessId> businesses, string reason)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(businesses);
        TextRule.Note.Check(reason);
        RequireWhole();
        BusinessId[] asked = [.. businesses.Distinct()];
        var rows = asked.Select(Businesses.Register.RowOf).ToArray();
        var moment = At(MomentOf(stamp), 0);
        var matters = asked.ToDictionary(business => business, _ => new List<OpenMatter>());
        foreach (var (business, row) in asked.Zip(rows))
        {
            if (Chains.Plan is { } plan && row < plan.Count && plan.FindChain(row) is { } chain)
            {
                Leave(OpenMatterKind.Chain, business, (string.Join('、', chain.EscalationPath), string.Join(", ", chain.EscalationPath)), ("随包保等级变化", "follows its tier"));
            }

            foreach (var (text, end) in _gradings.SelectMany(book => book.ToEnd(business, moment.Today, reason)))
            {
                Settle(OpenMatterKind.AssignedGrade, business, text, end);
            }

            foreach (var inspection in Inspections.InspectionsOf(business).Where(one => InspectionLifecycle.Table.FindNext(one.State, InspectionStep.Cancel) is not null))
            {
                Settle(OpenMatterKind.Inspection, business, inspection.Text, new InspectionCancelled(inspection.Id, reason));
            }

            foreach (var problem in Rectifications.OpenOf(business))
            {
                Settle(OpenMatterKind.Rectification, business, ($"{problem}", $"{problem}"), RectificationAct.Dismiss(problem, reason));
            }

            foreach (var held in Staff.HeldAt(business, moment.On))
            {
                Settle(OpenMatterKind.Appointment, business, held.Text, new AppointmentEnded(held.Id, reason));
            }
        }

        foreach (var signed in Commitments.StandingOn(moment.On))
        {
            foreach (var business in asked.Where(signed.Names))
            {
                Leave(OpenMatterKind.Commitment, business, ($"{signed.Cadre} {signed.Id}", $"{signed.Cadre} {signed.Id}"), ("由干部重签", "its cadre signs anew"));
            }
        }

        BilingualText runsOn = ("继续办理", "runs on");
        LeaveAll(OpenMatterKind.Stop, Stops.All.Where(one => !Domain.SelfControl.Stops.Lifecycle.IsFinal(one.State)).Select(one => (one.Business, one.Name)));
        LeaveAll(OpenMatterKind.Recall, Recalls.All.Where(one => !RecallLifecycle.Table.IsFinal(one.State)).Select(one => (one.Goods.Business, (BilingualText)($"{one.Id}", $"{one.Id}"))));
        LeaveAll(OpenMatterKind.Referral, Referrals.All.Where(one => !ReferralLifecycle.Table.IsFinal(one.State)).Select(one => (one.Business, (BilingualText)($"{one.Id}", $"{one.Id}"))));
        LeaveAll(OpenMatterKind.Case, Cases.All.Where(one => !one.IsClosed && one.Business is not null).Select(one => (one.Business!.Value, (BilingualText)($"{one.Id}", $"{one.Id}"))));
        foreach (var open in FollowUps.Open)
        {
            foreach (var business in open.Businesses.Where(matters.ContainsKey))
            {
                Leave(OpenMatterKind.FollowUp, business, open.Text, ($"由{open.Actor.Chinese}办理", $"to be done by {open.Actor.English}"));
            }
        }

        return [.. asked.SelectMany(business => matters[business].OrderBy(matter => matter.Kind))];

        void Settle(OpenMatterKind kind, BusinessId business, BilingualText what, Act act)
        {
            var refusals = Decide(act, moment).Refusals;
            matters[business].Add(refusals.IsEmpty ? new(kind, business, what, act, default) : new(kind, business, what, null, refusals[0].Text));
        }

        void Leave(OpenMatterKind kind, BusinessId business, BilingualText what, BilingualText left) => matters[business].Add(new(kind, business, what, null, left));

        void LeaveAll(OpenMatterKind kind, IEnumerable<(BusinessId Business, BilingualText What)> all)
        {
            foreach (var (business, what) in all)
            {
                if (matters.ContainsKey(business))
                {
                    Leave(kind, business, what, runsOn);
                }
            }
        }
    }

    /// <summary>What becomes of what hangs on a business that leaves the district: what ends here with it, what is handed on, what runs on here, and what somebody else has to do first.</summary>
    private Leaving LeavingOf(BusinessMovedOut left, Moment moment)
    {
        var (settling, refusals) = (ImmutableArray.CreateBuilder<Act>(), ImmutableArray.CreateBuilder<Refusal>());
        var (ended, runningOn, problems) = (ImmutableArray.CreateBuilder<BilingualText>(), ImmutableArray.CreateBuilder<BilingualText>(), ImmutableArray.CreateBuilder<TransferredProblem>());
        foreach (var matter in OpenMattersOf(moment.Stamp, [left.Business], left.Reason))
        {
            var (kind, text) = (matter.Kind.Name(), (BilingualText)($"{matter.Kind.Name().Chinese}（{matter.What.Chinese}）", $"{matter.Kind.Name().English} ({matter.What.English})"));
            if (matter.Settling is { } act)
            {
                settling.Add(act);
            }

            switch (matter.Kind)
            {
                case OpenMatterKind.Rectification when matter.Settling is RectificationAct dismissed:
                    problems.Add(HandedOn(Rectifications[dismissed.Id]));
                    break;
                case OpenMatterKind.AssignedGrade or OpenMatterKind.Inspection or OpenMatterKind.Appointment when matter.Settling is not null:
                    ended.Add(text);
                    break;
                case OpenMatterKind.Rectification when Rectifications[RectificationId.Parse(matter.What.English)].State == RectificationState.CaseFiled:
                case OpenMatterKind.Stop or OpenMatterKind.Recall or OpenMatterKind.Referral or OpenMatterKind.Case:
                    runningOn.Add(text);
                    break;
                case OpenMatterKind.Rectification or OpenMatterKind.AssignedGrade or OpenMatterKind.Inspection or OpenMatterKind.Appointment:
                    refusals.Add(new Refusal(
                        "open-matter", ($"迁出前应办结：{matter.Text.Chinese}。", $"It is to be settled before the business leaves: {matter.Text.English}."),
                        [new GuardValue("business", left.Business.Value), new GuardValue("kind", matter.Kind.Code())], Allowed: ($"先办结该{kind.Chinese}。", $"The {kind.English} settled before.")));
                    break;
                case OpenMatterKind.Chain or OpenMatterKind.Commitment or OpenMatterKind.FollowUp:
                    // They follow the tier, or are done by whoever has to.
                    break;
            }
        }

        var row = Businesses.Register.RowOf(left.Business);
        var schema = Settings.Schema.Facts;
        if (Tiers.Policy is { } policy && new Grader<Tier>(policy).Grade(new FactRecord(
            [.. schema.Select(fact => new FactValue(fact, Businesses.Register.Facts.Read(row, fact))), BusinessFacts.Status.Of(OperatingStatus.MovedOut)])).FindGrade() is { } tier)
        {
            refusals.Add(new Refusal(
                "policy-grades-it", ($"现行标准 {policy.Id} {policy.Version} 仍给迁出主体定为 {tier} 级。", $"The policy in force, {policy.Id} {policy.Version}, gives a business that moved out the tier {tier}, by which it would stay tied."),
                [new GuardValue("policy", policy.Id), new GuardValue("version", policy.Version)], Allowed: ("对“迁出”不予分级的标准。", "A policy that does not grade what has moved out.")));
        }

        return new(settling.DrainToImmutable(), refusals.DrainToImmutable())
        {
            Grades = [.. _gradings.Select(book => (book.Key, book.StandingOf(left.Business).Grade)).Where(standing => standing.Grade is not null).Select(standing => new TransferredGrade(standing.Key, standing.Grade!))],
            Problems = problems.DrainToImmutable(),
            Ended = ended.DrainToImmutable(),
            RunningOn = runningOn.DrainToImmutable(),
        };

        TransferredProblem HandedOn(Rectification problem)
        {
            var finding = Findings.Find(problem.Finding);
            return new(
                problem.Id, problem.State, problem.Severity, finding?.FoundOn ?? problem.OpenedAt.InZone(Calendar.Zone).Date, finding?.Description ?? $"{problem.Finding}",
                problem.State == RectificationState.Ordered ? problem.Deadline?.LastDay : null);
        }
    }
}
