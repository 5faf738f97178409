using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Acts.DistrictShown;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>What somebody wants done, whether it is taken or not; the fuse of the policies is armed while it is decided.</summary>
internal sealed record Request(Stamp Stamp, ImmutableArray<Act> Acts, bool IsArmed);

/// <summary>How much was compared.</summary>
internal sealed record HistoryCount(int Cuts, int Days, int Deeds, int Scorecards, int Previews, int Refused, int Thrown, int Idle, int Late, int Freed, int Published, int Commuted, int Blanked, ImmutableArray<string> Kept, ImmutableArray<string> RefusedKinds, ImmutableArray<Consequences> Retold);

/// <summary>A random history of a district, lived once without a break, and again in every way that must make no difference.</summary>
/// <remarks>
/// The laws: cut anywhere, it goes on as if uninterrupted; what is refused, thrown or previewed changes nothing, and a preview is what follows; a past day is
/// what was recorded up to it, and a published one is made again; entries stand in a journal byte by byte; a redo asks no condition; what stands is the law's;
/// chains are over what stands, and doing nothing does nothing; acts on unrelated things may change places; what people wrote can be taken out. That two writers come to the same is no law: the
/// store locks a district before anybody decides, so that nothing is decided twice. What followed from an entry is told again when it is redone. Areas, registers, derived facts, publications and scorecards are compared
/// with plain loops over the entries; deeds of a day with a district that was never told of what was done later or does not count.
/// </remarks>
internal sealed class DistrictHistory
{
    // The year of the histories is not announced yet when they begin.
    public static readonly DistrictSettings Settings = new(Calendars.AnnouncedTo(2023))
    {
        Schema = BusinessFacts.Schema.With(PlanWorld.StatedTier, ActGen.Seats, ActGen.Happened, ActGen.Place, ActGen.TierBefore),
        Derived = ActGen.Derived,
        Gradings = [ActGen.Own],
    };

    private readonly Random _random;
    private readonly ActGen _acts;
    private readonly List<Request> _requests = [];
    private readonly List<Entry> _entries = [];
    private readonly List<Consequences> _told = [];
    private readonly EntryFormat _format;

    // The entries as they come back from the disk.
    private ImmutableArray<Entry> _read;
    private PlainDistrict _plain = new([]);

    // What is seen after each request, and the version then; the first is the empty district.
    private readonly List<string> _seen = [];
    private readonly List<int> _versions = [0];
    private readonly Dictionary<LocalDate, string> _dayEnds = [];
    private int _days;
    private int _deeds;
    private int _scorecards;
    private int _previews;
    private int _refused;
    private int _thrown;
    private int _idle;
    private int _late;
    private int _freed;
    private readonly List<string> _refusals = [];
    private int _published;
    private int _commuted;
    private int _blanked;

    public DistrictHistory(int seed, ImmutableArray<Type> focus = default)
    {
        (_random, _acts) = (new Random(seed), new ActGen(focus));
        _format = new(Settings with { Conditions = [_acts.Fuse] });
    }

    public HistoryCount Check()
    {
        var whole = Live();
        CheckFreed(whole);
        Keep();
        var days = PastDays(whole);
        for (var cut = 0; cut <= _entries.Count; cut++)
        {
            CutAt(cut, whole, days[cut]);
        }

        Follow();
        CheckDeeds(whole);
        CheckPublished(whole);
        CheckBlanked();
        CheckOrder();
        return new(_entries.Count + 1, _days, _deeds, _scorecards, _previews, _refused, _thrown, _idle, _late, _freed, _published, _commuted, _blanked, [.. _entries.SelectMany(entry => entry.Acts).Select(act => act.Kind)], [.. _refusals], [.. _told]);
    }

    /// <summary>Lives a history and compares nothing but what stands with the law; tells which kinds of acts were kept.</summary>
    public IEnumerable<string> KindsWhenLived()
    {
        Live();
        return _entries.SelectMany(entry => entry.Acts).Select(act => act.Kind);
    }

