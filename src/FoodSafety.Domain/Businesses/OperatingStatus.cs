using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>Whether a business is operating (生产经营状态).</summary>
/// <remarks>Zero, the default, is not stated.</remarks>
[BilingualNameOfNone("未填报", "Not stated")]
public enum OperatingStatus : byte
{
    /// <summary>Operating (在业).</summary>
    [BilingualName("在业", "Operating")]
    Operating = 1,

    /// <summary>Suspended (停业): closed for a time, the licence stands.</summary>
    [BilingualName("停业", "Suspended")]
    Suspended = 2,

    /// <summary>Closed (注销): given up for good, the licence cancelled.</summary>
    [BilingualName("注销", "Closed")]
    Closed = 3,

    /// <summary>Licence revoked (吊销) by the authority, as a penalty.</summary>
    [BilingualName("吊销", "Licence revoked")]
    LicenceRevoked = 4,

    /// <summary>Moved out (迁出): it goes on in another district, and is none of this one's any more.</summary>
    [BilingualName("迁出", "Moved out")]
    MovedOut = 5,
}

/// <summary>Which of the values of <see cref="OperatingStatus"/> are the end of a business in its register.</summary>
public static class OperatingStatuses
{
    /// <summary>True when a business has ended in its register: it closed, lost its licence or moved out (已注销、已吊销、已迁出), and stays there for its history alone.</summary>
    /// <param name="status">The status; of one that is not stated nothing is known, so it has not ended.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is neither a named value nor the default.</exception>
    public static bool HasEnded(this OperatingStatus status) => status.NamedOrNone() switch
    {
        OperatingStatus.Closed or OperatingStatus.LicenceRevoked or OperatingStatus.MovedOut => true,
        0 or OperatingStatus.Operating or OperatingStatus.Suspended => false,
    };
}
