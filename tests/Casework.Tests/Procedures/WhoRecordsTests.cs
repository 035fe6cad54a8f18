using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>Which role records what: one table for everything that can be recorded, and what it says is what happens.</summary>
public sealed class WhoRecordsTests
{
    public static TheoryData<Role> All => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Everything_that_can_be_recorded_stands_in_one_row()
    {
        var kinds = WhoRecords.Table.SelectMany(row => row.Kinds).ToList();
        Assert.Equal(Catalogue.Records.Select(kind => kind.Name.Split('/')[0]).Distinct().Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
        Assert.All(WhoRecords.Table, row => Assert.All(row.Roles, role => Assert.True(role.SeesCases())));
    }

    [Fact]
    public void The_page_on_who_records_what_is_up_to_date() => Approved.Matches(Page(), "docs", "who-records-what.md");

    [Theory, MemberData(nameof(All))]
    public void Whoever_signs_by_their_role_is_whoever_the_table_says(Role role) =>
        Assert.Equal(new Author(default, role, Agency.Police, default).MaySign, WhoRecords.May("less-signed/1", role));

    /// <summary>Every act of every story of the demonstration, told by each other role: it is refused where the table says so.</summary>
    [Theory, MemberData(nameof(All))]
    public void What_a_role_does_not_record_is_refused_of_it_in_every_story(Role role)
    {
        var refused = 0;
        // each act on the case as the acts before it left it
        foreach (var story in Demonstration.Stories(new(2026, 3, 27)))
        {
            var before = CaseFile.Of(story.File.Id, ReadScope.Whole);
            foreach (var act in story.Acts)
            {
                if (act.Said.Any(said => said.Content is not Corrected && !WhoRecords.May(Catalogue.Of(said.Content).Name, role)))
                {
                    Assert.IsType<Refused>(Catalogue.Decide(story.View.Of(before), act.Act with { By = act.Act.By with { Role = role } }, act.Said));
                    refused++;
                }

                foreach (var entry in story.File.Entries.Where(entry => entry.Act.Id == act.Act.Id)) before = before.With(entry);
            }
        }

        Assert.Equal(role != Role.SocialCareManager, refused > 0);      // whose role records everything
    }

    [Fact]
    public void A_duty_officer_receives_and_does_not_decide_and_is_told_who_does()
    {
        var officer = new Author(Story.IdOf("duty officer"), Role.DutyOfficer, Agency.SocialCare, SocialWorker.Team);
        var story = new Story("a duty officer");
        var report = story.Reports(Facts("grooming", ["adult-involved"]));
        var made = story.Records(Teacher, Day(30), new Referral.Made(Lapwing.Casework.Triage.Recipient.ChildrensSocialCare.Name, SocialWorker.Team,
            Referral.Means.Telephone, "The duty desk", null, [report.Id]));
        story.Records(officer, Day(30), new Referral.Received(made.Id, "SC-1"));
        var refused = Assert.IsType<Refused>(story.Decide(officer, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Why", null)));
        Assert.Contains(refused.Refusals, refusal => refusal.Words.StartsWith("Your role does not record this. It is recorded by: social worker, ",
            StringComparison.Ordinal));
        story.Records(officer with { Role = Role.OutOfHoursWorker }, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.AdviceOnly, "Why", null));
    }

    private static string Page()
    {
        var text = new StringBuilder("# Who records what\n\nWhich role records what, besides what a case itself asks of whoever records: that it is their own "
            + "report, that it was referred to their team, that they lead it.\nOne table in the program says it (`WhoRecords`): pages, the decision whether "
            + "something may be recorded, and tests read it. A test keeps this page as it is.\n\n| what | by whom | entries |\n|---|---|---|\n");
        var all = Enum.GetValues<Role>().Count(role => role.SeesCases());
        foreach (var (what, roles, kinds) in WhoRecords.Table)
            text.Append("| ").Append(what).Append(" | ").Append(roles.Count == all ? "everybody who sees the case" : string.Join(", ",
                roles.Select(role => Roles.Words(role).ToLowerInvariant()))).Append(" | ").AppendJoin(", ", kinds.Select(kind => $"`{kind}`")).Append(" |\n");
        return text.ToString();
    }
}
