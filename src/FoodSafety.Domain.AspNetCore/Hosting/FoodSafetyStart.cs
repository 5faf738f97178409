using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Checks what the platform brings along before anything is asked of it, and tells everything that is wrong at once.</summary>
internal sealed class FoodSafetyStart(IServiceProvider services, IOptions<FoodSafetyOptions> options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        List<BilingualText> faults = [.. FaultsOf(options.Value.Settings)];
        var isSound = faults.Count == 0;
        if (!Enum.IsDefined(options.Value.Language))
        {
            faults.Add(($"没有语言 {options.Value.Language}。", $"There is no language {options.Value.Language}."));
        }

        if (string.IsNullOrWhiteSpace(options.Value.CadreClaim))
        {
            faults.Add(("未给出干部声明类型。", "The type of the claim that holds the id of a cadre is blank."));
        }

        if (options.Value.OfficePolicy is { } office && await FindOfficeFaultAsync(office) is { } unusable)
        {
            faults.Add(unusable);
        }

        if (isSound)
        {
            // Without conditions that are told apart no file can be read.
            faults.AddRange(services.GetRequiredService<OfferedPolicies>().Read().Faults.Select(fault => new BilingualText($"{fault.File}：{fault.Text.Chinese}", $"{fault.File}: {fault.Text.English}")));
        }

        if (await FindDatabaseFaultAsync(isSound, cancellationToken) is { } database)
        {
            faults.Add(database);
        }

        if (faults.Count > 0)
        {
            throw new FoodSafetyStartException([.. faults]);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is wrong with settings by themselves.</summary>
    public static IEnumerable<BilingualText> FaultsOf(DistrictSettings settings)
    {
        string[] twice = [.. settings.Conditions.GroupBy(condition => condition.Id).Where(same => same.Count() > 1).Select(same => same.Key)];
        foreach (var key in twice)
        {
            yield return ($"有两个条件的编码是“{key}”。", $"Two conditions have the key '{key}'.");
        }

        foreach (var derived in settings.Derived.Where(derived => !settings.Schema.Contains(derived.Fact)))
        {
            yield return ($"派生指标“{derived.Fact.Id}”不在事实表中。", $"The derived fact '{derived.Fact.Id}' is not in the schema.");
        }

        if (twice.Length == 0 && FindRefusal(settings) is { } refusal)
        {
            yield return refusal;
        }
    }

    /// <summary>What else a district or its journal refuses of settings.</summary>
    private static BilingualText? FindRefusal(DistrictSettings settings)
    {
        try
        {
            _ = new District(settings);
            _ = new EntryFormat(settings);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return e is IBilingualError { Text: var text } ? text : ($"设置不能使用：{e.Message}", e.Message);
        }
    }

    /// <summary>Why nobody could be told by a policy to act for the office; null when somebody can.</summary>
    private async Task<BilingualText?> FindOfficeFaultAsync(string name)
    {
        var policy = await services.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(name);
        return policy is null
            ? ($"未登记授权策略“{name}”（OfficePolicy）：请用 AddAuthorizationBuilder().AddPolicy(...) 登记。",
               $"The authorization policy '{name}' (OfficePolicy) is not registered: register it by AddAuthorizationBuilder().AddPolicy(...).")
            : policy.Requirements.OfType<JurisdictionRequirement>().Any()
                ? ($"授权策略“{name}”（OfficePolicy）不能以管辖为条件：管辖本身要问它。",
                   $"The authorization policy '{name}' (OfficePolicy) asks for jurisdiction, which itself asks for the policy: let it ask for a role or a claim.")
                : (BilingualText?)null;
    }

    /// <param name="isSound">Whether the settings are, without which there is no store.</param>
    /// <param name="cancellation">Ends it.</param>
    private async Task<BilingualText?> FindDatabaseFaultAsync(bool isSound, CancellationToken cancellation)
    {
        if (options.Value.MigratesAtStart && isSound)
        {
            try
            {
                await services.GetRequiredService<DistrictDatabase>().MigrateAsync(services.GetRequiredService<DistrictStore>(), cancellation);
            }
            catch (FileNotFoundException)
            {
                // What is missing is told below.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return e is IBilingualError { Text: var said } ? said : ($"数据库不能使用：{e.Message}", $"The data base cannot be used: {e.Message}");
            }
        }

        return await services.GetRequiredService<DistrictDatabase>().FindFaultAsync(cancellation);
    }
}
