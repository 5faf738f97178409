namespace FoodSafety.Domain.Businesses;

/// <summary>Whether a business is operating (生产经营状态).</summary>
/// <remarks>Zero, the default, is not stated. Names and codes are in <see cref="OperatingStatuses"/>.</remarks>
public enum OperatingStatus : byte
{
    /// <summary>Operating (在业).</summary>
    Operating = 1,

    /// <summary>Suspended (停业): closed for a time, the licence stands.</summary>
    Suspended = 2,

    /// <summary>Closed (注销): given up for good, the licence cancelled.</summary>
    Closed = 3,

    /// <summary>Licence revoked (吊销) by the authority, as a penalty.</summary>
    LicenceRevoked = 4,
}
