using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;

namespace FoodSafety.Domain.Reporting;

/// <summary>All that a district, city or province keeps (地区台账): its businesses, who answers for them, and what was done. What a scorecard is computed from.</summary>
/// <remarks>
/// It owns nothing: the rooms are those that the user works with, and a question is answered by what they hold then. As
/// safe to share as they are.
/// </remarks>
public sealed class District
{
    /// <summary>Takes the register, its tiers and its chains; what is not set beside them is empty.</summary>
    /// <param name="grades">The tiers of the businesses.</param>
    /// <param name="plan">Who answers for them, planned over these tiers.</param>
    /// <exception cref="ArgumentException">The plan was made over other tiers.</exception>
    public District(GradeBook<Tier> grades, ChainPlan plan)
    {
        ArgumentNullException.ThrowIfNull(grades);
        ArgumentNullException.ThrowIfNull(plan);
        if (!ReferenceEquals(plan.Grades, grades.Grades))
        {
            throw new ArgumentException("The plan was made over the tiers of another book.", nameof(plan));
        }

        (Grades, Plan) = (grades, plan);
    }

    /// <summary>The areas.</summary>
    public AreaTree Areas => Register.Areas;

    /// <summary>The businesses (包保主体).</summary>
    public BusinessRegister Register => Plan.Register;

    /// <summary>Their tiers (包保分级).</summary>
    public GradeBook<Tier> Grades { get; }

    /// <summary>Who answers for them (责任链).</summary>
    public ChainPlan Plan { get; }

    /// <summary>The commitments of the cadres (承诺书).</summary>
    public CommitmentBook Commitments { get; init; } = new();

    /// <summary>Who stands in for whom (委托代行).</summary>
    public DelegationBook Delegations { get; init; } = new();

    /// <summary>Who answered for which business on which day (包保历史).</summary>
    public ResponsibilityHistory History { get; init; } = new();

    /// <summary>The safety directors and officers of the businesses (食品安全总监、食品安全员).</summary>
    public StaffBook Staff { get; init; } = new();

    /// <summary>The daily, weekly and monthly records of the businesses (日管控、周排查、月调度); null where none are kept.</summary>
    public SelfControlLog? SelfControl { get; init; }

    /// <summary>Visits, inspections and what they found (督导、监督检查、督查).</summary>
    public InspectionBook Inspections { get; init; } = new();

    /// <summary>The round that is under way (首轮督导); null between rounds.</summary>
    public RoundProgress? Round { get; init; }

    /// <summary>Problems and their rectification (问题整改).</summary>
    public RectificationBook Rectifications { get; init; } = new();
}
