using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>With the default options of the serializer every public type comes back as it was, or is refused with a message; none comes back empty.</summary>
public class JsonConventionTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions WebWithFacts = new(Web) { Converters = { new FactRecordJsonConverter(BusinessFacts.Schema) } };

    /// <summary>Types that are written, and read only by a schema, as the part of them that needs it says, or not at all.</summary>
    private static readonly Type[] WrittenOnly = [typeof(FactValue), typeof(FactRecord), typeof(Business), typeof(ScorecardReport), typeof(StatisticalTable)];

    /// <summary>
    /// All types but converters, enumerators, and some of the lowest folder, which cannot know the converter that refuses: what is declared as an error shows its
    /// text and cannot be read, and of an exception the serializer writes nothing either; a rule of texts and its fault have no constructor that it could use.
    /// </summary>
    public static TheoryData<Type> All => [.. Samples.PublicTypes.Where(type => !type.IsAssignableTo(typeof(JsonConverter)) && type.Name != "Enumerator"
        && !LowestFolder.Contains(type)).Select(Samples.Closed)];

    private static readonly Type[] LowestFolder = [typeof(IBilingualError), typeof(JsonValueException), typeof(TextRule), typeof(TextFault), typeof(TextRefusedException), typeof(BilingualNameAttribute), typeof(BilingualNameOfNoneAttribute)];

    public static TheoryData<Type> Refused => [.. Samples.PublicTypes.Where(IsRefused).Select(Samples.Closed)];

    [Theory]
    [MemberData(nameof(All))]
    public void Type_DeclaredAsTheResultOfAnEndpoint_TakesNothingDown(Type type) => Assert.NotNull(JsonSerializerOptions.Default.GetTypeInfo(type));

    [Theory]
    [MemberData(nameof(All))]
    public void Type_ComesBackAsItWas_OrIsRefused(Type type)
    {
        if (IsRefused(type) || WrittenOnly.Contains(type))
        {
            return;
        }

        for (var variant = 0; variant < Samples.Variants; variant++)
        {
            var value = Samples.Find(type, variant);
            Assert.True(value is not null, $"{type.Name} can be made in no way that Samples knows: teach it, or let the type be refused.");
            foreach (var options in new[] { JsonSerializerOptions.Default, Web })
            {
                var json = JsonSerializer.Serialize(value, type, options);
                Assert.Equal(value, JsonSerializer.Deserialize(json, type, options));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusedType_SaysWhatToDoInstead(Type type)
    {
        if (!type.IsAbstract && !type.IsInterface)
        {
            // The refusal looks at nothing but the type.
            var value = type.IsByRefLike ? null : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var written = Assert.Throws<JsonRefusedException>(() => JsonSerializer.Serialize(value, type));
            Assert.Equal(type, written.RefusedType);
        }

        var read = Assert.Throws<JsonRefusedException>(() => JsonSerializer.Deserialize("{}", type));
        Assert.Contains(type.Name.Split('`')[0], read.Text.Chinese, StringComparison.Ordinal);
        Assert.NotEqual(read.Text.Chinese, read.Text.English);
    }

    [Fact]
    public void DictionaryKeys_OfIdsAndCodes_ComeBack()
    {
        AssertKey(new BusinessId("B-1"));
        AssertKey(new CadreId("C-1"));
        AssertKey(AreaCode.Parse("510115"));
        AssertKey(new FindingId(7));
        AssertKey(new FindingId(20260000005, 3));
        AssertKey(new ChecklistName("order-49-catering", "2022.1"));
        AssertKey(new RoundId(7));
        AssertKey(new Seat(new("C-1"), AreaCode.Parse("510115")));
        AssertKey(Assessee.Station("S-1"));
        AssertKey(new ChecklistItemId("order-49-catering", "2022/1@b", "staff-health"));
        AssertKey(UnifiedSocialCreditCode.WithCheckCharacter("91510115000000001"));
        AssertKey(StatedRate.Written(92.0m));
        AssertKey(Cadence.Quarter.PeriodOf(new(2026, 8, 1)));
        AssertKey(Cadence.WorkingDay);
        AssertKey(default(BusinessId));
        AssertKey(default(FindingId));
    }

    [Fact]
    public void Values_HaveTheFormThatPeopleExpect()
    {
        Assert.Equal("\"B-1\"", JsonSerializer.Serialize(new BusinessId("B-1")));
        Assert.Equal("7", JsonSerializer.Serialize(new InspectionId(7)));
        Assert.Equal("\"20260000005-3\"", JsonSerializer.Serialize(new FindingId(20260000005, 3)));
        Assert.Equal("null", JsonSerializer.Serialize(default(BusinessId)));
        Assert.Equal("\"510115000000\"", JsonSerializer.Serialize(AreaCode.Parse("510115")));
        Assert.Equal("{\"chinese\":\"a\",\"english\":\"b\"}", JsonSerializer.Serialize(new BilingualText("a", "b"), Web));
        Assert.Equal("\"2026-01-01/..\"", JsonSerializer.Serialize(new Term(new(2026, 1, 1))));
        Assert.Equal("\"2026-01-01/2026-07-01\"", JsonSerializer.Serialize(new Term(new(2026, 1, 1), new(2026, 7, 1))));
        Assert.Equal("[1,2]", JsonSerializer.Serialize<ItemList<int>>([1, 2]));
        Assert.Equal("[]", JsonSerializer.Serialize(default(ItemList<int>)));
        Assert.Equal("\"92.0\"", JsonSerializer.Serialize(StatedRate.Written(92.0m)));
        Assert.Equal("{\"By\":\"2026-11-09\",\"Percent\":80}", JsonSerializer.Serialize(new StagedTarget(new(2026, 11, 9), 80)));
        Assert.Equal("{\"Amount\":15,\"Unit\":\"working-day\"}", JsonSerializer.Serialize(TimeLimit.WorkingDays(15)));
        Assert.Equal(
            "{\"document\":{\"chinese\":\"a\",\"english\":\"b\"},\"standing\":\"government-notice\"}", JsonSerializer.Serialize(new Citation(("a", "b"), SourceStanding.GovernmentNotice), Web));
        Assert.Equal("\"production, catering\"", JsonSerializer.Serialize(Expertise.Of(BusinessSector.Catering, BusinessSector.Production)));
    }

    /// <summary>A converter writes the stable code of a value, as files do, and never the name by which programs know its member.</summary>
    [Fact]
    public void Enums_InWhatConvertersWrite_StandByTheirCodes()
    {
        var names = typeof(Tier).Assembly.GetExportedTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames).Where(name => name.Any(char.IsAsciiLetterLower)).ToHashSet();
        var written = 0;
        foreach (var type in Samples.PublicTypes.Where(type => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null && !IsRefused(type)).Select(Samples.Closed))
        {
            for (var variant = 0; variant < Samples.Variants && Samples.Find(type, variant) is { } value; variant++)
            {
                using var json = JsonSerializer.SerializeToDocument(value, type, Web);
                Assert.All(TextsOf(json.RootElement).SelectMany(text => text.Split([' ', ',', '/'])), word => Assert.False(names.Contains(word), $"{type.Name} writes '{word}': {json.RootElement}"));
                written++;
            }
        }

        Assert.True(written > 100, $"{written} values were written.");
    }

    private static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => TextsOf(property.Value)),
        _ => [],
    };

    [Theory]
    [InlineData("working-day")]
    [InlineData("WorkingDay")]
    public void Enum_ByItsCodeOrTheNameOfItsMember_IsRead(string unit) =>
        Assert.Equal(TimeLimit.WorkingDays(15), JsonSerializer.Deserialize<TimeLimit>($"{{\"Amount\":15,\"Unit\":\"{unit}\"}}"));

    [Theory]
    [InlineData(typeof(BusinessId), "\"a b\"")]
    [InlineData(typeof(BusinessId), "\"\"")]
    [InlineData(typeof(BusinessId), "7")]
    [InlineData(typeof(BusinessId), "{}")]
    [InlineData(typeof(BusinessId), "\"\\ud800\"")]
    [InlineData(typeof(FindingId), "0")]
    [InlineData(typeof(FindingId), "-1")]
    [InlineData(typeof(FindingId), "1.0")]
    [InlineData(typeof(FindingId), "1e3")]
    [InlineData(typeof(FindingId), "99999999999999999")]
    [InlineData(typeof(FindingId), "\"x\"")]
    [InlineData(typeof(FindingId), "\"5-0\"")]
    [InlineData(typeof(InspectionId), "0")]
    [InlineData(typeof(InspectionId), "-1")]
    [InlineData(typeof(InspectionId), "1.0")]
    [InlineData(typeof(InspectionId), "1e3")]
    [InlineData(typeof(InspectionId), "9007199254740992")]
    [InlineData(typeof(AreaCode), "\"51011\"")]
    [InlineData(typeof(UnifiedSocialCreditCode), "\"91510115000000001\"")]
    [InlineData(typeof(BilingualText), "\"text\"")]
    [InlineData(typeof(BilingualText), "{\"Chinese\":\"a\"}")]
    [InlineData(typeof(Term), "\"2026-01-01\"")]
    [InlineData(typeof(Term), "\"2026-02-30/..\"")]
    [InlineData(typeof(Term), "null")]
    [InlineData(typeof(StatedRate), "\"-1\"")]
    [InlineData(typeof(StatedRate), "null")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":0,\"Unit\":\"hour\"}")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":1,\"Unit\":\"week\"}")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":1,\"Unit\":\"Working-Day\"}")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":1,\"Unit\":3}")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":1,\"Unit\":\"3\"}")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":1,\"Unit\":\"\\ud800\"}")]
    [InlineData(typeof(Expertise), "\"Catering, x\"")]
    [InlineData(typeof(TimeLimit), "{\"Amount\":1}")]
    [InlineData(typeof(Citation), "{\"Document\":{\"Chinese\":\"\",\"English\":\"\"},\"Standing\":\"official-text\"}")]
    [InlineData(typeof(Cadence), "\"fortnight\"")]
    [InlineData(typeof(CalendarCadence), "\"working-day\"")]
    [InlineData(typeof(CadencePeriod), "\"quarter/2026-08-01\"")]
    [InlineData(typeof(ItemList<int>), "null")]
    [InlineData(typeof(ItemList<int>), "{}")]
    public void InvalidValue_IsAJsonError_ThatSaysWhatIsAllowed(Type type, string json)
    {
        var wrong = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, type));
        if (json != "null" || type == typeof(ItemList<int>))
        {
            var said = Assert.IsType<JsonValueException>(wrong);
            Assert.NotEqual("", said.Text.English);
            Assert.NotEqual(said.Text.Chinese, said.Text.English);
            Assert.NotNull(said.Path);
        }
    }

    [Fact]
    public void InvalidItem_OfAList_SaysItsPlaceInTheWhole()
    {
        var wrong = Assert.Throws<JsonValueException>(() => JsonSerializer.Deserialize<Dictionary<string, ItemList<ItemList<BusinessId>>>>("""{"all":[["B-1"],["B-2","a b"]]}"""));
        Assert.Equal("$.all[1][1]", wrong.Place);
        Assert.Equal("BusinessId", wrong.TypeName);
    }

    [Fact]
    public void TypesThatAreOnlyWritten_RefuseToBeRead() =>
        Assert.All(
            WrittenOnly.Except([typeof(Business)]),
            type => Assert.Equal(type, Assert.Throws<JsonRefusedException>(() => JsonSerializer.Deserialize("{}", type)).RefusedType));

    [Fact]
    public void Business_ComesBack_ByTheSchemaOfItsOwnFacts()
    {
        var business = new Business(new("B-1"), "店", AreaCode.Parse("510115001"), BusinessType.SchoolCanteen) { OwnFacts = new FactRecord(BusinessFacts.SpecialFood.Of(true)), Profile = new OperatingProfile { AnnualRevenue = 12.50m } };
        var json = JsonSerializer.Serialize(business, Web);
        Assert.Equal(business, JsonSerializer.Deserialize<Business>(json, WebWithFacts));
        Assert.Throws<JsonRefusedException>(() => JsonSerializer.Deserialize<Business>(json, Web));
    }

    [Fact]
    public void Error_DeclaredAsSuch_ShowsItsText() => Assert.Contains(
        "64", JsonSerializer.Serialize<IBilingualError>(Assert.Throws<ValueFormatException>(() => BusinessId.Parse(""))), StringComparison.Ordinal);

    [Fact]
    public void InvalidKey_IsAJsonError() =>
        Assert.Throws<JsonValueException>(() => JsonSerializer.Deserialize<Dictionary<BusinessId, int>>("{\"a b\":1}"));

    [Fact]
    public void Facts_AreReadBySchema_AndRefusedWithoutOne()
    {
        var schema = BusinessFacts.Schema;
        var options = new JsonSerializerOptions { Converters = { new FactValueJsonConverter(schema), new FactRecordJsonConverter(schema) } };
        FactValue[] values = [BusinessFacts.AnnualRevenue.Of(12.5m), BusinessFacts.Employees.Of(3), BusinessFacts.SpecialFood.Of(true), BusinessFacts.Type.Of(BusinessType.SchoolCanteen), default];
        Assert.All(values, value => Assert.Equal(value, JsonSerializer.Deserialize<FactValue>(JsonSerializer.Serialize(value), options)));
        var record = new FactRecord([.. values[..4]]);
        Assert.Equal(record, JsonSerializer.Deserialize<FactRecord>(JsonSerializer.Serialize(record), options));
        Assert.Throws<JsonRefusedException>(() => JsonSerializer.Deserialize<FactRecord>(JsonSerializer.Serialize(record)));
        Assert.Throws<JsonValueException>(() => JsonSerializer.Deserialize<FactRecord>("{\"nothing\":1}", options));
        Assert.Throws<JsonValueException>(() => JsonSerializer.Deserialize<FactValue>("{\"Fact\":\"employees\",\"Value\":1.5}", options));
    }

    private static void AssertKey<T>(T key) where T : notnull
    {
        var json = JsonSerializer.Serialize(new Dictionary<T, int> { [key] = 5 });
        var read = Assert.Single(JsonSerializer.Deserialize<Dictionary<T, int>>(json)!);
        Assert.Equal(key, read.Key);
    }

    private static bool IsRefused(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType == typeof(RefusingJsonConverter);
}
