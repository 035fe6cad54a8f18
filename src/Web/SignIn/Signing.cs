using Lapwing.Casework.Access;

namespace Lapwing.Web.SignIn;

/// <summary>Signing in, and the cases behind it: only where there are accounts.</summary>
public static class Signing
{
    /// <summary>The folders of pages that need an account.</summary>
    public static readonly IReadOnlyList<string> Folders = ["/Cases", "/Reports", "/Posts"];

    /// <summary>Whether a page needs an account.</summary>
    public static bool NeedsAccount(string page) => Folders.Any(folder => page.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Whether anybody can sign in.</summary>
    public static bool IsThere(HttpContext context) => context.RequestServices.GetService<Accounts>() is not null;

    /// <summary>Whether somebody is.</summary>
    public static bool IsSignedIn(HttpContext context) => Viewer(context) is not null;

    /// <summary>Whoever is signed in.</summary>
    public static Viewer? Viewer(HttpContext context) => context.RequestServices.GetService<Accounts>()?.Viewer(context.User);

    /// <summary>Whether somebody may report: not those who see no case.</summary>
    public static bool MayReport(Viewer? viewer) => viewer is not null && Casework.Procedures.WhoRecords.May("concern-reported", viewer.Role);
}
