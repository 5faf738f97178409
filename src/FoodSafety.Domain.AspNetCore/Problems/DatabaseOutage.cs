using System.Data.Common;
using Microsoft.AspNetCore.Http;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Tells a data base that cannot be reached now from a program that asks it what it does not understand.</summary>
internal static class DatabaseOutage
{
    // No connection, no such user or data base, no resources left, stopped by its operator, an error of its system: classes of the standard and of PostgreSQL.
    private static readonly string[] States = ["08", "28", "3D", "53", "57", "58"];

    // SQLite has no such states but codes: busy, locked, read-only, an error of the disk, full, cannot be opened.
    private static readonly int[] Codes = [5, 6, 8, 10, 13, 14];

    /// <summary>That the data base is not there; null when an exception tells something else.</summary>
    public static Problem? Find(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is DbException failed && IsOutage(failed))
            {
                return new(StatusCodes.Status503ServiceUnavailable, "database-unavailable", Problem.UnavailableTitle, (
                    "数据库暂不可用。可以：稍后重发；以同一请求编号（Idempotency-Key）重发不会重复办理。",
                    "The data base cannot be used now. Allowed: sending the same request later; with the same Idempotency-Key it is not done twice."));
            }
        }

        return null;
    }

    // No provider is referenced, so that the code of SQLite is asked for by its name.
    private static bool IsOutage(DbException failed) => failed.IsTransient
        || (failed.SqlState is { Length: 5 } state && States.Contains(state[..2]))
        || (failed.GetType().GetProperty("SqliteErrorCode")?.GetValue(failed) is int code && Codes.Contains(code));
}
