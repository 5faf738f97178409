using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Collects the faults of one file, so that its author learns of all of them at once.</summary>
internal sealed class DataFileFaults(BilingualText subject)
{
    private const int MostNames = 10;

    // Nobody reads the hundredth fault for its suggestions, and a file may have a hundred thousand.
    private const int MostWithNearest = 100;

    private readonly ImmutableArray<DataFileFault>.Builder _faults = ImmutableArray.CreateBuilder<DataFileFault>();

    // A fault is the end of an attempt and is not recorded.
    private bool _isOfAttempt;

    /// <summary>The attempts to read objects in order.</summary>
    public InOrderAttempts Attempts { get; init; } = new();

    /// <summary>The faults of an attempt to read in order: the first is its end, and is told to nobody.</summary>
    public static DataFileFaults OfAttempt() => new(default) { _isOfAttempt = true };

    public void Add(DataFileFaultKind kind, string path, string? value, params ReadOnlySpan<string> allowed) =>
        Add(new DataFileFault(kind, path, value, [.. allowed]));

    /// <summary>Adds a fault of a name, with the names that would do, nearest first.</summary>
    public void AddUnknown(DataFileFaultKind kind, string path, string value, IEnumerable<string> known)
    {
        EndAttempt();
        var names = (_faults.Count < MostWithNearest ? NearestNames.First(value, known.ToArray()) : known).Take(MostNames + 1).ToArray();
        Add(new DataFileFault(kind, path, value, [.. names.Take(MostNames)], isCut: names.Length > MostNames));
    }

    public void Add(DataFileFault fault)
    {
        EndAttempt();
        _faults.Add(fault);
    }

    public void Add(string path, BilingualText reason) =>
        Add(new DataFileFault(DataFileFaultKind.NotBuildable, path, null, [], reason: reason));

    /// <summary>The error of a file of which nothing can be read.</summary>
    public DataFileException Unreadable(DataFileFaultKind kind, string value, string[]? allowed = null, Exception? inner = null) =>
        new(subject, [new DataFileFault(kind, "$", value, [.. allowed ?? []])], inner);

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new DataFileException(subject, _faults.ToImmutable());
        }
    }

    private void EndAttempt()
    {
        if (_isOfAttempt)
        {
            throw new UnreadablePartException();
        }
    }
}
