using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>What a batch of changes works on, and what it touched.</summary>
internal sealed class ManagedState(BusinessRegister register, Grader<Tier> grader, CadreRoster roster)
{
    public BusinessRegister Register => register;

    public Grader<Tier> Grader { get; set; } = grader;

    public CadreRoster Roster { get; set; } = roster;

    /// <summary>The rows of which the state became another: opened, closed, of another type or place.</summary>
    public SortedSet<int> StateChanged { get; } = [];

    /// <summary>The rows that stand in another area.</summary>
    public SortedSet<int> AreaChanged { get; } = [];
}
