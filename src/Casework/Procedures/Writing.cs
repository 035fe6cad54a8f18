using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>Where a form is filled in: the case as its reader sees it, who fills it in, and who there is.</summary>
/// <param name="View">The case.</param>
/// <param name="By">Who fills it in.</param>
/// <param name="Staff">Who there is to be named.</param>
/// <param name="Act">The number of the act: what comes in new is numbered from it, so that the same form sent twice is the same person.</param>
public sealed record Writing(CaseView View, Author By, Staff Staff, Guid Act);
