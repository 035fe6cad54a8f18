namespace Lapwing.Casework.Cases;

/// <summary>Words of English that are names as well, and words that stand in names and name nobody.</summary>
internal static class OrdinaryWords
{
    private static readonly HashSet<string> alsoNames = Set("""
        abbey ace alma amber angel april arch archer art ash aurora autumn bailey baker bale barber barker basil bay beach bean bear beau bell best
        bill birch bird bishop
        black blaze blessing bliss blue bolt bond bow brand brandy bright brook brooks brown buck bud bull bunny bush butcher butler can carol
        carpenter carter case cash
        chance chancellor chandler chapel charity chase cherry chip chips christian church clark clay cliff close clover coach coast cole collier
        constant cook cooper coral
        crane crisp cross crystal dale dash dawn day dean dear dell destiny dick dove down drake drew driver duke dusty earl eden ember england
        english eve faith farmer
        farrow fern field finch fisher fletcher flint flora flower ford forest foster fox frank freed freedom french frost gale gamble garden garland
        garnet gay gem gene
        gentle ginger glen gold good grace grand grant gray green grey grove guy hale hall hand happy hardy harmony harper hart harry haven hawk hay
        hazel heath heather
        hero hill hilt holly home honey hood hope house hunt hunter hurst iris iron ivory ivy jack jade jasmine jasper jay jean jet jewel joy judge
        june justice justin
        keen kid king kit kitty knight lad lake lamb lance land lane lark lately laurel law lawn leaf lee levy liberty light lilac lily little lock
        long lord lot love
        low lucky lynx major man maple march marina mark marsh mason mat max may mead meadow melody mercy merit merry mill miller mini mint mist
        misty moon more moss
        nick noble noon north norm nova oak ocean office olive opal orchid otter page paige palm park parker parks parson pat patience peace peach
        pearl peg penny pepper
        perry petal phoenix pike piper pitt poet polo poole poppy porter posh post potter precious price prince princess prior promise prudence queen
        rain ramsey
        raven ray reed reeve rich ridge river rob robin rock rod rose rosemary rowan royal royalty ruby rue rush rusty sable saffron sage saint sandy savage
        say season see serenity shade sharp shaw shepherd shore short silver singer sky slater slim small smart smith snow sol solo song south spark
        sparks spring
        star steel sterling stone storm stormy strange strong sue summer summers sun sunny swan sweet swift tailor tanner tawny taylor teal teddy
        temple thorn tiger
        timber tom topaz trace tracker treasure tree trinity true trusty tucker turner unity van vale victor violet vine walker wall ward warden ware
        warren waters way weaver web
        webb weber welch well wells west wheat wheeler white wick wild will willow winner winter winters wise wolf wood woods wren wright yard young
        alleged caller child colleague father friend girl boy mother mum dad parent carer neighbour pupil sister brother stranger teacher uncle aunt
        user cousin grandad gran
        """);

    private static readonly HashSet<string> noNames = Set("""
        all and any are but called for from girl her him his its known lady male female name named nickname not old one our out she the their them
        they this two unknown was who with woman year years you
        """);

    /// <summary>Whether a word, in the form for comparison, is an ordinary one as well as a name.</summary>
    public static bool Has(string form) => alsoNames.Contains(form);

    /// <summary>Whether a word of a name names nobody by itself: "the", "his", "unknown".</summary>
    public static bool IsNoName(string form) => noNames.Contains(form);

    private static HashSet<string> Set(string words) => new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
