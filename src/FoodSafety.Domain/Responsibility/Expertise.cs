using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The sectors of food business that a cadre knows (专业特长), each once.</summary>
/// <remarks>Two are equal when they name the same sectors. The default value names none.</remarks>
[JsonConverter(typeof(TextJsonConverter<Expertise>))]
public readonly record struct Expertise : ITextValue<Expertise>, IJsonText
{
    private const string Between = ", ";

    private readonly byte _sectors;

    private Expertise(byte sectors) => _sectors = sectors;

    /// <summary>True when no sector is named.</summary>
    public bool IsNone => _sectors == 0;

    /// <summary>The sectors, in the order of <see cref="BusinessSector"/>.</summary>
    public ImmutableArray<BusinessSector> Sectors
    {
        get
        {
            var known = this;
            return [.. EnumCodes.All<BusinessSector>().Where(known.Covers)];
        }
    }

    /// <summary>Names sectors.</summary>
    /// <param name="sectors">The sectors, in any order; one that stands twice counts once.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is none of the four sectors.</exception>
    public static Expertise Of(params ReadOnlySpan<BusinessSector> sectors)
    {
        var known = 0;
        foreach (var sector in sectors)
        {
            known |= EnumCodes.All<BusinessSector>().Contains(sector)
                ? 1 << (int)sector
                : throw new ArgumentOutOfRangeException(nameof(sectors), sector, $"Allowed: {string.Join(", ", EnumCodes.All<BusinessSector>())}.");
        }

        return new Expertise((byte)known);
    }

    /// <summary>Whether a sector is among them; false for the default value of a sector.</summary>
    /// <param name="sector">The sector.</param>
    public bool Covers(BusinessSector sector) => (_sectors >> (int)sector & 1) != 0;

    static BilingualText ITextValue<Expertise>.Allowed
    {
        get
        {
            var codes = string.Join(Between, EnumCodes.All<BusinessSector>().Select(sector => sector.Code()));
            return ($"以“, ”分隔：{codes}", $"separated by ', ': {codes}");
        }
    }

    string IJsonText.JsonText => string.Join(Between, Sectors.Select(sector => sector.Code()));

    bool IJsonText.IsNothing => IsNone;

    static Expertise IParsable<Expertise>.Parse(string s, IFormatProvider? provider) => ITextValue<Expertise>.Read(s);

    static bool IParsable<Expertise>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Expertise result)
    {
        result = default;
        if (string.IsNullOrEmpty(s))
        {
            return false;
        }

        var sectors = new List<BusinessSector>();
        foreach (var code in s.Split(Between))
        {
            if (EnumCodes.FindCodeOrName<BusinessSector>(code) is not { } sector)
            {
                return false;
            }

            sectors.Add(sector);
        }

        result = Of([.. sectors]);
        return true;
    }

    /// <summary>The names of the sectors in English, for logs and the debugger; empty when there is none.</summary>
    public override string ToString() => string.Join(", ", Sectors.Select(sector => sector.Name().English));
}