    /// <summary>The same, and tells on which sorts of things an act was voided.</summary>
    public IEnumerable<string> VoidedWhenLived()
    {
        Live();
        return _entries.SelectMany(entry => entry.Acts).OfType<ActVoided>().Select(voided => voided.About.Kind);
    }

    private District Live()
    {
        var district = new District(Settings);
        _seen.Add(Show(district));
        var (day, second) = (new LocalDate(2024, 3, 1), 0);
        for (var unit = 0; unit < 18; unit++)
        {
            day = day.PlusDays(_random.Next(30) == 0 ? 45 : _random.Next(2) * _random.Next(8));
            second += 1 + _random.Next(30);
            var stamp = unit == 0 ? new Stamp("p0", day, At(day, second)) : Sign(day, second, district.Version);
            var request = new Request(stamp, unit == 0 ? _acts.Founding(_random, day) : _acts.Unit(_random, district, stamp, day), unit > 0 && _random.Next(7) == 0);
            _requests.Add(request);
            Take(district, request);
            CheckStanding(district, request);
        }

        return district;
    }

    /// <summary>Written into a journal and read back, every entry is equal and has the same bytes again.</summary>
    private void Keep()
    {
        using var journal = Journal.Open(new MemoryStream(), _format);
        foreach (var entry in _entries)
        {
            journal.Append(entry);
        }

        _read = [.. journal.Entries];
        _plain = new(_read);
        Assert.Equal(_entries.Count, _read.Length);
        foreach (var (entry, back) in _entries.Zip(_read))
        {
            Assert.Equal(entry, back);
            Assert.Equal(_format.Write(entry), _format.Write(back));
            Assert.All(entry.Acts, act => Assert.Equal(act, _format.ReadAct(_format.WriteAct(act))));
        }
    }

    /// <summary>Previews it now and then, takes it, and sees that what is not taken left nothing.</summary>
    private void Take(District district, Request request)
    {
        string? preview = null;
        if (_random.Next(3) == 0)
        {
            preview = Try(() => district.Preview(request.Stamp, request.Acts), request, out _) is { } previewed ? Show(previewed) : "refused";
            Same(_seen[^1], Show(district), "a preview changed something");
            _previews++;
        }

        var before = district.Version;
        var done = Try(() => district.Apply(request.Stamp, request.Acts), request, out var thrown, isCounted: true);
        Same(preview ?? (done is null ? "refused" : Show(done)), done is null ? "refused" : Show(done), "a preview is not what followed");
        if (done?.Entry is { } entry)
        {
            _entries.Add(entry);
            _told.Add(done);
            _late += request.Stamp.On < district.Today ? 1 : 0;
            district.Kept(entry.Number);
            _dayEnds[district.Today] = Decisions(district);
            _seen.Add(Show(district));
        }
        else
        {
            Assert.Equal(before, district.Version);
            Same(_seen[^1], Show(district), done is null ? "what was refused left something" : "a day on which nothing turned left something");
            _seen.Add(_seen[^1]);
            (_refused, _thrown, _idle) = (_refused + (done is null ? 1 : 0), _thrown + (thrown ? 1 : 0), _idle + (done is null ? 0 : 1));
        }

        _versions.Add((int)district.Version);
    }

    /// <summary>Whoever voids the last act on a thing can do the same again in its place: neither its id nor its day stands in the way, in any room.</summary>
    private void CheckFreed(District district)
    {
        foreach (var (about, place) in district.VoidableActs().GroupBy(act => act.About).Select(acts => acts.MaxBy(act => (act.Place.Entry, act.Place.Number))).OrderBy(act => act.Place.Entry).TakeLast(30))
        {
            var entry = _entries[(int)place.Entry - 1];
            try
            {
                district.Preview(
                    new Stamp(entry.Stamp.By, entry.Stamp.On, district.RecordedUpTo) { Time = entry.Stamp.On < district.Today ? entry.Stamp.Time : null },
                    new ActVoided(about, place, "typed in a hurry"), entry.Acts[place.Number]);
                _freed++;
            }
            catch (ActsRefusedException refused) when (refused.Refusals.All(refusal => refusal.Place > 0))
            {
                Assert.DoesNotContain(refused.Refusals, refusal => refusal.Code is "id-taken" or "behind-the-last");
            }
            catch (ActsRefusedException)
            {
                // Others rest on it.
            }
        }
    }

