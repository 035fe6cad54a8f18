namespace Lapwing.Casework.Triage;

/// <summary>Forms of harm that are looked for together, each with a line that helps to tell whether it is meant.</summary>
/// <param name="Words">What they have in common, as a heading.</param>
/// <param name="Forms">The forms of harm, with what is said beside them.</param>
public sealed record FormsTogether(string Words, params IReadOnlyList<(Form Form, string Help)> Forms)
{
    /// <summary>All of them: each form of harm stands in one.</summary>
    public static IReadOnlyList<FormsTogether> All { get; } =
    [
        new("Images",
            (Triage.Forms.YouthProducedImagery, "Real, fake or made by computer, whoever passed it on."),
            (Triage.Forms.IndecentImages, "Of any child, real or made by computer, whoever has them."),
            (Triage.Forms.ExposureToSexualMaterial, "Sent, shown or posted to them."),
            (Triage.Forms.ViewedAbusiveImages, "A worry for that young person too.")),
        new("Contact and pressure",
            (Triage.Forms.Grooming, "Somebody makes a child trust or depend on them, online or not."),
            (Triage.Forms.SexualCommunication, "Or messages meant to draw such messages out."),
            (Triage.Forms.CoercedSexualActivity, "By anybody, for any reason."),
            (Triage.Forms.DirectedAbuse, "Telling others what to do to a child, or where and when."),
            (Triage.Forms.BlackmailOrPayment, "Also where nothing was paid or sent.")),
        new("Other",
            (Triage.Forms.OnlineBullying, "Where an adult bullies a child, choose something else."),
            (Triage.Forms.Extremism, "A child is drawn towards extreme views or groups."),
            (Triage.Forms.HarmfulWebsites, "A child seeks or is shown what encourages it."),
            (Triage.Forms.SomethingElse, "Such as an adult bullying a child.")),
    ];
}
