using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Collects the faults of one file, so that its author learns of all of them at once.</summary>
internal sealed class PolicyFileFaults
{
    private const int MostNames = 10;

    // Nobody reads the hundredth fault for its suggestions, and a file may have a hundred thousand.
    private const int MostWithNearest = 100;

    private readonly ImmutableArray<PolicyFileFault>.Builder _faults = ImmutableArray.CreateBuilder<PolicyFileFault>();

    public void Add(PolicyFileFaultKind kind, string path, string? value, params ReadOnlySpan<string> allowed) =>
        _faults.Add(new PolicyFileFault(kind, path, value, [.. allowed]));

    /// <summary>Adds a fault of a name, with the names that would do, nearest first.</summary>
    public void AddUnknown(PolicyFileFaultKind kind, string path, string value, IEnumerable<string> known)
    {
        var names = (_faults.Count < MostWithNearest ? NearestNames.First(value, known.ToArray()) : known).Take(MostNames + 1).ToArray();
        _faults.Add(new PolicyFileFault(kind, path, value, [.. names.Take(MostNames)], isCut: names.Length > MostNames));
    }

    public void Add(string path, BilingualText reason) =>
        _faults.Add(new PolicyFileFault(PolicyFileFaultKind.NotBuildable, path, null, [], reason: reason));

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new PolicyFileException(_faults.ToImmutable());
        }
    }
}