    /// <summary>What stands is what the law says of the day, chains are of what stands, and doing nothing does nothing.</summary>
    private static void CheckStanding(District district, Request request)
    {
        if (district.Version == 0)
        {
            return;
        }

        CheckDerived(district, request);
        CheckSettled(district, request);
        CheckInspectionsDue(district, request);
        for (var row = 0; row < district.Businesses.Register.Count; row++)
        {
            var law = district.Tiers.DecisionOn(row, district.Today);
            Assert.True(
                (law.State, law.FindGrade()) == (district.Tiers.Standing[row].State, district.Tiers.Standing[row].FindGrade()),
                $"After {request.Stamp} {string.Join("; ", request.Acts)} {district.Businesses.Register.IdAt(row)} stands as {district.Tiers.Standing[row]}; the law says {law}");
            var risk = district.RiskGrades.DecisionOn(row, district.Today);
            Assert.Equal((risk.State, risk.FindGrade()), (district.RiskGrades.Standing[row].State, district.RiskGrades.Standing[row].FindGrade()));
            if (district.Chains.Plan is { } plan && plan.On == district.Today && plan.FindChain(row) is { } chain)
            {
                Assert.Equal(law.FindGrade(), chain.Tier);
            }
        }

        if (district.Chains.Plan is { } standing && standing.On == district.Today)
        {
            var again = new ChainPlanner(standing.Levels, standing.Ceilings).Plan(district.Businesses.Register, district.Tiers.Standing, standing.Roster, standing.On, standing);
            Assert.True(again.Changes.IsEmpty, $"After {string.Join("; ", request.Acts)} planning anew changes something: {string.Join("; ", again.Changes)}");
        }

        var nothing = district.Preview(request.Stamp with { On = district.Today, RecordedAt = district.RecordedUpTo, Seen = null, Time = null }, new DayBegan());
        Assert.True(nothing.Entry is null, $"Doing nothing does something: {nothing.Entry}");
    }

    /// <summary>A derived fact is what a plain count gives of every business, whatever was told, put right or voided.</summary>
    private static void CheckDerived(District district, Request request)
    {
        var businesses = district.Businesses.Register.Businesses.ToArray();
        long[] happened = [.. businesses.Select(business => ActGen.HappenedAt(district, business.Id).LongCount(one => one.On <= district.Today && one.On > district.Today.PlusDays(-ActGen.DaysOfHappened)))];
        // Those that stand in no town are compared with each other.
        AreaCode[] towns = [.. businesses.Select(business => business.Area.Ancestor(AreaLevel.Town))];
        for (var row = 0; row < businesses.Length; row++)
        {
            var place = 1 + Enumerable.Range(0, businesses.Length).Count(other => towns[other] == towns[row] && happened[other] > happened[row]);
            Assert.True(
                ((decimal)happened[row], (decimal)place) == (ActGen.Happened.In(businesses[row]), ActGen.Place.In(businesses[row])),
                $"After {request.Stamp} {string.Join("; ", request.Acts)} {businesses[row].Id} has {ActGen.Happened.In(businesses[row])} and place {ActGen.Place.In(businesses[row])}; counted are {happened[row]} and {place}");
            // A slip that was put right is put right in the grade before as well, and at once.
            var tier = ActGen.TierBeforeOf(district, businesses[row].Id, district.Today);
            Assert.True(
                tier == ActGen.TierBefore.In(businesses[row]),
                $"After {request.Stamp} {string.Join("; ", request.Acts)} the tier before of {businesses[row].Id} is {ActGen.TierBefore.In(businesses[row])}; the law says {tier}");
        }
    }

