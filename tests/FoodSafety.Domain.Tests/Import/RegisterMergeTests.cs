using System.Text.Json;
using FluentValidation;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.ValueTypes;
using static FoodSafety.Domain.Tests.Import.MergeWorld;

namespace FoodSafety.Domain.Tests.Import;

public class RegisterMergeTests
{
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly BusinessId Shop = new("B-1");

    private static readonly Business Registered = new(Shop, "川味小馆", Village, BusinessType.Restaurant)
    {
        CreditCode = UnifiedSocialCreditCode.Parse(Codes[0]), Licence = FoodLicenceNumber.Parse(Licences[0]), Profile = new OperatingProfile { Employees = 5 },
    };

    [Fact]
    public void Changed_EveryField_IsToldWithBothValuesAndBecomesActs()
    {
        var district = Of(Registered);
        var row = new BusinessRow(7)
        {
            Id = "B-1", Name = "光华饭店", Area = "510115002001", Status = "停业", CreditCode = Codes[1], Licence = Licences[1], Employees = "12", AnnualRevenue = "", SpecialFood = "是",
        };

        var changed = Assert.Single(RegisterMerge.Of(district.Businesses.Register, [row]).Rows);
        var unit = MergeUnit.Of(district.Businesses, Today, [changed]);

        Assert.Equal((MergeKind.Changed, Shop), (changed.Kind, changed.Business));
        Assert.Equal(
            [
                new("name", "川味小馆", "光华饭店"), new("area", "510115001001", "510115002001"), new("credit-code", Codes[0], Codes[1]), new("licence", Licences[0], Licences[1]),
                new("operating-status", "operating", "suspended"), new("employees", "5", "12"), new("special-food", "", "yes"),
            ],
            changed.Differences.AsEnumerable());
        Assert.Equal(
            $"Row 7, business B-1: changed (name: 川味小馆 → 光华饭店; area: 510115001001 → 510115002001; unified social credit code: {Codes[0]} → {Codes[1]}; food licence number: {Licences[0]} → {Licences[1]}; " +
            "operating status: Operating → Suspended; staff: 5 people → 12 people; special food: not stated → yes)", changed.Text.English);
        Assert.Equal(
            [
                new BusinessRenamed(Shop, "光华饭店"), new BusinessMoved(Shop, AreaCode.Parse("510115002001")), new CreditCodeChanged(Shop, UnifiedSocialCreditCode.Parse(Codes[1])),
                new LicenceChanged(Shop, FoodLicenceNumber.Parse(Licences[1])),
                new FactsStated(Shop, new FactRecord(BusinessFacts.Status.Of(OperatingStatus.Suspended), BusinessFacts.Employees.Of(12), BusinessFacts.SpecialFood.Of(true))),
            ],
            unit.Acts.AsEnumerable());
        Assert.Empty(unit.Ended);
        district.Apply(On(Today), unit.Acts);
        Assert.Equal(MergeKind.Same, RegisterMerge.Of(district.Businesses.Register, [row]).Rows[0].Kind);
        Assert.Equal(Registered, district.AsOf(Today.PlusDays(-1)).Register[Shop]);
    }

    [Fact]
    public void Area_OfAHigherLevelThatContainsIt_IsNoDifference()
    {
        var district = Of(Registered);
        Assert.Equal(
            [MergeKind.Same, MergeKind.Same, MergeKind.Changed],
            new[] { "510115", "510115001", "510115002" }.Select(area => RegisterMerge.Of(district.Businesses.Register, [new BusinessRow(1) { Id = "B-1", Area = area }]).Rows[0].Kind));
    }

    [Theory]
    [InlineData(DuplicateReason.Licence)]
    [InlineData(DuplicateReason.CreditCode)]
    [InlineData(DuplicateReason.NameAndPlace)]
    public void NewId_OfWhatCouldBeRegistered_IsDuplicateUntilSomebodyDecides(DuplicateReason by)
    {
        var district = Of(Registered);
        var row = new BusinessRow(3)
        {
            Id = "N-1", Area = "510115001001", Type = "restaurant", Name = by == DuplicateReason.NameAndPlace ? "川味小馆" : "老街面馆",
            CreditCode = by == DuplicateReason.CreditCode ? Codes[0] : null, Licence = by == DuplicateReason.Licence ? Licences[0] : null,
        };

        var found = Assert.Single(RegisterMerge.Of(district.Businesses.Register, [row]).Rows);
        Assert.Equal((MergeKind.Duplicate, new MergeDuplicate(by, Shop, null)), (found.Kind, found.Duplicates.Single()));
        Assert.Equal((MergeOutcome.NotDecided, true), (MergeUnit.Of(district.Businesses, Today, [found]).Rows[0].Outcome, MergeUnit.Of(district.Businesses, Today, [found]).Acts.IsEmpty));

        // It is the same one, or one of its own.
        var same = RegisterMerge.Of(district.Businesses.Register, [row], new() { Named = [new(3, Shop)] }).Rows[0];
        Assert.Equal((by == DuplicateReason.NameAndPlace ? MergeKind.Same : MergeKind.Changed, Shop), (same.Kind, same.Business));
        var apart = RegisterMerge.Of(district.Businesses.Register, [row], new() { Named = [new(3, new("N-1"))] }).Rows[0];
        Assert.Equal((MergeKind.New, new BusinessId("N-1"), true), (apart.Kind, apart.Business, apart.HasActs));
        district.Apply(On(Today), MergeUnit.Of(district.Businesses, Today, [apart]).Acts);
        Assert.Equal(2, district.Businesses.Register.Count);
    }

