using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A step that is taken with an incident (事故处置事项), with everything that it says; best made by the methods named after the steps.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Step">The step.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record IncidentAct(IncidentId Incident, IncidentStep Step) : Act<IncidentBook>
{
    internal const string ThingKind = "incident";

    /// <inheritdoc/>
    public override string Kind => "incident";

    /// <inheritdoc/>
    public override Thing? Thing => new(ThingKind, Incident.ToString());

    /// <summary>The step.</summary>
    public IncidentStep Step { get; init => field = value.Named(); } = Step.Named();

    /// <summary>What happened where; of <see cref="IncidentStep.Register"/> alone.</summary>
    public IncidentSubject? Subject { get; init; }

    /// <summary>What is known, all of it; of register, verify and grade anew.</summary>
    public FactRecord? Facts { get; init; }

    /// <summary>The rules by which it is reported; filled in when it is registered unless stated, and none on every other step.</summary>
    public ItemList<ReportingRule> Rules { get; init; }

    /// <summary>The grade; of verify and grade anew. Where nobody states one, what the policy of the day gives is filled in.</summary>
    public IncidentGrading? Grading { get; init; }

    /// <summary>The level of the response; of respond and adjust.</summary>
    public ResponseLevel? Response { get; init => field = value?.Named(); }

    /// <summary>Who knows since when; of <see cref="IncidentStep.Learn"/> alone.</summary>
    public IncidentNotice? Notice { get; init => field = value is { } notice ? notice with { Party = notice.Party.Named() } : null; }

    /// <summary>Who reported to whom and when; of <see cref="IncidentStep.Report"/> alone.</summary>
    public IncidentReport? SentReport
    {
        get;
        init => field = value is { } report ? report with { From = report.From.Named(), To = report.To.Named(), Stage = report.Stage.Named() } : null;
    }

    /// <summary>Why; of adjust, end, close and dismiss.</summary>
    public string? Reason { get; init => field = value is null ? null : TextRule.Note.Check(value, nameof(Reason)); }

    /// <summary>Takes an alarm in, which begins an incident (接报).</summary>
    /// <param name="id">Its number, given by the platform.</param>
    /// <param name="subject">What happened where.</param>
    /// <param name="facts">What is known of it so far.</param>
    public static IncidentAct Register(IncidentId id, IncidentSubject subject, FactRecord facts) => new(id, IncidentStep.Register) { Subject = subject, Facts = facts };

    /// <summary>Notes since when a party knows of it, which starts that party's clocks (记录知悉).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="party">Who.</param>
    /// <param name="since">Since when, not after it is noted; of several the earliest counts.</param>
    public static IncidentAct Learn(IncidentId id, IncidentParty party, Instant since) => new(id, IncidentStep.Learn) { Notice = new(party, since) };

    /// <summary>Notes that a report was sent (记录报告): first, progress or final.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="report">Who reported to whom and when, not after it is noted.</param>
    public static IncidentAct Report(IncidentId id, IncidentReport report) => new(id, IncidentStep.Report) { SentReport = report };

    /// <summary>Verifies it and grades it (核实定级).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="facts">What is known of it, all of it.</param>
    /// <param name="grading">The grade and the clause that gives it, where another plan than that of the district decides; null for what the policy of the day gives.</param>
    public static IncidentAct Verify(IncidentId id, FactRecord facts, IncidentGrading? grading = null) => new(id, IncidentStep.Verify) { Facts = facts, Grading = grading };

    /// <summary>Grades it anew because facts or the plan changed (调整定级).</summary>
    /// <inheritdoc cref="Verify"/>
    public static IncidentAct Regrade(IncidentId id, FactRecord facts, IncidentGrading? grading = null) => new(id, IncidentStep.Regrade) { Facts = facts, Grading = grading };

    /// <summary>Starts the response, or starts it again after it ended (启动响应).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="level">The level, that of <see cref="ResponseLevels.For"/> or a higher one.</param>
    public static IncidentAct Respond(IncidentId id, ResponseLevel level) => new(id, IncidentStep.Respond) { Response = level };

    /// <summary>Changes the level of the response (调整响应级别).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="level">The level, that of <see cref="ResponseLevels.For"/> or a higher one; any when regrading left it below the table.</param>
    /// <param name="reason">Why.</param>
    public static IncidentAct AdjustResponse(IncidentId id, ResponseLevel level, string reason) => new(id, IncidentStep.AdjustResponse) { Response = level, Reason = reason };

    /// <summary>Ends the response (终止响应).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="reason">Why.</param>
    public static IncidentAct EndResponse(IncidentId id, string reason) => new(id, IncidentStep.EndResponse) { Reason = reason };

    /// <summary>Closes it (结案): after the review, or at once when it is below the table.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="review">What the review found, or how it is handled below the table.</param>
    public static IncidentAct Close(IncidentId id, string review) => new(id, IncidentStep.Close) { Reason = review };

    /// <summary>Dismisses it as a false alarm (排除).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="reason">Why.</param>
    public static IncidentAct Dismiss(IncidentId id, string reason) => new(id, IncidentStep.Dismiss) { Reason = reason };

    /// <summary>Whether it grades, and nobody stated how.</summary>
    internal bool AsksForGrading => Grading is null && IncidentLifecycle.Rows[Step].Takes(IncidentData.StatedGrading);
}

/// <summary>That somebody learnt of an incident (知悉), which starts the clocks of reporting.</summary>
/// <param name="Party">Who.</param>
/// <param name="Since">Since when.</param>
public readonly record struct IncidentNotice(IncidentParty Party, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant Since);

/// <summary>A report on an incident (事故报告). The default value is no report and is refused where one is recorded.</summary>
/// <param name="From">Who reported.</param>
/// <param name="To">To whom.</param>
/// <param name="Stage">Which report it was.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="InWriting">True when it was sent in writing (书面); false by telephone, or where nobody said.</param>
public readonly record struct IncidentReport(
    IncidentParty From, IncidentParty To, ReportStage Stage, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant SentAt, bool InWriting = false);

/// <summary>What happened where (事故概况).</summary>
/// <remarks>Equal to another that says the same, business by business.</remarks>
public sealed record IncidentSubject
{
    /// <summary>Describes an incident.</summary>
    /// <param name="title">What happened, in the words of the platform; not blank.</param>
    /// <param name="area">Where.</param>
    /// <exception cref="ArgumentException">The title is blank, or there is no area.</exception>
    public IncidentSubject(string title, AreaCode area)
    {
        TextRule.Name.Check(title);
        if (area.IsNone)
        {
            throw new ArgumentException("An incident has a place. Allowed: the code of an area.", nameof(area));
        }

        (Title, Area) = (title, area);
    }

    /// <summary>What happened (事件名称).</summary>
    public string Title { get; }

    /// <summary>Where (事发地).</summary>
    public AreaCode Area { get; }

    /// <summary>The businesses whose food is in question (涉事主体); empty while none is known.</summary>
    public ItemList<BusinessId> Businesses { get; init; }
}
