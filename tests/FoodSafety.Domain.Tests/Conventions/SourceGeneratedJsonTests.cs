using System.Text.Json;
using System.Text.Json.Serialization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>The converters work where no reflection may be used: with a context that the compiler wrote.</summary>
public partial class SourceGeneratedJsonTests
{
    [Fact]
    public void Values_ComeBack_ThroughAGeneratedContext()
    {
        var reply = new Reply(
            new("B-1"), [new(7), new(8)], new(new(2026, 1, 1)), new(new("C-1"), AreaCode.Parse("510115")), ("甲", "a"), new(new(2026, 11, 9), 80),
            new(("文件", "document"), SourceStanding.Unconfirmed), null, Deadline.AtEndOf(new(2026, 12, 1), ChinaTime.Zone));
        var json = JsonSerializer.Serialize(reply, Generated.Default.Reply);
        Assert.Equal(reply, JsonSerializer.Deserialize(json, Generated.Default.Reply));
    }

    [Fact]
    public void Reminder_ComesBack_ThroughAGeneratedContext()
    {
        var reminder = new Reminder(new(3), ReminderKind.Overdue, new(2026, 3, 2), new(2026, 3, 1), "officer", default, default);
        Assert.Equal(reminder, JsonSerializer.Deserialize(JsonSerializer.Serialize(reminder, Generated.Default.Reminder), Generated.Default.Reminder));
    }

    [Fact]
    public void RefusedType_IsRefused_ThroughAGeneratedContext() =>
        Assert.Throws<JsonRefusedException>(() => JsonSerializer.Deserialize("{}", Generated.Default.RegradingTier));

    internal sealed record Reply(
        BusinessId Business, ItemList<FindingId> Findings, Term Term, Seat Seat, BilingualText Name, StagedTarget Target, Citation Basis, TimeLimit? Limit, Deadline? Due);

    [JsonSerializable(typeof(Reply))]
    [JsonSerializable(typeof(FindingId))]
    [JsonSerializable(typeof(EvidenceReference))]
    [JsonSerializable(typeof(Reminder))]
    [JsonSerializable(typeof(Regrading<Tier>))]
    internal sealed partial class Generated : JsonSerializerContext;
}
