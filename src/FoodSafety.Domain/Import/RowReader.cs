using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>What a row states, as values; a place in which row after row is read. What it does not state is none: null, a default value, a fact that is not stated.</summary>
internal sealed class RowValues
{
    public BusinessId Id { get; set; }

    public string? Name { get; set; }

    public AreaCode Area { get; set; }

    public UnifiedSocialCreditCode CreditCode { get; set; }

    public FoodLicenceNumber Licence { get; set; }

    /// <summary>The stored values in the order of <see cref="FactColumn.All"/>.</summary>
    public long[] Facts { get; } = new long[FactColumn.All.Length];

    /// <summary>By what the business of the row is recognised.</summary>
    public BusinessMarks Marks => new(Name, Area, CreditCode, Licence);
}

/// <summary>Reads what rows state, without an object a field: it takes what <see cref="BusinessRowValidator"/> lets pass and nothing else, and leaves it to that to say why.</summary>
internal sealed class RowReader(AreaTree areas)
{
    private readonly BusinessRowValidator _rules = BusinessRowValidator.OfStated(areas);
    private readonly BusinessRowValidator _rulesOfNew = BusinessRowValidator.OfUnnamed(areas);

    /// <summary>Reads a row; false when a field has a fault.</summary>
    public bool TryRead(BusinessRow row, RowValues into)
    {
        (into.Id, into.Name, into.Area, into.CreditCode, into.Licence) = (default, null, default, default, default);
        if (!FieldText.IsBlank(row.Id))
        {
            if (!BusinessId.IsValid(row.Id))
            {
                return false;
            }

            into.Id = new BusinessId(row.Id!);
        }

        if (!FieldText.IsBlank(row.Name))
        {
            into.Name = row.Name;
            if (!TextRule.Name.Admits(row.Name))
            {
                return false;
            }
        }

        if (!FieldText.IsBlank(row.Area))
        {
            if (!AreaCode.TryParse(row.Area, out var area) || !areas.TryGet(area, out _))
            {
                return false;
            }

            into.Area = area;
        }

        return TryReadCodes(row, into) && TryReadFacts(row, into);
    }

    /// <summary>What is wrong with a row of a business that is registered; nothing when it can be read.</summary>
    public ImmutableArray<RowFault> FaultsOf(BusinessRow row) => FaultsOf(_rules, row);

    /// <summary>What is wrong with a row of a business that is not; its id is not looked for.</summary>
    public ImmutableArray<RowFault> FaultsOfNew(BusinessRow row) => FaultsOf(_rulesOfNew, row);

    /// <summary>The fault of a licence that is for another sector than a type.</summary>
    public static RowFault LicenceFault(BusinessRow row, FoodLicenceNumber licence, BusinessType type)
    {
        var (licensed, needed) = (licence.Sector.Name(), type.Sector().Name());
        return new RowFault(ImportFields.Licence.Column, row.Licence, ImportRules.LicenceKind, ImportFields.Licence.Refuse(
            row.Licence,
            ($"属于“{licensed.Chinese}”，主体业态“{type.Name().Chinese}”属于“{needed.Chinese}”",
             $"is of the sector '{licensed.English}', the business type '{type.Name().English}' of '{needed.English}'")));
    }

    private static ImmutableArray<RowFault> FaultsOf(BusinessRowValidator rules, BusinessRow row) =>
        [.. rules.Validate(row).Errors.Select(failure => OwnRowRules.FaultOf(row, failure))];

    private static bool TryReadCodes(BusinessRow row, RowValues into)
    {
        if (!FieldText.IsBlank(row.CreditCode))
        {
            if (!UnifiedSocialCreditCode.TryParse(row.CreditCode, out var code))
            {
                return false;
            }

            into.CreditCode = code;
        }

        if (FieldText.IsBlank(row.Licence))
        {
            return true;
        }

        if (!FoodLicenceNumber.TryParse(row.Licence, out var licence))
        {
            return false;
        }

        into.Licence = licence;
        return FieldText.FindType(row.Type) is not { } type || licence.Sector == type.Sector();
    }

