using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A record of self-control was refused (自查记录被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RecordRefusedException : Exception, IBilingualError
{
    internal RecordRefusedException(RecordRefusal refusal, SelfControlRecord record, SelfControlDuty duty)
        : base(Describe(refusal, record, duty).English) => (Refusal, Record, Duty) = (refusal, record, duty);

    /// <summary>Why.</summary>
    public RecordRefusal Refusal { get; }

    /// <summary>The record.</summary>
    public SelfControlRecord Record { get; }

    /// <summary>The duty that says who may make it.</summary>
    public SelfControlDuty Duty { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Record, Duty);

    private static BilingualText Describe(RecordRefusal refusal, SelfControlRecord record, SelfControlDuty duty) => refusal switch
    {
        RecordRefusal.NotAMaker => (
            $"记录被驳回（{record.Text.Chinese}）：应由在岗的{string.Join("或", duty.Makers.Select(post => post.Name().Chinese))}作出（{duty.Basis.Text.Chinese}）。",
            $"Refused ({record.Text.English}): it is made by a {string.Join(" or ", duty.Makers.Select(post => post.Name().English))} on duty ({duty.Basis.Text.English})."),
        RecordRefusal.AlreadyMade => ($"记录被驳回（{record.Text.Chinese}）：当日已有该记录。", $"Refused ({record.Text.English}): that day has the record already."),
    };
}
