using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Tests.DataFiles;

public class InOrderAttemptsTests
{
    [Fact]
    public void ArePaying_OfAFileInAnotherOrder_EndsAfterAFewFailures()
    {
        var attempts = new InOrderAttempts();

        Assert.Equal(16, Failures(attempts));
    }

    [Fact]
    public void ArePaying_OfAFailureAmongMany_GoesOn()
    {
        var attempts = new InOrderAttempts();
        for (var entry = 0; entry < 10_000; entry++)
        {
            Assert.True(attempts.ArePaying);
            attempts.End(isRead: entry % 9 != 0);
        }
    }

    [Fact]
    public void ArePaying_OfASectionInAnotherOrder_CostsNoMoreThanTheOthersSaved()
    {
        var attempts = new InOrderAttempts();
        for (var entry = 0; entry < 800; entry++)
        {
            attempts.End(isRead: true);
        }

        Assert.Equal(16 + 100, Failures(attempts));
    }

    [Fact]
    public void ArePaying_OfNone_IsFalse() => Assert.False(InOrderAttempts.None().ArePaying);

    private static int Failures(InOrderAttempts attempts)
    {
        var failures = 0;
        for (; attempts.ArePaying; failures++)
        {
            attempts.End(isRead: false);
        }

        return failures;
    }
}