    [Fact]
    public void CreditCode_OfAnEnterpriseWithTwoLicensedPremises_IsNoDuplicate()
    {
        var row = new BusinessRow(1) { Id = "N-1", Name = "光华饭店", Area = "510115002001", Type = "restaurant", CreditCode = Codes[0], Licence = Licences[1] };
        Assert.Equal(MergeKind.New, RegisterMerge.Of(Of(Registered).Businesses.Register, [row]).Rows[0].Kind);
        // One edge before: the same without a licence of its own.
        Assert.Equal(MergeKind.Duplicate, RegisterMerge.Of(Of(Registered).Businesses.Register, [row with { Licence = null }]).Rows[0].Kind);
    }

    [Fact]
    public void Rows_WithoutIds_AreOfTheOneBusinessThatTheyCanBeOf()
    {
        var twin = new Business(new("B-2"), "川味小馆", Village, BusinessType.Restaurant) { CreditCode = UnifiedSocialCreditCode.Parse(Codes[1]) };
        var businesses = Of(Registered, twin).Businesses;

        var rows = RegisterMerge.Of(businesses.Register, [
            new BusinessRow(1) { Name = "光华饭店", CreditCode = Codes[0], Area = "510115001" },
            new BusinessRow(2) { Name = "川味小馆", CreditCode = Codes[2], Area = "510115001", Type = "restaurant" },
            new BusinessRow(3) { Name = "老街面馆", Area = "510115001" },
        ]).Rows;

        Assert.Equal([(MergeKind.Changed, Shop), (MergeKind.New, default), (MergeKind.Rejected, default)], rows.Select(row => (row.Kind, row.Business)));
        Assert.Equal(["name"], rows[0].Differences.Select(difference => difference.Field));
        Assert.False(rows[1].HasActs);
        Assert.Equal(("business-type", "missing"), (rows[2].Faults[0].Field, rows[2].Faults[0].Rule));
        // Without any code it could be of both.
        var both = RegisterMerge.Of(businesses.Register, [new BusinessRow(1) { Name = "川味小馆", Area = "510115001" }]).Rows[0];
        Assert.Equal((MergeKind.Duplicate, 2), (both.Kind, both.Duplicates.Length));
    }

