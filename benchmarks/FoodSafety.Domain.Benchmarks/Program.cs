using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Grading;
var task = TierCase.Of(100_000);
foreach (var (n, w) in new (string, IWay)[] {
  ("hand", new HandWrittenLoop(task.Population.Businesses)), ("hand2", new HandWrittenLoop(task.Population.Businesses, 2)),
  ("ours", new ColumnsWay<Tier>(task.Table, TierCase.Standing, TierCase.Policy)),
  ("mixed", new ColumnsWay<Tier>(task.Population.ToTable(null, false), TierCase.Standing, TierCase.Policy, 2)),
  ("deleg", new DelegateLoop(task.Population.Businesses)), ("linq", new Linq(task.Population.Businesses)),
  ("duck", new DuckDbWay(task, 2)), ("sqlite", new SqliteWay(task)), ("nrules", new NRulesWay(task)) }) {
  w.Regrade(); task.Expected.RequireEqual(w.Read(), n); Console.WriteLine(n); }
Console.WriteLine(string.Join(",", task.Expected.Histogram) + " changed " + task.Expected.Changed.Count);
Console.WriteLine(string.Join(",", task.Expected.Rules.GroupBy(r => r).OrderBy(r => r.Key).Select(g => $"{(TierRule)g.Key}:{g.Count()}")));
var small = TierCase.Of(10_000); var re = new RulesEngineWay(small); re.Regrade(); small.Expected.RequireEqual(re.Read(), "re");
var risk = RiskCase.Of(100_000);
foreach (var (n, w) in new (string, IWay)[] { ("hand", new HandWrittenScoreCard(risk.Sellers)), ("ours", new ColumnsWay<RiskGrade>(risk.Table, RiskCase.Standing, RiskCase.Policy)) }) { w.Regrade(); risk.Expected.RequireEqual(w.Read(), n); }
Console.WriteLine(string.Join(",", risk.Expected.Histogram) + " changed " + risk.Expected.Changed.Count);
Console.WriteLine(new ColumnScan(task).BytesPerBusiness);
Console.WriteLine(TierCase.Policy.Rules.Length);
