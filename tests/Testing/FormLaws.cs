using System.Text.Json;
using System.Text.Json.Nodes;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Fields;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;

namespace Lapwing.Testing;

/// <summary>
/// What holds for every form of a case: what was recorded is shown and read again as it was, what is not offered is refused, what is needed is missed, each
/// answer fills the parameter of its name. Each breach is a line; none where the form is right.
/// </summary>
public static class FormLaws
{
    private static readonly string[] junk = ["7", "planted", "0,1", "-1"];

    /// <summary>What a form breaks for something that it recorded.</summary>
    /// <param name="form">The form.</param>
    /// <param name="recorded">What it recorded.</param>
    /// <param name="view">The case in which it stands.</param>
    /// <param name="by">Who puts it right.</param>
    public static IReadOnlyList<string> Broken(CaseForm form, Content recorded, CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(form);
        var writing = new Writing(view, by, new(DemonstrationPeople.All), Guid.Empty);
        var shown = form.Open(writing, recorded);
        var blank = form.Blank().Asked.Select(asked => asked.Key).ToHashSet(StringComparer.Ordinal);
        var typed = Typed(shown);
        List<string> broken = [];
        Content? Read(IEnumerable<KeyValuePair<string, string>> with, out IReadOnlyList<Refusal> wrong)
        {
            var filled = form.Read(writing, with.ToLookup(one => one.Key, one => one.Value), recorded);
            wrong = filled.Wrong;
            if (filled.Closed is { } closed) broken.Add($"what stands cannot be put right: {closed.Words}");
            return filled.Contents.Count > 0 ? filled.Contents[0] : null;
        }

        var again = Read(typed, out var amiss);
        if (Json(again) != Json(recorded) || amiss.Count > 0)
            broken.Add($"shown and read again it is {Json(again)}, not {Json(recorded)}; {amiss.Count} amiss");
        foreach (var asked in shown.Asked.Where(asked => asked.As != AskedAs.Note))
        {
            if (!blank.Contains(asked.Key)) broken.Add($"{asked.Key} is shown, and does not stand on the blank form");
            if (IsAsleep(shown, asked)) continue;
            var others = typed.Where(one => !asked.Fields.Contains(one.Key)).ToList();
            foreach (var wrong in Wrong(asked))
            {
                Read(others.Concat(wrong), out var found);
                if (!found.Any(refusal => refusal.Field == asked.Key)) broken.Add($"{asked.Key} takes {string.Join(" and ", wrong.Select(one => one.Value))}");
            }

            if (asked.As is not (AskedAs.Line or AskedAs.Words)) continue;
            var changed = Read(others.Append(new(asked.Key, "other words")), out _);
            var differ = Differ(recorded, changed);
            if (differ is not [var only] || !only.Equals(asked.Key.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
                broken.Add($"{asked.Key} changes {(differ.Count == 0 ? "nothing" : string.Join(", ", differ))}");
        }

        return broken;
    }

    /// <summary>What a form misses where nothing at all was typed: the fields, in the order of the page.</summary>
    public static IReadOnlyList<string> Needed(CaseForm form, CaseView view, Author by)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. form.Read(new(view, by, Staff.Nobody, Guid.Empty), Array.Empty<string>().ToLookup(one => one)).Wrong.Select(refusal => refusal.Field)];
    }

    // Each way of answering a question with what is not offered.
    private static IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> Wrong(Asked asked)
    {
        switch (asked.As)
        {
            case AskedAs.OneOf or AskedAs.Select or AskedAs.Given:
                foreach (var text in junk) yield return [new(asked.Key, text)];
                if (asked.Offered.Count > 1) yield return [new(asked.Key, asked.Offered[0].Value), new(asked.Key, asked.Offered[1].Value)];
                break;
            case AskedAs.AnyOf:
                foreach (var text in junk) yield return [new(asked.Key, text)];
                break;
            case AskedAs.Number:
                foreach (var text in new[] { "many", "-1", "1.5" }) yield return [new(asked.Key, text)];
                break;
            case AskedAs.Day: yield return [new($"{asked.Key}-day", "31"), new($"{asked.Key}-month", "2"), new($"{asked.Key}-year", "2026")]; break;
            default: break;
        }
    }

    private static bool IsAsleep(Filled filled, Asked asked) => asked.Under is var (key, value)
        && filled.Asked.First(other => other.Key == key).Value is var chosen && chosen != value;

    private static List<KeyValuePair<string, string>> Typed(Filled shown) => [.. shown.Asked.Where(asked => asked.As != AskedAs.Note)
        .SelectMany(asked => asked.As == AskedAs.Day ? asked.Fields.Zip(asked.Values, KeyValuePair.Create) : asked.Values.Select(value => new
            KeyValuePair<string, string>(asked.Key, value)))];

    private static string Json(Content? content) => content is null ? "nothing" : JsonSerializer.Serialize(content, content.GetType());

    private static List<string> Differ(Content one, Content? other)
    {
        if (other is null || other.GetType() != one.GetType()) return ["its kind"];
        var (before, after) = (JsonNode.Parse(Json(one))!.AsObject(), JsonNode.Parse(Json(other))!.AsObject());
        return [.. after.Where(member => member.Value?.ToJsonString() != before[member.Key]?.ToJsonString()).Select(member => member.Key)];
    }
}
