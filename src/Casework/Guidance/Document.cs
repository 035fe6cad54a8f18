using Lapwing.Casework.Calendar;

namespace Lapwing.Casework.Guidance;

/// <summary>
/// One edition of a document as data: its statements and the dates between which it is in force. A new edition is a new file beside the old,
/// never an edit. The files are Markdown, so that they can be read and checked by somebody who does not program.
/// </summary>
public sealed class Document
{
    private readonly Dictionary<string, Statement> byId;

    private Document(string title, string edition, DateOnly from, DateOnly? until, IReadOnlyList<Statement> statements)
    {
        (Title, Edition, From, Until, Statements) = (title, edition, from, until, statements);
        byId = statements.ToDictionary(s => s.Id);
    }

    /// <summary>The chapter on the abuse of children through digital media, first edition.</summary>
    public static Document Chapter { get; } = Embedded("derby-and-derbyshire-e-safety-1.md");

    /// <summary>The supplement: what the chapter does not say and practice needs, first edition.</summary>
    public static Document Supplement { get; } = Embedded("national-1.md");

    /// <summary>What the document is called.</summary>
    public string Title { get; }

    /// <summary>Document and edition, such as <c>derby-and-derbyshire-e-safety/1</c>.</summary>
    public string Edition { get; }

    /// <summary>The first London day on which it is in force.</summary>
    public DateOnly From { get; }

    /// <summary>The last day on which it is in force; none while it is open-ended.</summary>
    public DateOnly? Until { get; }

    /// <summary>Every statement, in the document's order.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The statement with an id, or none.</summary>
    public Statement? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads an edition. Refuses a file without its edition and date line, and a statement id that stands twice.</summary>
    public static Document Parse(TextReader file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string title = "", edition = "";
        DateOnly from = default;
        DateOnly? until = null;
        var statements = new List<Statement>();
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) title = line[2..];
            else if (line.StartsWith("- edition: ", StringComparison.Ordinal)) edition = line[11..];
            else if (line.StartsWith("- in force: ", StringComparison.Ordinal)) (from, until) = Days(line[12..]);
            else if (line.Length > 4 && line[0] == '|' && line[2] is 'S' or 'N' && char.IsAsciiDigit(line[3])) statements.Add(Row(line, edition));
        }

        return edition.Length > 0 && from != default
            ? new(title, edition, from, until, statements)
            : throw new FormatException("an edition begins with the lines '- edition: name/number' and '- in force: yyyy-mm-dd – '");
    }

    private static Document Embedded(string name)
    {
        using var reader = new StreamReader(typeof(Document).Assembly.GetManifestResourceStream(name)!);
        return Parse(reader);
    }

    // | S2.1.8 | must | text |   or   | N3 | text | source | checked |
    private static Statement Row(string line, string edition)
    {
        var cells = line.Trim('|', ' ').Split(" | ");
        var id = cells[0];
        return id[0] == 'N' ? new(id, "", "", cells[1], cells[2], cells[3], edition) : new(id, SectionOf(id), cells[1], cells[2], null, null, edition);
    }

    private static string SectionOf(string id)
    {
        var section = id[1..id.LastIndexOf('.')];
        return section == "0" ? "" : section;
    }

    // 2016-01-01 – 2026-08-31, or without an end.
    private static (DateOnly From, DateOnly? Until) Days(string text)
    {
        var days = text.Split('–', StringSplitOptions.TrimEntries);
        return (IsoDay.Parse(days[0]), days[^1].Length > 0 ? IsoDay.Parse(days[^1]) : null);
    }
}
