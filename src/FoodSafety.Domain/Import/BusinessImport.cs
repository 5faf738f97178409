using System.Collections.Immutable;
using FluentValidation;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>Reads businesses from rows of text (主体导入), and lists every row that it does not accept with all reasons.</summary>
/// <remarks>
/// <para>
/// It only reads: nothing is written to a register. The first row that has an id keeps it, and every later one with the same id is
/// rejected, also when the first is rejected for another fault, so that no row's fate hangs on a fault of another row.
/// </para>
/// <para>Any number of threads may read at once while nobody writes to the register.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class BusinessImport
{
    private readonly BusinessRowValidator _rules;
    private readonly BusinessRegister? _register;
    private readonly OwnRowRules _ownRules;

    /// <summary>Prepares an import.</summary>
    /// <param name="areas">The areas in which a business may stand.</param>
    /// <param name="register">A register whose ids are taken; null when there is none yet.</param>
    /// <param name="ownRules">
    /// Rules of the user's own, tested beside the standard ones, which they need not include; each failure is a fault. An error code becomes the key, a custom
    /// state that is a <see cref="BilingualText"/> becomes the text. The rules may not be asynchronous. One that throws is a fault of the row too, of the key
    /// <see cref="ImportRules.RuleFailed"/>: the row is rejected, and the others are read.
    /// </param>
    /// <param name="required">Facts that every row states; null for none. A blank cell of any other is a fact that is not stated.</param>
    /// <exception cref="ArgumentException">A required fact has no column: it is none of <see cref="BusinessFacts"/>.</exception>
    public BusinessImport(AreaTree areas, BusinessRegister? register = null, IValidator<BusinessRow>? ownRules = null, IEnumerable<IFact>? required = null)
    {
        _rules = new BusinessRowValidator(areas, required);
        _register = register;
        _ownRules = new OwnRowRules(ownRules);
    }

    /// <summary>Reads rows, each once, in the order given.</summary>
    /// <param name="rows">The rows, without a heading; no rows make an empty result.</param>
    /// <param name="mode">What becomes of the good rows when some are rejected.</param>
    /// <returns>Every row, as a business or as rejected.</returns>
    /// <exception cref="ArgumentException">A row is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not one of the named values.</exception>
    public ImportResult Read(IEnumerable<BusinessRow> rows, ImportMode mode)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _ = mode.Named();

        var good = ImmutableArray.CreateBuilder<Business>();
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        var firstRows = new Dictionary<BusinessId, int>();
        var blank = ImmutableArray.CreateBuilder<int>();
        foreach (var row in rows)
        {
            if ((row ?? throw new ArgumentException("A row is null.", nameof(rows))).IsBlank)
            {
                blank.Add(row.Row);
                continue;
            }

            var faults = FaultsOf(row, firstRows);
            if (faults.IsEmpty)
            {
                good.Add(row.ToBusiness());
            }
            else
            {
                rejected.Add(new RejectedRow(row, faults));
            }
        }

        var holdBack = mode == ImportMode.AllOrNothing && rejected.Count > 0;
        var businesses = good.DrainToImmutable();
        return new ImportResult(holdBack ? [] : businesses, holdBack ? businesses : [], rejected.DrainToImmutable(), blank.DrainToImmutable());
    }

    private ImmutableArray<RowFault> FaultsOf(BusinessRow row, Dictionary<BusinessId, int> firstRows)
    {
        var failures = _rules.Validate(row).Errors;
        var ownFailures = _ownRules.Failures(row);
        var hasId = !failures.Exists(failure => failure.PropertyName == ImportFields.Id.Property);
        var taken = hasId ? FindTaken(row, new BusinessId(row.Id!), firstRows) : null;
        if (failures.Count == 0 && ownFailures.Count == 0 && taken is null)
        {
            return [];
        }

        var faults = ImmutableArray.CreateBuilder<RowFault>();
        if (taken is not null)
        {
            faults.Add(taken);
        }

        faults.AddRange(failures.Select(failure => OwnRowRules.FaultOf(row, failure)));
        faults.AddRange(ownFailures.Select(failure => OwnRowRules.FaultOf(row, failure)));
        return faults.DrainToImmutable();
    }

    private RowFault? FindTaken(BusinessRow row, BusinessId id, Dictionary<BusinessId, int> firstRows)
    {
        var isFirst = firstRows.TryAdd(id, row.Row);
        if (_register?.Contains(id) == true)
        {
            return Fault(ImportRules.RegisteredId, ("名录中已有", "is in the register already"));
        }

        return isFirst ? null : Fault(ImportRules.DuplicateId, ($"与第 {firstRows[id]} 行重复", $"is the id of row {firstRows[id]} already"));

        RowFault Fault(string rule, BilingualText what) => new(ImportFields.Id.Column, row.Id, rule, ImportFields.Id.Refuse(row.Id, what));
    }
}
