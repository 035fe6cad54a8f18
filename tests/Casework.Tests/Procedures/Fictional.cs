using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using ConcernFacts = Lapwing.Casework.Procedures.ConcernFacts;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>The people and the Friday afternoon that the stories of these tests begin with.</summary>
internal static class Fictional
{
    public static readonly Author Teacher = new(Story.IdOf("teacher"), Role.Practitioner, Agency.Education, Story.IdOf("Northfield School"));
    public static readonly Author SafeguardingLead = new(Story.IdOf("lead"), Role.SafeguardingLead, Agency.Education, Story.IdOf("Northfield School"));
    public static readonly Author OtherLead = new(Story.IdOf("other lead"), Role.SafeguardingLead, Agency.Education, Story.IdOf("Southgate College"));
    public static readonly Author SocialWorker = new(Story.IdOf("social worker"), Role.SocialWorker, Agency.SocialCare, Story.IdOf("duty team"));
    public static readonly Author Manager = new(Story.IdOf("manager"), Role.SocialCareManager, Agency.SocialCare, Story.IdOf("duty team"));
    public static readonly Author Officer = new(Story.IdOf("officer"), Role.PoliceOfficer, Agency.Police, Story.IdOf("police team"));

    /// <summary>Friday 27 March 2026, 4:40pm. Good Friday is 3 April, Easter Monday 6 April.</summary>
    public static readonly DateTime Friday = new(2026, 3, 27, 16, 40, 0);

    public static DateTime Day(int day, int month = 3, int hour = 10) => new(2026, month, day, hour, 0, 0);

    public static DateOnly On(int day, int month = 3) => new(2026, month, day);

    public static ConcernFacts Facts(string form, string[]? yes = null, string[]? no = null, ChildTold[]? children = null, DateTime? aware = null) =>
        new(London.InstantOf(DateOnly.FromDateTime(aware ?? Friday), TimeOnly.FromDateTime(aware ?? Friday)), [form], yes ?? [], no ?? [], [], children ?? []);

    public static ChildTold Child(this Story story, string name, params string[] roles) => new(story.Id(name), roles, 15);

    public static Entry Adds(this Story story, string child, params Involvement[] parts) =>
        story.Records(Teacher, Friday, new People.Added(story.Id(child), true, child, 15, parts));

    public static Entry AddsAdult(this Story story, string adult, params Involvement[] parts) =>
        story.Records(Teacher, Friday, new People.Added(story.Id(adult), false, adult, null, parts, null,
            parts.Any(part => part is Involvement.Alleged or Involvement.Partner) ? Casework.Logic.Answer.No : null));

    public static Entry Reports(this Story story, ConcernFacts told) => story.Records(Teacher, Friday, new Concern.Reported(told, true));

    public static Entry Refers(this Story story, string to, DateTime at, params Entry[] causes) =>
        story.Records(Teacher, at, new Referral.Made(to, to == "police" ? Officer.Team : SocialWorker.Team, Referral.Means.Telephone, "Ms Okafor", null,
            [.. causes.Select(cause => cause.Id)]));

    public static IReadOnlyList<Duty> Duties(this Story story) => story.File.View().Duties;

    public static Duty Duty(this Story story, string name) => Assert.Single(story.Duties(), duty => duty.Name == name);

    public static void Refuses(this Story story, string field, Author by, DateTime at, Content content) =>
        Assert.Contains(field, Assert.IsType<Refused>(story.Decide(by, at, content)).Refusals.Select(refusal => refusal.Field));
}