    private static bool TryReadFacts(BusinessRow row, RowValues into)
    {
        var columns = FactColumn.All.AsSpan();
        for (var at = 0; at < columns.Length; at++)
        {
            var (text, stored) = (columns[at].Field.Get(row), columns[at].Fact.Unstated);
            if (!FieldText.IsBlank(text))
            {
                if (columns[at].Find(text!) is not { } found)
                {
                    return false;
                }

                stored = found;
            }

            into.Facts[at] = stored;
        }

        return true;
    }
}

/// <summary>A standard fact as a field of a row: which text is which stored value.</summary>
internal sealed class FactColumn
{
    private readonly Func<string, long?> _find;
    private readonly Func<long, string> _write;

    private FactColumn(ImportField field, IFact fact, Func<string, long?> find, Func<long, string> write) => (Field, Fact, _find, _write) = (field, fact, find, write);

    /// <summary>All of them, in the order of the fields.</summary>
    public static ImmutableArray<FactColumn> All { get; } =
    [
        new(ImportFields.Type, BusinessFacts.Type, text => FieldText.FindType(text) is { } type ? BusinessFacts.Type.Of(type).Stored : null, stored => ((BusinessType)stored).Code()),
        new(
            ImportFields.Status, BusinessFacts.Status, text => FieldText.IsStatus(text) ? BusinessFacts.Status.Of(FieldText.ReadStatus(text)).Stored : null,
            stored => ((OperatingStatus)stored).Code()),
        Number(ImportFields.Employees, BusinessFacts.Employees),
        Number(ImportFields.AnnualRevenue, BusinessFacts.AnnualRevenue),
        Number(ImportFields.DinersPerMeal, BusinessFacts.DinersPerMeal),
        Number(ImportFields.FloorArea, BusinessFacts.FloorArea),
        Number(ImportFields.ViolationsInLastYear, BusinessFacts.ViolationsInLastYear),
        Flag(ImportFields.SpecialFood, BusinessFacts.SpecialFood),
        Flag(ImportFields.HighRiskFood, BusinessFacts.HighRiskFood),
        Flag(ImportFields.ChainHeadquarters, BusinessFacts.ChainHeadquarters),
        Flag(ImportFields.OnlineSales, BusinessFacts.OnlineSales),
        Flag(ImportFields.ContractedOut, BusinessFacts.ContractedOut),
        Flag(ImportFields.DirectedToAppoint, BusinessFacts.DirectedToAppoint),
    ];

    public ImportField Field { get; }

    public IFact Fact { get; }

    /// <summary>The column of a field; null when it holds no fact.</summary>
    public static FactColumn? Find(ImportField field)
    {
        foreach (var column in All)
        {
            if (column.Field == field)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>The stored value of a text that is not blank; null when it is none.</summary>
    public long? Find(string text) => _find(text);

    /// <summary>A stored value as files write it; empty where it is not stated.</summary>
    public string Write(long stored) => stored == Fact.Unstated ? "" : _write(stored);

    private static FactColumn Number(ImportField field, NumberFact fact) => new(
        field, fact,
        text => FieldText.IsNumber(text) && !FieldText.IsNegative(text) && FieldText.IsAtMost(text, fact.Maximum) && FieldText.HasAtMostDecimals(text, fact.Decimals)
            ? fact.FindStored(FieldText.ReadNumber(text)!.Value) : null,
        stored => FieldText.Show(Exact.ToDecimal(stored, fact.Decimals)));

    private static FactColumn Flag(ImportField field, FlagFact fact) => new(
        field, fact, text => FieldText.IsFlag(text) ? fact.Of(FieldText.ReadFlag(text)).Stored : null, stored => FieldText.Show(stored != 0));
}
