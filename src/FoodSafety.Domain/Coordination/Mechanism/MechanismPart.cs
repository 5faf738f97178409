using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>A named part of a mechanism: a system that a scheme asks for, a member unit of the committee, one of the five bodies.</summary>
public sealed record MechanismPart
{
    /// <summary>Names a part.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public MechanismPart(string code, BilingualText name) => (Code, Name) = Codes.Check(code, name);

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>Code and name, for logs and the debugger.</summary>
    public override string ToString() => $"{Code} {Name}";
}
