using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Conventions;
using FoodSafety.Domain.Tests.Processes;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Standing;
using NodaTime;
using static FoodSafety.Domain.Tests.Formats.FormatWorld;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>What somebody wrote in own words can be taken out of a journal; how a history with other words is the same is a law of <see cref="DistrictHistory"/>.</summary>
public partial class FreeTextTests
{
    private static readonly Stamp Signed = new("p", new LocalDate(2026, 3, 1), Instant.FromUtc(2026, 3, 1, 1, 0));

    /// <summary>The texts of acts in which lines could be written and that nobody writes of what happened, and what they are.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        [@"\.(basis|source|finishBasis|limitBasis|endedBy)\.title$"] = "what a source is called",
        [@"^\$\.policy\."] = "a policy",
        [@"^\$\.lists"] = "a checklist",
        [@"^\$\.rules\[\]\.(text|reason)$"] = "what a rule says, to everybody alike",
        [@"^\$\.grading\.(reason|basis\.title)$"] = "what the clause of a policy says",
        [@"^\$\.mechanism\.(scheme|lines\[\]|systems\[\]|routines\[\]|taskForces\[\])\.(path|measures\[\]|.*basis\.title)$"] = "a plan of work, to everybody alike",
        [@"^\$\.sheets\[\]\."] = "a score sheet",
        [@"\.provisionalBy\.title$"] = "what a law is called",
    };

    public static TheoryData<Type> Kinds => [.. ActGen.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TextOfAnAct_InWhichLinesCanBeWritten_IsFreeOrARule(Type kind)
    {
        var acts = ActsOf(kind).ToList();
        Assert.NotEmpty(acts);
        foreach (var act in acts)
        {
            var free = FreePathsOf(act);
            Assert.All(TextsOf(JsonNode.Parse(Format.WriteAct(act)), "$").Select(text => text.Path), path =>
            {
                var place = Indices().Replace(Languages().Replace(path, ""), "[]");
                Assert.True(
                    free.Contains(path) || Rules.Keys.Any(rule => Regex.IsMatch(place, rule)) || !TakesLines(act, path),
                    $"In a {act.Kind} '{place}' takes any words, and could hold a person's name. Let it be Shape.FreeText in its shape, or say here why nobody writes there what happened.");
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void FreeTexts_Replaced_ReadBack_AndNothingElseIsAnother(Type kind) => Assert.All(ActsOf(kind), act =>
    {
        var entry = new Entry(1, Signed, [act, act], new([]));
        var texts = Format.FreeTextsOf(entry);

        Assert.Equal(entry, Format.WithFreeTexts(entry, text => text.Text));
        var blanked = Format.WithFreeTexts(entry, _ => FreeText.Blank);
        Assert.Equal(blanked, Format.Read(Format.Write(blanked)));
        Assert.Equal(texts.Select(text => text with { Text = FreeText.Blank }), Format.FreeTextsOf(blanked));

        // Byte by byte all but the texts is what it was.
        var (before, after) = (JsonNode.Parse(Format.Write(entry))!, JsonNode.Parse(Format.Write(blanked))!);
        foreach (var text in TextsOf(before, "$").Where(text => texts.Any(free => free.Path == text.Path)))
        {
            text.Set(FreeText.Blank);
        }

        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    });

    [Fact]
    public void FreeTextsOf_AnEntry_HaveTheirPlaces()
    {
        var entry = new Entry(3, Signed, [new DayBegan(), new ActVoided(new("recall", "7"), new(1, 0), "typed by Zhang San"), new AppealFiled<Tier>(new(1), new("b"), "ground")], new([]));

        Assert.Equal([new("$.acts[1].reason", "typed by Zhang San"), new FreeText("$.acts[2].ground", "ground")], Format.FreeTextsOf(entry));
        var other = Format.WithFreeTexts(entry, text => text.Path.Contains("[1]", StringComparison.Ordinal) ? FreeText.Blank : text.Text);
        Assert.Equal(entry with { Acts = [entry.Acts[0], new ActVoided(new("recall", "7"), new(1, 0), "（已隐去 removed）"), entry.Acts[2]] }, other);
        Assert.Throws<TextRefusedException>(() => Format.WithFreeTexts(entry, _ => " "));
        Assert.Throws<TextRefusedException>(() => Format.WithFreeTexts(entry, _ => ""));
        Assert.Throws<ArgumentNullException>(() => Format.WithFreeTexts(entry, null!));
        Assert.Throws<ArgumentNullException>(() => Format.FreeTextsOf(null!));
    }

    [Fact]
    public void Journal_OfWhichATextWasTakenOut_OpensAndGoesOn()
    {
        var shops = Shops.Graded(0, 15);
        shops.Do(2, Shops.Override(1, 0, Tier.A, until: 20));
        shops.By("shop", 3, new AppealFiled<Tier>(new(1), Shops.Shop(0), "张三举报不实，电话 13800000000"));
        shops.By("city", 4, new AppealDecided<Tier>(new(1), new GradeReplaced<Tier>(new(2), Tier.B, Shops.Day(15)), "张三所述属实"));
        var format = new EntryFormat(Shops.Settings);
        using var memory = new MemoryStream();
        using var blanked = Journal.Open(memory, format);
        blanked.Append(shops.Entries.Select(entry => format.WithFreeTexts(entry, text => text.Text.Contains("张三", StringComparison.Ordinal) ? FreeText.Blank : text.Text)));

        Assert.DoesNotContain("张三", Encoding.UTF8.GetString(memory.ToArray()), StringComparison.Ordinal);
        var district = blanked.OpenDistrict();
        Assert.Equal((FreeText.Blank, FreeText.Blank), (district.Tiers.FindAppeal(new(1))!.Filed.Ground, district.Tiers.FindAppeal(new(1))!.Decision!.Reason));
        // What the decision entailed says the same words, and so no longer does.
        Assert.Equal(["repeated complaints", FreeText.Blank], district.Tiers.AssignmentsOf(Shops.Shop(0)).Select(set => set.Reason));
        Assert.Equal(shops.Entries.Count, blanked.Count);
        Assert.Equal(Tier.B, district.Tiers.DecisionOn(Shops.Shop(0), Shops.Day(5)).Grade);
        district.Apply(new Stamp("bureau", Shops.Day(5), district.RecordedUpTo + Duration.FromDays(1)), Shops.Stated(0, Shops.Size.Of(35)));
        blanked.Append(district.Pending);
    }

    [Fact]
    public void Case_WhoseFieldsWereBlanked_IsVoidedStepByStepAsBefore()
    {
        var district = ActTrial.NewDistrict(businesses: ["b"]);
        var day = new LocalDate(2024, 3, 1);
        PlanWorld.Do(
            district, day, new ProcessLaidDown(Complaints.Version("1")), StepTaken.Begin(new(1), Complaints.Code, "register", null, [new("channel", "12315"), new("received", "2024-01-02")]),
            StepTaken.Take(new(1), "accept", [new FieldValue("officer", "li")]), StepTaken.Take(new(1), "note", [new FieldValue("reason", "called Zhang San")]),
            StepTaken.Take(new(1), "close", [new("reason", "paid"), new("compensation", "100.5")]));
        var format = new EntryFormat(district.Settings);
        var blanked = District.Open(district.Settings, district.Pending.Select(entry => format.WithFreeTexts(entry, _ => FreeText.Blank)));

        Assert.All(blanked.Cases[new(1)].Values, value => Assert.Equal(FreeText.Blank, value.Value));
        foreach (var seen in new[] { district, blanked })
        {
            var note = seen.Cases.HistoryOf(new(1))[2].Moment.Place;
            PlanWorld.Do(seen, seen.Today, new ActVoided(new("case", "1"), note, "another case"));
            Assert.True(seen.Cases[new(1)].IsClosed);
            Assert.Equal("others-rest-on-it", Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(
                seen, seen.Today, new ActVoided(new("case", "1"), seen.Cases.HistoryOf(new(1))[1].Moment.Place, "another case"))).Refusals[0].Code);
        }
    }

    /// <summary>Acts of a kind: the golden ones, some that happen, and some in which all is told that can be.</summary>
    private static IEnumerable<Act> ActsOf(Type kind)
    {
        foreach (var line in Lines("kinds.jsonl").Where(line => line.Contains($"\"kind\":\"{KindOf(kind)}\"", StringComparison.Ordinal)))
        {
            if (Format.ReadAct(Encoding.UTF8.GetBytes(line)) is var act && act.GetType() == kind)
            {
                yield return act;
            }
        }

        for (var variant = 0; variant < Samples.Variants; variant++)
        {
            if (Samples.Find(kind, variant) is Act made && IsHeld(made))
            {
                yield return made;
            }
        }
    }

    // A sample may name a fact or say two things that no act says at once.
    private static bool IsHeld(Act act)
    {
        try
        {
            return Format.ReadAct(Format.WriteAct(act)) == act;
        }
        catch (Exception refused) when (refused is ArgumentException or DataFileException or NullReferenceException)
        {
            return false;
        }
    }

    private static HashSet<string> FreePathsOf(Act act) =>
        [.. Format.FreeTextsOf(new Entry(1, Signed, [act], new([]))).Select(text => text.Path.Replace("$.acts[0]", "$", StringComparison.Ordinal))];

    /// <summary>Whether an act is read that has lines in the place of one of its texts.</summary>
    private static bool TakesLines(Act act, string path)
    {
        var written = JsonNode.Parse(Format.WriteAct(act))!;
        TextsOf(written, "$").Single(text => text.Path == path).Set("a\nb");
        try
        {
            Format.ReadAct(Encoding.UTF8.GetBytes(written.ToJsonString()));
            return true;
        }
        catch (DataFileException)
        {
            return false;
        }
    }

    /// <summary>Every text of a document with its place, and what puts another there.</summary>
    private static List<(string Path, Action<string> Set)> TextsOf(JsonNode? node, string path)
    {
        List<(string, Action<string>)> found = [];
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
                    {
                        found.Add(($"{path}.{name}", text => fields[name] = text));
                    }
                    else
                    {
                        found.AddRange(TextsOf(value, $"{path}.{name}"));
                    }
                }

                break;
            case JsonArray items:
                for (var place = 0; place < items.Count; place++)
                {
                    var at = place;
                    if (items[at] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                    {
                        found.Add(($"{path}[{at}]", text => items[at] = text));
                    }
                    else
                    {
                        found.AddRange(TextsOf(items[at], $"{path}[{at}]"));
                    }
                }

                break;
            default:
                break;
        }

        return found;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Indices();

    [GeneratedRegex(@"\.(zh|en)$")]
    private static partial Regex Languages();
}
