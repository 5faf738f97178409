namespace FoodSafety.Domain.Languages;

/// <summary>What each kind of fault of a text is called.</summary>
internal static class TextFaultKinds
{
    public static BilingualText Name(this TextFaultKind kind) => kind switch
    {
        TextFaultKind.Missing => ("未填写", "is not written"),
        TextFaultKind.TooLong => ("过长", "is too long"),
        TextFaultKind.OuterBlank => ("首尾空格", "a blank around the text"),
        TextFaultKind.OtherBlank => ("此处不可用的空格", "a blank that may not stand here"),
        TextFaultKind.Control => ("控制字符或换行", "a control character or line break"),
        TextFaultKind.Invisible => ("不可见字符", "an invisible character"),
        TextFaultKind.BrokenEncoding => ("编码错误留下的字符", "what a wrong encoding or a cut leaves behind"),
        TextFaultKind.NotAllowed => ("不可用的字符", "a character that may not stand here"),
    };
}
