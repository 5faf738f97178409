using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Import;

/// <summary>Districts and exports whose businesses share names, places and codes more often than real ones.</summary>
internal static class MergeWorld
{
    public static readonly LocalDate Founded = new(2026, 9, 1);
    public static readonly LocalDate Today = new(2026, 9, 20);

    public static readonly AreaTree Areas = PlanWorld.SmallTree;
    public static readonly AreaCode District = AreaCode.Parse("510115");

    public static readonly string[] Codes = [.. Enumerable.Range(0, 4).Select(n => $"{UnifiedSocialCreditCode.WithCheckCharacter($"9251011500000{n}000")}")];
    public static readonly string[] Licences = [.. Enumerable.Range(0, 4).Select(n => $"{FoodLicenceNumber.WithCheckDigit($"JY251011500000{n}")}")];

    private static readonly string[] Villages = ["510115001001", "510115001002", "510115002001", "510116001001"];
    private static readonly string[] Names = ["川味小馆", "光华饭店", "老街面馆"];

    public static District Of(params IEnumerable<Business> businesses)
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        Business[] all = [.. businesses];
        district.Apply(On(Founded), [AreasLaidDown.Of(Areas, PlanWorld.Listed), .. all.Length == 0 ? (Act[])[] : [new BusinessesOpened([.. all])]]);
        return district;
    }

    public static Stamp On(LocalDate day) => new("office", day, ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(8));

    public static readonly Gen<Business[]> Registered = Gen.Select(
        Gen.Int[0, Names.Length - 1], Gen.Int[0, Villages.Length - 1], Gen.Int[-1, Codes.Length - 1], Gen.Int[-1, Licences.Length - 1], Gen.Int[1, 4], Gen.Int[0, 3],
        (name, place, code, licence, status, employees) => (Func<int, Business>)(number => new Business(new BusinessId($"B-{number}"), Names[name], AreaCode.Parse(Villages[place]), BusinessType.Restaurant)
        {
            Status = (OperatingStatus)status,
            CreditCode = code < 0 ? default : UnifiedSocialCreditCode.Parse(Codes[code]),
            Licence = licence < 0 ? default : FoodLicenceNumber.Parse(Licences[licence]),
            Profile = new OperatingProfile { Employees = employees == 0 ? null : employees },
        })).Array[0, 6].Select(made => made.Select((make, number) => make(number)).ToArray());

    /// <summary>Rows of which some have no id, some states nothing, and some a fault.</summary>
    public static readonly Gen<BusinessRow[]> Rows = Gen.Select(
        Gen.Select(Gen.Int[0, 9], Gen.OneOf<string?>([null, "", .. Names]), Gen.OneOf<string?>([null, "510115", "510115001", "999", .. Villages])),
        Gen.Select(Gen.OneOf<string?>([null, "", "restaurant", "restaurant", "餐馆？"]), Gen.OneOf<string?>(null, "", "停业", "在业", "注销")),
        Gen.Select(Gen.OneOf<string?>([null, "", .. Codes]), Gen.OneOf<string?>([null, "", .. Licences])), Gen.OneOf<string?>(null, "", "1", "2", "-5"),
        (who, what, codes, employees) => (Func<int, BusinessRow>)(number => new BusinessRow(number)
        {
            Id = who.Item1 switch { < 6 => $"B-{who.Item1}", 6 => $"N-{number % 3}", 7 => "", _ => null },
            Name = who.Item2,
            Area = who.Item3,
            Type = what.Item1,
            Status = what.Item2,
            CreditCode = codes.Item1,
            Licence = codes.Item2,
            Employees = employees,
        })).Array[0, 9].Select(made => made.Select((make, number) => make(number + 1)).ToArray());

    /// <summary>Rows that are whole more often, so that more of them can be new.</summary>
    public static readonly Gen<BusinessRow[]> WholeRows = Rows.Select(rows => rows.Select((row, place) => row with
    {
        Name = string.IsNullOrEmpty(row.Name) ? Names[place % Names.Length] : row.Name,
        Area = row.Area is null or "999" ? Villages[place % Villages.Length] : row.Area,
        Type = "restaurant",
        Employees = row.Employees == "-5" ? null : row.Employees,
    }).ToArray());

    public static readonly Gen<MergeTerms> Terms = Gen.Select(
        Gen.Int[0, 2], Gen.Bool, Gen.Select(Gen.Int[1, 9], Gen.Int[0, 8], (row, id) => new NamedRow(row, new BusinessId(id < 5 ? $"B-{id}" : $"M-{id}"))).Array[0, 3],
        (scope, isSuspended, named) => new MergeTerms
        {
            WholeOf = scope switch { 0 => [], 1 => [District], _ => [AreaCode.Parse("510115001"), AreaCode.Parse("510116")] },
            GoneBecomes = isSuspended ? OperatingStatus.Suspended : OperatingStatus.Closed,
            Named = [.. named.DistinctBy(one => one.Row)],
        });

    /// <summary>All that a register says, business by business.</summary>
    public static string[] Shown(BusinessRegister register) => [.. register.Businesses.Select(business => $"{BusinessRow.From(business, 1)}")];

    /// <summary>What somebody else tells while an export is looked at.</summary>
    public static readonly Gen<Func<District, Act?>[]> Meanwhile = Gen.Select(
        Gen.Int[0, 8], Gen.Int[0, 5], Gen.Int[0, 3],
        (kind, business, value) => (Func<District, Act?>)(district => (kind, district.Businesses.Register.Contains(new BusinessId($"B-{business}")), new BusinessId($"B-{business}")) switch
        {
            (0, _, _) => new BusinessesOpened([new Business(new BusinessId($"N-{value}"), Names[value % 3], AreaCode.Parse(Villages[value]), BusinessType.Restaurant) { Licence = FoodLicenceNumber.Parse(Licences[value]) }]),
            (_, false, _) => null,
            (1, _, var id) => new BusinessRenamed(id, Names[value % 3]),
            (2, _, var id) => new BusinessMoved(id, AreaCode.Parse(Villages[value])),
            (3, _, var id) => new LicenceChanged(id, FoodLicenceNumber.Parse(Licences[value])),
            (4, _, var id) => new CreditCodeChanged(id, value == 0 ? default : UnifiedSocialCreditCode.Parse(Codes[value])),
            (5 or 6, _, var id) => new FactsStated(id, new FactRecord(BusinessFacts.Status.Of((OperatingStatus)(1 + value)))),
            (_, _, var id) => new FactsStated(id, new FactRecord(BusinessFacts.Employees.Of(value == 0 ? null : value))),
        })).Array[0, 4];
}
