using System.Collections.Immutable;
using FluentValidation;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>The rules that one row has to keep (行校验规则), whatever the other rows are.</summary>
/// <remarks>
/// <para>
/// Every field is tested, and at most one failure is reported for each. The error code of a failure is one of
/// <see cref="ImportRules"/>, its custom state the <see cref="BilingualText"/>, its property that of <see cref="BusinessRow"/>.
/// </para>
/// <para>A validator of your own takes these rules in with <c>Include(new BusinessRowValidator(areas))</c>.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class BusinessRowValidator : AbstractValidator<BusinessRow>
{
    private readonly ImmutableArray<string> _required;

    /// <summary>Makes the rules for businesses in a list of areas.</summary>
    /// <param name="areas">The areas in which a business may stand.</param>
    /// <param name="required">
    /// Facts that every row states, beside the columns that are always required; null for none. A blank cell of any other is a fact that is not stated.
    /// </param>
    /// <exception cref="ArgumentException">A fact has no column: it is none of <see cref="BusinessFacts"/>.</exception>
    public BusinessRowValidator(AreaTree areas, IEnumerable<IFact>? required = null)
        : this(areas, [.. ImportFields.All.Where(field => field.IsRequired).Select(field => field.Column), .. required?.Select(ColumnOf) ?? []])
    {
    }

    private BusinessRowValidator(AreaTree areas, ImmutableArray<string> required)
    {
        ArgumentNullException.ThrowIfNull(areas);
        _required = required;
        RuleLevelCascadeMode = CascadeMode.Stop;

        Field(ImportFields.Id).KeepText(TextRule.Key, ImportRules.NotAnId);
        Field(ImportFields.Name).KeepText(TextRule.Name, ImportRules.NotAName);
        Field(ImportFields.Area)
            .Keep((_, text) => AreaCodeReading.Of(text.AsSpan()).IsValid, ImportRules.NotAnAreaCode, (_, text) => AreaCodeReading.Of(text.AsSpan()).Explain(text))
            .Allow(text => areas.Find(AreaCode.Parse(text)) is not null, ImportRules.UnknownArea, ("不在区划名录中", "is not in the division list"));
        Field(ImportFields.Type).AllowWords(FieldText.IsType);
        Field(ImportFields.Status).AllowWords(FieldText.IsStatus);
        Field(ImportFields.CreditCode).KeepCode(text => UnifiedSocialCreditCode.TryParse(text, out _, out var fault) ? null : fault);
        Field(ImportFields.Licence)
            .KeepCode(text => FoodLicenceNumber.TryParse(text, out _, out var fault) ? null : fault)
            .Keep(LicenceFits, ImportRules.LicenceKind, ExplainLicence);
        Field(ImportFields.Employees).AllowNumber(BusinessFacts.Employees);
        Field(ImportFields.AnnualRevenue).AllowNumber(BusinessFacts.AnnualRevenue);
        Field(ImportFields.DinersPerMeal).AllowNumber(BusinessFacts.DinersPerMeal);
        Field(ImportFields.FloorArea).AllowNumber(BusinessFacts.FloorArea);
        Field(ImportFields.ViolationsInLastYear).AllowNumber(BusinessFacts.ViolationsInLastYear);
        Field(ImportFields.SpecialFood).AllowWords(FieldText.IsFlag);
        Field(ImportFields.HighRiskFood).AllowWords(FieldText.IsFlag);
        Field(ImportFields.ChainHeadquarters).AllowWords(FieldText.IsFlag);
        Field(ImportFields.OnlineSales).AllowWords(FieldText.IsFlag);
        Field(ImportFields.ContractedOut).AllowWords(FieldText.IsFlag);
        Field(ImportFields.DirectedToAppoint).AllowWords(FieldText.IsFlag);
    }

    /// <summary>The rules for what a row states of a business that is known: nothing is required.</summary>
    internal static BusinessRowValidator OfStated(AreaTree areas) => new(areas, ImmutableArray<string>.Empty);

    /// <summary>The rules for a row of a business that is not known, and of which the id may be given beside it.</summary>
    internal static BusinessRowValidator OfUnnamed(AreaTree areas) => new(areas, [ImportFields.Name.Column, ImportFields.Area.Column, ImportFields.Type.Column]);

    private FieldRule Field(ImportField field) => new(RuleFor(row => field.Get(row)), field, _required.Contains(field.Column));

    private static string ColumnOf(IFact fact) => BusinessFacts.IsStandard(fact)
        ? fact.Id
        : throw new ArgumentException($"'{fact.Id}' has no column in a row. Allowed: {string.Join(", ", BusinessFacts.Schema.Facts.Select(known => known.Id))}.", nameof(fact));

    // Of a type that is itself at fault nothing is known, and its own fault is reported.
    private static bool LicenceFits(BusinessRow row, string licence) =>
        FieldText.FindType(row.Type) is not { } type || FoodLicenceNumber.Parse(licence).Sector == type.Sector();

    private static BilingualText ExplainLicence(BusinessRow row, string licence)
    {
        var type = FieldText.FindType(row.Type)!.Value;
        var (licensed, needed) = (FoodLicenceNumber.Parse(licence).Sector.Name(), type.Sector().Name());
        return ImportFields.Licence.Refuse(
            licence,
            ($"属于“{licensed.Chinese}”，主体业态“{type.Name().Chinese}”属于“{needed.Chinese}”",
             $"is of the sector '{licensed.English}', the business type '{type.Name().English}' of '{needed.English}'"));
    }
}
