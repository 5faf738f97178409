using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>All values of <see cref="OperatingStatus"/>, their names and their codes for files.</summary>
public static class OperatingStatuses
{
    /// <summary>The four statuses, in order.</summary>
    public static ImmutableArray<OperatingStatus> All { get; } =
        [OperatingStatus.Operating, OperatingStatus.Suspended, OperatingStatus.Closed, OperatingStatus.LicenceRevoked];

    /// <summary>The name of a status; "not stated" (未填写) of the default value.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is neither a named value nor the default.</exception>
    public static BilingualText Name(this OperatingStatus status) => status.NamedOrNone() switch
    {
        0 => ("未填写", "Not stated"),
        OperatingStatus.Operating => ("在业", "Operating"),
        OperatingStatus.Suspended => ("停业", "Suspended"),
        OperatingStatus.Closed => ("注销", "Closed"),
        OperatingStatus.LicenceRevoked => ("吊销", "Licence revoked"),
    };

    /// <summary>The stable code of a status for files, as <c>licence-revoked</c> (状态代码); empty of the default value.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is neither a named value nor the default.</exception>
    public static string Code(this OperatingStatus status) => status.NamedOrNone() switch
    {
        0 => "",
        OperatingStatus.Operating => "operating",
        OperatingStatus.Suspended => "suspended",
        OperatingStatus.Closed => "closed",
        OperatingStatus.LicenceRevoked => "licence-revoked",
    };

    /// <summary>The status with a code, or null when no status has it.</summary>
    /// <param name="code">A code as <see cref="Code"/> gives it; case matters.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static OperatingStatus? FindByCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        foreach (var status in All)
        {
            if (status.Code() == code)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>True when a business has ended: it closed or lost its licence (已注销、已吊销), and stays in a register for its history alone.</summary>
    /// <param name="status">The status; of one that is not stated nothing is known, so it has not ended.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is neither a named value nor the default.</exception>
    public static bool HasEnded(this OperatingStatus status) => status.NamedOrNone() switch
    {
        OperatingStatus.Closed or OperatingStatus.LicenceRevoked => true,
        0 or OperatingStatus.Operating or OperatingStatus.Suspended => false,
    };
}
