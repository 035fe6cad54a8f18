using Lapwing.Casework.Cases;
using Lapwing.Casework.Help;

namespace Lapwing.Casework.Access;

/// <summary>
/// One thing that is said of who there is: it is added to the record of posts and never changed, as an entry is to a case. Nothing of it stands in a case.
/// </summary>
public abstract record StaffChange : Content
{
    /// <summary>The team that it concerns: its lead or manager is shown it the same minute. None where it concerns a whole organisation.</summary>
    public abstract Guid? TeamOf(StaffRegister register);

    /// <summary>What it says, in a line.</summary>
    public abstract string Line(StaffRegister register);

    /// <inheritdoc/>
    public sealed override string Line(CaseFile file) => throw new NotSupportedException("nothing of it stands in a case");
}

/// <summary>An organisation is in the partnership from now on.</summary>
public sealed record OrganisationAdded(Guid Id, string Name, Agency Agency) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register) => null;

    /// <inheritdoc/>
    public override string Line(StaffRegister register) => $"{Directed.Isolated(Name)} is in the partnership";
}

/// <summary>An organisation has one more team.</summary>
public sealed record TeamAdded(Guid Id, Guid Organisation, string Name, TeamKind? Kind) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register) => Id;

    /// <inheritdoc/>
    public override string Line(StaffRegister register) => $"{Directed.Isolated(Name)} is a team";
}

/// <summary>Somebody has an account. What they may do comes with their posts.</summary>
public sealed record AccountAdded(Guid Id, string Name) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register) => null;

    /// <inheritdoc/>
    public override string Line(StaffRegister register) => $"{Directed.Isolated(Name)} has an account";
}

/// <summary>Somebody has a post.</summary>
public sealed record PostGiven(Guid Id, Guid Account, Guid Team, Role? Role, string Job, DateOnly From, DateOnly? Until) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register) => Team;

    /// <inheritdoc/>
    public override string Line(StaffRegister register) =>
        Invariantly(register, $"{register.NameOf(Account)}: {Directed.Isolated(Job)}, from {From:d MMMM yyyy}")
        + (Until is { } last ? Invariantly(register, $" until {last:d MMMM yyyy}") : "");

    private static string Invariantly(StaffRegister register, FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(register);
        return FormattableString.Invariant(text);
    }
}

/// <summary>Somebody has a post no more, from this minute. What is open is taken by a colleague, or is the team's.</summary>
public sealed record PostEnded(Guid Post, Guid? TakenBy) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Post(Post)?.Team;
    }

    /// <inheritdoc/>
    public override string Line(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var who = register.Post(Post) is { } post ? register.NameOf(post.Account) : "Somebody";
        return TakenBy is { } taken ? $"{who} has left: {register.NameOf(taken)} takes over" : $"{who} has left: what is open is the team's";
    }
}

/// <summary>Somebody is away from a post, from day to day.</summary>
public sealed record AwayNamed(Guid Id, Guid Post, Guid? CoveredBy, DateOnly From, DateOnly Until) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Post(Post)?.Team;
    }

    /// <inheritdoc/>
    public override string Line(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var who = register.Post(Post) is { } post ? register.NameOf(post.Account) : "Somebody";
        var covered = CoveredBy is { } by ? $"{register.NameOf(by)} covers" : "whoever answers for the team covers";
        return FormattableString.Invariant($"{who} is away from {From:d MMMM yyyy} until {Until:d MMMM yyyy}: {covered}");
    }
}

/// <summary>Somebody is back before the last day, or does not go.</summary>
public sealed record AwayEnded(Guid Of) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Absence(Of) is { } away ? register.Post(away.Post)?.Team : null;
    }

    /// <inheritdoc/>
    public override string Line(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Absence(Of) is { } away && register.Post(away.Post) is { } post ? $"{register.NameOf(post.Account)} is back" : "Somebody is back";
    }
}

/// <summary>The team that stands in where a team of an organisation has nobody left: a club with one volunteer, a school in August.</summary>
public sealed record LastResortNamed(Guid Organisation, Guid Team) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register) => Team;

    /// <inheritdoc/>
    public override string Line(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return $"{register.TeamName(Team)} stands in where a team of {register.Organisation(Organisation)?.Name} has nobody left";
    }
}

/// <summary>A team is covered by another of its organisation whenever it is not open.</summary>
public sealed record OutOfHoursNamed(Guid Team, Guid By, IReadOnlyList<OpenSpan> Open) : StaffChange
{
    /// <inheritdoc/>
    public override Guid? TeamOf(StaffRegister register) => Team;

    /// <inheritdoc/>
    public override string Line(StaffRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return $"{register.TeamName(By)} covers {register.TeamName(Team)} outside its hours";
    }
}

/// <summary>Something that was said of who there is, with who said it and when.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Change">What.</param>
public sealed record RecordedChange(Author By, DateTimeOffset At, StaffChange Change);