    /// <summary>No deadline that was told is provisional any more once the calendar knows its days.</summary>
    private static void CheckSettled(District district, Request request) => Assert.All(
        district.Cases.All.Where(one => !one.IsClosed).Select(one => ($"case {one.Id}", one.Due))
            .Concat(district.FollowUps.Open.Select(one => ($"follow-up {one.Id}", one.Due)))
            .Concat(district.Tiers.Appeals.Where(one => one.State == AppealState.Open).Select(one => ($"appeal {one.Id} against a tier", (Deadline?)one.Due)))
            .Concat(district.RiskGrades.Appeals.Where(one => one.State == AppealState.Open).Select(one => ($"appeal {one.Id} against a risk grade", (Deadline?)one.Due)))
            .Concat(ToldIn(district.Tiers)).Concat(ToldIn(district.RiskGrades))
            .Concat(district.Rectifications.All.Where(one => one.State is RectificationState.Ordered or RectificationState.Submitted).Select(one => ($"rectification {one.Id}", one.Deadline))),
        told => Assert.False(
            told.Item2 is { IsProvisional: true } due && !due.Settle(district.Calendar.Now).IsProvisional, $"After {request.Stamp} {string.Join("; ", request.Acts)} the deadline of {told.Item1} is provisional still: {told.Item2}"));

    private static IEnumerable<(string, Deadline?)> ToldIn<TGrade>(GradingBook<TGrade> book) where TGrade : struct, Enum =>
        book.Notices.All.SelectMany(notice => new[] { ($"notice {notice.Id}", notice.AppealBy), ($"publication of notice {notice.Id}", notice.PublishedOn is null ? notice.PublishOn : null) });

    /// <summary>
    /// Whose inspection may come has a follow-up with its last day, unless somebody closed it, and nobody else has; what the district counts from its books is what the
    /// day says, and what a plain look at every interval says.
    /// </summary>
    private static void CheckInspectionsDue(District district, Request request)
    {
        var now = district.AsOf(district.Today);
        var schedule = now.InspectionSchedule;
        Assert.Equal(
            schedule.Next.Where(one => one.Latest > district.Today && one.Latest <= district.Today.PlusDays(20)),
            district.DueUpTo(district.Today.PlusDays(20)).SelectMany(turn => turn.Inspections));
        var told = district.FollowUps.Open.Where(one => one.Kind == FollowUpKind.Inspect).Select(one => (one.Businesses[0], one.About!.Value.Id, one.Due!.Value.LastDay)).ToHashSet();
        var due = schedule.Next.Where(one => one.IsOpenOn(district.Today)).Select(one => (one.Business, one.Kind.Code(), one.Latest)).ToHashSet();
        Assert.True(told.IsSubsetOf(due), $"After {request.Stamp} {string.Join("; ", request.Acts)} follow-ups are open for {string.Join("; ", told.Except(due))}");
        Assert.All(due.Except(told), one => Assert.True(
            district.FollowUps.IsTold(one.Item1, new Thing("inspection-due", one.Item2), one.Item3), $"After {request.Stamp} {string.Join("; ", request.Acts)} nobody is told to inspect {one}"));
        foreach (var business in now.Register.Businesses)
        {
            var plain = now.Frequencies.Intervals.Where(interval => interval.InForce.Contains(now.Day) && IsAbout(interval, now, business)).GroupBy(interval => interval.Kind)
                .Select(ofKind => (ofKind.Key, ofKind.Min(interval => LastOf(interval, now, business.Id, district).PlusDays(interval.Most))))
                .OrderBy(one => one.Item2).ThenBy(one => one.Key);
            Assert.Equal(plain, schedule.Of(business.Id).Select(one => (one.Kind, one.Latest)).OrderBy(one => one.Latest).ThenBy(one => one.Kind));
        }
    }

    private static bool IsAbout(InspectionInterval interval, DistrictDay now, Business business)
    {
        var row = now.Register.RowOf(business.Id);
        return BusinessFacts.Status.In(business) is not (OperatingStatus.Closed or OperatingStatus.LicenceRevoked or OperatingStatus.MovedOut)
            && interval.When?.Holds(business) != false
            && interval.Grades.All(some => some.Grading == "tier"
                ? now.Standing[row].FindGrade() is { } tier && some.Grades.Contains($"{tier}")
                : now.RiskGrades[row].FindGrade() is { } risk && some.Grades.Contains($"{risk}"));
    }

