using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The five bodies between which suspected crimes are handled (两法衔接五方机制), as Wenjiang's five signed it.</summary>
/// <remarks>The default value 0 is no body.</remarks>
public enum ReferralBody
{
    /// <summary>The market regulation bureau, which finds and sends the case (市场监管局).</summary>
    [BilingualName("市场监管局", "market regulation bureau")]
    MarketBureau = 1,

    /// <summary>The police, who file it or refuse to (公安机关).</summary>
    [BilingualName("公安机关", "police")]
    Police = 2,

    /// <summary>The procuratorate, which watches over both (检察院).</summary>
    [BilingualName("检察院", "procuratorate")]
    Procuratorate = 3,

    /// <summary>The court, which judges (法院).</summary>
    [BilingualName("法院", "court")]
    Court = 4,

    /// <summary>The justice bureau, which watches over administrative enforcement (司法局).</summary>
    [BilingualName("司法局", "justice bureau")]
    JusticeBureau = 5,
}
