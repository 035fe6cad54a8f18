namespace Lapwing.Casework.Triage;

/// <summary>
/// The part that somebody has in a concern or a case. One person may have several. A decision knows the children's, from <see cref="Shown"/> to
/// <see cref="Household"/>.
/// </summary>
[Flags]
public enum Involvement
{
    /// <summary>A child whom an image shows.</summary>
    Shown = 1,

    /// <summary>A child who passed an image on.</summary>
    Shared = 2,

    /// <summary>A child who was sent an image.</summary>
    Received = 4,

    /// <summary>A child who was harmed.</summary>
    Harmed = 8,

    /// <summary>A child said to have done it. Never called anything worse.</summary>
    Acting = 16,

    /// <summary>A child who lives with the person whose behaviour is the concern.</summary>
    Household = 32,

    /// <summary>A child whom the person of concern can reach in another way.</summary>
    Network = 64,

    /// <summary>An adult of whom it is alleged.</summary>
    Alleged = 128,

    /// <summary>The partner of the alleged person.</summary>
    Partner = 256,

    /// <summary>A parent or carer.</summary>
    ParentOrCarer = 512,

    /// <summary>A relative or friend.</summary>
    Relative = 1024,

    /// <summary>Somebody who is in it by their work.</summary>
    Professional = 2048,

    /// <summary>An adult who helps to keep a child safe.</summary>
    SaferPerson = 4096,
}

/// <summary>The parts, one by one.</summary>
public static class Involvements
{
    /// <summary>No part: refused wherever somebody is told. It is no answer, and stored nowhere.</summary>
    public const Involvement None = default;

    /// <summary>Every part that somebody can have, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<Involvement> All = [.. Enum.GetValues<Involvement>()];

    /// <summary>The parts that a child can have.</summary>
    public static readonly IReadOnlyList<Involvement> OfChildren = [.. All.Where(part => part <= Involvement.Network)];
}
