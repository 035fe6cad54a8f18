using System.Collections;
using System.Reflection;
using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// The shape of every stored name, as its records have it: fields in the order of the JSON, with their types. A shape that was approved is never
/// changed, not even by approving: a new shape is a new version beside it.
/// </summary>
public sealed class ShapesTests
{
    private static readonly string[] file = ["tests", "Storage.Tests", "shapes.txt"];

    [Fact]
    public void The_shape_of_a_stored_name_never_changes()
    {
        var (known, now) = (Known(), Catalogue.Records.Select(recordable => (recordable.Name, recordable.Type))
            .Concat(StaffLog.Kinds.Select(kind => (kind.Key, kind.Value))).ToDictionary(one => one.Item1, one => Shape(one.Item2), StringComparer.Ordinal));
        var changed = Changed(known, now).ToList();
        Assert.True(changed.Count == 0, $"The shape of {string.Join(", ", changed)} is not as it was approved: entries of it are stored. Keep the record as it "
            + "was in Superseded.cs, and give the new shape a new version (CONTRIBUTING, Add a question).");
        Approved.Matches(string.Join('\n', now.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}\n{one.Value}")), file);
    }

    /// <summary>An act says in which role it was recorded: none is renamed, moved or taken away, and a new one comes last.</summary>
    [Fact]
    public void Roles_only_grow_at_the_end() => Assert.Equal(["Practitioner", "SafeguardingLead", "SocialWorker", "SocialCareManager", "PoliceOfficer",
        "PoliceSupervisor", "HealthProfessional", "Lado", "Auditor", "Administrator", "DutyOfficer", "OutOfHoursWorker", "ConferenceChair", "AccountHolder"],
        Enum.GetNames<Role>());

    [Theory]
    [InlineData(typeof(Fewer)), InlineData(typeof(Retyped)), InlineData(typeof(Reordered)), InlineData(typeof(Optional)), InlineData(typeof(MoreAnswers))]
    public void Planted_a_shape_that_was_changed_is_found(Type changed) =>
        Assert.Equal("planted/1", Assert.Single(Changed(new() { ["planted/1"] = Shape(typeof(First)) }, new() { ["planted/1"] = Shape(changed) })));

    [Fact]
    public void Planted_a_name_that_is_gone_is_found() => Assert.Equal("planted/1", Assert.Single(Changed(new() { ["planted/1"] = Shape(typeof(First)) }, [])));

    private static IEnumerable<string> Changed(Dictionary<string, string> known, Dictionary<string, string> now) =>
        known.Where(one => now.GetValueOrDefault(one.Key) != one.Value).Select(one => one.Key);

    private static Dictionary<string, string> Known()
    {
        var path = Repository.Path(file);
        if (!File.Exists(path)) return [];
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        var name = "";
        foreach (var line in File.ReadAllLines(path).Where(line => line.Length > 0))
        {
            if (line[0] != ' ') all[name = line] = "";
            else all[name] += $"{line}\n";
        }

        return all;
    }

    // Each field in the order of the JSON: its name, its type, whether it may be empty; what it holds is told beneath it.
    private static string Shape(Type type)
    {
        var text = new StringBuilder();
        Fields(type, "  ", text);
        return text.ToString();
    }

    private static void Fields(Type type, string indent, StringBuilder text)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var isEmpty = value != property.PropertyType || nullability.Create(property).ReadState == NullabilityState.Nullable;
            var each = value != typeof(string) && typeof(IEnumerable).IsAssignableFrom(value) ? value.GetGenericArguments()[0] : value;
            var left = property.CustomAttributes.Any(a => a.AttributeType.Name == "JsonIgnoreAttribute") ? ", left out where empty" : "";
            text.Append(indent).Append(property.Name).Append(": ").Append(each == value ? "" : "list of ").Append(Named(each))
                .Append(isEmpty ? " or none" : "").Append(left);
            if (each == typeof(Role)) text.Append(" (the roles)");      // who there is grows, at its end: a law of its own
            else if (each.IsEnum) text.Append(" (").AppendJoin(", ", Enum.GetNames(each)).Append(')');
            text.Append('\n');
            if (!each.IsEnum && !each.IsAbstract && each.Assembly == typeof(Content).Assembly) Fields(each, indent + "  ", text);
        }
    }

    // What is ours has no name in what is stored: it is the fields, or the answers, that are told beside it.
    private static string Named(Type type) => type.Assembly != typeof(Content).Assembly && type.Assembly != typeof(ShapesTests).Assembly ? type.Name
        : type.IsEnum ? "one of" : "record";

    private enum Two { Yes, No }

    private enum Three { Yes, No, NotKnown }

    private sealed record First(string What, int? Age, Two Answer);

    private sealed record Fewer(string What, int? Age);

    private sealed record Retyped(string What, long? Age, Two Answer);

    private sealed record Reordered(int? Age, string What, Two Answer);

    private sealed record Optional(string? What, int? Age, Two Answer);

    private sealed record MoreAnswers(string What, int? Age, Three Answer);
}
