using Lapwing.Casework.Cases;
using Lapwing.GovUk;

namespace Lapwing.Web.Cases;

/// <summary>What a form that was sent comes to.</summary>
internal abstract record FormPost
{
    /// <summary>It was recorded before, with these words: there is nothing more to do.</summary>
    public sealed record SentBefore : FormPost;

    /// <summary>It was recorded before with other words: what stands in it now is a form of its own.</summary>
    /// <param name="Before">What was recorded.</param>
    public sealed record OtherWords(Entry Before) : FormPost;

    /// <summary>Something was added since it was shown: it is read first.</summary>
    public sealed record Overtaken : FormPost;

    /// <summary>Somebody is sought for it: nothing is recorded.</summary>
    public sealed record Searched : FormPost;

    /// <summary>Something is wrong with it, or missing.</summary>
    /// <param name="Errors">All of it, in the order of the page.</param>
    public sealed record Amiss(IReadOnlyList<FieldError> Errors) : FormPost;

    /// <summary>It can be recorded.</summary>
    /// <param name="Allowed">What is recorded.</param>
    public sealed record Ready(Allowed Allowed) : FormPost;
}
