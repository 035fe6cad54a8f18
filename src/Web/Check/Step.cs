using System.Globalization;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Lapwing.GovUk;

namespace Lapwing.Web.Check;

/// <summary>One step of a check: what was typed, what it amounts to, and the page to show now.</summary>
/// <param name="Page">The number of the page.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Told">What it amounts to.</param>
/// <param name="Errors">What is amiss on that page, if it comes back for that.</param>
/// <param name="Edition">The edition in force on the day of awareness.</param>
public sealed record Step(int Page, Typed Typed, IntakeReading Told, IReadOnlyList<FieldError> Errors, Edition Edition)
{
    /// <summary>The address of a page.</summary>
    public static string Address(int page) => page switch
    {
        Intake.Decision => "/check/decision",
        Intake.CallNow => "/check/call-now",
        _ => $"/check/{page}",
    };

    /// <summary>Whether it was said already that there is enough to call somebody: from then on every page leads there.</summary>
    public bool IsEnough => Page is > Intake.FormsOfHarm and < Intake.Check && Typed[Steps.EnoughShown] is not null && Intake.IsEnough(Told.SoFar, Edition);

    /// <summary>What the page asks.</summary>
    public IReadOnlyList<Question> Asks => Intake.Page(Page) is { } page ? [.. Intake.Asks(page, Told.SoFar, Edition)] : [];
}

/// <summary>
/// Takes a step. A page posts what it holds, with the number of that page and what is to be done; the answer is the next page. Nothing is kept
/// between two steps: the same post gives the same page.
/// </summary>
public sealed class Steps(PageState state, RuleBook rules, TimeProvider clock)
{
    private const string BackTo = "back-to";
    private const string Trail = "trail";
    private const int LongestTrail = 60;
    internal const string EnoughShown = "enough-shown";
    private const string PagesLeft = "pages-left-behind";
    private const string WrongOn = "wrong-on";
    internal const string CallNowShown = "call-now-shown";

    /// <summary>The most pages from the first to the decision, both included, for whoever only goes on.</summary>
    public const int MostPages = 12;

    /// <summary>The London day.</summary>
    public DateOnly Today => London.DayOf(clock.GetUtcNow());

    /// <summary>The first page of a fresh check.</summary>
    public Step First()
    {
        var typed = new Typed();
        Fields.ShowDays(typed, Today);
        return Show(1, typed, []);
    }

    /// <summary>The step that a posted page asks for; null where its state cannot be opened.</summary>
    public Step? Take(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return state.Open(form["state"]) is { } typed ? Take(typed, form) : null;
    }

    /// <summary>The same where what was typed so far is kept elsewhere.</summary>
    public Step Take(Typed typed, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(form);
        typed[WrongOn] = null;
        var page = PageNumber(form["page"]);
        var (go, argument) = Split(form["go"].ToString());
        if (IsKept(typed) || page == Intake.Story || Intake.Page(page) is not null) Fields.Take(typed, form, page, Show(page, typed, []).Asks);
        if ((IsKept(typed) || (page == Intake.Story && go != "back")) && Amiss(typed, form, page) is { Count: > 0 } amiss) return Show(page, typed, amiss);
        if (go == "nothing") KnowNothingOfTheAdult(typed, Show(page, typed, []).Asks);
        if (go == "enough") (typed[BackTo], typed[Fields.ChildrenAsked]) = (null, page == Intake.Children ? "yes" : typed[Fields.ChildrenAsked]);
        return go switch
        {
            "later" when IsKept(typed) => Show(page, typed, []),
            "back" => Show(Pop(typed), typed, []),
            "add" => Changed(typed, to => ChildRow.Add(to, isSeveral: false)),
            "several" => Changed(typed, to => ChildRow.Add(to, isSeveral: true)),
            "remove" => Changed(typed, to => ChildRow.Remove(to, argument)),
            "change" when Intake.Page(argument) is not null || argument == Intake.Story => Push(typed, page, argument, backTo: page),
            "more" => Push(typed, page, Intake.Next(0, IntakeReading.Of(typed, Today).SoFar, EditionOf(typed)), backTo: 0),
            "enough" when IsKept(typed) => Push(typed, page, Intake.Check, backTo: 0),
            "enough" or "decide" => Decide(typed, page),
            _ => Continue(typed, page),
        };
    }

