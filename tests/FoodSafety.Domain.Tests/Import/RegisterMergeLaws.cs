using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Import.MergeWorld;

namespace FoodSafety.Domain.Tests.Import;

/// <summary>What holds of every register and every export.</summary>
public class RegisterMergeLaws
{
    private static readonly Gen<BusinessRow[]> AnyRows = Gen.OneOf(MergeWorld.Rows, WholeRows);

    [Fact]
    public void Merge_Twice_IsMergedOnce() => Gen.Select(Registered, AnyRows, Terms).Sample((businesses, rows, terms) =>
    {
        var district = Of(businesses);
        var merge = RegisterMerge.Of(district.Businesses.Register, rows, terms);
        var unit = MergeUnit.Of(district.Businesses, Today, [.. merge.Rows, .. merge.Gone]);
        // Nothing changed since it was looked at, so all that has acts is done.
        Assert.All(unit.Rows, row => Assert.Equal(row.Row.HasActs, row.Outcome == MergeOutcome.Done));
        Assert.Equal(unit.Acts.IsEmpty, unit.Count(MergeOutcome.Done) == 0);
        if (unit.Acts.IsEmpty)
        {
            return;
        }

        district.Apply(On(Today), unit.Acts);
        var again = RegisterMerge.Of(district.Businesses.Register, rows, terms);

        Assert.DoesNotContain(again.Rows, row => row.HasActs);
        Assert.Empty(again.Gone);
        Assert.All(merge.Rows.Zip(again.Rows).Where(pair => pair.First.HasActs), pair => Assert.Equal((MergeKind.Same, pair.First.Business), (pair.Second.Kind, pair.Second.Business)));
        Assert.All(unit.Ended, business => Assert.True(district.Businesses.Register[business].Status.HasEnded()));
    });

    [Fact]
    public void Merge_AnyRows_AccountsForEachRowAndEachBusiness() => Gen.Select(Registered, AnyRows, Terms).Sample((businesses, rows, terms) =>
    {
        var district = Of(businesses);
        var before = Shown(district.Businesses.Register);
        var merge = RegisterMerge.Of(district.Businesses.Register, rows, terms);

        Assert.Equal(rows.Select(row => row.Row), merge.Rows.Select(row => row.Row!.Row).Concat(merge.Blank).Order());
        Assert.All(merge.Rows, row => Assert.Same(rows[row.Row!.Row - 1], row.Row));
        Assert.Equal(rows.Length, EnumCodes.All<MergeKind>().Where(kind => kind != MergeKind.Gone).Sum(merge.Count) + merge.Blank.Length);
        Assert.All(merge.Rows, row => Assert.Equal(
            (row.Kind is MergeKind.Changed, row.Kind is MergeKind.Rejected, row.Kind is MergeKind.Duplicate),
            (!row.Differences.IsEmpty, !row.Faults.IsEmpty, !row.Duplicates.IsEmpty && row.Kind != MergeKind.New)));

        // No two rows are of one business, and none of these is gone.
        BusinessId[] placed = [.. merge.Rows.Where(row => !row.Business.IsNone).Select(row => row.Business)];
        Assert.Equal(placed.Length, placed.Distinct().Count());
        Assert.Empty(placed.Intersect(merge.Gone.Select(gone => gone.Business)));
        Assert.Empty(rows.Where(row => !string.IsNullOrEmpty(row.Id) && !terms.Named.Any(named => named.Row == row.Row)).Select(row => new BusinessId(row.Id!)).Intersect(merge.Gone.Select(gone => gone.Business)));
        foreach (var business in district.Businesses.Register.Businesses)
        {
            var isCovered = terms.WholeOf.Any(area => area.Contains(business.Area)) && !business.Status.HasEnded() && business.Status != terms.GoneBecomes;
            var isGone = merge.Gone.Any(gone => gone.Business == business.Id);
            var isNamed = placed.Contains(business.Id) || rows.Any(row => row.Id == business.Id.Value) || terms.Named.Any(named => named.Business == business.Id)
                || merge.Rows.Any(row => row.Duplicates.Length >= 3 || row.Duplicates.Any(other => other.Business == business.Id));
            Assert.True(isGone ? isCovered : !isCovered || isNamed);
        }

        Assert.Equal(before, Shown(district.Businesses.Register));
    });

