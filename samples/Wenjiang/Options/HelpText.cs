using FoodSafety.Domain.Languages;

namespace Wenjiang.Options;

internal static class HelpText
{
    public static BilingualText Text { get; } = (
        """
        温江区食品安全“两个责任”示例：从分级到成绩单

        用法：dotnet run -c Release --project samples/Wenjiang [-- 选项]

          --lang zh|en       语言；默认随环境变量 LANG
          --register 文件    用自己的主体名录（UTF-8 的 CSV，首行为列名）代替生成的 9,709 家；
                             列见 samples/Wenjiang/README.md，样例见 Data/register-sample.csv
          --cadres 文件      用自己的包保干部名册（UTF-8 的 CSV）代替生成的 1,050 名；样例见 Data/cadres-sample.csv
          --policy 文件      用自己的分级标准（JSON）代替内置标准；样例见 Data/policy-sample.json
          --draft 文件       自己的修订草案（JSON），只看影响，不改等级
          --strict           名录或干部名册中有一行不合格即全部拒收，退出码 1
          --out 文件夹       日志（journal.jsonl）、报告、成绩单（scorecard.*）与 rejected*.csv 写到何处；默认当前文件夹。
                             文件夹中已有日志时，从停下的地方继续
          --fresh            重新开始；文件夹中原有的日志丢失
          --million N        速度试验对多少家主体分级；默认 1000000，0 为跳过
          --help             本说明（--help --lang en 为英文）

        退出码：0 正常；1 严格模式下有不合格的行；2 用法有误
        """,
        """
        Wenjiang: a district from the tiers of its food businesses to its scorecard

        Usage: dotnet run -c Release --project samples/Wenjiang [-- OPTIONS]

          --lang zh|en       language; by default that of the environment's LANG
          --register FILE    your own register (CSV in UTF-8 with a heading line) instead of the 9,709
                             generated businesses; columns: samples/Wenjiang/README.md, an example: Data/register-sample.csv
          --cadres FILE      your own cadres (CSV in UTF-8) instead of the 1,050 generated ones; an example: Data/cadres-sample.csv
          --policy FILE      your own policy (JSON) in place of the built-in one; an example: Data/policy-sample.json
          --draft FILE       your own draft of it (JSON): its impact is shown, no tier is changed
          --strict           refuse a whole file when one of its rows is wrong, with exit code 1
          --out FOLDER       where the journal (journal.jsonl), the report, the scorecard (scorecard.*) and rejected*.csv go;
                             default: the current folder. Where a journal is there, the district goes on where it stood
          --fresh            begin anew; a journal in the folder is lost
          --million N        how many businesses the speed trial grades; default 1000000, 0 leaves it out
          --help             this text (--help --lang zh: in Chinese)

        Exit codes: 0 ok; 1 strict, and a row was wrong; 2 bad usage
        """);
}
