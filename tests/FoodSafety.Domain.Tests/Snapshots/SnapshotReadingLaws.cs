using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Snapshots;
using FoodSafety.Domain.Tests.Laws;
using FoodSafety.Domain.Tests.Responsibility;

namespace FoodSafety.Domain.Tests.Snapshots;

/// <summary>Whether objects are read in order or by the names of their fields, what comes of a file is the same, faults included.</summary>
public class SnapshotReadingLaws
{
    private static readonly byte[] Saved = RichDistrict.File.Write(RichDistrict.Whole());

    private static readonly SnapshotFile ByName = new(RichDistrict.File.Calendar, BusinessFacts.Schema.With(PlanWorld.StatedTier)) { ReadsByName = true };

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What may stand somewhere, and what may not anywhere.
    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "1", "-1", "1.5", "1e2", "1e400", "2147483647", "2147483648", "-2147483648", "0.10", "12345678901234567890123456789",
        "\"\"", "\" \"", "\"x\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"\\u0032024-03-05\"", "\"2024-03-05T00:00:00Z\"", "\"2024-03-05T00:00:00+08:00\"",
        "\"510115000000\"", "\"one\"", "\"office\"", "\"sign\"", "\"s\\u0069gn\"", "\"done\"", "[]", "{}", "[[]]", "[1]",
        "{\"zh\": \"a\"}", "{\"en\": \"a\", \"zh\": \"b\"}", "\"\\ud83c\\udf5c\"",
    ];

    private static readonly Gen<(int Place, int Field, int Way, int Value)> Damage =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, 8], Gen.Int[0, Values.Length - 1]);

    [Fact]
    public void Read_OfADamagedFile_InOrderOrByName_TellsTheSameFaultsOrIsTheSameDistrict() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Damage.Array[1, 4]).Sample(
            (section, damages) =>
            {
                var damaged = Damaged(section, damages);
                Assert.Equal(Outcome(ByName, damaged), Outcome(RichDistrict.File, damaged));
            },
            iter: LawCases.Usually(400));

    [Fact]
    public void Read_WithTheFieldsOfEveryObjectReversed_IsTheSameDistrict()
    {
        var reversed = JsonSerializer.SerializeToUtf8Bytes(Reversed(JsonNode.Parse(Saved)!));

        Assert.Equal(Saved, RichDistrict.File.Write(RichDistrict.File.Read(reversed)));
        Assert.Equal(Saved, RichDistrict.File.Write(ByName.Read(reversed)));
        Assert.Equal(Saved, RichDistrict.File.Write(ByName.Read(Saved)));
    }

    [Fact]
    public void Read_WithAFaultBehindAnother_TellsThoseOfTheWholeEntryInTheirOrder()
    {
        // In order the name would be met first; by name the field that stands twice comes first, whatever follows.
        var text = Encoding.UTF8.GetString(Saved);
        var place = text.IndexOf("\n\"cadres\": [\n{\"id\":", StringComparison.Ordinal) + "\n\"cadres\": [\n{".Length;
        var end = text.IndexOf('}', place);
        var damaged = Encoding.UTF8.GetBytes($"{text[..place]}\"id\":\"d\",\"name\":7,\"expertise\":[],\"id\":\"d\"{text[end..]}");

        var faults = Assert.Throws<DataFileException>(() => RichDistrict.File.Read(damaged)).Faults;
        Assert.Equal(["$.cadres[0].id", "$.cadres[0].name"], faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Read_InOrder_AllocatesLessThanByName()
    {
        RichDistrict.File.Read(Saved);
        ByName.Read(Saved);

        // The rest, parsing and doing the acts again, costs both the same.
        Assert.True(Allocated(RichDistrict.File) < Allocated(ByName) * 0.9, $"{Allocated(RichDistrict.File)} and {Allocated(ByName)}");
    }

    private static long Allocated(SnapshotFile file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        file.Read(Saved);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Outcome(SnapshotFile file, byte[] bytes)
    {
        try
        {
            return Encoding.UTF8.GetString(RichDistrict.File.Write(file.Read(bytes)));
        }
        catch (DataFileException refused)
        {
            return string.Join('\n', refused.Faults.Select(fault => $"{fault.Kind} {fault.Path} {fault.Value} {string.Join(' ', fault.Allowed)} {fault}"));
        }
    }

    /// <summary>A file of which some places are changed, mostly of one section, so that several faults meet in one entry.</summary>
    private static byte[] Damaged(int section, (int Place, int Field, int Way, int Value)[] damages)
    {
        var whole = JsonNode.Parse(Saved)!.AsObject();
        var sections = whole.Select(field => field.Value!).Where(part => part is JsonObject or JsonArray).ToArray();
        var root = sections[section % sections.Length];
        // What no tree can hold, a name that stands twice or is escaped, is put into the text afterwards.
        var later = new List<(string Mark, string Text)>();
        foreach (var damage in damages)
        {
            Change(damage.Place % 5 == 0 ? whole : root, damage, later);
        }

        var text = later.Aggregate(whole.ToJsonString(AsItIs), (made, change) => made.Replace(change.Mark, change.Text, StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(text);
    }

    private static void Change(JsonNode root, (int Place, int Field, int Way, int Value) damage, List<(string Mark, string Text)> later)
    {
        var parts = Within(root).ToArray();
        var part = parts[damage.Place % parts.Length];
        var value = Values[damage.Value];
        var mark = string.Create(CultureInfo.InvariantCulture, $"mark-{later.Count}");
        if (part is JsonArray items)
        {
            ChangeItems(items, damage.Field % Math.Max(items.Count, 1), damage.Way);
        }
        else if (part is JsonObject { Count: > 0 } fields)
        {
            var place = damage.Field % fields.Count;
            var (name, old) = fields.GetAt(place);
            switch (damage.Way)
            {
                case 0:
                    fields.RemoveAt(place);
                    break;
                case 1:
                    fields.RemoveAt(place);
                    fields.Insert(0, name, old);
                    break;
                case 2:
                    fields.RemoveAt(place);
                    fields.Add(name, old);
                    break;
                case 3:
                    fields.Add(mark, "");
                    later.Add(($"\"{mark}\":\"\"", $"\"{name}\":{value}"));
                    break;
                case 4:
                    fields.Insert(0, mark, "");
                    later.Add(($"\"{mark}\":\"\"", $"\"{name}\":{old?.ToJsonString() ?? "null"}"));
                    break;
                case 5:
                    fields.RemoveAt(place);
                    fields.Insert(place, mark, old);
                    later.Add((mark, string.Create(CultureInfo.InvariantCulture, $"\\u{(int)name.FirstOrDefault('x'):x4}{(name.Length > 0 ? name[1..] : "")}")));
                    break;
                case 6:
                    fields.TryAdd($"{name}s", old?.DeepClone());
                    break;
                default:
                    fields[name] = mark;
                    later.Add(($"\"{mark}\"", value));
                    break;
            }
        }
    }

    private static void ChangeItems(JsonArray items, int place, int way)
    {
        if (items.Count == 0 || way < 3)
        {
            items.Insert(place, items.Count == 0 ? 7 : items[place]?.DeepClone());
        }
        else if (way < 6)
        {
            items.RemoveAt(place);
        }
        else
        {
            items[place] = "lost";
        }
    }

    private static IEnumerable<JsonNode> Within(JsonNode node)
    {
        var parts = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray items => items,
            _ => [],
        };
        return node is JsonValue ? [] : parts.Where(part => part is not null).SelectMany(part => Within(part!)).Prepend(node);
    }

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Reverse().Select(field => KeyValuePair.Create(field.Key, Reversed(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };
}
