using static Lapwing.Casework.Procedures.CaseLead;

namespace Lapwing.Casework.Procedures;

/// <summary>The forms that say who leads a case and who works on it.</summary>
internal static class LeadForms
{
    /// <summary>Who leads is named.</summary>
    public static readonly CaseForm Lead = CaseForm.Of<LeadNamed>(20, "Name who leads", "name who leads", f =>
    {
        var all = f.IsTold ? [] : Signers.Leads(f.Staff, f.View, f.By).ToList();
        var leads = all.Select(one => (one.Author.Account, f.Staff.NameOf(one.Author.Account))).DistinctBy(one => one.Account);
        var lead = f.Among(m => m.Lead, "Who leads?", "Select who leads", leads, "They have the whole case; whoever led before has it no more.",
            words: f.Staff.NameOf);
        return new(lead, f.Follows(m => m.Team, () => all.Find(one => one.Author.Account == lead)?.Author.Team ?? default),
            f.AmongOrNone(m => m.Cover, "Who stands in for them?", "Nobody yet", leads, "They have the whole case too.", words: f.Staff.NameOf));
    })
    with
    { IsToCorrect = false, InLine = ["lead", "cover"] };

    /// <summary>Somebody is named who works on it: of the services that can have a case, or of their own team.</summary>
    public static readonly CaseForm Worker = CaseForm.Of<WorkerNamed>(21, "Name who works on it", "name who works on it", f =>
    {
        var all = f.IsTold ? [] : Signers.Workers(f.Staff, f.View, f.By).ToList();
        var worker = f.Among(m => m.Worker, "Who?", "Select who works on it",
            all.Select(one => (one.Author.Account, f.Staff.NameOf(one.Author.Account))).DistinctBy(one => one.Account),
            "They have the whole case from now on.", words: f.Staff.NameOf);
        var person = all.Find(one => one.Author.Account == worker)?.Author ?? f.By;
        return new(worker, f.Follows(m => m.Agency, () => person.Agency), f.Follows(m => m.Team, () => person.Team),
            f.Line(m => m.Why, "What do they do in it?", "Enter what they do in it"));
    })
    with
    { IsToCorrect = false, IsOffered = (view, by) => MayNameWorker(view.File, by), InLine = ["worker", "why"] };

    /// <summary>Somebody works on it no more.</summary>
    public static readonly CaseForm WorkerLeft = CaseForm.Of<WorkerLeft>(22, "Somebody works on it no more", "say who works on it no more", f =>
        new(f.Entry(m => m.Of, "Who?", "Select who left", Working(f.File)
                .Where(named => named.Content.Worker == f.By.Account || MayNameWorker(f.File, f.By, named.Content.Team))
                .Select(named => (named.Id, f.LineOf(named.Id))), "Nobody works on it, as far as you see, whose place is yours to end."),
            f.Line(m => m.Why, "Why?", "Say why")))
    with
    { IsToCorrect = false, IsOffered = (view, by) => MayNameWorker(view.File, by) || IsWorker(view.File, by), InLine = ["why"] };
}
