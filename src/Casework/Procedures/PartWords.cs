using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>The part that somebody has in a case, in words.</summary>
public static class PartWords
{
    /// <summary>In a list of parts.</summary>
    public static string Of(Involvement part) => part switch
    {
        Involvement.Shown => "is in the image",
        Involvement.Shared => "passed it on",
        Involvement.Received => "was sent it",
        Involvement.Harmed => "was harmed",
        Involvement.Acting => "is said to have done it",
        Involvement.Household => "lives with the person of concern",
        Involvement.Network => "can be reached by the person of concern",
        Involvement.Alleged => "alleged person",
        Involvement.Partner => "partner of the alleged person",
        Involvement.ParentOrCarer => "parent or carer",
        Involvement.Relative => "relative or friend",
        Involvement.Professional => "in it by their work",
        _ => "helps to keep a child safe",
    };

    /// <summary>The parts that a child had, by the names of a concern's file format.</summary>
    public static Involvement Of(string role) => Enum.Parse<Involvement>(role, ignoreCase: true);
}
