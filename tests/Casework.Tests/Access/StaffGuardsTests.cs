using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Help;
using Lapwing.Casework.Stories;
using Xunit;
using static Lapwing.Casework.Tests.Access.Partnership;

namespace Lapwing.Casework.Tests.Access;

/// <summary>What stands against saying something of who there is: whose organisation, whose post, nothing for oneself.</summary>
public sealed class StaffGuardsTests
{
    private readonly Partnership all = new();

    private PostGiven Given => new(Story.IdOf("new post"), Account("Ada T."), Dale, Role.Practitioner, "Teacher", Day("2026-09-01"), null);

    [Fact]
    public void An_account_holder_gives_posts_of_their_own_organisation_to_its_own_people_and_none_to_themselves()
    {
        Assert.Empty(all.Refused(Holder, Given));
        Assert.Equal([""], all.Refused(CouncilHolder, Given));
        Assert.Equal([""], all.Refused(all.By("Bea L.", Hill), Given));
        Assert.Equal([""], all.Refused(Holder, Given with { Account = Account("Dee S.") }));      // of another organisation
        Assert.Equal([""], all.Refused(Holder, Given with { Account = Story.IdOf("nobody") }));
        Assert.Equal([""], all.Refused(Holder, Given with { Account = Holder.Account }));
        Assert.Equal(["team"], all.Refused(Holder, Given with { Team = Story.IdOf("no team") }).Where(field => field.Length > 0));
        Assert.Equal(["team"], all.Refused(Holder, Given with { Team = Hill }));      // they have one there
        Assert.Equal(["team"], all.Refused(Holder, Given with { Team = Office }));
        Assert.Equal(["team"], all.Refused(Holder, Given with { Role = Role.AccountHolder }));
        Assert.Equal(["role"], all.Refused(Holder, Given with { Role = Role.SocialCareManager }));
        Assert.Equal(["role", "job", "until"], all.Refused(Holder, Given with { Role = null, Job = " ", Until = Day("2026-08-31") }));
    }

    [Fact]
    public void Whoever_ends_a_post_is_an_account_holder_of_its_organisation_and_the_last_one_stays()
    {
        PostEnded ended = new(Post("Ada T.", Hill), null);
        Assert.Empty(all.Refused(Holder, ended));
        foreach (var by in new[] { CouncilHolder, all.By("Bea L.", Hill), all.By("Ada T.", Hill) }) Assert.Equal([""], all.Refused(by, ended));
        Assert.Equal(["taken-by"], all.Refused(Holder, ended with { TakenBy = Account("Dee S.") }));
        Assert.Equal(["taken-by"], all.Refused(Holder, ended with { TakenBy = Account("Ada T.") }));
        Assert.Empty(all.Refused(Holder, ended with { TakenBy = Account("Col M.") }));
        Assert.Equal([""], all.Refused(Holder, new PostEnded(Post("holder", Office), null)));
        all.Ends("Ada T.", Hill, "2026-07-01T12:00");
        Assert.Equal([""], all.Refused(Holder, ended));      // over already
    }