    private static LocalDate LastOf(InspectionInterval interval, DistrictDay now, BusinessId business, District district) => now.Inspections
        .Where(one => one.Business == business && one.IsDone && (interval.After.IsEmpty ? one.Kind == interval.Kind : interval.After.Contains(one.Kind)) && (one.IsFull || !interval.FullOnly))
        .Select(one => { for (var first = one; ; first = now.Inspections.Single(other => other.Id == first.Replaces)) { if (first.Replaces is null) { return first.FinishedOn!.Value; } } })
        .DefaultIfEmpty(district.Businesses.OpenedOn(now.Register.RowOf(business))).Max();

    /// <summary>
    /// Whoever takes over entry after entry, and looks in between, sees the same, and is told what followed then: to the letter, without any code of the user's, and also where nothing was told of
    /// the entries before.
    /// </summary>
    private void Follow()
    {
        var (follower, sometimes) = (new District(Settings), new District(Settings));
        foreach (var (entry, told) in _read.Zip(_told))
        {
            Retell(follower, entry, told);
            Same(_seen[_versions.IndexOf((int)entry.Number)], Show(follower), $"followed up to {entry.Number}");
            if (entry.Number % 2 == 0)
            {
                Retell(sometimes, entry, told);
            }
            else
            {
                sometimes.Redo(entry);
            }
        }

        Same(_seen[^1], Show(sometimes), "followed and told now and then");

        void Retell(District district, Entry entry, Consequences told)
        {
            // Whatever asks the fuse while entries are redone throws.
            _acts.IsArmed = true;
            var again = district.RedoWithConsequences(entry);
            _acts.IsArmed = false;
            Same(Show(told), Show(again), $"what followed from entry {entry.Number}");
            Assert.Equal(told, again);
        }
    }

    /// <summary>Opened from its first entries, a district goes on as if nothing had been cut; what it takes back meanwhile leaves nothing.</summary>
    private void CutAt(int cut, District whole, IEnumerable<LocalDate> days)
    {
        // Whatever asks the fuse while entries are redone throws.
        _acts.IsArmed = true;
        var again = District.Open(Settings, _read.Take(cut));
        _acts.IsArmed = false;
        var from = _versions.IndexOf(cut);
        Same(_seen[from], Show(again), $"redone up to {cut}");
        CheckDays(whole, again, days);
        foreach (var request in _requests.Skip(from).Take(_random.Next(5)))
        {
            Try(() => again.Apply(request.Stamp, request.Acts), request, out _);
        }

        again.TakeBack();
        Same(_seen[from], Show(again), $"redone up to {cut} and taken back");
        for (var at = from; at < _requests.Count; at++)
        {
            var done = Try(() => again.Apply(_requests[at].Stamp, _requests[at].Acts), _requests[at], out _);
            Assert.Equal(_versions[at + 1], again.Version);
            if (done?.Entry is { } entry)
            {
                Same(Show(_entries[(int)entry.Number - 1]), Show(entry), $"cut at {cut}, entry {entry.Number}");
            }
        }

        Same(_seen[^1], Show(again), $"cut at {cut} and continued");
    }

    /// <summary>Days of the past that are looked at, by the last entry that was recorded until their end: every one on which something was recorded, and others.</summary>
    private ILookup<int, LocalDate> PastDays(District whole)
    {
        var days = new SortedSet<LocalDate>(_dayEnds.Keys);
        for (var day = _entries.Count == 0 ? LocalDate.MaxIsoValue : DayOf(_entries[0]).PlusDays(-1); day <= whole.Today; day = day.PlusDays(1 + _random.Next(4)))
        {
            days.Add(day);
        }

        return days.ToLookup(day => _entries.Count(entry => DayOf(entry) <= day));
    }

