using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>The policies of a folder, offered to be adopted (备选分级标准). A folder decides nothing: a policy decides from the act on that adopts it.</summary>
/// <remarks>
/// <para>Each grading has a folder of its own, called by its key: <c>tier/wenjiang.2026.json</c>, <c>risk-grade/food-seller-risk.2016.1.json</c>. Files are read when they
/// are asked for, and read again when their bytes are others; one that cannot be read is told with its line and takes no other with it.</para>
/// <para>Safe to share between threads.</para>
/// <code>
/// var offer = policies.Read();
/// await store.ActAsync("510115", key, (district, now) => new(stamp, offer["tier", "wenjiang", "2026"].Adopt()), ct);
/// </code>
/// </remarks>
public sealed class OfferedPolicies
{
    private readonly Dictionary<string, PolicyReading> _gradings;
    private readonly Lock _reading = new();
    private Dictionary<string, (byte[] Bytes, OfferedPolicy? Policy, ImmutableArray<OfferedPolicyFault> Faults)> _known = [];

    /// <summary>Offers what stands in a folder.</summary>
    /// <param name="folder">The folder; null, or one that does not exist, offers nothing, and the latter is told.</param>
    /// <param name="settings">Which gradings there are, and which facts and conditions a file may name.</param>
    /// <exception cref="ArgumentException">Two conditions have the same key.</exception>
    public OfferedPolicies(string? folder, DistrictSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Folder = folder;
        _gradings = settings.Scales.ToDictionary(scale => scale.Key, scale => PolicyReading.Of(scale, settings));
    }

    /// <summary>The folder; null when nothing is offered.</summary>
    public string? Folder { get; }

    /// <summary>Reads what has changed since it was read last, and says what is offered now.</summary>
    public PolicyOffer Read()
    {
        lock (_reading)
        {
            if (Folder is null)
            {
                return new([], []);
            }

            if (!Directory.Exists(Folder))
            {
                return new([], [new(Folder, null, ($"没有文件夹 {Folder}。", $"There is no folder {Folder}."))]);
            }

            Dictionary<string, (byte[] Bytes, OfferedPolicy? Policy, ImmutableArray<OfferedPolicyFault> Faults)> now = [];
            foreach (var path in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                now.Add(path, ReadFile(path));
            }

            _known = now;
            OfferedPolicy[] policies = [.. now.Values.Select(file => file.Policy).OfType<OfferedPolicy>()];
            var twice = policies.GroupBy(policy => (policy.Grading, policy.Id, policy.Version)).Where(same => same.Count() > 1).SelectMany(same => same.Skip(1).Select(later => new OfferedPolicyFault(
                later.File, null, ($"“{later.Id}”{later.Version} 已在 {same.First().File}。", $"'{later.Id}' {later.Version} stands in {same.First().File} already."))));
            return new([.. policies], [.. now.Values.SelectMany(file => file.Faults), .. twice]);
        }
    }

    private (byte[] Bytes, OfferedPolicy? Policy, ImmutableArray<OfferedPolicyFault> Faults) ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], null, [new(path, null, ($"文件不能读取：{e.Message}", $"The file cannot be read: {e.Message}"))]);
        }

        if (_known.TryGetValue(path, out var known) && known.Bytes.AsSpan().SequenceEqual(bytes))
        {
            return known;
        }

        var grading = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!;
        if (!_gradings.TryGetValue(grading, out var reading))
        {
            var (all, each) = (string.Join('、', _gradings.Keys), string.Join(", ", _gradings.Keys));
            return (bytes, null, [new(path, null, ($"没有分级“{grading}”；文件所在文件夹须为：{all}。", $"There is no grading '{grading}'. A file stands in a folder called by its grading: {each}."))]);
        }

        try
        {
            return (bytes, reading.Read(path, bytes), []);
        }
        catch (DataFileException e)
        {
            return (bytes, null, [.. e.Faults.Select(fault => new OfferedPolicyFault(path, fault.Line, fault.Text))]);
        }
    }

    /// <summary>Reads files of one grading.</summary>
    private abstract class PolicyReading
    {
        public static PolicyReading Of(GradeScale scale, DistrictSettings settings) =>
            (PolicyReading)Activator.CreateInstance(typeof(Of<>).MakeGenericType(GradeScales.EnumOf(scale)), scale, settings)!;

        public abstract OfferedPolicy Read(string path, byte[] utf8);
    }

    private sealed class Of<TGrade>(GradeScale<TGrade> scale, DistrictSettings settings) : PolicyReading where TGrade : struct, Enum
    {
        private readonly PolicyFile<TGrade> _file = new(scale, settings.Schema.Facts, settings.Conditions);

        public override OfferedPolicy Read(string path, byte[] utf8)
        {
            var policy = _file.Read(utf8);
            return new(path, scale.Key, policy.Id, policy.Version, policy.Title, policy.From, policy.Until, new PolicyLaidDown<TGrade>(policy));
        }
    }
}

/// <summary>What a folder offers at one moment (备选标准清单).</summary>
/// <param name="Policies">The policies that can be adopted, in the order of their files.</param>
/// <param name="Faults">What cannot be read, with its place.</param>
public sealed record PolicyOffer(ImmutableArray<OfferedPolicy> Policies, ImmutableArray<OfferedPolicyFault> Faults)
{
    /// <summary>A policy by its name.</summary>
    /// <param name="grading">The key of the grading: <c>tier</c>.</param>
    /// <param name="id">The key of the policy.</param>
    /// <param name="version">Its version.</param>
    /// <exception cref="KeyNotFoundException">No such policy is offered.</exception>
    public OfferedPolicy this[string grading, string id, string version] => Policies.FirstOrDefault(policy => policy.Grading == grading && policy.Id == id && policy.Version == version)
        ?? throw new KeyNotFoundException($"No policy '{id}' {version} of the grading '{grading}' is offered. Offered: {string.Join(", ", Policies.Select(policy => $"{policy.Grading} '{policy.Id}' {policy.Version}"))}.");
}

/// <summary>A policy that can be adopted (备选标准).</summary>
public sealed record OfferedPolicy
{
    private readonly Act _adoption;

    internal OfferedPolicy(string file, string grading, string id, string version, BilingualText title, LocalDate from, LocalDate? until, Act adoption) =>
        (File, Grading, Id, Version, Title, From, Until, _adoption) = (file, grading, id, version, title, from, until, adoption);

    /// <summary>The file in which it stands.</summary>
    public string File { get; }

    /// <summary>The key of its grading: <c>tier</c>.</summary>
    public string Grading { get; }

    /// <summary>The key that all its versions have.</summary>
    public string Id { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>Its title.</summary>
    public BilingualText Title { get; }

    /// <summary>The first day on which it is in force.</summary>
    public LocalDate From { get; }

    /// <summary>The first day on which it no longer is; null for no end.</summary>
    public LocalDate? Until { get; }

    /// <summary>The act that adopts it, a <see cref="PolicyLaidDown{TGrade}"/>: with it the policy itself stands in the journal, whatever becomes of the file.</summary>
    public Act Adopt() => _adoption;
}

/// <summary>What is wrong with a file of the folder (备选标准差错).</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; null where it is no place in the text.</param>
/// <param name="Text">What is wrong there, with its place, and what is allowed.</param>
public sealed record OfferedPolicyFault(string File, int? Line, BilingualText Text)
{
    /// <summary>The fault with its file.</summary>
    public override string ToString() => $"{File}: {Text.English}";
}
