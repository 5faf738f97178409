using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>A data file that cannot be read (数据文件有误): every fault of it is told, with its place.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DataFileException : Exception, IBilingualError
{
    internal DataFileException(BilingualText subject, ImmutableArray<DataFileFault> faults, Exception? inner = null)
        : base(Describe(subject, faults).English, inner) => (Subject, Faults) = (subject, faults);

    /// <summary>What kind of file it was to be: "分级标准文件", "policy file".</summary>
    public BilingualText Subject { get; }

    /// <summary>All faults, in the order in which they were found; at least one.</summary>
    public ImmutableArray<DataFileFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Subject, Faults);

    private static BilingualText Describe(BilingualText subject, ImmutableArray<DataFileFault> faults) =>
        FaultSummary.Of((subject.Chinese, $"Faults in the {subject.English}"), [.. faults.Select(fault => fault.Text)]);
}
