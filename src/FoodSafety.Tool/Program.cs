using System.Text;
using FoodSafety.Tool;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
return CommandLine.Run(args, output, Console.Error, Environment.GetEnvironmentVariable, canRewrite: !Console.IsErrorRedirected);
