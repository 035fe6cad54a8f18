using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Concern = Lapwing.Casework.Procedures.Concern;
using Referral = Lapwing.Casework.Procedures.Referral;

namespace Lapwing.Web.Cases;

/// <summary>What an entry says besides its line: with both, everything that was recorded can be read, and a correction beside what it corrects.</summary>
internal static class HistoryWords
{
    /// <summary>In sentences; none where the line says it all.</summary>
    public static IEnumerable<string> Details(Content content, CaseFile file) => content switch
    {
        Concern.StoryWritten story => [.. new[]
        {
            story.Story,
            story.OwnWords is { } words ? $"The child's own words: {Directed.Isolated(words)}" : null,
            story.Devices is { } devices ? $"Devices and usernames: {Directed.Isolated(devices)}" : null,
        }.OfType<string>()],
        Concern.LeadShutOut shut => [$"Why: {Directed.Isolated(shut.Why)}"],
        TellingParents.ParentTold told => [$"{Directed.Isolated(told.How.TrimEnd('.'))}. {Directed.Isolated(told.What)}", .. CouldBe(told.CouldBeAdult)],
        TellingParents.ToBeTold planned => CouldBe(planned.CouldBeAdult),
        TellingParents.Withheld withheld => [withheld.Because == TellingParents.Reason.RiskToChild ? "It would put a child at risk"
            : "Police or social care asked for it"],
        Concern.LessAsked asked => [$"Not done: {string.Join("; ", asked.Rules)}", $"Instead: {Directed.Isolated(asked.Instead)}"],
        Concern.StepTaken { For.Count: > 0 } step => [$"For {string.Join(", ", step.For.Select(child => People.NameOf(file, child)))}"],
        Referral.Made made => [$"{How(made.By)}{(made.Reference is { } reference ? $", reference {Directed.Isolated(reference)}" : "")}"],
        People.Added added => [Parts(added.Parts)],
        People.GroupAdded { YoungestAge: { } age } added => [Parts(added.Parts), $"The youngest is {age}"],
        People.GroupAdded { IsAgeNotKnown: true } added => [Parts(added.Parts), "The age of the youngest is not known yet"],
        People.GroupAdded added => [Parts(added.Parts)],
        Corrected { Instead: { } instead } => Details(instead, file),
        _ => [],
    };

    private static string[] CouldBe(Answer? could) => could switch
    {
        Answer.Yes => ["They could be the adult who may be involved, or live with them"],
        Answer.NotKnown => ["Not known yet whether they could be the adult who may be involved, or live with them"],
        _ => [],
    };

    private static string How(Referral.Means? by) => by switch
    {
        Referral.Means.InPerson => "In person",
        Referral.Means.Writing => "In writing only",
        _ => "By telephone",
    };

    private static string Parts(IEnumerable<Involvement> parts) => DecisionWords.Capital(string.Join(", ", parts.Select(PartWords.Of)));
}