    /// <summary>Of any past day the district says what it said at its end, and with the entries up to then what it said then.</summary>
    private void CheckDays(District whole, District prefix, IEnumerable<LocalDate> days)
    {
        foreach (var day in days)
        {
            var (known, now) = (prefix.AsOf(day), whole.AsOf(day));
            if (_dayEnds.TryGetValue(day, out var then))
            {
                Same(then, Decisions(now), $"as of {day}");
            }

            Same(Decisions(known), Decisions(now), $"as of {day}, by entries up to then");
            Assert.Equal(known.ToBeTied, now.ToBeTied);
            CheckGround(now);
            _days++;
        }
    }

    /// <summary>Areas of a day, and places, names and facts of the businesses, are what the acts up to it say; and nothing stands nowhere.</summary>
    private void CheckGround(DistrictDay now)
    {
        var (_, areas, businesses) = _plain.GroundOn(now.Day);
        Assert.Equal(areas, now.Areas.Areas.Select(area => KeyValuePair.Create(area.Code, area.Name)));
        Assert.Equal(businesses.Select(told => PlainDistrict.Show(told.Key, told.Value)), now.Register.Businesses.OrderBy(business => business.Id.Value, StringComparer.Ordinal).Select(PlainDistrict.Show));
        Assert.Equal(_plain.AreasInEffectOn(now.Day), now.AreasInEffect.Areas.Select(area => KeyValuePair.Create(area.Code, area.Name)));
        Assert.All(
            now.Roster.Posts.Select(post => post.Area).Concat((now.Grids?.Grids ?? []).SelectMany(grid => grid.Areas)).Concat((now.Stations?.Links ?? []).Select(link => link.Town)),
            area => Assert.True(areas.ContainsKey(area), $"On {now.Day} something stands in {area}, which is no area."));
    }

    /// <summary>
    /// Of a day the district says of what was done what another says that was never told of anything later, nor of what does not count; and whatever
    /// finds things by something else than their ids finds the same.
    /// </summary>
    private void CheckDeeds(District whole)
    {
        var voidable = VoidableKinds(whole);
        foreach (var day in new[] { whole.Today, whole.Today.PlusDays(-_random.Next(12)), whole.Today.PlusDays(-_random.Next(50)) }.Distinct())
        {
            var other = District.Open(Settings, _plain.Until(day, voidable));
            var now = whole.AsOf(day);
            Same(Deeds(other, day, now.Register), Deeds(now, whole), $"deeds as of {day}");
            if (day == whole.Today)
            {
                Same(Indexes(other), Indexes(whole), "found by something else than an id");
            }

            _deeds++;
        }
    }

    /// <summary>The sorts of things of which acts can be voided, as a district names them.</summary>
    public static IReadOnlySet<string> VoidableKinds(District district)
    {
        var stamp = new Stamp("p0", district.Today, district.RecordedUpTo);
        var refused = Assert.Throws<ActsRefusedException>(() => district.Preview(stamp, new ActVoided(new Thing("nothing", "1"), new ActPlace(1, 0), "asked")));
        return Assert.Single(refused.Refusals).Allowed.English.Split(", ").ToHashSet();
    }

    /// <summary>
    /// What was published is made again of the district as it was known then, whatever came later; stands in the act as it was told; and counts what a plain
    /// loop counts. Which reports stand, were withdrawn and were corrected is what the acts say; of one area, day and period at most one stands.
    /// </summary>
    private void CheckPublished(District whole)
    {
        foreach (var report in _read.SelectMany(entry => entry.Acts).OfType<ReportPublished>())
        {
            var known = District.Open(Settings, _read.Take((int)report.Version)).AsOf(report.Day);
            var card = Scorecard.Of(known)[report.Area];
            Assert.Empty(card.DifferencesFrom(report));
            CheckCounted(card, known, District.Open(Settings, _read.Take((int)report.Version)));
            _published++;
        }

        foreach (var day in new[] { whole.Today, whole.Today.PlusDays(-_random.Next(30)) })
        {
            Assert.Equal(
                _plain.PublishedOn(day).Select(report => (report.Report.Id, report.Withdrawn)).OrderBy(report => report.Id.Number),
                whole.AsOf(day).Publications.Select(report => (report.Id, report.Withdrawn?.On)).OrderBy(report => report.Id.Number));
        }

        var published = _plain.PublishedOn(whole.Today).ToArray();
        Assert.All(published, told => Assert.Equal(
            (told.CorrectedBy, told.Withdrawn is null && told.CorrectedBy is null),
            (whole.Publications.FindCorrectionOf(told.Report.Id)?.Id, whole.Publications.Stands(whole.Publications[told.Report.Id]))));
        Assert.All(
            published.Where(told => told.Withdrawn is null && told.CorrectedBy is null).GroupBy(told => (told.Report.Area, told.Report.Day, told.Report.From)), same => Assert.Single(same));
        if (_entries.Count > 0)
        {
            var any = whole.AsOf(DayOf(_entries[_random.Next(_entries.Count)]));
            CheckCounted(Scorecard.Of(any)[any.Areas.Codes[_random.Next(any.Areas.Count)]], any, whole);
        }
    }

