using System.Collections.Immutable;
using FoodSafety.Domain.Import;
using Wenjiang.Files;

namespace Wenjiang.Register.Files;

/// <summary>The rejected rows of a register as a file to work through.</summary>
internal static class RejectedFile
{
    public const string Name = "rejected.csv";

    public static void Write(string path, ImmutableArray<RejectedRow> rejected) => FaultFile.Write(
        path, [.. BusinessRow.Fields.Select(field => field.Column)],
        rejected.SelectMany(row => row.Faults.Select(fault => (row.Row.Row, (Func<string, string?>)(column => ValueOf(row.Row, column)), fault))));

    private static string? ValueOf(BusinessRow row, string column) => BusinessRow.Fields.Single(field => field.Column == column).Get(row);
}
