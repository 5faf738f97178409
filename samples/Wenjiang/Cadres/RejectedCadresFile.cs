using System.Collections.Immutable;
using Wenjiang.Files;

namespace Wenjiang.Cadres;

/// <summary>The rejected rows of a cadre file as a file to work through.</summary>
internal static class RejectedCadresFile
{
    public const string Name = "rejected-cadres.csv";

    public static void Write(string path, ImmutableArray<RejectedCadre> rejected) => FaultFile.Write(
        path, CadreColumns.All,
        rejected.SelectMany(row => row.Faults.Select(fault => (row.Line.Number, (Func<string, string?>)(column => row.Line[column]), fault))));
}
