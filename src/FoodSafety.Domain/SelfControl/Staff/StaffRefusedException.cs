using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person cannot be appointed, or an appointment cannot be changed so (人员管理被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StaffRefusedException : Exception, IBilingualError
{
    internal StaffRefusedException(StaffRefusal refusal, Appointment appointment, PostBar? bar = null, OffDuty? standing = null)
        : base(Describe(refusal, appointment, bar, standing).English) =>
        (Refusal, Appointment, Bar, OffDuty) = (refusal, appointment, bar, standing);

    /// <summary>Why.</summary>
    public StaffRefusal Refusal { get; }

    /// <summary>The appointment that was asked for or was to be changed; where the person holds the post already, that one.</summary>
    public Appointment Appointment { get; }

    /// <summary>The bar that stands in the way; null for other refusals.</summary>
    public PostBar? Bar { get; }

    /// <summary>The days off duty that stand in the way; null for other refusals.</summary>
    public OffDuty? OffDuty { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Appointment, Bar, OffDuty);

    private static BilingualText Describe(StaffRefusal refusal, Appointment appointment, PostBar? bar, OffDuty? standing)
    {
        var (zh, en) = (appointment.Text.Chinese, appointment.Text.English);
        return refusal switch
        {
            StaffRefusal.Barred => ($"不得任命（{zh}）：{bar!.Text.Chinese}。", $"Refused ({en}): {bar.Text.English}."),
            StaffRefusal.AlreadyHolds => ($"已有任命（编号 {appointment.Id}）：{zh}，不得重叠。", $"Refused: appointment {appointment.Id} stands ({en}); two may not overlap."),
            StaffRefusal.NotManagement => (
                $"不得任命（{zh}）：食品安全总监须为企业管理层人员（{PostDuties.ManagementBasis.Text.Chinese}）。",
                $"Refused ({en}): a director is of the management ({PostDuties.ManagementBasis.Text.English})."),
            StaffRefusal.IsOver => ($"任期已满（编号 {appointment.Id}）：{zh}。", $"Refused: appointment {appointment.Id} is over ({en})."),
            StaffRefusal.AlreadyOffDuty => (
                $"{standing!.Term.Text.Chinese}已离岗（编号 {appointment.Id}）：{zh}。",
                $"Refused: the holder of appointment {appointment.Id} is off duty {standing.Term.Text.English} already ({en})."),
            StaffRefusal.NotOffDuty => ($"该日未离岗（编号 {appointment.Id}）：{zh}。", $"Refused: the holder of appointment {appointment.Id} is not off duty on the day ({en})."),
        };
    }
}
