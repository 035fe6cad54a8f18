namespace Lapwing.Casework.Triage;

/// <summary>What may stand in a concern, as the second half of a sentence that refuses something else.</summary>
internal static class Allowed
{
    public const string Concern = "a concern is a JSON object, such as {\"awareAt\":\"2026-03-27T16:40:00Z\",\"forms\":[\"grooming\"]}";
    public const string Id = "write text of at most 200 characters, without half of a surrogate pair, or leave it out";
    public const string Time = "write a time of 2016 to 2099 with its offset, such as 2026-03-27T16:40:00Z or 2026-03-27T17:40+01:00";
    public const string Child = "a child is an object with roles and, where it is known, age";
    public const string Age =
        "write a whole number from 0 to 17 without quotation marks, or leave it out when it is not known; record anybody older as an adult";
    public const string Answer = "write \"yes\", \"no\" or \"not-known\"";
    public const int MaxChildren = 200;
    public static readonly string[] PropertyNames = ["id", "awareAt", "forms", "children", "answers", "arrestedAt"];
    public static readonly string[] FormNames = [.. Forms.All.Select(f => f.Name)];
    public static readonly string[] QuestionNames = [.. Questions.All.Select(q => q.Name)];
    public static readonly string[] ChildPaths = Paths("");
    public static readonly string[] RolesPaths = Paths(".roles");
    public static readonly string Properties = $"there is no such property; a concern has {string.Join(", ", PropertyNames)}";
    public static readonly string AForm = $"give at least one of {string.Join(", ", FormNames)}";
    public static readonly string ARole = $"give at least one of {string.Join(", ", ChildFacts.RoleNames)}";
    public static readonly string AQuestion = $"there is no such question; the questions are {string.Join(", ", QuestionNames)}";

    private static string[] Paths(string property)
    {
        var paths = new string[MaxChildren];
        for (var i = 0; i < paths.Length; i++) paths[i] = $"children[{i}]{property}";
        return paths;
    }
}
