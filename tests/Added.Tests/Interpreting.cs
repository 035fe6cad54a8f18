using System.Runtime.CompilerServices;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;

namespace Lapwing.Added.Tests;

/// <summary>
/// A procedure of the tests' own: an interpreter is asked for, booked, and came. It is all in this file, and on one line of the catalogue; everything else
/// that a procedure has follows from it.
/// </summary>
internal static class Interpreting
{
    /// <summary>The line of the catalogue.</summary>
    [ModuleInitializer]
    public static void Add() => AddedProcedures.All = [Procedure];

    /// <summary>An interpreter is needed.</summary>
    internal sealed record Asked(Guid Child, string Language, Answer? IsSigned) : Content
    {
        public override string Line(CaseFile file) => $"An interpreter of {Directed.Isolated(Language)} is asked for";
    }

    /// <summary>Somebody was booked: they are let into the case.</summary>
    internal sealed record Booked(EntryId Of, Guid Who, DateOnly? On) : Content
    {
        public override string Line(CaseFile file) => "An interpreter is booked";
    }

    /// <summary>They came, or did not.</summary>
    internal sealed record Came(EntryId Of, bool? Did, string Words) : Content
    {
        public override string Line(CaseFile file) => Did == true ? "The interpreter came" : "The interpreter did not come";
    }

    private static readonly DutyKind book = new("book-interpreter", "Book the interpreter")
    { MetWhen = "somebody is booked", Due = Limit.WorkingDays(1), Form = 91, Cites = ["S2.1.2"] };

    private static readonly DutyKind say = new("say-whether-interpreter-came", "Say whether the interpreter came")
    { MetWhen = "it is recorded", Due = Limit.WorkingDays(2), Form = 92, Cites = ["S2.1.2"] };

    private static readonly CaseForm asked = CaseForm.Of<Asked>(90, "An interpreter is needed", "ask for an interpreter", f =>
        new(f.Child(m => m.Child, "For which child?", "Select the child"),
            f.Line(m => m.Language, "Which language?", "Enter the language", cites: ["S2.1.2"]),
            f.YesNoNotKnown(m => m.IsSigned, "Is it a sign language?", null)));

    private static readonly CaseForm booked = CaseForm.Of<Booked>(91, "An interpreter is booked", "record who interprets", f =>
        new(f.Entry(m => m.Of, "For what?", "Select what they are booked for", f.Entries<Asked>(), "Nobody asked for an interpreter yet.", (90, "Ask for one")),
            f.Among(m => m.Who, "Who?", "Select who it is", f.Staff.All.Select(one => (one.Author.Account, f.Staff.NameOf(one.Author.Account))),
                words: f.Staff.NameOf),
            f.Day(m => m.On, "On which day?", "Enter the day")));

    private static readonly CaseForm came = CaseForm.Of<Came>(92, "Did the interpreter come?", "record whether the interpreter came", f =>
        new(f.Entry(m => m.Of, "Who?", "Select who was booked", f.Entries<Booked>(), "No interpreter is booked yet."),
            f.YesNo(m => m.Did, "Did they come?", "Select whether they came"),
            f.Words(m => m.Words, "How did it go?", "Say how it went")));

    /// <summary>What it records, opens and lets in.</summary>
    public static readonly Procedure Procedure = new("interpreting",
        [
            Recordable.Of<Asked>("interpreter-asked/1", Place.ReportOrCase, form: asked, cites: ["S2.1.2"]),
            Recordable.Of<Booked>("interpreter-booked/1", Place.With<Booked>(one => one.Of), form: booked),
            Recordable.Of<Came>("interpreter-came/1", Place.With<Came>(one => one.Of), form: came),
        ])
    {
        Duties = [book, say],
        Opens = Open,
        Admits = (view, entry) => entry.Content is Booked who ? [new(who.Who, null, Relation.Added, entry.Paper, entry.Act.RecordedAt)] : [],
    };

    private static IEnumerable<Duty> Open(CaseView view)
    {
        foreach (var one in view.File.All<Asked>())
            yield return Duty(book, one.Entry, view.File.First<Booked>(other => other.Content.Of == one.Id)?.Entry);
        foreach (var one in view.File.All<Booked>())
            yield return Duty(say, one.Entry, view.File.First<Came>(other => other.Content.Of == one.Id)?.Entry);
        Duty Duty(DutyKind kind, Entry cause, Entry? met) => new(kind, "", kind.Words, [cause.Id], kind.Due.Due(cause.HappenedOn, null, view.Rules.Calendar),
            new(cause.Act.By.Agency, cause.Act.By.Team), kind.Cites)
        { MetBy = met };
    }
}
