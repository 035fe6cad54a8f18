using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Triage;
using static Lapwing.Casework.Stories.DemonstrationPeople;

namespace Lapwing.Web.Simulation;

/// <summary>What is decided of a case before it is told: it costs nothing, so that a summary can count cases that were told earlier.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Number">Which case, from 0.</param>
/// <param name="Form">The main form of harm.</param>
/// <param name="Reporter">Who reports it.</param>
/// <param name="At">When, on a London clock.</param>
/// <param name="Extras">How much is recorded in it beyond what is asked for.</param>
internal sealed record Plan(long Seed, int Number, Form Form, Person Reporter, DateTime At, int Extras)
{
    private static readonly (Form What, double Weight)[] inSettings =
    [
        (Forms.YouthProducedImagery, 46), (Forms.SexualCommunication, 9), (Forms.Grooming, 8), (Forms.OnlineBullying, 12), (Forms.BlackmailOrPayment, 10),
        (Forms.ExposureToSexualMaterial, 5), (Forms.HarmfulWebsites, 3.5), (Forms.CoercedSexualActivity, 2), (Forms.ViewedAbusiveImages, 1.5),
        (Forms.SomethingElse, 1.5), (Forms.Extremism, 1), (Forms.IndecentImages, 0.4), (Forms.DirectedAbuse, 0.1),
    ];

    private static readonly (Form What, double Weight)[] ofPolice =
    [
        (Forms.IndecentImages, 35), (Forms.Grooming, 18), (Forms.SexualCommunication, 18), (Forms.BlackmailOrPayment, 18), (Forms.ViewedAbusiveImages, 8),
        (Forms.DirectedAbuse, 3),
    ];

    private static readonly (Person What, double Weight)[] reporters =
        [(Teacher, 38), (SafeguardingLead, 22), (CollegeLead, 23), (Nurse, 9), (Officer, 5), (SocialWorker, 2)];

    // Most are short; a few go on for months.
    private static readonly ((int Least, int Most) What, double Weight)[] extras = [((0, 0), 76), ((1, 2), 13), ((3, 6), 6), ((7, 16), 3.5), ((17, 40), 1.5)];

    /// <summary>The plan of a case: the same for the same seed and number, and for the same last day.</summary>
    public static Plan Of(long seed, int number, ReportTimes times)
    {
        var chance = Chance.Of(seed, number, use: 0);
        var reporter = chance.Of(reporters);
        var form = chance.Of(reporter.Author.Agency is Agency.Police or Agency.SocialCare ? ofPolice : inSettings);
        var at = times.Next(chance, reporter.Author.Agency == Agency.Police);
        var (least, most) = chance.Of(extras);
        return new(seed, number, form, reporter, at, chance.From(least, most));
    }

    /// <summary>
    /// The numbers of all cases, in order: which is which says nothing, and to write them in their order is what the database does fastest.
    /// </summary>
    public static CaseId[] Ids(long seed, int cases)
    {
        var chance = Chance.Of(seed, -1, use: cases);
        var ids = new Guid[cases];
        for (var i = 0; i < cases; i++) ids[i] = chance.Id();
        // As the database compares them: byte by byte, which the order of Guid is not.
        var bytes = ids.Select(id => Convert.ToHexString(id.ToByteArray(bigEndian: true))).ToArray();
        Array.Sort(bytes, ids, StringComparer.Ordinal);
        return [.. ids.Select(id => new CaseId(id))];
    }
}
