using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Responsibility;

namespace FoodSafety.Domain.Tests.Businesses;

public class RegisterCopyLaws
{
    private static readonly AreaCode[] Places = [.. PlanWorld.SmallTree.Areas.Select(area => area.Code)];

    [Fact]
    public void Copy_WhateverIsWrittenAfterwards_StaysAndGoesItsOwnWay() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var register = new BusinessRegister(PlanWorld.SmallTree, BusinessFacts.Schema.With(PlanWorld.StatedTier));
            Write(register, random, 60);
            var before = register.Businesses.ToArray();

            var copy = register.Copy();
            Assert.Equal(before, copy.Businesses);
            Write(register, random, 60);
            Assert.Equal(before, copy.Businesses);
            var after = register.Businesses.ToArray();

            Write(copy, random, 60);
            Assert.Equal(after, register.Businesses);
            Assert.All(copy.Businesses, business => Assert.Equal(business, copy[business.Id]));
        },
        iter: 200);

    private static void Write(BusinessRegister register, Random random, int times)
    {
        for (var n = 0; n < times; n++)
        {
            if (register.Count == 0 || random.Next(3) == 0)
            {
                register.Add(PlanWorld.NewBusiness($"b{register.Count}", Places[random.Next(Places.Length)], (Tier)(1 + random.Next(4)), random.Next(2) == 0 ? BusinessType.Restaurant : BusinessType.Retailer));
                continue;
            }

            var row = random.Next(register.Count);
            switch (random.Next(4))
            {
                case 0:
                    register.Change(register.IdAt(row), BusinessFacts.Type.Of(random.Next(2) == 0 ? BusinessType.SchoolCanteen : BusinessType.Retailer), BusinessFacts.HighRiskFood.Of(random.Next(2) == 0));
                    break;
                case 1:
                    register.Change(register.IdAt(row), BusinessFacts.DinersPerMeal.Of(random.Next(900)), PlanWorld.StatedTier.Of((Tier)random.Next(5)));
                    break;
                case 2:
                    register.Relabel(row, Places[random.Next(Places.Length)], register.IdentityAt(row) with { Name = $"name {n}", Licence = FoodLicenceNumber.WithCheckDigit($"JY2510115{n:D6}") });
                    break;
                default:
                    register.TakeOut(Math.Max(1, register.Count - random.Next(3)));
                    break;
            }
        }
    }
}
