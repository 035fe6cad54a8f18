using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Shapes in which entries were stored and are stored no more. Each loads for ever, as what stands in its place now; nothing new is recorded in it.
/// </summary>
public static class Superseded
{
    /// <summary>Something of an older shape.</summary>
    public abstract record Older : Content
    {
        /// <summary>The same in the shape of now: what was not asked then is not answered.</summary>
        public abstract Content AsNow();

        /// <inheritdoc/>
        public override string Line(CaseFile file) => AsNow().Line(file);
    }
}