    [Fact]
    public void Merge_WhatARowDoesNotState_OverwritesNothing() => Gen.Select(Registered, AnyRows, Terms, Gen.Int[1, BusinessRow.Fields.Length - 1]).Sample((businesses, given, terms, lacking) =>
    {
        // A column that no row has.
        BusinessRow[] rows = [.. given.Select(row => BusinessRow.FromColumns(row.Row, column => column == BusinessRow.Fields[lacking].Column ? null : BusinessRow.Fields.Single(field => field.Column == column).Get(row)))];
        var district = Of(businesses);
        var merge = RegisterMerge.Of(district.Businesses.Register, rows, terms);
        var unit = MergeUnit.Of(district.Businesses, Today, [.. merge.Rows, .. merge.Gone]);
        if (unit.Acts.IsEmpty)
        {
            return;
        }

        district.Apply(On(Today), unit.Acts);
        foreach (var business in businesses)
        {
            var (before, after) = (BusinessRow.From(business, 1), BusinessRow.From(district.Businesses.Register[business.Id], 1));
            var row = merge.Rows.SingleOrDefault(row => row.Business == business.Id);
            foreach (var field in BusinessRow.Fields.Where(field => field.Get(before) != field.Get(after)))
            {
                Assert.True(row is { Kind: MergeKind.Changed }
                    ? !string.IsNullOrWhiteSpace(field.Get(row.Row!)) && row.Differences.Contains(new FieldDifference(field.Column, field.Get(before)!, field.Get(after)!))
                    : field.Column == "operating-status" && merge.Gone.Any(gone => gone.Business == business.Id));
            }
        }
    });

    [Fact]
    public void Unit_OfRowsThatWereLookedAtBefore_DoesWhatIsUnchangedAndTellsTheRest() => Gen.Select(Registered, AnyRows, Terms, Meanwhile).Sample((businesses, rows, terms, meanwhile) =>
    {
        var district = Of(businesses);
        var merge = RegisterMerge.Of(district.Businesses.Register, rows, terms);
        foreach (var act in meanwhile)
        {
            if (act(district) is { } told && !(told is BusinessesOpened opened && district.Businesses.Register.Contains(opened.Businesses[0].Id)))
            {
                district.Apply(On(Today), told);
            }
        }

        MergeRow[] chosen = [.. merge.Rows, .. merge.Gone];
        var before = district.Businesses.Register.Businesses.ToDictionary(business => business.Id);
        var unit = MergeUnit.Of(district.Businesses, Today, chosen);
        Assert.Equal(chosen, unit.Rows.Select(row => row.Row));
        if (!unit.Acts.IsEmpty)
        {
            district.Apply(On(Today), unit.Acts);
        }

        var register = district.Businesses.Register;
        foreach (var row in unit.Rows)
        {
            var id = row.Row.Business;
            switch (row.Outcome)
            {
                case MergeOutcome.Done when row.Row.Kind == MergeKind.New:
                    Assert.False(before.ContainsKey(id));
                    Assert.Equal(MergeKind.Same, RegisterMerge.Of(register, [row.Row.Row!], new() { Named = [new(row.Row.Row!.Row, id)] }).Rows[0].Kind);
                    break;
                case MergeOutcome.Done or MergeOutcome.StandsAlready when row.Row.Kind != MergeKind.New:
                    var now = BusinessRow.From(register[id], 1);
                    Assert.All(row.Row.Differences, difference => Assert.True(
                        difference.Field == "area" || BusinessRow.Fields.Single(field => field.Column == difference.Field).Get(now) == difference.Becomes));
                    break;
                case MergeOutcome.ChangedSince:
                    Assert.False(row.Reason.IsEmpty);
                    Assert.Equal(before.GetValueOrDefault(id), register.Find(id));
                    break;
                case MergeOutcome.NotDecided when row.Row is { Kind: MergeKind.New, HasActs: true }:
                    Assert.False(row.Reason.IsEmpty);
                    Assert.False(before.ContainsKey(id));
                    Assert.Null(register.Find(id));
                    break;
                case MergeOutcome.NotDecided or MergeOutcome.NothingToDo:
                    Assert.False(row.Row.HasActs);
                    break;
                case MergeOutcome.StandsAlready:
                    Assert.Equal(before[id], register[id]);
                    break;
                default:
                    Assert.Fail($"{row}");
                    break;
            }
        }
    });

