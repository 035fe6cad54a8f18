using Lapwing.Casework.Logic;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;
using static Lapwing.Casework.Tests.Procedures.Fictional;
using Involvement = Lapwing.Casework.Triage.Involvement;

namespace Lapwing.Casework.Tests.Procedures;

public sealed class DutySubjectsTests
{
    private readonly Story story = new("duty subjects");

    [Fact]
    public void What_is_owed_to_each_is_about_those_to_whom_it_is_still_owed_and_what_is_owed_once_about_nobody()
    {
        story.Adds("Ana", Involvement.Shown);
        story.Adds("Ben", Involvement.Shown);
        var report = story.Reports(Facts("youth-produced-imagery", children: [story.Child("Ana", "shown"), story.Child("Ben", "shown")]));
        Assert.Equal([story.Id("Ana"), story.Id("Ben")], Of("offer-support"));
        story.Records(Teacher, Friday, new Concern.StepTaken("offer-support", [report.Id], [story.Id("Ana")], "Offered"));
        Assert.Equal([story.Id("Ben")], Of("offer-support"));
        story.Records(Teacher, Friday, new Concern.StepTaken("offer-support", [report.Id], [story.Id("Ben")], "Offered"));
        Assert.Empty(Of("offer-support"));
        Assert.All(story.Duties().Where(duty => duty.Parts.Count == 0), duty => Assert.Empty(DutySubjects.Of(story.File, duty)));
    }

    [Fact]
    public void What_an_entry_about_somebody_opens_is_about_them()
    {
        story.Adds("Ana", Involvement.Shown);
        story.AddsAdult("Rita", Involvement.ParentOrCarer);
        var report = story.Reports(Facts("youth-produced-imagery", no: ["adult-involved"], children: [story.Child("Ana", "shown")]));
        story.Records(Teacher, Friday, new TellingParents.ToBeTold(story.Id("Ana"), story.Id("Rita"), "Rita", "Daniel M.", On(30), [report.Id], Answer.No));
        Assert.Equal(new[] { story.Id("Ana"), story.Id("Rita") }.Order(), Of("tell"));
    }

    private IReadOnlyList<Guid> Of(string duty) => DutySubjects.Of(story.File, story.File.View().Duties.Single(one => one.Name == duty));
}
