using System.Globalization;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Check;

/// <summary>The fields of the intake's pages: their names, and what a posted page puts into them.</summary>
public static class Fields
{
    public const string Forms = "forms";
    public const string AwareTime = "aware-time";
    public const string SaidOn = "said-on";
    public const string Arrested = "arrested";
    public const string AwareDay = "aware-date-day";
    public const string ArrestedDay = "arrested-date-day";
    public const string ChildrenAsked = "children-asked";
    public const string StoryAsked = "story-asked";
    public const string LeadMaySee = "lead-may-see";
    public const string LeadInstead = "lead-instead";
    public const string ToldBy = "told-by";
    public const string ToldWords = "told-by-words";
    public const string CameAs = "came-as";
    public const string AskedOf = "asked-of";
    public const string Why = "why";

    /// <summary>Whether it is kept for its author: as a new report, or as a change of one.</summary>
    public const string Kept = "kept";

    /// <summary>It is kept as a new report.</summary>
    public const string AsReport = "report";

    /// <summary>It is kept as a change of the facts of one.</summary>
    public const string AsChange = "change";

    /// <summary>The fields of what happened, in words.</summary>
    public static readonly IReadOnlyList<string> Story = ["story", "own-words", "devices"];

    /// <summary>The fields of what whoever answers the telephone asks. They decide nothing; where nothing is kept, they stand in the page alone.</summary>
    public static readonly IReadOnlyList<string> Call = ["call-where", "call-reach", "own-words", "call-who-knows"];

    /// <summary>Which of those who may be called know already.</summary>
    public const string Knowing = "call-knowing";

    /// <summary>What whoever answers asks, as far as it was written.</summary>
    public static CallNotes CallNotes(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return new(typed["call-where"], typed["call-who-knows"], typed["own-words"], typed["call-reach"])
        {
            Knowing = [.. Casework.Triage.CallNotes.MayKnow.Where(one => typed.Chosen(Knowing).Contains(one.Name))],
        };
    }

    /// <summary>The most characters of a field of <see cref="Call"/>.</summary>
    public const int MostOfCall = 500;

    /// <summary>The fields that hold words, which may be long.</summary>
    public static readonly IReadOnlyCollection<string> Words = [.. Story.Union(Call), Why, ToldWords];

    /// <summary>The most children of one concern, and of one row of several.</summary>
    public const int MostChildren = 200;

    /// <summary>The page that asks about an arrest.</summary>
    public const int ArrestPage = 8;

    private const string Children = "children";

