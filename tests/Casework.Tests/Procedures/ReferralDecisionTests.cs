using Lapwing.Casework.Access;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;

namespace Lapwing.Casework.Tests.Procedures;

/// <summary>About whom a decision on a referral is.</summary>
public sealed class ReferralDecisionTests
{
    private const string SocialCare = "childrens-social-care";

    [Fact]
    public void A_decision_about_no_child_in_particular_decides_about_nobody_who_comes_in_later()
    {
        foreach (var first in new[] { new[] { "Ana" }, [] })
        {
            var story = new Story($"about no child, {first.Length}");
            var report = story.Reports(Facts("grooming", children: [.. first.Select(child => story.Child(child, "harmed"))]));
            var made = story.Refers(SocialCare, Friday, report);
            story.Records(SocialWorker, Day(30), new Referral.Received(made.Id, "R-1"));
            story.Records(SocialWorker, Day(30), new Referral.Decided(made.Id, null, Referral.Outcome.EarlyHelp, "A family worker"));
            story.Records(SocialWorker, Day(30), new Referral.FedBack(made.Id, "A family worker comes"));
            story.Records(Teacher, Day(31), new Concern.FactsChanged(report.Id,
                Facts("grooming", children: [.. first.Append("Ben").Select(child => story.Child(child, "harmed"))]), "Ben told us too"));
            var decide = story.Duties().Where(duty => duty.Name == "decide-referral").ToList();
            Assert.Equal([true, false], decide.Select(duty => duty.MetBy is not null));
            Assert.Equal([story.Id("Ben")], decide[1].Parts.Select(part => part.Person));
            Assert.NotNull(Assert.Single(story.Duties(), duty => duty.Name == "tell-referrer").MetBy);
            Assert.Null(story.File.View().Members.Single(member => member.Relation == Relation.Receiver).Until);      // they gave early help
            story.Records(SocialWorker, Day(31), new Referral.Decided(made.Id, null, Referral.Outcome.EarlyHelp, "The same"));
            Assert.All(story.Duties().Where(duty => duty.Name == "decide-referral"), duty => Assert.NotNull(duty.MetBy));
        }
    }
}
