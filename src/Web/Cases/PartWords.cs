using Lapwing.Casework.Procedures;

namespace Lapwing.Web.Cases;

/// <summary>The part that somebody has in a case, in words.</summary>
internal static class PartWords
{
    /// <summary>In a list of parts.</summary>
    public static string Of(Part part) => part switch
    {
        Part.Shown => "is in the image",
        Part.Shared => "passed it on",
        Part.Received => "was sent it",
        Part.Harmed => "was harmed",
        Part.Acting => "is said to have done it",
        Part.Household => "lives with the person of concern",
        Part.Network => "can be reached by the person of concern",
        Part.Alleged => "alleged person",
        Part.Partner => "partner of the alleged person",
        Part.ParentOrCarer => "parent or carer",
        Part.Relative => "relative or friend",
        Part.Professional => "in it by their work",
        _ => "helps to keep a child safe",
    };

    /// <summary>The parts that a child had, by the names of a concern's file format.</summary>
    public static Part Of(string role) => Enum.Parse<Part>(role, ignoreCase: true);
}
