using System.Collections.Immutable;
using FluentValidation;
using FluentValidation.Results;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Files;

/// <summary>A register of businesses as a CSV file (主体名录文件): the columns of <see cref="BusinessRow.Fields"/>, a line a business.</summary>
/// <example>
/// <code>
/// var file = RegisterFile.Read("register.csv");
/// var result = file.Import(areas, ImportMode.KeepAccepted);
/// register.AddRange([.. result.Accepted]);
/// using var rejected = new StreamWriter("rejected.csv");
/// RejectedRowsFile.Write(rejected, result.Rejected);
/// </code>
/// </example>
public sealed class RegisterFile
{
    private readonly LineRules? _lineRules;

    private RegisterFile(ImmutableArray<BusinessRow> rows, LineRules? lineRules, int blankLines) => (Rows, _lineRules, BlankLines) = (rows, lineRules, blankLines);

    /// <summary>The columns of the file; only those of required fields must be there.</summary>
    public static CsvLayout Layout { get; } = new(
        ("名录文件", "register file"),
        [.. BusinessRow.Fields.Select(field => field.Column)],
        [.. BusinessRow.Fields.Where(field => field.IsRequired).Select(field => field.Column)]);

    /// <summary>The rows, numbered by the line of the file on which they begin; the heading is line 1.</summary>
    public ImmutableArray<BusinessRow> Rows { get; }

    /// <summary>How many lines had cells and nothing in them; they are left out.</summary>
    public int BlankLines { get; }

    /// <summary>Reads a file; about its rows nothing is known yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">How it is written down; null to find out.</param>
    /// <exception cref="CsvFileException">The file cannot be opened, or its heading is not that of a register.</exception>
    public static RegisterFile Read(string path, CsvEncoding? encoding = null)
    {
        var table = CsvTable.Read(path, Layout, encoding);
        return new RegisterFile([.. table.Lines.Select(line => BusinessRow.FromColumns(line.Number, column => line[column]))], LineRules.Of(table.Lines, heading => heading), table.BlankLines);
    }

    /// <summary>Reads businesses from the rows, as <see cref="BusinessImport"/> does it; a line with more or fewer columns than the heading is rejected too.</summary>
    /// <param name="areas">The areas in which a business may stand.</param>
    /// <param name="mode">What becomes of the good rows when some are rejected.</param>
    /// <param name="register">A register whose ids are taken; null when there is none yet.</param>
    /// <returns>Every row, as a business or as rejected.</returns>
    public ImportResult Import(AreaTree areas, ImportMode mode, BusinessRegister? register = null) =>
        new BusinessImport(areas, register, _lineRules).Read(Rows, mode);

    /// <summary>Compares the rows with a register, as <see cref="RegisterMerge"/> does it; a line with more or fewer columns than the heading is rejected.</summary>
    /// <param name="register">The businesses as they stand now.</param>
    /// <param name="terms">What the file covers, and what was decided of rows; null for <see cref="MergeTerms.Default"/>.</param>
    /// <exception cref="AreaNotFoundException">The file is said to be whole of an area that there is not.</exception>
    public RegisterMerge Merge(BusinessRegister register, MergeTerms? terms = null) => RegisterMerge.Of(register, Rows, terms, _lineRules);

    /// <summary>Writes businesses, from which the file is read again. Own facts have no column and are left out.</summary>
    /// <param name="target">Where to; it is left open.</param>
    /// <param name="businesses">The businesses.</param>
    public static void Write(TextWriter target, IEnumerable<Business> businesses)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(businesses);
        CsvTarget.Write(target, [.. Layout.Columns], businesses.Select(business => BusinessRow.From(business, 1)).Select(row => (string?[])[.. BusinessRow.Fields.Select(field => field.Get(row))]));
    }
}

/// <summary>
/// A row has as many columns as the heading. One that lost its end, or has a comma in an unquoted name, would otherwise be read with the wrong facts.
/// </summary>
internal sealed class LineRules : AbstractValidator<BusinessRow>
{
    private LineRules(Dictionary<int, ItemList<RowFault>> faults) => RuleFor(row => row.Row).Custom((row, context) =>
    {
        foreach (var fault in faults.GetValueOrDefault(row))
        {
            context.AddFailure(new ValidationFailure(fault.Field, fault.Text.English, fault.Value) { ErrorCode = fault.Rule, CustomState = fault.Text });
        }
    });

    /// <summary>The rules where a line breaks them; null, so that no row is asked for nothing, where none does.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="fieldOf">The field for which a heading stands; null where it is not read.</param>
    public static LineRules? Of(ImmutableArray<CsvLine> lines, Func<string, string?> fieldOf)
    {
        var faults = lines.Where(line => !line.Faults.IsEmpty).ToDictionary(line => line.Number, line => (ItemList<RowFault>)
        [
            .. from fault in line.Faults
               let field = fault.Field.Length == 0 ? "" : fieldOf(fault.Field)
               where field is not null
               select fault with { Field = field },
        ]);
        return faults.Count > 0 ? new LineRules(faults) : null;
    }
}

/// <summary>What can be wrong with a line as a whole.</summary>
internal static class LineFaults
{
    public static RowFault ColumnCount(int found, int columns) => new("", $"{found}", FileRules.ColumnCount, (
        $"该行有 {found} 列，列名行有 {columns} 列。", $"The row has {found} columns and the heading {columns}."));
}

/// <summary>The stable keys of the rules that a line of a file can break beside <see cref="ImportRules"/> (文件行规则).</summary>
public static class FileRules
{
    /// <summary>The line has more or fewer columns than the heading (列数不符).</summary>
    public const string ColumnCount = "column-count";

    /// <summary>A cell of a sheet is kept as a number of more than 15 digits, of which the last are lost (数字丢失).</summary>
    public const string DigitsLost = "digits-lost";

    /// <summary>The number is below the smallest that the fact allows (低于下限).</summary>
    public const string TooSmall = "too-small";
}
