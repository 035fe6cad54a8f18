using CsCheck;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>The edition against the second implementation, on random concerns.</summary>
public sealed class EditionTests
{
    private static readonly Edition edition = RuleBook.Standard.Newest;

    [Fact]
    public void Each_fact_stands_at_its_own_bit() => Assert.Equal(Enumerable.Range(0, Vocabulary.Facts.Count), Vocabulary.Facts.Select(fact => fact.Bit));

    [Fact]
    public void The_tables_name_what_the_contract_names_in_its_order()
    {
        Assert.Equal(Known.Names, Vocabulary.Facts.Select(f => f.Name));
        Assert.Equal(Contract.RefersTo, edition.Referrals.Select(r => r.To.Name));
        Assert.Equal(Contract.NamesAfterRules, edition.Rows.Skip(Contract.Rules).Select(r => r.Name));
    }

    [Fact]
    public void Every_row_applies_exactly_when_the_contract_says() => Generators.Concerns.Sample(
        told => ApplyingOf(told) == edition.Applying(told.Concern.Facts), iter: 20_000, print: told => told.Json);

    [Fact]
    public void Outcome_and_recipients_are_those_of_the_contract() => Generators.Concerns.Sample(
        told => Judgement(told) == Says(edition.Judge(told.Concern.Facts)), iter: 20_000, print: told => told.Json);

    [Fact]
    public void What_is_agreed_first_is_that_of_the_contract() => Generators.Concerns.Sample(
        told => AgreeingFirst(told).SequenceEqual(AgreedFirst(Decision.For(told.Concern, edition, RuleBook.Standard.Calendar))), iter: 20_000,
            print: told => told.Json);

    [Fact]
    public void Planted_an_edition_that_agrees_with_nobody_is_caught()
    {
        var alone = PlantedEditions.With(duty: d => d.AgreeFirst is { } agree
            ? d with { AgreeFirst = agree with { NotKnownWith = [.. edition.Recipients] } } : d);
        Assert.Throws<CsCheckException>(() => Generators.Concerns.Sample(
            told => AgreeingFirst(told).SequenceEqual(AgreedFirst(Decision.For(told.Concern, alone, RuleBook.Standard.Calendar))), iter: 20_000));
    }

    [Fact]
    public void Open_questions_are_those_of_the_literal_definition() => Generators.NearlyKnown.Sample(
        told => LiteralOpen.Questions(Known.Of(told.Node)).SequenceEqual(RuleBook.Standard.Decide(told.Concern).OpenQuestions.Select(q => q.Name)),
        iter: 3_000, print: told => told.Json);

    [Fact]
    public void Planted_an_edition_that_reads_not_known_as_no_is_caught()
    {
        var careless = PlantedEditions.With(rule: r => r.UnlessNo is { } adult ? r with { When = r.When! & adult, UnlessNo = null } : r);
        Assert.Throws<CsCheckException>(() => Generators.Concerns.Sample(told => ApplyingOf(told) == careless.Applying(told.Concern.Facts), iter: 20_000));
    }

    [Fact]
    public void Planted_an_outcome_that_forgets_a_consulting_duty_is_caught()
    {
        var silent = PlantedEditions.With(duty: d => d.Duty == DutyKind.ConsultSocialCare ? d with { Consults = false } : d);
        Assert.Throws<CsCheckException>(() => Generators.Concerns.Sample(told => Judgement(told) == Says(silent.Judge(told.Concern.Facts)), iter: 20_000));
    }

    // By the text of the contract: while adult is yes, or is not known and one of five is called; two of them whatever adult is, while one of four is.
    private static IEnumerable<string> AgreeingFirst(ConcernTold told)
    {
        string[] sayAndLeave = ["decide-telling-parents", "offer-removal-help", "enquire-further", "consider-support-for-those-close",
            "respond-to-bullying", "consult-school", "report-to-platform", "raise-with-others"];
        string[] leave = ["offer-removal-help", "report-to-platform"], four = ["police", "police-or-social-care", "childrens-social-care", "prevent"];
        var known = Known.Of(told.Node);
        Span<ulong> rows = stackalloc ulong[Contract.Rows];
        Evaluate(known.Yes, ~known.No, rows);
        var called = new HashSet<string>(StringComparer.Ordinal);
        for (var rule = 0; rule < Contract.Rules; rule++)
            if (rows[rule] != 0) called.Add(Contract.RefersTo[rule]);
        const ulong adult = 1UL << (int)Told.AdultInvolved | 1UL << (int)Told.AdultMadeOrHeldImages | 1UL << (int)Told.SexualCommunication;
        var first = (known.Yes & adult) != 0 || ((~known.No & adult) != 0 && (called.Overlaps(four) || called.Contains("lado"))) ? sayAndLeave
            : called.Overlaps(four) ? leave : [];
        List<string> found = [];
        for (var duty = 0; duty < Contract.Duties; duty++)
            if (rows[Contract.Rules + duty] != 0 && first.Contains(Contract.NamesAfterRules[duty])) found.Add(Contract.NamesAfterRules[duty]);
        return found;
    }

    private static IEnumerable<string> AgreedFirst(Decision decision) => decision.Duties.Where(duty => duty.AgreeFirst).Select(duty => duty.Rule.Name);

    private static ulong ApplyingOf(ConcernTold told)
    {
        var known = Known.Of(told.Node);
        Span<ulong> found = stackalloc ulong[Contract.Rows];
        Evaluate(known.Yes, ~known.No, found);
        var applying = 0UL;
        for (var row = 0; row < found.Length; row++) applying |= (found[row] & 1) << row;
        return applying;
    }

    // Yes, on what is yes; not known, where it would be yes if all that is possible were.
    private static string Judgement(ConcernTold told)
    {
        var known = Known.Of(told.Node);
        Span<ulong> yes = stackalloc ulong[Contract.Rows];
        Span<ulong> possible = stackalloc ulong[Contract.Rows];
        Evaluate(known.Yes, ~known.No, yes);
        Evaluate(~known.No, ~known.No, possible);
        var recipients = new HashSet<string>(StringComparer.Ordinal);
        var couldCome = false;
        for (var rule = 0; rule < Contract.Rules; rule++)
        {
            if (yes[rule] != 0) recipients.Add(Contract.RefersTo[rule]);
            couldCome |= possible[rule] != 0;
        }

        for (var duty = 0; duty < Contract.Duties; duty++)
            couldCome |= Contract.NamesAfterRules[duty] is "consult-social-care" or "consult-prevent-lead" && possible[Contract.Rules + duty] != 0;
        var outcome = recipients.Count > 0 ? "refer-now" : couldCome ? "consult-today" : "respond-in-setting";
        return $"{outcome} {string.Join(' ', recipients.Order(StringComparer.Ordinal))}";
    }

    private static void Evaluate(ulong yes, ulong possible, Span<ulong> found)
    {
        Span<ulong> yesLanes = stackalloc ulong[Known.Names.Count];
        Span<ulong> possibleLanes = stackalloc ulong[Known.Names.Count];
        for (var i = 0; i < yesLanes.Length; i++) (yesLanes[i], possibleLanes[i]) = (0UL - (yes >> i & 1), 0UL - (possible >> i & 1));
        new Contract(yesLanes, possibleLanes).Evaluate(found);
    }

    private static string Says(Verdict verdict)
    {
        var recipients = edition.Recipients.Where((_, i) => (verdict.Recipients >> i & 1) != 0).Select(r => r.Name).Order(StringComparer.Ordinal);
        return $"{DecisionJson.Name(verdict.Outcome)} {string.Join(' ', recipients)}";
    }
}
