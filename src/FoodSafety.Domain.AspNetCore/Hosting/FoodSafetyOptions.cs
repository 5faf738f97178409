using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>What a platform brings along for its districts, in one place (平台设置).</summary>
/// <remarks>All of it is checked when the application starts, and everything that is wrong is told at once: see <see cref="FoodSafetyStartException"/>.</remarks>
public sealed class FoodSafetyOptions
{
    private readonly Dictionary<Type, (int Status, string Code)> _problems = [];
    private Action<IServiceProvider, DbContextOptionsBuilder>? _database;

    /// <summary>Facts, conditions in code, derived facts, gradings of the place's own, and the calendar; those of the library over the Chinese calendar unless stated.</summary>
    public DistrictSettings Settings { get; set; } = new(WorkingCalendar.China);

    /// <summary>The folder of policies that can be adopted, as <see cref="OfferedPolicies"/> reads it; null for none.</summary>
    public string? PolicyFolder { get; set; }

    /// <summary>
    /// Whether the tables are made, and brought up to what this version of the library knows, when the application starts; false unless stated. Those of a context of the user's own
    /// that has no migrations are made where there is no data base.
    /// </summary>
    public bool MigratesAtStart { get; set; }

    /// <summary>The type of the claim that holds the id of a cadre in the user of a request (干部声明类型): <c>cadre</c> unless stated.</summary>
    public string CadreClaim { get; set; } = "cadre";

    /// <summary>The type of the claim that holds the key of a market station for which a user acts (监管所声明类型), as it is linked to its town: <c>station</c> unless stated.</summary>
    public string StationClaim { get; set; } = "station";

    /// <summary>
    /// The name of the authorization policy that says who acts for the office of a district (食安办): who begins it, lays down its areas, rules, cadres and posts while nobody has jurisdiction
    /// yet, and sees and does afterwards what is nobody else's. Null, nobody, unless stated.
    /// </summary>
    /// <remarks>
    /// The policy is asked with a <see cref="JurisdictionResource"/>, so that a requirement of your own can tell one district from another. Only who is signed in is asked about, and a policy
    /// that is not registered stops the application at its start.
    /// <code>
    /// builder.Services.AddAuthorizationBuilder().AddPolicy("office", policy => policy.RequireClaim("office", "510115"));
    /// builder.Services.AddFoodSafety(o => o.UseDatabase(...).OfficePolicy = "office");
    /// </code>
    /// </remarks>
    public string? OfficePolicy { get; set; }

    /// <summary>In which language is answered whoever does not ask for one that the library has: Chinese unless stated.</summary>
    public Language Language { get; set; } = Language.Chinese;

    /// <summary>Whether JSON has its texts in the language of the request alone, as strings; false, both languages, unless stated.</summary>
    /// <remarks>Problem details are in the language of the request always. Acts and entries keep both.</remarks>
    public bool HasTextsInOneLanguage { get; set; }

    /// <summary>How the store works.</summary>
    public DistrictStoreOptions Store { get; set; } = new();

    /// <summary>Says in which data base districts are kept: by any relational provider of EF Core.</summary>
    /// <remarks>
    /// For SQLite and PostgreSQL the migrations are those of the package <c>FoodSafety.Domain.EntityFrameworkCore.Sqlite</c> or <c>.PostgreSQL</c>, unless an assembly of migrations is named.
    /// </remarks>
    /// <param name="configure">Names the provider and its connection.</param>
    /// <returns>The same options.</returns>
    public FoodSafetyOptions UseDatabase(Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return UseDatabase((_, builder) => configure(builder));
    }

    /// <summary>Says in which data base districts are kept, by what the services of the application know.</summary>
    /// <param name="configure">Names the provider and its connection.</param>
    /// <returns>The same options.</returns>
    public FoodSafetyOptions UseDatabase(Action<IServiceProvider, DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _database = configure;
        return this;
    }

    /// <summary>Says how an exception of your own that carries a text in both languages is answered (自定义问题): with problem details of this status and code.</summary>
    /// <remarks>One that nobody named is answered 422, with a code made of its name: <c>stock-exhausted</c> of a <c>StockExhaustedException</c>. It holds of derived exceptions too.</remarks>
    /// <param name="status">The status, 400 to 599.</param>
    /// <param name="code">A stable word, in lower case with hyphens.</param>
    /// <typeparam name="TException">The exception.</typeparam>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status tells no problem.</exception>
    /// <exception cref="ArgumentException">The code is no key.</exception>
    public FoodSafetyOptions AnswerProblem<TException>(int status, string code) where TException : Exception, IBilingualError
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        if (TextRule.Key.FindFault(code) is { Text.English: var fault })
        {
            throw new ArgumentException(fault, nameof(code));
        }

        _problems[typeof(TException)] = (status, code);
        return this;
    }

    /// <summary>How an exception is answered; null when nobody said it of its type or of one that it derives from.</summary>
    internal (int Status, string Code)? FindProblem(Type exception)
    {
        for (var type = exception; type is not null; type = type.BaseType)
        {
            if (_problems.TryGetValue(type, out var problem))
            {
                return problem;
            }
        }

        return null;
    }

    internal void ConfigureDatabase(IServiceProvider services, DbContextOptionsBuilder builder) => _database?.Invoke(services, builder);
}
