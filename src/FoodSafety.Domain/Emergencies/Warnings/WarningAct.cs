using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A step that is taken with a warning (预警事项), with everything that it says; best made by the methods named after the steps.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="Step">The step; any but <see cref="WarningStep.Expire"/>, which time alone takes.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record WarningAct(WarningId Warning, WarningStep Step) : Act<WarningBook>
{
    internal const string ThingKind = "warning";

    /// <inheritdoc/>
    public override string Kind => "warning";

    /// <inheritdoc/>
    public override Thing? Thing => new(ThingKind, Warning.ToString());

    /// <summary>The step; any but <see cref="WarningStep.Expire"/>, which time alone takes.</summary>
    public WarningStep Step { get; init => field = Taken(value); } = Taken(Step);

    /// <summary>What the warning is about; of <see cref="WarningStep.Assess"/> alone.</summary>
    public WarningSubject? Subject { get; init; }

    /// <summary>What was found; of the steps that assess: assess, assess anew, raise, lower.</summary>
    public WarningAssessment? Assessment
    {
        get;
        init => field = value is { } found ? new(found.Severity.Named(), found.Likelihood.Named(), found.Level.Named()) : null;
    }

    /// <summary>Which regulator speaks; of the steps that the public sees: publish, raise, lower, lift.</summary>
    public WarningIssuer? Issuer { get; init; }

    /// <summary>When its time will run out (exclusive), where that is known; of <see cref="WarningStep.Publish"/> alone.</summary>
    public Instant? Until { get; init; }

    /// <summary>Why; of all steps but assess and publish.</summary>
    public string? Reason { get; init => field = value is null ? null : TextRule.Note.Check(value, nameof(Reason)); }

    /// <summary>Assesses a danger, which begins a warning (评估).</summary>
    /// <param name="id">Its number, given by the platform.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="assessment">How severe, how likely, and the level of both: of <see cref="WarningMatrix.Assess"/>.</param>
    public static WarningAct Assess(WarningId id, WarningSubject subject, WarningAssessment assessment) => new(id, WarningStep.Assess) { Subject = subject, Assessment = assessment };

    /// <summary>Assesses anew before anything is published (重新评估).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="assessment">What is found now.</param>
    /// <param name="reason">Why.</param>
    public static WarningAct Reassess(WarningId id, WarningAssessment assessment, string reason) => new(id, WarningStep.Reassess) { Assessment = assessment, Reason = reason };

    /// <summary>Decides not to publish it (不予发布).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="reason">Why.</param>
    public static WarningAct Drop(WarningId id, string reason) => new(id, WarningStep.Drop) { Reason = reason };

    /// <summary>Publishes it (发布).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="issuer">Which regulator publishes.</param>
    /// <param name="until">When its time runs out (exclusive); null when it stays until lifted.</param>
    public static WarningAct Publish(WarningId id, WarningIssuer issuer, Instant? until = null) => new(id, WarningStep.Publish) { Issuer = issuer, Until = until };

    /// <summary>Publishes it anew at a stricter level (上调级别).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="assessment">What is found now.</param>
    /// <param name="issuer">Which regulator publishes.</param>
    /// <param name="reason">Why.</param>
    public static WarningAct Raise(WarningId id, WarningAssessment assessment, WarningIssuer issuer, string reason) =>
        new(id, WarningStep.Raise) { Assessment = assessment, Issuer = issuer, Reason = reason };

    /// <summary>Publishes it anew at a milder level (下调级别).</summary>
    /// <inheritdoc cref="Raise"/>
    public static WarningAct Lower(WarningId id, WarningAssessment assessment, WarningIssuer issuer, string reason) =>
        new(id, WarningStep.Lower) { Assessment = assessment, Issuer = issuer, Reason = reason };

    /// <summary>Lifts it because the danger is over (解除).</summary>
    /// <param name="id">The warning.</param>
    /// <param name="issuer">Which regulator lifts it.</param>
    /// <param name="reason">Why.</param>
    public static WarningAct Lift(WarningId id, WarningIssuer issuer, string reason) => new(id, WarningStep.Lift) { Issuer = issuer, Reason = reason };

    private static WarningStep Taken(WarningStep step) => WarningLifecycle.Rows[step.Named()].IsTakenByTime
        ? throw new ArgumentOutOfRangeException(nameof(step), step, "The time of a warning runs out by itself. Allowed: the steps that somebody takes.")
        : step;
}

/// <summary>What a warning is about (预警事项): the danger, where, of which foods and businesses, and what to do.</summary>
/// <remarks>Equal to another that says the same, list by list.</remarks>
public sealed record WarningSubject
{
    /// <summary>Describes a danger.</summary>
    /// <param name="topic">The danger, in the words of the platform; not blank.</param>
    /// <param name="area">The area that is warned; none for the whole country.</param>
    /// <exception cref="ArgumentException">The topic is blank.</exception>
    public WarningSubject(string topic, AreaCode area)
    {
        TextRule.Name.Check(topic);
        (Topic, Area) = (topic, area);
    }

    /// <summary>The danger (警示事项).</summary>
    public string Topic { get; }

    /// <summary>The area that is warned (影响范围); none for the whole country.</summary>
    public AreaCode Area { get; }

    /// <summary>The foods in question (涉及食品); empty when it is about none in particular.</summary>
    public ItemList<string> Foods { get; init => field = TextRule.Name.CheckAll(value, nameof(Foods)); }

    /// <summary>The businesses in question (涉及主体); empty when it is about none in particular.</summary>
    public ItemList<BusinessId> Businesses { get; init; }

    /// <summary>What people should do (应当采取的措施); empty by default.</summary>
    public string Advice { get; init => field = TextRule.Note.CheckAny(value, nameof(Advice)); } = "";

    /// <summary>Whether an area is warned: the area of the warning and everything inside it.</summary>
    /// <param name="area">The area.</param>
    public bool Concerns(AreaCode area) => Area.IsNone || Area.Contains(area);
}

/// <summary>A market regulator that may want to publish a warning (预警发布部门): the State's, or that of an area.</summary>
/// <remarks>
/// By Art. 118 of the Food Safety Law warnings come from the State's regulator, and those confined to a region also from the
/// regulator of its province; nobody else releases them without authority. A city or district assesses and asks its province.
/// The default value is the State's regulator.
/// </remarks>
/// <param name="Area">The area whose regulator it is; none for the State's (国家市场监督管理总局).</param>
public readonly record struct WarningIssuer(AreaCode Area)
{
    /// <summary>The State Administration for Market Regulation (国家市场监督管理总局).</summary>
    public static WarningIssuer National => default;

    /// <summary>The rule of who publishes (依据), in the edition of the law in force on a day.</summary>
    /// <param name="on">The day of the warning.</param>
    public static Citation Basis(LocalDate on) => FoodSafetyLaw.Article("118", on);

    /// <summary>True for the State's regulator.</summary>
    public bool IsNational => Area.IsNone;

    /// <summary>The issuer as people read it.</summary>
    public BilingualText Text => IsNational
        ? ("国家市场监督管理总局", "the State's regulator")
        : ($"{Area.ToShortString()} 市场监管部门", $"the regulator of {Area.ToShortString()}");

    /// <summary>Whether it may publish a warning for an area: the State's always, a province's inside the province.</summary>
    /// <param name="area">The area that is warned; none for the whole country.</param>
    public bool MayPublish(AreaCode area) => IsNational || (Area.Level == AreaLevel.Province && Area.Contains(area));
}