    /// <summary>A scorecard counts what asking about every business counts; of posts and daily records, which hang on rules, the laws of scorecards speak.</summary>
    private void CheckCounted(ScorecardEntry card, DistrictDay day, District district)
    {
        var plain = new PlainScorecard(day, district.Rectifications, card.Area);
        Assert.All(
            ScorecardMeasure.All[..27],
            measure => Assert.True(plain.Count(measure) == card[measure], $"{measure} of {card.Area} on {day.Day}: {plain.Count(measure)} expected, {card[measure]} found."));
        _scorecards++;
    }

    /// <summary>No text that somebody wrote has a part in what stands: the district opened from entries with other texts is the same in all but those texts.</summary>
    private void CheckBlanked()
    {
        const string blank = "〔0〕";
        var number = 0;
        Assert.All(_read, entry => Assert.Equal(entry, _format.WithFreeTexts(entry, text => text.Text)));

        // Each text another, and all the same: nothing between them can make a difference.
        Entry[] numbered = [.. _read.Select(entry => _format.WithFreeTexts(entry, _ => $"〔{++number}〕"))];
        Entry[] blanked = [.. numbered.Select(entry => _format.Read(_format.Write(_format.WithFreeTexts(entry, _ => blank))))];
        Assert.All(blanked, entry => Assert.All(_format.FreeTextsOf(entry), text => Assert.Equal(blank, text.Text)));
        Assert.Equal(number, blanked.Sum(entry => _format.FreeTextsOf(entry).Length));
        var (one, other) = (District.Open(Settings, numbered), District.Open(Settings, blanked));
        Same(Blanked(Show(one)), Blanked(Show(other)), "opened from entries with other texts");
        Same(Blanked(Show(one.AsOf(one.Today))), Blanked(Show(other.AsOf(other.Today))), "opened from entries with other texts, as of today");
        _blanked += number;

        // What is the same in both languages is shown once.
        static string Blanked(string shown) => System.Text.RegularExpressions.Regex.Replace(shown, "〔[0-9]+〕( / 〔[0-9]+〕)?", blank);
    }

