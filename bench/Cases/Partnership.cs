using Lapwing.Casework.Access;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Stories;

namespace Lapwing.Bench.Cases;

/// <summary>The demonstration's people in a partnership of many: schools with a lead, a deputy, three teachers and somebody away, one after another.</summary>
internal static class Partnership
{
    private const int InASchool = 5;
    private static readonly DateOnly since = new(2020, 9, 1);

    /// <summary>All that was said of who there is, until so many people have a post.</summary>
    public static IReadOnlyList<RecordedChange> Of(int people)
    {
        var today = London.DayOf(TimeProvider.System.GetUtcNow());
        List<RecordedChange> all = [.. DemonstrationPosts.Changes(today)];
        for (var i = 0; i < people; i += InASchool) all.AddRange(School(i / InASchool, today).Select(said => all[0] with { Change = said }));
        return all;
    }

    private static IEnumerable<StaffChange> School(int number, DateOnly today)
    {
        Guid school = Story.IdOf($"school {number}"), team = Story.IdOf($"school {number}, staff");
        yield return new OrganisationAdded(school, $"School {number}", Agency.Education);
        yield return new TeamAdded(team, school, $"School {number}", TeamKind.Setting);
        yield return new LastResortNamed(school, DemonstrationPeople.Adviser.Author.Team);
        foreach (var i in Enumerable.Range(0, InASchool))
        {
            var account = Story.IdOf($"school {number}, {i}");
            yield return new AccountAdded(account, $"Person {i} of {number}");
            yield return new PostGiven(Story.IdOf($"school {number}, post {i}"), account, team,
                i switch { 0 or 1 => Role.SafeguardingLead, _ => Role.Practitioner }, "A colleague", since, null);
        }

        yield return new AwayNamed(Story.IdOf($"school {number}, away"), Story.IdOf($"school {number}, post 0"), Story.IdOf($"school {number}, 1"), today,
            today.AddDays(1));
    }
}
