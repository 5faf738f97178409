using System.Text;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Says whether a platform can serve its districts (健康检查).</summary>
public static class FoodSafetyHealth
{
    /// <summary>Adds a check, <c>food-safety</c> with the tag <c>ready</c>: the data base is reached, its tables are those of this version, and the last entry is read.</summary>
    /// <param name="checks">The checks of the host.</param>
    /// <returns>The same checks.</returns>
    public static IHealthChecksBuilder AddFoodSafety(this IHealthChecksBuilder checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return checks.AddCheck<DistrictHealthCheck>("food-safety", tags: ["ready"]);
    }

    private sealed class DistrictHealthCheck(DistrictDatabase database, EntryFormat format) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (await database.FindFaultAsync(cancellationToken) is { English: var fault })
            {
                return new(context.Registration.FailureStatus, fault);
            }

            try
            {
                await using var opened = await database.OpenAsync(cancellationToken);
                var last = await opened.Set<EntryRow>().AsNoTracking().OrderByDescending(entry => entry.RecordedAt).Select(entry => entry.Json).FirstOrDefaultAsync(cancellationToken);
                _ = last is null ? null : format.Read(Encoding.UTF8.GetBytes(last));
                return HealthCheckResult.Healthy();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The message alone: an entry names the keys of persons, and a probe may be asked by everybody.
                return new(context.Registration.FailureStatus, "The last entry cannot be read.", e);
            }
        }
    }
}
