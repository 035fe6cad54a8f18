using Lapwing.Casework.Fields;

namespace Lapwing.Web.Cases;

/// <summary>What is typed beside a question to find one of many people. It is neither recorded nor kept.</summary>
public static class AnswerSearch
{
    /// <summary>The button that searches, and nothing else.</summary>
    public const string Button = "find";

    /// <summary>What is sought for a question; none where nothing was typed.</summary>
    public static string? Sought(HttpRequest request, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(asked);
        return request.HasFormContentType ? request.Form[asked.SearchField].FirstOrDefault()?.Trim() : null;
    }

    /// <summary>The field that says for which words the answers are in sight.</summary>
    public static string ShownFor(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return $"found-{asked.Key}";
    }

    /// <summary>Whether a form was sent to search: by its button, or by Enter with other words than those whose answers are in sight.</summary>
    public static bool IsAsked(HttpRequest request, IEnumerable<Asked> all)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Form.ContainsKey(Button) || all.Any(asked => asked.IsSearched && Sought(request, asked) is { Length: > 0 } sought
            && sought != request.Form[ShownFor(asked)].ToString());
    }
}