    /// <summary>Acts of a unit on things that have nothing to do with each other may be taken in either order: whenever both orders are taken, the same stands.</summary>
    private void CheckOrder()
    {
        for (var at = 0; at < _requests.Count; at++)
        {
            var (number, acts) = (_versions[at] + 1, _requests[at].Acts);
            if (_versions[at + 1] < number || acts.Length < 2 || !_entries[number - 1].Acts.Where(act => act is not FactsDerived).Select(act => act.Kind).SequenceEqual(acts.Select(act => act.Kind)))
            {
                continue;
            }

            var place = _random.Next(acts.Length - 1);
            var (one, other) = (acts[place], acts[place + 1]);
            if (one.Thing is not { } first || other.Thing is not { } second || first == second || one is AreaAct || other is AreaAct)
            {
                continue;
            }

            // Of two rectifications of one finding the one recorded last is found by it.
            if (one is RectificationAct { Finding: { } finding } && other is RectificationAct { Finding: { } same } && finding == same)
            {
                continue;
            }

            // Of two grades told to one business on one day the one recorded last is made public.
            if (one.GetType() == other.GetType() && ToldTo(one) is { } told && told == ToldTo(other))
            {
                continue;
            }

            var turned = District.Open(Settings, _read.Take(number - 1));
            ImmutableArray<Act> swapped = [.. acts[..place], other, one, .. acts[(place + 2)..]];
            // What an act is filled in with from what the other did makes them related: a round takes the areas in which businesses lie.
            if (Try(() => turned.Apply(_requests[at].Stamp, swapped), _requests[at], out _)?.Entry is { } entry && Told(entry).SequenceEqual(Turned([.. Told(_entries[number - 1])], place)))
            {
                Same(Parts(_seen[at + 1]), Parts(Swapped(Show(turned), $"{number}.{place}", $"{number}.{place + 1}")), $"{one.Kind} and {other.Kind} in the other order");
                _commuted++;
            }
        }

        static BusinessId? ToldTo(Act act) => act switch
        {
            GradeNotified<Tier> notified => notified.Business,
            GradeNotified<RiskGrade> notified => notified.Business,
            GradeNotified<OwnGrade> notified => notified.Business,
            _ => null,
        };

        static IEnumerable<Act> Told(Entry entry) => entry.Acts.Where(act => act is not FactsDerived);

        static Act[] Turned(Act[] told, int place)
        {
            (told[place], told[place + 1]) = (told[place + 1], told[place]);
            return told;
        }

        // Lists are in the order recorded, which is the other here; what stands in them is the same.
        static string Parts(string seen) => string.Join('\n', seen.Split(['\n', ';', '|', ' ', ',', '[', ']']).Order(StringComparer.Ordinal));

        static string Swapped(string seen, string one, string other) =>
            System.Text.RegularExpressions.Regex.Replace(seen, $@"(?<![\d.]){one.Replace(".", @"\.", StringComparison.Ordinal)}(?!\d)|(?<![\d.]){other.Replace(".", @"\.", StringComparison.Ordinal)}(?!\d)", found => found.Value == one ? other : one);
    }

    private Consequences? Try(Func<Consequences> take, Request request, out bool thrown, bool isCounted = false)
    {
        _acts.IsArmed = request.IsArmed;
        thrown = false;
        try
        {
            return take();
        }
        catch (ActsRefusedException refused)
        {
            _refusals.AddRange(isCounted ? refused.Refusals.Select(refusal => refusal.Place is { } place ? request.Acts[place].Kind : "unit") : []);
            return null;
        }
        catch (Exception e) when (e is CustomConditionException or DerivedFactException && e.InnerException is FuseException)
        {
            thrown = true;
            return null;
        }
        finally
        {
            _acts.IsArmed = false;
        }
    }

    private Stamp Sign(LocalDate day, int second, long version) => new($"p{_random.Next(3)}", _random.Next(4) == 0 ? day.PlusDays(-_random.Next(10)) : day, At(day, second))
    {
        EnteredBy = _random.Next(4) == 0 ? "clerk" : null,
        // Of what was done today, sometimes a time to come.
        Time = _random.Next(4) == 0 ? new LocalTime(_random.Next(10), 30) : null,
        Seen = _random.Next(6) == 0 ? _random.NextInt64(version + 1) : null,
    };

    private static Instant At(LocalDate day, int second) => ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(8) + Duration.FromSeconds(second);

    private static LocalDate DayOf(Entry entry) => ChinaTime.DateOf(entry.Stamp.RecordedAt);

    private static void Same(string expected, string actual, string what)
    {
        if (expected != actual)
        {
            var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
            var at = Enumerable.Range(0, Math.Min(wanted.Length, got.Length)).FirstOrDefault(line => wanted[line] != got[line], Math.Min(wanted.Length, got.Length));
            Assert.Fail($"{what}, line {at}\n  expected {wanted.ElementAtOrDefault(at)}\n  actual   {got.ElementAtOrDefault(at)}");
        }
    }
}
