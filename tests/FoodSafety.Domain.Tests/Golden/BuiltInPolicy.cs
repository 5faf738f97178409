using System.Reflection;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Golden;

/// <summary>A built-in policy whatever its enum of grades. All are found by reflection, so that a new one cannot be forgotten.</summary>
public abstract class BuiltInPolicy
{
    /// <summary>Every public static property of the library that holds a grading policy.</summary>
    public static IReadOnlyList<BuiltInPolicy> All { get; } =
    [
        .. from type in typeof(Tier).Assembly.GetExportedTypes()
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
           where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(GradingPolicy<>)
           select (BuiltInPolicy)Activator.CreateInstance(
               typeof(Of<>).MakeGenericType(property.PropertyType.GenericTypeArguments), property.GetValue(null))!,
    ];

    public abstract string Name { get; }

    public abstract IReadOnlyList<IFact> Facts { get; }

    /// <summary>Grade, or "-" where none is given, and the clause that decided.</summary>
    public abstract (string Grade, string Clause) Grade(IFactSource source);

    /// <summary>Does something with the policy in its own type.</summary>
    public abstract void Visit(IPolicyVisitor visitor);

    public override string ToString() => Name;

    private sealed class Of<TGrade>(GradingPolicy<TGrade> policy) : BuiltInPolicy where TGrade : struct, Enum
    {
        private readonly Grader<TGrade> _grader = new(policy);

        public override string Name => $"{policy.Id}-{policy.Version}";

        public override IReadOnlyList<IFact> Facts => policy.Facts;

        public override (string Grade, string Clause) Grade(IFactSource source)
        {
            var decision = _grader.Grade(source);
            return (decision.FindGrade()?.ToString() ?? "-", policy.ClauseOf(decision).Id);
        }

        public override void Visit(IPolicyVisitor visitor) => visitor.Visit(policy);
    }
}

public interface IPolicyVisitor
{
    void Visit<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum;
}
