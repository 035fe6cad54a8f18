namespace Lapwing.GovUk;

/// <summary>What is wrong with one field: the id that the summary links to, such as <c>day-of-birth-day</c>, and what to do about it.</summary>
public readonly record struct FieldError(string Field, string Message);
