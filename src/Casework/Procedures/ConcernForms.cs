using Lapwing.Casework.Access;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Fields;
using static Lapwing.Casework.Procedures.Concern;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms about a report: what happened, what was done, less than required, who must not see it.</summary>
internal static class ConcernForms
{
    /// <summary>What happened, in words.</summary>
    public static readonly CaseForm Story = CaseForm.Of<StoryWritten>(11, "Add a note", "write what happened", f =>
    {
        f.Says("Words only. Never paste, describe or attach an image.");
        return new(f.WordsOrNone(m => m.Story, "What happened?", rows: 8, cites: ["S1.4"]),
            f.WordsOrNone(m => m.OwnWords, "The child's own words", cites: ["S1.4"]),
            f.WordsOrNone(m => m.Devices, "Devices, platforms, usernames", cites: ["S1.1"]));
    });

    /// <summary>Something that the decision requires was done.</summary>
    public static readonly CaseForm Step = CaseForm.Of<StepTaken>(StepForm, "What was done", "record what was done", f =>
    {
        var steps = Steps(f.View).Select(duty => new Offered(duty.Name, duty.What));
        if (!f.IsTold && !f.IsCorrection && !f.IsBlank && !steps.Any())
            f.Says("Nothing that is open here is recorded on this page.", leads: (11, "Write down what happened"));
        var duty = f.OneOf(m => m.Duty, "What was to be done?", "Select what was to be done", steps,
            words: name => Catalogue.DutyCalled(f.View.Rules, name)?.Words ?? name);
        return new(duty, For: f.ChildrenOf(m => m.For, "For whom?", "Where it is owed to each child.", IsForEach(f, duty)
                ? "Select for which children it was done: it is owed to each of them" : null),
            What: f.Words(m => m.What, "What was done, or why was it declined?", "Say what was done, or why it was declined"),
            Causes: f.Causes(m => m.Causes, "What was it done about?", "Select what it was done about"));
    })
    with
    { BeginsByNumber = true, InLine = ["what"] };

    /// <summary>What is open and recorded with it, one of each kind, in the order in which it is offered.</summary>
    public static IEnumerable<Duty> Steps(CaseView view) =>
        view.Duties.Where(duty => !duty.IsSettled && IsStep(duty.Kind)).DistinctBy(duty => duty.Name);

    // Whether it is owed to children who are offered: whoever was struck out, or is not seen, is none of them. What was recorded stays as it was said.
    private static bool IsForEach(Ask<StepTaken> f, string duty)
    {
        if (f.IsTold || f.IsCorrection) return false;
        var offered = f.Children.Select(child => child.Id).ToHashSet();
        return f.View.Duties.Any(one => one.Name == duty && !one.IsSettled && one.Parts.Any(part => part.MetBy is null && offered.Contains(part.Person)));
    }

    /// <summary>Less than required is asked for.</summary>
    public static readonly CaseForm Less = CaseForm.Of<LessAsked>(13, "Ask not to do something the procedure requires", "ask for a departure", f =>
    {
        f.Says("It is not in force before a second, different person signs: a manager or a safeguarding lead. Until then everything stays due, and it stops "
            + "nobody from referring.");
        var of = f.Entry(m => m.Of, "Of which decision?", "Select the decision of which less is to be done", f.Reports,
            "Nothing is decided here yet.");
        var rules = f.AnyOf(m => m.Rules, "What is not to be done?", "Select what is not to be done", LessWords.Rows(f.View, f.By)
            .Select(row => (row.Name, new Offered(row.Name, row.Words))),
            words: name => LessWords.Of(f.View, of, name));
        var instead = f.Words(m => m.Instead, "What is done instead?", "Say what is done instead");
        var why = f.Words(m => m.Why, "Why?", "Give the reason");
        var own = f.YesNoOrNot(m => m.IsAboutOwnStaff, "Is the concern about somebody of your own setting?",
            "Then somebody outside it signs. Not known counts as yes.", "own-staff", "Select yes, no or not known yet");
        var isAlone = !f.IsTold && !f.IsBlank && own is false && LessWords.IsAlone(f.View, f.Staff, f.By, new(of, rules, instead, why, own));
        var askedOf = f.Among(m => m.AskedOf, "If it is, or may be, or the LADO is not to be called, or nobody else of your setting may sign: who outside your "
            + "setting is asked to sign?",
            isAlone ? "Nobody else of your setting may sign: select who outside it is asked to sign" : own is false || f.IsTold ? null
                : "Select who outside your setting is asked to sign; if it is about nobody of your own setting, answer no above",
            Signers.Outside(f.Staff, f.By.Team).Select(one => (one.Team, one.Name)),
            "Their managers see this report from now until they have answered, for five working days at most. A refusal stands, whoever is asked, until the "
            + "facts change.", words: f.Staff.TeamName);
        return new(of, rules, instead, why, own, askedOf, f.Follows(m => m.AskedAgency, () => askedOf is { } team
            ? f.Staff.All.FirstOrDefault(person => person.Author.Team == team)?.Author.Agency : null, stays: m => m.AskedOf == askedOf));
    })
    with
    { Button = "Ask for a signature", InLine = ["why"] };

    /// <summary>A second person signs, or refuses, that less is done.</summary>
    public static readonly CaseForm Signing = CaseForm.Of<LessSigned>(9, "Agree or refuse a departure", "agree or refuse a departure", f =>
    {
        var asked = LessWords.ToSign(f.View, f.By, f.Stands as LessSigned).Select(id => (id, LessWords.Asked(f.View, id)));
        return new(f.Entry(m => m.Asked, "What is asked?", "Select what you are asked to sign", asked,
                "Nothing waits for your signature here: it was signed or refused already, or somebody else signs: a manager or a safeguarding lead who did not "
                + "ask for it. A refusal stands until the facts change, whoever asks again. If something has to be on record:", (11, "Add a note")),
            f.YesNo(m => m.Agrees, "Do you agree?", "Select whether you agree", no: new("no", "No: do what the procedure requires")),
            f.Words(m => m.Why, "Why?", "Give the reason"));
    })
    with
    { InLine = ["why"] };

    /// <summary>The author shuts the safeguarding lead of their setting out: it is or may be about them.</summary>
    public static readonly CaseForm ShutOut = CaseForm.Of<LeadShutOut>(18, "Who must not see this", "say who must not see it", f =>
    {
        var report = LeadSees(f.File, f.By);
        f.Closed(() => report is null, "There is nothing to say here: your setting's safeguarding lead does not see this, or you did not report it.");
        f.Says("Your setting's safeguarding lead sees this now. If it is, or may be, about them, say so here: from then on they see nothing of it, and "
            + "somebody else helps you. They are not told. What they have seen already they know.");
        var all = Signers.StandIns(f.Staff, f.By).ToList();
        var instead = f.Among(m => m.Instead?.Account ?? m.Instead?.Team, "Who sees it instead?",
            "Select who sees it instead: a deputy, or a team outside your setting", all.Select(one => (one.Id, one.Name)),
            "They see it from the moment that you record this.", "lead-instead",
            id => f.Staff.Find(id) is null ? f.Staff.TeamName(id) : f.Staff.NameOf(id));
        return new(f.Follows(m => m.Of, () => report ?? default), f.Follows(m => m.Instead, () => all.Find(one => one.Id == instead).Instead),
            f.Words(m => m.Why, "Why?", "Say why, in a few words", "A few words are enough. Whoever sees it instead reads them."));
    })
    with
    { Button = "They must not see it", IsToCorrect = false, Ends = Relation.SafeguardingLead };
}