    private static readonly HashSet<string> own = new(
        [
            .. Questions.All.Select(question => question.Name), .. Words, .. OfDay("aware"), .. OfDay(Arrested),
            Forms, AwareTime, SaidOn, LeadMaySee, LeadInstead, ToldBy, CameAs, AskedOf, Children, Knowing, "aware", "page", "go",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a page of the intake or of a report asks a field. Nothing else that is sent with one is kept, nor is its name.</summary>
    public static bool Has(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (own.Contains(field)) return true;
        return field.Split('-') is ["child", var number, "part" or "age" or "person" or "several" or "count"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var child) && child is > 0 and <= MostChildren;
    }

    /// <summary>The field of a child's parts; children are counted from 1.</summary>
    public static string ChildPart(int child) => $"child-{child}-part";

    /// <summary>Who a child is, where they are in a case already.</summary>
    public static string ChildPerson(int child) => $"child-{child}-person";

    /// <summary>The field of a child's age.</summary>
    public static string ChildAge(int child) => $"child-{child}-age";

    /// <summary>Whether a row is several children with the same part.</summary>
    public static string ChildSeveral(int child) => $"child-{child}-several";

    /// <summary>The field of how many they are.</summary>
    public static string ChildCount(int child) => $"child-{child}-count";

    /// <summary>How many rows of children the page shows: at least one, to be filled in or left empty.</summary>
    public static int ChildrenTyped(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Math.Clamp(typed.Number(Children), 1, MostChildren);
    }

    /// <summary>Takes a posted page: each of its fields as it is there, those that are not there as empty.</summary>
    public static void Take(Typed typed, IFormCollection form, int page, IEnumerable<Question> asks)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(form);
        foreach (var question in asks) typed[question.Name] = form[question.Name];
        switch (page)
        {
            case 1:
                foreach (var field in new[] { "aware", "aware-day", "aware-month", "aware-year", AwareTime }) typed[field] = form[field];
                break;
            case Intake.FormsOfHarm: typed.Choose(Forms, form[Forms], Casework.Triage.Forms.All.Select(f => f.Name)); break;
            case Intake.Children: TakeChildren(typed, form); break;
            case Intake.Story:
                TakeWords(typed, form, typed[Kept] is null ? Call : Story);
                if (typed[Kept] is null) typed.Choose(Knowing, form[Knowing], Casework.Triage.CallNotes.MayKnow.Select(one => one.Name));
                break;
            case Intake.Check: TakeWords(typed, form, [LeadMaySee, LeadInstead, ToldBy, ToldWords, CameAs, AskedOf, Why]); break;
            case ArrestPage: foreach (var part in new[] { "day", "month", "year" }) typed[$"{Arrested}-{part}"] = form[$"{Arrested}-{part}"]; break;
        }
    }

    /// <summary>
    /// Prepares the page that says "today" and "yesterday": the day that it is shown on travels with it. What was said on an earlier day is shown
    /// as the date that it meant.
    /// </summary>
    public static void ShowDays(Typed typed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (DaySaid(typed) is { } said && said != today && typed["aware"] is "today" or "yesterday")
        {
            SetDay(typed, "aware", typed["aware"] == "today" ? said : said.AddDays(-1));
            typed["aware"] = "earlier";
        }

        typed[SaidOn] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The day on which the page was shown that says "today"; none where none was.</summary>
    public static DateOnly? DaySaid(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return DateOnly.TryParseExact(typed[SaidOn], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>Puts a day into its three fields.</summary>
    public static void SetDay(Typed typed, string field, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(typed);
        typed[$"{field}-day"] = day.Day.ToString(CultureInfo.InvariantCulture);
        typed[$"{field}-month"] = day.Month.ToString(CultureInfo.InvariantCulture);
        typed[$"{field}-year"] = day.Year.ToString(CultureInfo.InvariantCulture);
    }

    private static string[] OfDay(string field) => [$"{field}-day", $"{field}-month", $"{field}-year"];

    // What a page does not show stays. An image that was pasted among the words is not kept.
    private static void TakeWords(Typed typed, IFormCollection form, IReadOnlyCollection<string> fields)
    {
        var said = new PostedWords(form, fields.Contains);
        foreach (var field in fields.Where(form.ContainsKey)) typed[field] = said[field];
    }

    private static void TakeChildren(Typed typed, IFormCollection form)
    {
        var known = ChildRow.Of(typed).Select(row => row.Person).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var shown = int.TryParse(form[Children], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, MostChildren)
            : ChildrenTyped(typed);
        for (var i = 1; i <= shown; i++) typed[ChildPerson(i)] = null;
        SetChildren(typed, Math.Max(shown, ChildrenTyped(typed)));      // a row that was added in another window, and not shown in this one, stays
        for (var i = 1; i <= shown; i++)
        {
            // with the row that it was shown in, and once
            if (form[ChildPerson(i)].ToString() is var person && known.Remove(person)) typed[ChildPerson(i)] = person;
            typed.Choose(ChildPart(i), form[ChildPart(i)], ChildFacts.RoleNames);
            typed[ChildAge(i)] = form[ChildAge(i)];
            typed[ChildCount(i)] = form[ChildCount(i)];
            typed[ChildSeveral(i)] = form[ChildSeveral(i)] == "yes" ? "yes" : null;
        }

        for (var i = shown + 1; i <= ChildrenTyped(typed); i++)
            if (typed[ChildPerson(i)] is { } person && !known.Contains(person)) typed[ChildPerson(i)] = null;
    }

    /// <summary>Says how many children there are.</summary>
    internal static void SetChildren(Typed typed, int count) => typed[Children] = Math.Clamp(count, 1, MostChildren).ToString(CultureInfo.InvariantCulture);
}
