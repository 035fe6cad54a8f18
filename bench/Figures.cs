namespace Lapwing.Bench;

/// <summary>A table of figures: what was measured, beside what it has to be.</summary>
internal sealed class Figures
{
    private readonly List<string[]> rows = [["figure", "measured", "target", ""]];

    /// <summary>A figure that may be at most so much.</summary>
    public void AtMost(string figure, double measured, double target, string unit, string more = "") =>
        Add(figure, measured, $"≤ {Number(target)} {unit}", unit, measured <= target, more);

    /// <summary>A figure that must be at least so much.</summary>
    public void AtLeast(string figure, double measured, double target, string unit, string more = "") =>
        Add(figure, measured, $"≥ {Number(target)} {unit}", unit, measured >= target, more);

    /// <summary>A figure without a target.</summary>
    public void Tell(string figure, double measured, string unit, string more = "") => Add(figure, measured, "", unit, met: null, more);

    public void Print()
    {
        var widths = Enumerable.Range(0, 3).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
            Console.WriteLine($"{row[0].PadRight(widths[0])}   {row[1].PadLeft(widths[1])}   {row[2].PadRight(widths[2])}   {row[3]}".TrimEnd());
    }

    private void Add(string figure, double measured, string target, string unit, bool? met, string more) => rows.Add(
        [figure, $"{Number(measured)} {unit}{more}".TrimEnd(), target.TrimEnd(), met switch { true => "met", false => "missed", null => "" }]);

    private static string Number(double number) => number switch
    {
        0 => "0",
        < 10 => $"{number:0.00}".TrimEnd('0').TrimEnd('.'),
        < 100 => $"{number:0.0}".TrimEnd('0').TrimEnd('.'),
        _ => $"{number:N0}",
    };
}
