namespace Lapwing.Web;

/// <summary>A folder that is gone when the program ends.</summary>
internal sealed class PassingFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lapwing-demo-");

    /// <summary>Where it is.</summary>
    public string Path => folder.FullName;

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
