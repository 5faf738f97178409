using System.Collections.Immutable;
using FoodSafety.Domain.Import;
using Wenjiang.Files;

namespace Wenjiang.Cadres;

/// <summary>A line of a cadre file that was not accepted, with everything that is wrong with it.</summary>
internal sealed record RejectedCadre(CsvLine Line, ImmutableArray<RowFault> Faults);
