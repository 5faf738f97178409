using FoodSafety.Domain.Files;
using Wenjiang;
using Wenjiang.Options;

var language = OptionReader.LanguageOf(args, Environment.GetEnvironmentVariable("LANG"));
try
{
    var options = OptionReader.Read(args, language);
    if (options.WantsHelp)
    {
        Console.WriteLine(HelpText.Text.In(language));
        return ExitCodes.Ok;
    }

    return MainJob.Run(options);
}
catch (CsvFileException e)
{
    Console.Error.WriteLine(e.Text.In(language));
    return ExitCodes.BadUsage;
}
catch (UsageException e)
{
    Console.Error.WriteLine(e.Text.In(language));
    return ExitCodes.BadUsage;
}
