using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>Random concerns that the contract accepts.</summary>
internal static class Generators
{
    private const int MadeOrHeld = Told.AdultMadeOrHeldImages - Told.ImmediateDanger;
    private const int Arrested = Told.Arrested - Told.ImmediateDanger;
    private static readonly string[] roles = ["shown", "shared", "received", "harmed", "acting", "household"];
    private static readonly Gen<string?> any = Gen.OneOf<string?>("yes", "no", "not-known", null);
    private static readonly Gen<string?> mostlyNo = Gen.OneOf<string?>("no", "no", "no", "no", "no", "no", "yes", "not-known", null);
    private static readonly Gen<string?> mostlyNotKnown = Gen.OneOf<string?>("not-known", null, "not-known", null, "not-known", "yes", "no");

    private static readonly Gen<string[]> forms =
        Gen.OneOf<int[]>(Gen.Int[0, Known.Forms.Count - 1].Array[1, 4], Gen.Int[9, 12].Array[1, 2])
            .Select(chosen => chosen.Select(i => Known.Forms[i]).ToArray());

    private static readonly Gen<ChildTold[]> children =
        Gen.Select(Gen.OneOf(roles).Array[1, 3], Gen.OneOf<int>(Gen.Int[-4, 17], Gen.Int[11, 14]))
            .Select((parts, age) => new ChildTold(parts, age < 0 ? null : age)).Array[0, 3];

    private static readonly Gen<InstantTold> instants =
        from minute in Gen.Long[0, 84 * 365 * 24 * 60]      // the first minute of 2016 to well into 2099, as written
        from seconds in Gen.OneOf("", ":00", ":59", ":30.250", ":00.9999999999")
        from offset in Gen.OneOf<int>(Gen.Const(0), Gen.Int[-840, 840], Gen.OneOf(-840, 60, 840))
        from zulu in Gen.Bool
        select new InstantTold(new DateTime(2016, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minute), seconds, offset, zulu);

    /// <summary>Concerns of every kind.</summary>
    public static Gen<ConcernTold> Concerns { get; } = Of(Gen.OneOf<string?[]>(Answers(any), Answers(mostlyNo), Answers(mostlyNotKnown)));

    /// <summary>Concerns with few facts not known, so that every combination of them can be tried quickly.</summary>
    public static Gen<ConcernTold> NearlyKnown { get; } = Of(Answers(mostlyNo)).Where(told => ulong.PopCount(Known.Of(told.Node).NotKnown) <= 9);

    private static Gen<string?[]> Answers(Gen<string?> answer) => answer.Array[Known.Answers.Count];

    private static Gen<ConcernTold> Of(Gen<string?[]> answers) =>
        from f in forms
        from c in children
        from a in answers
        from aware in instants
        from arrest in instants
        from tells in Gen.Bool
        select new ConcernTold(f, c, Accepted(a, f), aware, tells && a[Arrested] == "yes" ? arrest : null);

    // An adult who made or held images needs a sexual form.
    private static string?[] Accepted(string?[] answers, string[] forms)
    {
        if (answers[MadeOrHeld] == "yes" && !ConcernTold.IsSexual(forms)) answers[MadeOrHeld] = "not-known";
        return answers;
    }
}

/// <summary>A child of a random concern.</summary>
internal sealed record ChildTold(string[] Roles, int? Age);

/// <summary>A time as it is written, and what the offset makes of it.</summary>
internal sealed record InstantTold(DateTime Written, string Seconds, int OffsetMinutes, bool Zulu)
{
    public DateTime Utc => Written.AddMinutes(-OffsetMinutes);

    public override string ToString()
    {
        var sign = OffsetMinutes < 0 ? '-' : '+';
        var offset = Zulu && OffsetMinutes == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture,
            $"{sign}{Math.Abs(OffsetMinutes) / 60:00}:{Math.Abs(OffsetMinutes) % 60:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{Written:yyyy-MM-ddTHH:mm}{Seconds}{offset}");
    }
}

/// <summary>A random concern as it would be written; an answer that is null is left out.</summary>
internal sealed record ConcernTold(string[] Forms, ChildTold[] Children, string?[] Answers, InstantTold Aware, InstantTold? Arrest)
{
    public string Json => Write(static parts => parts);

    public JsonNode Node => JsonNode.Parse(Json)!;

    public Casework.Triage.Concern Concern => Casework.Triage.ConcernJson.Read(System.Text.Encoding.UTF8.GetBytes(Json)).Concern!;

    public static bool IsSexual(IEnumerable<string> forms) => forms.Any(form => Known.Forms.Take(9).Contains(form));

    /// <summary>The same concern with properties, forms, children, roles and answers in another order.</summary>
    public string Shuffled(int seed)
    {
        var random = new Random(seed);
        return Write(parts =>
        {
            random.Shuffle(parts);
            return parts;
        });
    }

    /// <summary>The same with one answer told anew.</summary>
    public ConcernTold With(int answer, string? told)
    {
        string?[] answers = [.. Answers];
        answers[answer] = told;
        return this with { Answers = answers, Arrest = answers[Told.Arrested - Told.ImmediateDanger] == "yes" ? Arrest : null };
    }

    private string Write(Func<string[], string[]> order)
    {
        string List(IEnumerable<string> parts) => string.Join(',', order([.. parts]));
        string Roles(ChildTold child) => $"\"roles\":[{List(child.Roles.Select(Quoted))}]";
        var children = Children.Select(c => $"{{{List(c.Age is { } age ? [Roles(c), $"\"age\":{age}"] : [Roles(c)])}}}");
        var answers = Answers.Select((answer, i) => (answer, i)).Where(a => a.answer is not null).Select(a => $"\"{Known.Answers[a.i]}\":\"{a.answer}\"");
        List<string> properties =
        [
            $"\"awareAt\":\"{Aware}\"", $"\"forms\":[{List(Forms.Select(Quoted))}]", $"\"children\":[{List(children)}]", $"\"answers\":{{{List(answers)}}}",
        ];
        if (Arrest is not null) properties.Add($"\"arrestedAt\":\"{Arrest}\"");
        return $"{{{List(properties)}}}";
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
