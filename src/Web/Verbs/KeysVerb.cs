using System.CommandLine;
using Lapwing.Storage;

namespace Lapwing.Web.Verbs;

/// <summary><c>keys make|show|escrow|restore --data DIR</c>: the keys of a ledger. Nothing that is there is ever overwritten.</summary>
public static class KeysVerb
{
    /// <summary>The verb.</summary>
    public static Command Command(TextWriter output, TextWriter error) =>
        new("keys", "Make, show, share out and restore the keys of a ledger. Nothing is ever overwritten.")
    {
        Make(output, error), Show(output, error), Escrow(output, error), Restore(output, error),
    };

    private static Command Make(TextWriter output, TextWriter error) =>
        On(new Command("make", "Make the partnership key and the key that signs checkpoints."), output, error, (folder, _) =>
    {
        folder.MakeKeys();
        output.WriteLine($"Made {folder.PartnershipKeyFile} and {folder.CheckpointKeyFile}.");
        output.WriteLine("Without the partnership key no case can be read. Share it out now: lapwing keys escrow.");
        if (IsBeside(folder))
            output.WriteLine("The keys lie beside the data. For real cases move them to another disk and name it with --keys: a backup of the data "
                + "must not hold them.");
    });

    private static Command Show(TextWriter output, TextWriter error) =>
        On(new Command("show", "Show the ids of the keys, which say nothing about them."), output, error, (folder, _) =>
    {
        using var key = PartnershipKey.Read(folder.PartnershipKeyFile);
        using var signing = CheckpointKey.Read(folder.CheckpointKeyFile);
        output.WriteLine($"partnership key  {key.Id}  {folder.PartnershipKeyFile}");
        output.WriteLine($"checkpoint key   {signing.Id}  {folder.CheckpointKeyFile}");
    });

    private static Command Escrow(TextWriter output, TextWriter error)
    {
        var to = new Option<string>("--to")
        {
            Description =
            "A new folder for the shares, one file each. Give each to somebody else, then remove the folder.",
            Required = true
        };
        var shares = new Option<int>("--shares") { Description = "How many shares.", DefaultValueFactory = _ => 5 };
        var needed = new Option<int>("--needed") { Description = "How many of them give the key back.", DefaultValueFactory = _ => 3 };
        return On(new Command("escrow", "Write the partnership key in shares, of which some are enough to restore it.") { to, shares, needed },
            output, error, (folder, parsed) =>
        {
            using var key = PartnershipKey.Read(folder.PartnershipKeyFile);
            var lines = key.Share(parsed.GetValue(shares), parsed.GetValue(needed));
            for (var i = 0; i < lines.Count; i++)
                PartnershipKey.WriteShare(Path.Combine(parsed.GetValue(to)!, $"share-{i + 1}-of-{lines.Count}.txt"), lines[i]);
            output.WriteLine($"Wrote {lines.Count} shares of the partnership key {key.Id} to {parsed.GetValue(to)}; any {parsed.GetValue(needed)} "
                + "of them restore it.");
        });
    }

    private static Command Restore(TextWriter output, TextWriter error)
    {
        var shares = new Argument<string[]>("SHARE") { Description = "Files of shares.", Arity = ArgumentArity.OneOrMore }.RefusingDashes();
        return On(new Command("restore", "Put the partnership key together from shares.") { shares }, output, error, (folder, parsed) =>
        {
            using var key = PartnershipKey.Restore(folder.PartnershipKeyFile, [.. parsed.GetValue(shares)!.Select(file => File.ReadAllText(file))]);
            output.WriteLine($"Restored the partnership key {key.Id} to {folder.PartnershipKeyFile}.");
        });
    }

    private static Command On(Command command, TextWriter output, TextWriter error, Action<LedgerFolder, ParseResult> act)
    {
        var data = new Option<string>("--data") { Description = "The folder of the database.", Required = true };
        var keys = new Option<string?>("--keys") { Description = "The folder of the keys. Without it: keys, in the folder of the database." };
        command.Options.Add(data);
        command.Options.Add(keys);
        command.SetAction(parsed =>
        {
            try
            {
                act(LedgerFolder.At(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed);
                output.Flush();
                return 0;
            }
            catch (Exception e) when (e is LedgerRefusedException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"lapwing: {e.Message}");
                return CommandLine.Unusable;
            }
        });
        return command;
    }

    private static bool IsBeside(LedgerFolder folder) => folder.Keys == LedgerFolder.WithKeysBeside(folder.Data).Keys;
}
