using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Time;

/// <summary>How sure a fact is, by the kind of source in which it was read (来源可信度).</summary>
/// <remarks>Numbered from the surest; the default value 0 is no standing and is refused by <see cref="Citation"/>.</remarks>
public enum SourceStanding
{
    /// <summary>The official text was read, at its publisher or in a transcription of the whole: a law, a regulation, an order (法律法规规章原文).</summary>
    [BilingualName("法律法规规章原文", "official text")]
    OfficialText = 1,

    /// <summary>A page or notice of a government body (政府公告).</summary>
    [BilingualName("政府公告", "government notice")]
    GovernmentNotice = 2,

    /// <summary>A report of the press (新闻报道).</summary>
    [BilingualName("新闻报道", "press report")]
    PressReport = 3,

    /// <summary>A copy of a part, a training page or a question-and-answer page (转载、培训资料).</summary>
    [BilingualName("转载、培训资料", "second hand")]
    SecondHand = 4,

    /// <summary>No text confirms it: from memory, or a plausible assumption (示意，未经核实).</summary>
    [BilingualName("示意，未经核实", "illustrative, unconfirmed")]
    Unconfirmed = 5,
}
