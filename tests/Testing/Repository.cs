namespace Lapwing.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A file or folder of the checkout.</summary>
    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("the tests run inside a checkout of the project")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "Lapwing.slnx")) ? folder.FullName : Find(folder.Parent);
}