    /// <summary>From now on it is kept: as what, with no way back to pages of a check that kept nothing.</summary>
    public static void Keep(Typed typed, string kind)
    {
        ArgumentNullException.ThrowIfNull(typed);
        (typed[Fields.Kept], typed[Trail], typed[BackTo], typed[PagesLeft]) = (kind, null, null, null);
        if (CallWords.Story(Fields.CallNotes(typed)) is not { Length: > 0 } story) return;
        typed["story"] = story;      // what was written for the call is the beginning of what happened
        foreach (var field in Fields.Call.Except(Fields.Story).Append(Fields.Knowing)) typed[field] = null;
    }

    /// <summary>A page of what was typed, as it comes again: with what was amiss when somebody was sent back to it.</summary>
    public Step At(Typed typed, int page)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var step = Show(page, typed, []);
        return typed.Number(WrongOn) == page ? step with { Errors = step.Told.On(page, []) } : step;
    }

    /// <summary>Opens what a page holds, to finish it.</summary>
    public Typed? Open(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return state.Open(form["state"]);
    }

    // Whoever knows nothing about the adult says so once: what is open of that and was not answered is not known yet.
    private void KnowNothingOfTheAdult(Typed typed, IReadOnlyList<Question> asks)
    {
        var unasked = Intake.Unasked(IntakeReading.Of(typed, Today).SoFar, EditionOf(typed));
        foreach (var question in Questions.All.Where(one => one.IsAboutTheAdult && ((one.Mask & unasked) != 0 || asks.Contains(one))))
            typed[question.Name] ??= "not-known";
    }

    // What is amiss with the words of a page: what was cut out of them, and where they are too many.
    private List<FieldError> Amiss(Typed typed, IFormCollection form, int page)
    {
        var cut = new PostedWords(form, Fields.Words.Contains).Errors;
        return [.. cut, .. IntakeReading.Of(typed, Today).Amiss.Where(one => one.Page == page && Fields.Words.Contains(one.Error.Field)
            && form.ContainsKey(one.Error.Field)).Select(one => one.Error)];
    }

    private Step Continue(Typed typed, int page)
    {
        var here = Show(page, typed, []);
        if (page == Intake.Story) (typed[Fields.StoryAsked], typed[BackTo]) = ("yes", null);
        if (Intake.Page(page) is null && page != Intake.CallNow) return page == Intake.Story ? Finish(typed, page) : Decide(typed, page);
        var errors = here.Told.On(page, here.Asks);
        if (errors.Count > 0) return here with { Errors = errors };
        if (page == 1 && typed[Questions.ImmediateDanger.Name] == "yes" && typed[CallNowShown] is null)
        {
            typed[CallNowShown] = "yes";
            return Push(typed, page, Intake.CallNow, 0);
        }

        if (page == Intake.Children) typed[Fields.ChildrenAsked] = "yes";
        var (backTo, soFar, edition) = (typed.Number(BackTo), IntakeReading.Of(typed, Today).SoFar, here.Edition);
        typed[BackTo] = null;
        if (backTo == Intake.Decision) return Finish(typed, page);
        // what is still open stands with the decision, to be answered from there
        if (backTo == 0 && typed.Number(PagesLeft) >= MostPages - 2) return Finish(typed, page);
        if (page != 1 && Intake.IsEnough(soFar, edition) && (IsNews(typed, soFar, edition) || backTo != 0))
            return Push(typed, page, Intake.Check, 0);
        return Push(typed, page, Next(backTo != 0 ? 0 : page == Intake.CallNow ? 1 : page, typed, soFar, edition), 0);
    }

    // What happened can be written once nobody has to be called first; where somebody has, it waits until after the call.
    private static int Next(int after, Typed typed, SoFar soFar, Edition edition)
    {
        var next = Intake.Next(after, soFar, edition);
        return next == Intake.Check && typed[Fields.Kept] == Fields.AsReport && typed[Fields.StoryAsked] is null && typed[EnoughShown] is null
            ? Intake.Story : next;
    }

    // Where it is kept, the end is what somebody records by a button that says so.
    private Step Finish(Typed typed, int page) => IsKept(typed) ? Push(typed, page, Intake.Check, 0) : Decide(typed, page);

    private static bool IsKept(Typed typed) => typed[Fields.Kept] is not null;

    // There is enough to call somebody: said once, and once more when somebody besides health has to be called.
    private static bool IsNews(Typed typed, SoFar soFar, Edition edition)
    {
        if (typed[Fields.Kept] == Fields.AsChange) return false;      // who changes a report has been told
        var calls = Intake.IsHealthAlone(soFar, edition) ? "health" : "others";
        if (typed[EnoughShown] == calls || typed[EnoughShown] == "others") return false;
        typed[EnoughShown] = calls;
        return true;
    }

    private Step Decide(Typed typed, int page)
    {
        foreach (var wrong in IntakeReading.Of(typed, Today).Amiss)
        {
            typed[WrongOn] = wrong.Page.ToString(CultureInfo.InvariantCulture);
            return Push(typed, page, wrong.Page, backTo: Intake.Decision) is var there ? there with { Errors = there.Told.On(wrong.Page, []) } : there;
        }

        return Push(typed, page, Intake.Decision, 0);
    }

    private Step Changed(Typed typed, Action<Typed> change)
    {
        change(typed);
        return Show(Intake.Children, typed, []);
    }

    private Step Push(Typed typed, int from, int to, int backTo)
    {
        if (from != to)
        {
            SetTrail(typed, from);
            Count(typed, 1);
        }

        if (backTo != 0) typed[BackTo] = backTo.ToString(CultureInfo.InvariantCulture);
        return Show(to, typed, []);
    }

    private static void SetTrail(Typed typed, int from)
    {
        var trail = $"{typed[Trail]}.{from.ToString(CultureInfo.InvariantCulture)}";
        typed[Trail] = trail.Length <= LongestTrail ? trail : trail[trail.IndexOf('.', trail.Length - LongestTrail)..];
    }

    private static int Pop(Typed typed)
    {
        var trail = typed[Trail] ?? "";
        var at = trail.LastIndexOf('.');
        typed[Trail] = at > 0 ? trail[..at] : null;
        typed[BackTo] = null;
        Count(typed, -1);
        return at >= 0 ? PageNumber(trail[(at + 1)..]) : 1;
    }

    private static void Count(Typed typed, int pages) => typed[PagesLeft] = Math.Max(0, typed.Number(PagesLeft) + pages).ToString(CultureInfo.InvariantCulture);

    private Step Show(int page, Typed typed, IReadOnlyList<FieldError> errors)
    {
        var told = IntakeReading.Of(typed, Today);
        return new(page, typed, told, errors, rules.On(told.SoFar.Concern.AwareOn));
    }

    private Edition EditionOf(Typed typed) => rules.On(IntakeReading.Of(typed, Today).SoFar.Concern.AwareOn);

    private static (string Go, int Argument) Split(string go)
    {
        var at = go.IndexOf('-', StringComparison.Ordinal);
        return at < 0 ? (go, 0) : (go[..at], Number(go[(at + 1)..]));
    }

    private static int PageNumber(string? text) => Number(text) is var number && number is <= Intake.CallNow ? number : 1;

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Fields.MostChildren ? number : 1;
}
