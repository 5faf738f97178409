using FoodSafety.Domain;
using GeneratedDistrict.Sources;
using Wenjiang.Options;
using Wenjiang.Screen;
using Wenjiang.Storage;

namespace Wenjiang.Steps;

/// <summary>What every step of a run works with.</summary>
internal sealed record Session(Terminal Terminal, SampleOptions Options, DistrictAreas Areas, Desk Desk)
{
    public District District => Desk.District;
}
