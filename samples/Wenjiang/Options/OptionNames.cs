namespace Wenjiang.Options;

internal static class OptionNames
{
    public const string Language = "--lang";
    public const string Register = "--register";
    public const string Cadres = "--cadres";
    public const string Policy = "--policy";
    public const string Draft = "--draft";
    public const string Strict = "--strict";
    public const string Out = "--out";
    public const string Fresh = "--fresh";
    public const string Million = "--million";
    public const string Help = "--help";

    /// <summary>All of them, as messages list them.</summary>
    public static string All { get; } = string.Join(", ", Language, Register, Cadres, Policy, Draft, Strict, Out, Fresh, Million, Help);
}