    [Fact]
    public void Whoever_is_away_says_it_or_who_answers_for_their_team_or_an_account_holder_and_nobody_else_ends_it()
    {
        AwayNamed away = new(Story.IdOf("away"), Post("Bea L.", Hill), Account("Col M."), Day("2026-07-18"), Day("2026-08-31"));
        foreach (var by in new[] { all.By("Bea L.", Hill), all.By("Col M.", Hill), Holder }) Assert.Empty(all.Refused(by, away));
        foreach (var by in new[] { all.By("Ada T.", Hill), all.By("Mo K.", Duty), CouncilHolder }) Assert.Equal([""], all.Refused(by, away));
        Assert.Equal([""], all.Refused(all.By("Ada T.", Hill) with { Role = Role.SafeguardingLead, For = Account("Bea L.") }, away));      // in her place
        Assert.Equal(["covered-by"], all.Refused(all.By("Bea L.", Hill), away with { CoveredBy = Account("Bea L.") }));
        Assert.Equal(["covered-by"], all.Refused(all.By("Bea L.", Hill), away with { CoveredBy = Account("Dee S.") }));
        Assert.Equal(["covered-by"], all.Refused(all.By("Bea L.", Hill), away with { CoveredBy = Holder.Account }));
        Assert.Equal(["until"], all.Refused(all.By("Bea L.", Hill), away with { Until = Day("2026-07-17") }));
        Assert.Equal(["until"], all.Refused(all.By("Bea L.", Hill), away with { From = Day("2026-07-01"), Until = Day("2026-07-16") }));
        Assert.Equal(["from", "until"], all.Refused(all.By("Bea L.", Hill), away with { From = default, Until = default }));
        all.Say(away);
        Assert.Equal(["from"], all.Refused(all.By("Bea L.", Hill), away with
        {
            Id = Story.IdOf("other"),
            From = Day("2026-08-31"),
            Until = Day("2026-09-02"),
        }));
        AwayEnded ended = new(away.Id);
        Assert.Empty(all.Refused(all.By("Bea L.", Hill), ended, "2026-08-01T09:00"));
        Assert.Equal([""], all.Refused(all.By("Ada T.", Hill), ended, "2026-08-01T09:00"));
        Assert.Equal([""], all.Refused(all.By("Bea L.", Hill), ended, "2026-09-01T09:00"));      // over
    }

    [Fact]
    public void Whoever_alone_answers_for_a_team_names_who_covers_unless_a_team_of_last_resort_is_named()
    {
        AwayNamed away = new(Story.IdOf("away"), Post("Fay W.", North), null, Day("2026-07-18"), Day("2026-08-31"));
        Assert.Equal(["covered-by"], all.Refused(all.By("Fay W.", North), away));
        Assert.Empty(all.Refused(all.By("Fay W.", North), away with { CoveredBy = Account("Mo K.") }));
        Assert.Empty(all.Refused(all.By("Vic B.", Club), away with { Post = Post("Vic B.", Club) }));
    }

    [Fact]
    public void Teams_last_resort_and_hours_are_said_by_an_account_holder_of_the_organisation()
    {
        var trust = Story.IdOf("hill trust");
        TeamAdded team = new(Story.IdOf("new team"), trust, "Vale School", TeamKind.Setting);
        Assert.Empty(all.Refused(Holder, team));
        Assert.Equal([""], all.Refused(CouncilHolder, team));
        Assert.Equal(["name", "kind"], all.Refused(Holder, team with { Name = " ", Kind = null }));
        Assert.Equal(["name"], all.Refused(Holder, team with { Name = all.Register.TeamName(Hill).ToUpperInvariant() }));
        Assert.Empty(all.Refused(Holder, new LastResortNamed(trust, Advice)));
        Assert.Equal([""], all.Refused(all.By("Bea L.", Hill), new LastResortNamed(trust, Advice)));
        Assert.Equal(["last-resort"], all.Refused(Holder, new LastResortNamed(trust, Office)));
        Assert.Equal(["last-resort"], all.Refused(Holder, new LastResortNamed(trust, Night)));      // nobody there may sign
        OutOfHoursNamed hours = new(North, Night, [new(OpenDays.Monday, new(9, 0), new(17, 0))]);
        Assert.Empty(all.Refused(CouncilHolder, hours));
        Assert.Equal([""], all.Refused(Holder, hours));
        Assert.Equal(["by"], all.Refused(CouncilHolder, hours with { By = Duty }));
        Assert.Equal(["open"], all.Refused(CouncilHolder, hours with { Open = [] }));
        Assert.Equal([""], all.Refused(Holder, new OrganisationAdded(Story.IdOf("another"), "Another", Agency.Health)));
    }
}
