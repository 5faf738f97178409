using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>Whatever is delegated and revoked: the book takes and says what a table of days and substitutes does.</summary>
public class DelegationLaws
{
    private const int Cadres = 5;
    private const int Days = 12;

    // What is done is drawn blindly; an open term is drawn as one that outlasts the table.
    private static readonly Gen<(bool Revoke, int Wait, int Cadre, int Substitute, int From, int Length)[]> Acts = Gen.Select(
        Gen.Int[0, 4].Select(kind => kind == 0), Gen.Int[0, 1], Gen.Int[0, Cadres - 1], Gen.Int[0, Cadres - 1], Gen.Int[0, 4], Gen.Int[1, Days]).Array[0, 25];

    [Fact]
    public void Delegate_AnyActs_AreTakenExactlyWhenNoDayHasACycle() => Acts.Sample(acts =>
    {
        var (district, made) = (NewDistrict(), 0);
        var book = district.Delegations;
        var model = new int?[Days, Cadres];
        var today = 0;
        foreach (var (revoke, wait, cadre, substitute, from, length) in acts)
        {
            today = Math.Min(today + wait, Days - 1);
            if (revoke)
            {
                Revoke(district, model, cadre, today);
                continue;
            }

            var (first, end) = (Math.Min(today + from, Days - 1), Math.Min(today + from + length, Days));
            var term = new Term(Day(first), end == Days ? null : Day(end));
            var expected = Judge(model, cadre, substitute, first, end);
            string? refusal = null;
            try
            {
                district.Take(new DelegationMade(new(made + 1), Id(cadre), Id(substitute), term, "leave"), Day(today));
                made++;
                for (var day = first; day < end; day++)
                {
                    model[day, cadre] = substitute;
                }
            }
            catch (ActsRefusedException refused)
            {
                refusal = Assert.Single(refused.Refusals).Code;
                Assert.Equal(expected.Day is { } cyclic ? $"{Day(cyclic):uuuu-MM-dd}" : null, refused.Refusals[0].ValueOf("day"));
            }

            Assert.Equal(expected.Refusal, refusal);
        }

        for (var day = 0; day < Days; day++)
        {
            var acting = Enumerable.Range(0, Cadres).Select(cadre => Follow(model, day, cadre)!.Value).ToArray();
            for (var cadre = 0; cadre < Cadres; cadre++)
            {
                Assert.Equal(Id(acting[cadre]), book.Resolve(Id(cadre), Day(day)).Acting);
                Assert.Equal(
                    Enumerable.Range(0, Cadres).Where(other => other != cadre && acting[other] == cadre).Select(Id),
                    book.StandsInFor(Id(cadre), Day(day)).Select(stood => stood.Cadre));
            }
        }
    }, iter: 2_000);

    [Fact]
    public void Resolve_DaysThatAreOver_NeverChange() => Acts.Sample(acts =>
    {
        var (district, made) = (NewDistrict(), 0);
        var book = district.Delegations;
        var known = new Dictionary<(int Cadre, int Day), CadreId>();
        var today = 0;
        foreach (var (revoke, wait, cadre, substitute, from, length) in acts)
        {
            today += wait;
            try
            {
                district.Take(
                    revoke ? new DelegationRevoked(new(substitute + 1), "back")
                        : new DelegationMade(new(made + 1), Id(cadre), Id(substitute), new Term(Day(today + from), Day(today + from + length)), "leave"),
                    Day(today));
                made += revoke ? 0 : 1;
            }
            catch (ActsRefusedException)
            {
                // Nothing happened.
            }

            for (var day = 0; day < today; day++)
            {
                for (var one = 0; one < Cadres; one++)
                {
                    var acting = book.Resolve(Id(one), Day(day)).Acting;
                    Assert.Equal(known.TryAdd((one, day), acting) ? acting : known[(one, day)], acting);
                }
            }
        }
    });

    private static void Revoke(District district, int?[,] model, int cadre, int today)
    {
        var last = district.Delegations.DelegationsOf(Id(cadre)).LastOrDefault();
        if (last is null || last.Term.IsEmpty || last.Term.Until <= Day(today))
        {
            return;
        }

        for (var day = today; day < Days; day++)
        {
            model[day, cadre] = last.Term.Contains(Day(day)) ? null : model[day, cadre];
        }

        district.Take(new DelegationRevoked(last.Id, "back"), Day(today));
    }

    private static (string? Refusal, int? Day) Judge(int?[,] model, int cadre, int substitute, int first, int end)
    {
        if (cadre == substitute)
        {
            return ("to-self", null);
        }

        if (Enumerable.Range(first, end - first).Any(day => model[day, cadre] is not null))
        {
            return ("overlaps", null);
        }

        var tried = (int?[,])model.Clone();
        for (var day = first; day < end; day++)
        {
            tried[day, cadre] = substitute;
            if (Follow(tried, day, cadre) is null)
            {
                return ("makes-cycle", day);
            }
        }

        return (null, null);
    }

    /// <summary>Who acts; null when one never comes to an end.</summary>
    private static int? Follow(int?[,] model, int day, int cadre)
    {
        for (var steps = 0; steps <= Cadres; steps++)
        {
            if (model[day, cadre] is not { } next)
            {
                return cadre;
            }

            cadre = next;
        }

        return null;
    }

    private static District NewDistrict() => ActTrial.NewDistrict(cadres: [.. Enumerable.Range(0, Cadres).Select(cadre => Id(cadre).Value)]);

    private static CadreId Id(int cadre) => new($"c{cadre}");

    private static LocalDate Day(int number) => new LocalDate(2023, 5, 1).PlusDays(number);
}
