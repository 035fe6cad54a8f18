namespace Lapwing.Web.Drafts;

/// <summary>What became of what a page sent.</summary>
public enum Sent
{
    /// <summary>It held no words.</summary>
    Nothing,

    /// <summary>It is kept for its author.</summary>
    Kept,

    /// <summary>It held words, and they are not kept: nobody can say whose they are, what they belong to is gone, or another copy is kept already.</summary>
    NotKept,
}
