using Lapwing.Casework.Calendar;
using Lapwing.Casework.Help;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;
using Xunit;

namespace Lapwing.Casework.Tests.Guidance;

/// <summary>Whom a partnership's numbers reach, and which of them answer.</summary>
public sealed class PartnershipTests
{
    private static readonly WorkingDays calendar = WorkingDays.EnglandAndWales;
    private static readonly DateTime fridayAfternoon = new(2026, 3, 27, 16, 40, 0, DateTimeKind.Unspecified);
    private static readonly DateTime fridayNight = new(2026, 3, 27, 22, 0, 0, DateTimeKind.Unspecified);
    private static readonly Hours day = new(new OpenSpan(OpenDays.Friday, new(9, 0), new(17, 0)));
    private static readonly Hours night = new(new OpenSpan(OpenDays.Friday, new(17, 0), new(9, 0)));
    private static readonly Partnership partnership = new()
    {
        Numbers =
        [
            Number(ContactKind.Police, "desk", Hours.Always), Number(ContactKind.ChildrensSocialCare, "duty team", night),
            Number(ContactKind.Lado, "LADO", day),
            Number(ContactKind.ChildrensSocialCare, "first contact", day), Number(ContactKind.ChildrensSocialCare, "manager", Hours.Always),
            Number(ContactKind.Consultation, "advice", day),
        ],
    };

    [Fact]
    public void Numbers_keep_the_order_of_the_file() =>
        Assert.Equal(["duty team", "first contact", "manager"], Names(partnership.For(ContactKind.ChildrensSocialCare)));

    [Fact]
    public void Only_what_answers_now_is_reachable()
    {
        Assert.Equal(["first contact", "manager"], Names(partnership.Reachable(ContactKind.ChildrensSocialCare, fridayAfternoon, calendar)));
        Assert.Equal(["duty team", "manager"], Names(partnership.Reachable(ContactKind.ChildrensSocialCare, fridayNight, calendar)));
        Assert.Empty(partnership.Reachable(ContactKind.Lado, fridayNight, calendar));
        Assert.Equal(["advice"], Names(partnership.Reachable(ContactKind.Consultation, fridayAfternoon, calendar)));
    }

    [Fact]
    public void Nothing_set_is_nobody_reachable() => Assert.All(ContactKind.All, kind =>
        Assert.Empty(new Partnership().Reachable(kind, fridayAfternoon, calendar)));

    [Fact]
    public void Every_recipient_of_every_edition_has_a_kind_of_contact() =>
        Assert.All(RuleBook.Standard.Editions.SelectMany(edition => edition.Recipients), to =>
            Assert.Equal(DecisionWords.Each(to).Select(each => each.Name), ContactKind.Of(to).Select(kind => kind.Name)));

    [Fact]
    public void A_kind_is_found_by_its_name_alone()
    {
        Assert.All(ContactKind.All, kind => Assert.Same(kind, ContactKind.Find(kind.Name)));
        Assert.Null(ContactKind.Find("Police"));
    }

    [Theory]
    [InlineData("01632 960123", "tel:01632960123")]
    [InlineData("+44 1632 960123", "tel:+441632960123")]
    [InlineData("101", "tel:101")]
    public void A_number_is_dialled_without_its_spaces(string telephone, string link)
    {
        Assert.True(ContactNumber.IsTelephone(telephone));
        Assert.Equal(link, new ContactNumber(ContactKind.Police, "x", telephone, Hours.Always).Link);
    }

    [Theory]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("01632 96O123")]
    [InlineData("(01632) 960123")]
    [InlineData("01632  960123")]
    [InlineData(" 01632 960123")]
    [InlineData("01632 960123\n")]
    [InlineData("01632 960123 ext 4")]
    [InlineData("0163+2960123")]
    [InlineData("1234567890123456")]
    [InlineData("٠١٦٣٢")]
    public void What_cannot_be_dialled_is_no_telephone_number(string text) => Assert.False(ContactNumber.IsTelephone(text));

    private static ContactNumber Number(ContactKind kind, string name, Hours open) => new(kind, name, "01632 960123", open);

    private static IEnumerable<string> Names(IEnumerable<ContactNumber> numbers) => numbers.Select(number => number.Name);
}
