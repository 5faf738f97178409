using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Processes;

/// <summary>How a place of these tests handles complaints.</summary>
internal static class Complaints
{
    public const string Code = "complaint";

    public static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    /// <summary>Registered, accepted within so many working days or rejected, closed within 60 days; a note changes nothing but what is known.</summary>
    public static ProcessDefinition Version(string version, int days = 7, Term? term = null) => new(
        Code, version, ("投诉办理", "Complaints"), term ?? new Term(new LocalDate(2024, 1, 1)), Made,
        [
            new("registered", ("已登记", "Registered"), TimeLimit.WorkingDays(days)),
            new("accepted", ("已受理", "Accepted"), TimeLimit.Days(60)),
            new("rejected", ("不予受理", "Rejected")),
            new("closed", ("已办结", "Closed")),
        ],
        [
            new("register", ("登记", "Register"), [], "registered", ["channel"], ["received"]),
            new("accept", ("受理", "Accept"), ["registered"], "accepted", ["officer"]),
            new("reject", ("不予受理", "Reject"), ["registered"], "rejected", ["reason"]),
            new("note", ("补充记录", "Note"), ["accepted"], "accepted", [], ["reason"]),
            new("close", ("办结", "Close"), ["accepted"], "closed", ["reason"], ["compensation"]),
        ])
    {
        Fields =
        [
            new("channel", ("渠道", "Channel"), ProcessFieldKind.Key),
            new("received", ("收到日期", "Received on"), ProcessFieldKind.Day),
            new("officer", ("经办人", "Officer"), ProcessFieldKind.Key),
            new("reason", ("说明", "Reason"), ProcessFieldKind.Note),
            new("compensation", ("赔付金额", "Compensation"), ProcessFieldKind.Number),
        ],
    };
}