    [Fact]
    public void Unit_OfAnEarlierDay_LeavesWhatWasToldOfALaterOne() => Gen.Select(Registered, AnyRows, Meanwhile).Sample((businesses, rows, meanwhile) =>
    {
        var district = Of(businesses);
        foreach (var act in meanwhile)
        {
            if (act(district) is { } told and not BusinessesOpened)
            {
                district.Apply(On(Today), told);
            }
        }

        var merge = RegisterMerge.Of(district.Businesses.Register, rows);
        var unit = MergeUnit.Of(district.Businesses, Today.PlusDays(-5), merge.Rows);
        var isAnyLater = unit.Rows.Any(row => row.Outcome == MergeOutcome.ToldLater);
        // A new one waits for a row that was told too early to give up what both would have.
        Assert.All(unit.Rows.Where(row => row.Row.HasActs), row => Assert.True(
            row.Outcome is MergeOutcome.Done or MergeOutcome.ToldLater || (isAnyLater && row is { Outcome: MergeOutcome.NotDecided, Row.Kind: MergeKind.New })));
        if (unit.Acts.IsEmpty)
        {
            return;
        }

        district.Apply(new Stamp("office", Today.PlusDays(-5), On(Today).RecordedAt), unit.Acts);
        // Whatever is said to be done stands, and nothing that was told of a later day was lost.
        var again = RegisterMerge.Of(district.Businesses.Register, rows).Rows.ToDictionary(row => row.Row!.Row);
        Assert.All(unit.Rows.Where(row => row.Outcome == MergeOutcome.Done), row => Assert.Equal(MergeKind.Same, again[row.Row.Row!.Row].Kind));
        Assert.All(unit.Rows.Where(row => row.Outcome == MergeOutcome.ToldLater), row => Assert.Equal(row.Row, again[row.Row.Row!.Row]));
        Assert.All(
            district.Businesses.Register.Businesses.SelectMany(business => district.Businesses.HistoryOf(business.Id)).Where(told => told.On == Today.PlusDays(-5)),
            told => Assert.True(told.Stood));
    });

    [Fact]
    public void Reader_OfAnyRow_TakesWhatTheRulesLetPass() => Gen.OneOf(MergeWorld.Rows.Where(rows => rows.Length > 0).Select(rows => rows[0]), ImportLaws.AnyRow).Sample(row =>
    {
        var tree = row.Id?.StartsWith("WJ", StringComparison.Ordinal) == true ? Import.Rows.Areas : MergeWorld.Areas;
        var reader = new RowReader(tree);
        var values = new RowValues();
        Assert.Equal(reader.FaultsOf(row).IsEmpty, reader.TryRead(row, values));
        if (new BusinessRowValidator(tree).Validate(row).IsValid)
        {
            var business = row.ToBusiness();
            Assert.True(reader.TryRead(row, values));
            Assert.Equal((business.Id, business.Name, business.Area, business.CreditCode, business.Licence), (values.Id, values.Name, values.Area, values.CreditCode, values.Licence));
            Assert.All(FactColumn.All.Zip(values.Facts).Where(fact => !string.IsNullOrWhiteSpace(fact.First.Field.Get(row))), fact => Assert.Equal(business.Read(fact.First.Fact), fact.Second));
        }
    });
}