    [Fact]
    public void Unit_OfANewRowWhoseLicenceAnotherRowGivesUp_OpensItOnlyWithThatRow()
    {
        var district = Of(Registered with { Licence = FoodLicenceNumber.Parse(Licences[0]) });
        var merge = RegisterMerge.Of(district.Businesses.Register, [
            new BusinessRow(1) { Id = "B-1", Licence = Licences[1] },
            new BusinessRow(2) { Id = "N-1", Name = "新店", Area = "510115001001", Type = "restaurant", Licence = Licences[0] },
        ]);

        Assert.Equal([MergeKind.Changed, MergeKind.New], merge.Rows.Select(row => row.Kind));
        Assert.All(MergeUnit.Of(district.Businesses, Today, merge.Rows).Rows, row => Assert.Equal(MergeOutcome.Done, row.Outcome));
        var alone = MergeUnit.Of(district.Businesses, Today, [merge.Rows[1]]).Rows[0];
        Assert.Equal((MergeOutcome.NotDecided, "the same licence as business B-1"), (alone.Outcome, alone.Reason.English));
        // Told of a day before the licence changed to a third one: the row that gives it up is told too late, and the new one waits with it.
        district.Apply(On(Today), new LicenceChanged(Shop, FoodLicenceNumber.Parse(Licences[2])), new LicenceChanged(Shop, FoodLicenceNumber.Parse(Licences[0])));
        var early = MergeUnit.Of(district.Businesses, Today.PlusDays(-5), merge.Rows);
        Assert.Equal([MergeOutcome.ToldLater, MergeOutcome.NotDecided], early.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public void Gone_IsOnlyWhatTheExportWasToList()
    {
        Business[] businesses = [Registered, new(new("B-2"), "光华饭店", AreaCode.Parse("510116001001"), BusinessType.Restaurant), new(new("B-3"), "老街面馆", Village, BusinessType.Restaurant) { Status = OperatingStatus.Closed }];
        var district = Of(businesses);
        Assert.Empty(RegisterMerge.Of(district.Businesses.Register, []).Gone);
        // A row that is rejected lists its business all the same.
        Assert.Empty(RegisterMerge.Of(district.Businesses.Register, [new BusinessRow(1) { Id = "B-1", Employees = "many" }], new() { WholeOf = [MergeWorld.District] }).Gone);

        var gone = Assert.Single(RegisterMerge.Of(district.Businesses.Register, [], new() { WholeOf = [MergeWorld.District] }).Gone);
        var unit = MergeUnit.Of(district.Businesses, Today, [gone]);
        district.Apply(On(Today), unit.Acts);

        Assert.Equal("主体 B-1：导出中没有（经营状态：在业 → 注销）", gone.Text.Chinese);
        Assert.Equal([Shop], unit.Ended.AsEnumerable());
        Assert.Equal(OperatingStatus.Closed, district.Businesses.Register[Shop].Status);
        // It is listed again: it opened again.
        var again = RegisterMerge.Of(district.Businesses.Register, [new BusinessRow(1) { Id = "B-1", Status = "在业" }]).Rows[0];
        Assert.Equal([new FieldDifference("operating-status", "closed", "operating")], again.Differences.AsEnumerable());
    }

    [Fact]
    public void Unit_OfRowsSentBack_DoesWhatStandsAsItWasSeenAndNothingElse()
    {
        var district = Of(Registered, new Business(new("B-2"), "光华饭店", Village, BusinessType.Restaurant));
        var seen = RegisterMerge.Of(district.Businesses.Register, [
            new BusinessRow(1) { Id = "B-1", Name = "川味酒楼", Employees = "9" }, new BusinessRow(2) { Id = "B-2", Name = "光华酒楼" },
            new BusinessRow(3) { Id = "N-1", Name = "新店", Area = "510115001001", Type = "restaurant", Licence = Licences[2] },
        ]).Rows;
        // As a page keeps them and sends them back.
        var sent = JsonSerializer.Deserialize<ItemList<MergeRow>>(JsonSerializer.Serialize(new ItemList<MergeRow>(seen)));
        Assert.Equal(seen, sent.AsEnumerable());
        district.Apply(On(Today), new BusinessRenamed(Shop, "川味饭庄"), new BusinessRenamed(new("B-2"), "光华酒楼"), new LicenceChanged(new("B-2"), FoodLicenceNumber.Parse(Licences[2])));

        var unit = MergeUnit.Of(district.Businesses, Today, [.. sent, sent[0]]);

        Assert.Equal([MergeOutcome.ChangedSince, MergeOutcome.StandsAlready, MergeOutcome.NotDecided, MergeOutcome.NotDecided], unit.Rows.Select(row => row.Outcome));
        Assert.Equal(
            ("it is now name: 川味饭庄 → 川味酒楼", "the same licence as business B-2", "Business B-1 is chosen more than once."),
            (unit.Rows[0].Reason.English, unit.Rows[2].Reason.English, unit.Rows[3].Reason.English));
        Assert.Empty(unit.Acts);
    }

    [Fact]
    public void Unit_OfRowsThatNobodyCompared_IsRefusedWithWhatIsAllowed()
    {
        var businesses = Of(Registered).Businesses;
        Assert.Contains("has no row", Assert.Throws<ArgumentException>(() => MergeUnit.Of(businesses, Today, [new(MergeKind.New, null, new("N-1"))])).Message, StringComparison.Ordinal);
        Assert.Contains("Allowed: name, area", Refused("moon", "", "1"), StringComparison.Ordinal);
        Assert.Contains("'many' is no value", Refused("employees", "5", "many"), StringComparison.Ordinal);
        Assert.Contains("'999' is no value", Refused("area", "510115001001", "999"), StringComparison.Ordinal);

        string Refused(string field, string was, string becomes) => Assert.Throws<ArgumentException>(() => MergeUnit.Of(
            businesses, Today, [new(MergeKind.Changed, null, Shop) { Differences = [new(field, was, becomes)] }])).Message;
    }

    [Fact]
    public void Licence_OfAnotherSectorThanTheRegisteredType_IsRejected()
    {
        var sales = $"{FoodLicenceNumber.WithCheckDigit("JY1510115000001")}";
        var fault = RegisterMerge.Of(Of(Registered).Businesses.Register, [new BusinessRow(1) { Id = "B-1", Licence = sales }]).Rows[0].Faults.Single();
        Assert.Equal(("licence", ImportRules.LicenceKind), (fault.Field, fault.Rule));
    }

    [Fact]
    public void OwnRules_RejectRows_AndNumbersStandOnce()
    {
        var rules = new InlineValidator<BusinessRow>();
        rules.RuleFor(row => row.Name).Must(name => name != "测试").WithErrorCode("no-tests").WithMessage("no tests");
        var rejected = RegisterMerge.Of(Of(Registered).Businesses.Register, [new BusinessRow(1) { Id = "B-1", Name = "测试", Employees = "-1" }], ownRules: rules).Rows[0];
        Assert.Equal(["negative", "no-tests"], rejected.Faults.Select(fault => fault.Rule));
        Assert.Throws<ArgumentException>(() => RegisterMerge.Of(Of(Registered).Businesses.Register, [new BusinessRow(1) { Id = "B-1" }, new BusinessRow(1) { Id = "B-2" }]));
    }

    /// <summary>A thousand rows with every kind of difference; all of them are accounted for, and merged again nothing changes.</summary>
    [Fact]
    public void Export_OfAThousandRows_IsMergedWithEveryRowAccountedFor()
    {
        Business[] businesses = [.. Enumerable.Range(0, 1_000).Select(number => new Business(new BusinessId($"B-{number}"), $"店{number}", number % 2 == 0 ? Village : AreaCode.Parse("510115002001"), BusinessType.Restaurant)
        {
            CreditCode = CodeOf(number), Licence = LicenceOf(number), Profile = new OperatingProfile { Employees = number % 50 },
        })];
        var district = Of(businesses);
        BusinessRow[] rows = [.. Enumerable.Range(0, 980).Select(number => BusinessRow.From(businesses[number], number + 1)).Select((row, number) => number switch
        {
            < 10 => row with { Name = $"新名{number}" },
            < 20 => row with { Area = "510115001002" },
            < 30 => row with { CreditCode = $"{CodeOf(2_000 + number)}" },
            < 40 => row with { Licence = $"{LicenceOf(2_000 + number)}" },
            < 50 => row with { Status = "注销" },
            < 60 => row with { Employees = "77", FloorArea = "88.5" },
            // A cell that is blank, and a column that is not there.
            < 70 => row with { Name = "", Employees = null, Status = " " },
            < 80 => row with { Area = "510115" },
            // Of the platform under another id, and twice in the export.
            < 85 => row with { Id = $"P-{number}" },
            < 90 => row with { Id = "B-0" },
            < 95 => row with { Employees = "-1" },
            < 100 => row with { Id = $"N-{number}", Name = null },
            _ => row,
        }), .. Enumerable.Range(980, 17).Select(number => new BusinessRow(number + 1)
        {
            Id = $"N-{number}", Name = $"新店{number}", Area = "510115001", Type = "restaurant", CreditCode = $"{CodeOf(5_000 + number)}",
        }), new BusinessRow(998) { Name = "店990", Area = "510115001", Employees = "51" }, new BusinessRow(999) { Name = "无编号", Area = "510115001", Type = "restaurant" }, BusinessRow.FromColumns(1_000, _ => "")];
        var terms = new MergeTerms { WholeOf = [MergeWorld.District] };

        var merge = RegisterMerge.Of(district.Businesses.Register, rows, terms);

        // Rows 61 to 80 say nothing new, and 880 are as they were; gone are the last 20 but one, and those in whose rows another id stands.
        Assert.Equal(
            "1000 rows: 18 new, 61 changed, 900 same, 10 duplicate, 10 rejected, 1 blank; 29 gone", $"{merge}");
        Assert.Equal(1_000, merge.Rows.Length + merge.Blank.Length);
        var unit = MergeUnit.Of(district.Businesses, Today, [.. merge.Rows, .. merge.Gone]);
        Assert.Equal((107, 900, 21), (unit.Count(MergeOutcome.Done), unit.Count(MergeOutcome.NothingToDo), unit.Count(MergeOutcome.NotDecided)));
        Assert.Equal(10 + merge.Gone.Length, unit.Ended.Length);
        district.Apply(On(Today), unit.Acts);

        var again = RegisterMerge.Of(district.Businesses.Register, rows, terms);
        Assert.Equal("1000 rows: 1 new, 0 changed, 978 same, 10 duplicate, 10 rejected, 1 blank; 0 gone", $"{again}");
        Assert.True(MergeUnit.Of(district.Businesses, Today, [.. again.Rows, .. again.Gone]).Acts.IsEmpty);

        static UnifiedSocialCreditCode CodeOf(int number) => UnifiedSocialCreditCode.WithCheckCharacter($"92510115{number:D9}");

        static FoodLicenceNumber LicenceOf(int number) => FoodLicenceNumber.WithCheckDigit($"JY2510115{number:D6}");
    }
}
