namespace Padu.Domain.Complaints;

/// <summary>Every request to a complaint, decided: the one door for pages, mail, imports and the sweep.</summary>
public static class ComplaintRules
{
    public static Decision<ComplaintEvent> Decide(Complaint complaint, ComplaintCommand command, ComplaintContext context) =>
        command switch
        {
            ComplaintCommand.Submit c => Intake.Submit(complaint, c, context),
            ComplaintCommand.RequestCompletion c => Intake.RequestCompletion(complaint, c, context),
            ComplaintCommand.Complete c => Intake.Complete(complaint, c, context),
            ComplaintCommand.Verify c => Intake.Verify(complaint, c, context),
            ComplaintCommand.Assign c => Handling.Assign(complaint, c, context),
            ComplaintCommand.Answer c => Handling.Answer(complaint, c, context),
            ComplaintCommand.Reply c => Handling.Reply(complaint, c, context),
            ComplaintCommand.RevealIdentity c => Handling.RevealIdentity(complaint, c, context),
            ComplaintCommand.RecordContact c => Handling.RecordContact(complaint, c, context),
            ComplaintCommand.Accept c => Closing.Accept(complaint, c, context),
            ComplaintCommand.Close c => Closing.Close(complaint, c, context),
            ComplaintCommand.Lapse c => Closing.Lapse(complaint, c, context),
            ComplaintCommand.Import c => Intake.Import(complaint, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };
}
