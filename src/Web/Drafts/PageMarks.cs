using System.Security.Cryptography;
using Lapwing.Casework.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Lapwing.Web.Drafts;

/// <summary>The mark that a page carries: whose it is and which form, sealed, so that words that come in without a session go to nobody else.</summary>
public sealed class PageMarks(IDataProtectionProvider protection)
{
    /// <summary>The field that says whose a page is.</summary>
    public const string Field = "whose";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Lapwing.Keeping.v1").ToTimeLimitedDataProtector();

    /// <summary>How long it holds: as long as a draft is kept.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(DraftKeeper.Days);

    /// <summary>The mark of a page.</summary>
    public string Mark(Viewer viewer, string path)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return protector.Protect($"{viewer.Account:N} {path}", Lasts);
    }

    /// <summary>The address of the page that was sent, by its mark; none without one.</summary>
    public string? PathIn(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Read(form)?.Path;
    }

    /// <summary>Whose the page is that was sent, and its address, by its mark; none without one that holds.</summary>
    public (Guid Account, string Path)? Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        string? mark = form[Field];
        try
        {
            if (string.IsNullOrEmpty(mark) || protector.Unprotect(mark).Split(' ') is not [var account, var path]) return null;
            return (Guid.ParseExact(account, "N"), path);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
