namespace Wenjiang.Options;

internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>Strict, and a row was rejected.</summary>
    public const int RowsRejected = 1;

    /// <summary>An option, a file or a folder that cannot be used.</summary>
    public const int BadUsage = 2;
}
