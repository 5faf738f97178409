using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Snapshots;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The snapshot that the Wenjiang sample saves, and the lists in it.</summary>
internal sealed class ReadingCase : IDisposable
{
    private const string Snapshot = "district.json";

    private readonly JsonDocument _document;

    public ReadingCase()
    {
        Bytes = MadeBySample();
        _document = JsonDocument.Parse(Bytes);
        var district = Files.Read(Bytes);
        // Every list whose entries are read one by one; those left out have a dozen entries among them.
        var row = SnapshotShapes.RowOf(district.Register);
        Lists =
        [
            List("areas", RegisterShapes.Area),
            List("businesses", RegisterShapes.Business(BusinessFacts.Schema)),
            List("cadres", ResponsibilityShapes.Cadre),
            List("posts", ResponsibilityShapes.Post),
            List("seats", ResponsibilityShapes.Seats(row)),
            List("history", ResponsibilityShapes.HistoryEvent(row)),
            List("commitments", ResponsibilityShapes.CommitmentAct),
            List("staff", SelfControlShapes.StaffEvent),
            List("operationMarks", SelfControlShapes.OperationMark),
            List("records", SelfControlShapes.RecordLine(row)),
            List("inspections", InspectionShapes.Event(Checklists.BuiltIn)),
            List("roundBusinesses", RoundShapes.Business(row)),
            List("roundMarks", RoundShapes.Mark(row)),
            List("rectifications", RectificationShapes.Event(row)),
        ];
        Reversed = JsonSerializer.SerializeToUtf8Bytes(Reverse(JsonNode.Parse(Bytes)!));
        Check(district);
    }

    public static SnapshotFile Files { get; } = new(WorkingCalendar.China);

    /// <summary>Reads every object by the names of its fields.</summary>
    public static SnapshotFile FilesByName { get; } = new(WorkingCalendar.China) { ReadsByName = true };

    public byte[] Bytes { get; }

    /// <summary>The same with the fields of every object the other way round.</summary>
    public byte[] Reversed { get; }

    public ImmutableArray<EntryList> Lists { get; }

    public int Entries => Lists.Sum(list => list.Count);

    public void ReadEntries()
    {
        foreach (var list in Lists)
        {
            list.Read();
        }
    }

    public void Dispose() => _document.Dispose();

    private EntryList List<T>(string name, Shape<T> shape)
    {
        var list = _document.RootElement.GetProperty(name);
        var entries = new ListShape<T>(shape);
        return new EntryList(name, list.GetArrayLength(), () => entries.Read(new JsonPart(list, $"$.{name}", new DataFileFaults((name, name)))));
    }

    /// <summary>In whatever order and way it is read, it is the same district.</summary>
    private void Check(District district)
    {
        var saved = Files.Write(district);
        if (!saved.SequenceEqual(Bytes) || !Files.Write(Files.Read(Reversed)).SequenceEqual(Bytes) || !Files.Write(FilesByName.Read(Bytes)).SequenceEqual(Bytes))
        {
            throw new InvalidOperationException("What was read is not what was saved.");
        }
    }

    /// <summary>The sample runs in a process of its own, and what it saves is the case: there is no second generator of the district.</summary>
    private static byte[] MadeBySample()
    {
        var folder = Directory.CreateTempSubdirectory("reading");
        try
        {
            var sample = Path.Combine(AppContext.BaseDirectory, "Wenjiang.dll");
            var start = new ProcessStartInfo("dotnet", [sample, "--lang", "en", "--million", "0", "--out", folder.FullName]) { RedirectStandardOutput = true };
            using var child = Process.Start(start)!;
            child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            return child.ExitCode == 0
                ? File.ReadAllBytes(Path.Combine(folder.FullName, Snapshot))
                : throw new InvalidOperationException($"The sample ended with exit code {child.ExitCode}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonNode? Reverse(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Reverse().Select(field => KeyValuePair.Create(field.Key, Reverse(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reverse)]),
        _ => node?.DeepClone(),
    };

    /// <summary>One list of the snapshot.</summary>
    /// <param name="Name">Its section.</param>
    /// <param name="Count">How many entries it has.</param>
    /// <param name="Read">Reads them all into objects.</param>
    internal sealed record EntryList(string Name, int Count, Action Read);
}
