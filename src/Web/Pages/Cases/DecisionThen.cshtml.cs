namespace Lapwing.Web.Cases;

/// <summary>A decision that is not the one of now: earlier, or not in force yet. It has an address of its own, by the entry that told its facts.</summary>
public sealed class DecisionThenModel(Desk desk, Settings settings) : DecisionModel(desk, settings);
