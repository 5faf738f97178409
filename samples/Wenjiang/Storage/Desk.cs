using System.Collections.Immutable;
using System.Diagnostics;
using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Formats;
using GeneratedDistrict;
using GeneratedDistrict.Responsibility;
using Wenjiang.Options;

namespace Wenjiang.Storage;

/// <summary>Enters what is done in the district into its journal: each entry is on the disk before it counts.</summary>
internal sealed class Desk : ActDesk, IDisposable
{
    public const string FileName = "journal.jsonl";

    private readonly JournaledDistrict _kept;
    private bool _isTrial;

    private Desk(string path, JournaledDistrict kept, TimeSpan took) => (Path, _kept, Took) = (path, kept, took);

    /// <summary>The journal.</summary>
    public string Path { get; }

    /// <summary>How long it took to open the district from it.</summary>
    public TimeSpan Took { get; }

    /// <summary>What was found of an entry that was being written when a process was killed; null when there was nothing.</summary>
    public TornLine? Torn => _kept.Journal.Torn;

    public override District District => _kept.District;

    /// <summary>Opens the district from its journal, or begins one where there is none.</summary>
    /// <exception cref="UsageException">The journal cannot be read, or somebody else has it.</exception>
    public static Desk Open(string folder)
    {
        var path = System.IO.Path.Combine(folder, FileName);
        try
        {
            var start = Stopwatch.GetTimestamp();
            var kept = JournaledDistrict.Open(path, new DistrictSettings(SampleDays.Calendar));
            return new Desk(path, kept, Stopwatch.GetElapsedTime(start));
        }
        catch (DataFileException e)
        {
            throw new UsageException((
                $"无法读取日志“{path}”，未作任何改动。可以：用 {OptionNames.Fresh} 重新开始，或用 {OptionNames.Out} 换一个文件夹。\n{e.Text.Chinese}",
                $"The journal '{path}' cannot be read, and was not touched. Allowed: {OptionNames.Fresh} to begin anew, or another folder with {OptionNames.Out}.\n{e.Text.English}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(($"无法使用日志“{path}”：{e.Message}", $"Cannot use the journal '{path}': {e.Message}"));
        }
    }

    /// <summary>Tries something out: what is entered meanwhile reaches no disk, and is taken back in the end.</summary>
    public T TryOut<T>(Func<T> work)
    {
        _isTrial = true;
        try
        {
            return work();
        }
        finally
        {
            _isTrial = false;
            District.TakeBack();
        }
    }

    /// <summary>The entries after a version, as they stand in the journal; while something is tried out, as they would.</summary>
    public ImmutableArray<string> LinesAfter(long version) =>
        [.. (_isTrial ? District.Pending : _kept.Journal.Entries.SkipWhile(entry => entry.Number <= version)).Select(entry => System.Text.Encoding.UTF8.GetString(_kept.Journal.Format.Write(entry)))];

    public void Dispose() => _kept.Dispose();

    protected override Consequences Enter(Stamp stamp, params IEnumerable<Act> acts) => _isTrial ? District.Apply(stamp, acts) : _kept.Apply(stamp, acts);
}
