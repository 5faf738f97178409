using FoodSafety.Domain.EntityFrameworkCore.Tests;
using Xunit.MicrosoftTestingPlatform;

// The program of the tests is also the other process of those tests that need one: StoreProcess starts it with the word "store".
return args is ["store", .. var asked]
    ? await StoreProcess.RunAsync(asked)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
