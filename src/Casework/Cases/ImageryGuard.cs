using System.Text.RegularExpressions;

namespace Lapwing.Casework.Cases;

/// <summary>
/// No picture or video is kept, ever: what stands in a text as data (a data URI, a long run of base64) is cut out, its place is marked, and the words
/// stay (S2.1.4, N14).
/// </summary>
public static partial class ImageryGuard
{
    /// <summary>What stands where something was cut out.</summary>
    public const string Mark = "[an image stood here and was not kept]";

    /// <summary>What to do instead.</summary>
    public const string WhatToDo = "This text held an image, which was not kept. Leave the device alone and call the police. Your words are still here: record again";

    /// <summary>The text without it.</summary>
    public static string Clean(string text) => Data().Replace(text, Mark);

    /// <summary>Whether a text holds any.</summary>
    public static bool IsFound(string text) => Data().IsMatch(text);

    // A data URI of any length, or 120 characters of base64 in a run, with the shorter lines that follow it.
    [GeneratedRegex(@"data:[a-z0-9.+-]+/[a-z0-9.+-]+[^\s,]*,\S*(\s+[a-z0-9+/_-]{40,}={0,2})*|[a-z0-9+/_-]{120,}={0,2}(\s+[a-z0-9+/_-]{40,}={0,2})*|([a-z0-9+/_-]{60,80}\r?\n){3,}[a-z0-9+/_-]*={0,2}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Data();
}
