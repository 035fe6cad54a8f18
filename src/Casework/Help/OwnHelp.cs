namespace Lapwing.Casework.Help;

/// <summary>
/// What a partnership corrects in one entry of the directory of help (S0.3). What is not given stays as the program ships it. A partnership
/// that gives a link or a telephone number says with <see cref="CheckedOn"/> when somebody last tried it.
/// </summary>
/// <param name="Link">Where it is found, as a whole https address.</param>
/// <param name="Telephone">The telephone number as it is read aloud.</param>
/// <param name="CheckedOn">The London day on which somebody last tried the link and the number.</param>
public sealed record OwnHelp(string? Link = null, string? Telephone = null, DateOnly? CheckedOn = null);
