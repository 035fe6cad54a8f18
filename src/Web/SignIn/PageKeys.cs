using System.Xml.Linq;
using Lapwing.Storage;
using Lapwing.Web.Check;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lapwing.Web.SignIn;

/// <summary>Where the keys are that seal pages: what was typed in a check that keeps nothing, whose a form is, and that a form is one of ours.</summary>
internal static class PageKeys
{
    private const string Folder = "page-keys";

    /// <summary>
    /// Where there are cases, in the data folder, sealed by the partnership key. Where there are none nobody can sign in, and they lie there as they are, so
    /// that a page survives a restart. Without a folder they are in memory, so that it does not.
    /// </summary>
    public static void AddPageState(this IServiceCollection services, string? data, Ledger? ledger, ILoggingBuilder logging)
    {
        var protection = services.AddDataProtection().SetApplicationName("Lapwing");
        if (data is null) protection.UseEphemeralDataProtectionProvider();
        else if (ledger is not null) Seal(services, ledger, Path.Combine(data, Folder));
        else protection.PersistKeysToFileSystem(Private(Path.Combine(data, Folder)));
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);      // that the library itself does not seal them
        services.AddSingleton<PageState>();
    }

    /// <summary>Refuses, before anything listens, a folder of page keys in which one cannot be read or made.</summary>
    public static void Try(string data) => StartChecks.CanBeUsed(Path.Combine(data, Folder), "page keys");

    private static DirectoryInfo Private(string folder)
    {
        if (!File.Exists(folder)) PrivateFolder.Make(folder);
        return new(folder);
    }

    // Keys of before that lie unsealed are known to whoever has a copy of the folder: they are taken away, and what they sealed opens no more.
    private static void Seal(IServiceCollection services, Ledger ledger, string folder)
    {
        if (Directory.Exists(folder))
            foreach (var unsealed in Directory.EnumerateFiles(folder, "*.xml")) File.Delete(unsealed);
        var files = new SealedFiles(ledger, folder, "page keys/1");
        files.RemoveHalves();
        services.AddOptions<KeyManagementOptions>().Configure<ILogger<SealedPageKeys>>((keys, log) => keys.XmlRepository = new SealedPageKeys(files, log));
    }
}

/// <summary>Page keys in sealed files. What does not open is named, and left; what is not sealed is none.</summary>
internal sealed partial class SealedPageKeys(SealedFiles files, ILogger<SealedPageKeys> log) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var (texts, others) = files.Read();
        foreach (var other in others) DoesNotOpen(other);
        return [.. texts.Select(text => XElement.Parse(text))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => files.Write(element.ToString(SaveOptions.DisableFormatting));

    [LoggerMessage(LogLevel.Warning, "The page key {File} does not open with the partnership key and is left: pages that it sealed are shown again, empty.")]
    private partial void DoesNotOpen(string file);
}
