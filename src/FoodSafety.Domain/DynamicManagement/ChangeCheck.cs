using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>What the changes of a batch are checked against before the first of them is made.</summary>
internal sealed class ChangeCheck(BusinessRegister register, LocalDate on)
{
    private readonly HashSet<BusinessId> _opened = [];

    public BusinessRegister Register => register;

    public LocalDate On => on;

    public bool Knows(BusinessId business) => register.Contains(business) || _opened.Contains(business);

    /// <summary>Remembers that a change before opens a business; never a fault.</summary>
    public BilingualText? Opens(BusinessId business)
    {
        _opened.Add(business);
        return null;
    }

    public static BilingualText UnknownBusiness(BusinessId business) => ($"名录没有主体“{business}”", $"the register has no business '{business}'");

    public static BilingualText UnknownArea(AreaCode area) => ($"没有区划 {area}", $"there is no area {area}");
}
