using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Import;

public class ImportLaws
{
    private static readonly BusinessImport Import = new(Rows.Areas);

    // Texts that some field allows and others do not, and texts that none does: a row is right in some fields and wrong in others.
    private static readonly Gen<string?> AnyText = Gen.OneOf(
        Gen.OneOf<string?>(null, "", " ", "A", "川味小馆", "51", "510115", "510116", "restaurant", "停业", "yes", "否", "0", "12", "3.5", "-1", "x\uFFFD", "{PropertyName}"),
        Gen.String);

    public static readonly Gen<BusinessRow> AnyRow =
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 15].Array[0, 3], AnyText.Array[3], (number, places, texts) =>
        {
            var good = Rows.Good(number);
            return BusinessRow.FromColumns(number, column =>
            {
                var place = BusinessRow.Fields.Select(f => f.Column).ToList().IndexOf(column);
                var changed = Array.IndexOf(places, place);
                return changed >= 0 ? texts[changed] : BusinessRow.Fields[place].Get(good);
            });
        });

    private static readonly Gen<Business> AnyBusiness = Gen.Select(
        Gen.Select(Gen.Int[1, 1_000_000], Gen.String[Gen.Char['一', '龥'], 1, 12], Gen.OneOf(Rows.Areas.Codes.ToArray()), Gen.OneOf(EnumCodes.All<BusinessType>().ToArray())),
        Gen.Select(Gen.OneOf(EnumCodes.All<OperatingStatus>().ToArray()), Gen.Bool, Gen.Bool),
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Long[0, 1_000_000_000_000_000], Gen.Int[0, 10_000_000], Gen.Int[0, 1_000_000_000], Gen.Int[0, 60_000]),
        Gen.Select(Gen.Bool, Gen.Bool, (isStated, flag) => isStated ? flag : (bool?)null).Array[6],
        (identity, state, numbers, flags) => new Business(new BusinessId($"B-{identity.Item1}"), identity.Item2, identity.Item3, identity.Item4)
        {
            Status = state.Item1,
            CreditCode = state.Item2 ? UnifiedSocialCreditCode.Parse("91350100M000100Y43") : default,
            Licence = state.Item3 ? LicenceOf(identity.Item4.Sector()) : default,
            Profile = new OperatingProfile
            {
                Employees = numbers.Item1 % 5 == 0 ? null : numbers.Item1,
                AnnualRevenue = numbers.Item2 % 5 == 0 ? null : numbers.Item2 / 100m,
                DinersPerMeal = numbers.Item3,
                FloorArea = numbers.Item4 / 100m,
                ViolationsInLastYear = numbers.Item5,
                HandlesSpecialFood = flags[0],
                HandlesHighRiskFood = flags[1],
                IsChainHeadquarters = flags[2],
                SellsOnline = flags[3],
                IsContractedOut = flags[4],
                IsDirectedToAppoint = flags[5],
            },
        });

    [Fact]
    public void Read_AnyRows_LosesNoneAndKeepsTheirOrder() => AnyRow.Array[0, 12].Sample(rows =>
    {
        var kept = Import.Read(rows, ImportMode.KeepAccepted);
        var held = Import.Read(rows, ImportMode.AllOrNothing);

        // A rejected row is the very object that went in, so what is left over is what was accepted, in order.
        var rejected = kept.Rejected.Select(r => r.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.Equal(rows.Where(rejected.Contains), kept.Rejected.Select(r => r.Row));
        Assert.Equal(rows.Where(row => !rejected.Contains(row)).Select(row => row.Id), kept.Accepted.Select(b => b.Id.Value));
        Assert.All(kept.Rejected, r => Assert.NotEmpty(r.Faults));
        Assert.All(kept.Rejected, r => Assert.Equal(r.Faults.Length, r.Faults.DistinctBy(f => f.Field).Count()));
        Assert.Equal(rows.Length, kept.RowCount);
        Assert.Equal(rows.Length, held.RowCount);
        Assert.Equal(kept.Rejected, held.Rejected);
        Assert.Equal(kept.Accepted, kept.Rejected.IsEmpty ? held.Accepted : held.Withheld);
        Assert.Empty(kept.Rejected.IsEmpty ? held.Withheld : held.Accepted);
    });

    [Fact]
    public void Read_WhatFromWrote_IsTheSameBusiness() => AnyBusiness.Sample(business =>
    {
        var written = BusinessRow.From(business, 1);
        var row = BusinessRow.FromColumns(1, column => BusinessRow.Fields.Single(f => f.Column == column).Get(written));

        Assert.Equal(business, Assert.Single(Import.Read([row], ImportMode.AllOrNothing).Accepted));
        Assert.Equal(written, row);
    });

    private static FoodLicenceNumber LicenceOf(BusinessSector sector) => FoodLicenceNumber.WithCheckDigit(sector switch
    {
        BusinessSector.Production => "SC1015101150001",
        BusinessSector.Sales => "JY1510115000001",
        BusinessSector.Catering => "JY2510115000001",
        _ => "JY3510115000001",
    });
}
