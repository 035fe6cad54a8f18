using System.Globalization;
using System.Text.Json;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>A worked example: fictional, told in words, to start from.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Story">What happened.</param>
/// <param name="Concern">Its facts.</param>
public sealed record Example(int Number, string Story, Concern Concern)
{
    private static readonly Lazy<IReadOnlyList<Example>> all = new(Read);

    /// <summary>All of them. The tests compare their decisions with those of another implementation.</summary>
    public static IReadOnlyList<Example> All => all.Value;

    /// <summary>Its facts, as somebody would have typed them.</summary>
    public Typed Typed => ConcernFields.Of(Concern);

    private static Example[] Read()
    {
        using var file = typeof(Example).Assembly.GetManifestResourceStream("worked-examples.json")!;
        using var examples = JsonDocument.Parse(file);
        return [.. examples.RootElement.EnumerateArray().Select((example, i) => new Example(i + 1, example.GetProperty("story").GetString()!,
            ConcernJson.Read(JsonSerializer.SerializeToUtf8Bytes(example.GetProperty("facts"))).Concern!))];
    }
}

/// <summary>A concern as the fields that would say it, and as the line that the API takes.</summary>
public static class ConcernFields
{
    private static readonly JsonSerializerOptions withoutNull =
        new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>As fields.</summary>
    public static Typed Of(Concern concern)
    {
        ArgumentNullException.ThrowIfNull(concern);
        var typed = new Typed { ["aware"] = "earlier", [Fields.ChildrenAsked] = "yes" };
        Fields.SetDay(typed, "aware", concern.AwareOn);
        typed[Fields.AwareTime] = London.TimeOf(concern.AwareAt).ToString("HH:mm", CultureInfo.InvariantCulture);
        typed.Choose(Fields.Forms, [.. Forms.All.Where(form => concern.Facts[form] == Answer.Yes).Select(form => form.Name)],
            Forms.All.Select(form => form.Name));
        foreach (var question in Questions.All) typed[question.Name] = Name(concern.Facts[question]);
        if (concern.ArrestedOn is { } arrested) Fields.SetDay(typed, Fields.Arrested, arrested);
        ChildRow.Set(typed, [.. concern.Children.Select(child => new ChildRow(null, [.. RolesOf(child)], Number(child.Age), child.IsSeveral,
            child.IsSeveral ? Number(child.Count) : null))]);
        return typed;
    }

    /// <summary>As the line that the API and the command line take; several children are one of the age of their youngest, who decides the same.</summary>
    public static string Json(Concern concern)
    {
        ArgumentNullException.ThrowIfNull(concern);
        var answers = Questions.All.Where(q => concern.Facts[q] != Answer.NotKnown
            && (q != Questions.AdultMadeOrHeldImages || (concern.Facts.Yes & Forms.Sexual.Mentions) != 0));
        return JsonSerializer.Serialize(new
        {
            awareAt = Instant(concern.AwareAt),
            forms = Forms.All.Where(form => concern.Facts[form] == Answer.Yes).Select(form => form.Name),
            children = concern.Children.Select(child => child.Age is { } age ? new { roles = RolesOf(child), age } : (object)new { roles = RolesOf(child) }),
            answers = answers.ToDictionary(q => q.Name, q => Name(concern.Facts[q])),
            arrestedAt = concern.ArrestedAt is { } arrested ? Instant(arrested) : null,
        }, withoutNull);
    }

    private static IEnumerable<string> RolesOf(Child child) => ChildWords.Parts.Where(part => child.Roles.HasFlag(part.Role)).Select(part => part.Name);

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Name(Answer answer) => answer switch { Answer.Yes => "yes", Answer.No => "no", _ => "not-known" };

}
