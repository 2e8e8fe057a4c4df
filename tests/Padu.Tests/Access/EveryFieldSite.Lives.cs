using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Examinations;
using Padu.Organisations;
using Padu.Oversight;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>What happens in its cases.</summary>
public partial class EveryFieldSite
{
    private static readonly LocalDate Plenary = new(2026, 11, 12);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>All that can happen to one complaint of the city, from the counter to the second answer.</summary>
    private async Task Live(Life life)
    {
        string Word(string field) => Plant(field, life);
        var level = life == Life.Open ? IdentityLevel.Open : IdentityLevel.Protected;
        var entry = new DeskEntry(Clock.Now - Duration.FromDays(3), null, ReadBack: true, Word("complaint.taken-in.v1 Reason"));
        var filed = await Desk.TakeIn(Post("petugas-kota"), await Filing(life, level), entry, Cancel);
        Assert.Null(filed.Refusal);
        var complaint = filed.Complaint;
        var reporter = new Actor.Complainant(complaint.ReporterId);
        async Task By(Actor actor, ComplaintCommand command) => complaint = await Do(complaint, actor, command);
        Task Staff(string person, ComplaintCommand command) => By(Post(person), command);

        var named = Post("data-kota").Account;
        await Staff("admin-kota", new ComplaintCommand.NamePerson([named], Word("complaint.barred.v1 Reason")));
        await Staff("admin-provinsi", new ComplaintCommand.LiftBar([named], Word("complaint.bar-lifted.v1 Reason")));

        await Staff(
            "admin-kota",
            new ComplaintCommand.RequestCompletion([MissingItem.Evidence], Word("complaint.completion-requested.v1 Message"))
        );
        var completing = await File("complaint.completed.v1 Evidence", life, hasOriginal: true);
        await By(reporter, new ComplaintCommand.Complete(Word("complaint.completed.v1 Text"), [.. completing, .. await Bare("virus.txt")]));
        var completed = complaint.Version;
        await By(
            new Actor.System(),
            new ComplaintCommand.QuarantineFile(new FileRef(completed, 1), Word("complaint.file-quarantined.v1 Finding"))
        );
        await Staff(
            "admin-kota",
            new ComplaintCommand.ReleaseOriginal(
                new FileRef(completed, 0),
                completing[0],
                $"{Word("complaint.original-released.v1 Reason")} alasan"
            )
        );
        await By(reporter, new ComplaintCommand.ShowPower(await File("complaint.power-shown.v1 Power", life)));
        await Staff(
            "admin-kota",
            new ComplaintCommand.Verify(
                ComplaintClass.Complaint,
                Word("complaint.verified.v2 Title"),
                Word("complaint.accepted-late.v1 Reason")
            )
        );
        await Staff(
            "admin-kota",
            new ComplaintCommand.Classify(ComplaintClass.Supervision, IsInCourt: false, Word("complaint.classified.v2 Reason"))
            {
                Kind = PartyEntry.Kind,
            }
        );
        await Staff("admin-kota", new ComplaintCommand.PlaceHold(Word("complaint.hold-placed.v1 Reason")));
        await Staff("admin-kota", new ComplaintCommand.LiftHold(Word("complaint.hold-lifted.v1 Reason")));
        await Staff("kustodian", new ComplaintCommand.Restrict(new PrivacyRequestId(Guid.CreateVersion7())));
        await Staff("kustodian", new ComplaintCommand.LiftRestriction(Word("complaint.restriction-lifted.v1 Reason")));
        await Between(life, complaint);

        var city = Post("admin-kota").Office;
        await Staff("admin-kota", new ComplaintCommand.Assign(city, Technical, Word("complaint.assigned.v1 Instruction")));
        await Staff("teknis-kota", new ComplaintCommand.Return(Word("complaint.returned.v1 Reason")));
        await Staff("admin-kota", new ComplaintCommand.Assign(city, Technical, null));
        await Staff("teknis-kota", new ComplaintCommand.TakeUp());
        await Staff("ketua-kota", new ComplaintCommand.Direct(Word("complaint.directed.v1 Instruction")));
        await Staff("teknis-kota", new ComplaintCommand.Ask(Word("complaint.asked.v1 Question")));
        await By(
            reporter,
            new ComplaintCommand.AnswerQuestion(
                Word("complaint.question-answered.v1 Text"),
                await File("complaint.question-answered.v1 Evidence", life)
            )
        );
        await Staff("teknis-kota", new ComplaintCommand.AddNote(Word("complaint.note-added.v1 Text")));
        await HandOn(life, Staff, answer => By(reporter, answer));
        await AskForNames(life, Staff);

        await NeedApproval(true);
        await Staff(
            "teknis-kota",
            new ComplaintCommand.Propose(
                Word("complaint.answer-proposed.v1 Text"),
                await File("complaint.answer-proposed.v1 Evidence", life)
            )
        );
        await NeedApproval(false);
        await Staff("ketua-kota", new ComplaintCommand.ReturnAnswer(Word("complaint.answer-returned.v1 Comment")));
        await Staff(
            "teknis-kota",
            new ComplaintCommand.Answer(Word("complaint.answered.v1 Text"), await File("complaint.answered.v1 Evidence", life))
        );
        await By(new Actor.System(), new ComplaintCommand.ReportUnreached());
        await Staff("teknis-kota", new ComplaintCommand.RecordContact(Word("complaint.complainant-contacted.v1 Note")));
        await By(
            reporter,
            new ComplaintCommand.Reply(Word("complaint.replied.v1 Text"), await File("complaint.replied.v1 Evidence", life))
        );
        await Staff("teknis-kota", new ComplaintCommand.Answer("Jawaban kedua.", []));
        await By(reporter, new ComplaintCommand.Rate(4, 4, Word("complaint.rated.v1 Comment")));
        await By(reporter, new ComplaintCommand.Accept(Word("complaint.accepted.v1 Text")));
        await By(
            reporter,
            new ComplaintCommand.AddWord(Word("complaint.word-added.v1 Text"), await File("complaint.word-added.v1 Evidence", life))
        );
        await By(
            reporter,
            new ComplaintCommand.Contest(Word("complaint.objected.v1 Text"), await File("complaint.objected.v1 Evidence", life))
        );
        await Staff(
            "teknis-kota",
            new ComplaintCommand.Close(ClosingReason.Settled, Word("complaint.closed.v1 Explanation"))
            {
                Removal = Word("complaint.entry-removed.v1 Proof"),
            }
        );
        await Staff("admin-kota", new ComplaintCommand.Reopen(Word("complaint.reopened.v1 Reason")));
        if (life == Life.Taken)
        {
            complaint = await Take(complaint);
        }

        if (life == Life.Moved)
        {
            var kaur = Services.GetRequiredService<OfficeRegister>().Find(Kaur);
            await Staff("admin-provinsi", new ComplaintCommand.Assign(kaur, Technical, MovedInstruction));
        }

        Cases.Add(complaint);
        Main[life] = (complaint, filed.Code);
    }

    /// <summary>What the province told the office that a case went to.</summary>
    internal const string MovedInstruction = "zqpindahkekaurx";

    private async Task<System.Collections.Immutable.ImmutableArray<Evidence>> Bare(string name)
    {
        var stored = await Store("Isi biasa.");
        return [new Evidence(stored.Hash, name, "text/plain", stored.Bytes, stored.Key)];
    }

    /// <summary>What ties it to other cases. A link's words stand in both, so a case that moves away has none.</summary>
    private async Task Between(Life life, Complaint complaint)
    {
        var other = await Plain();
        var admin = Post("admin-kota");
        if (life != Life.Moved)
        {
            Assert.Null(await Desk.Link(admin, complaint.Id, other.Id, LinkKind.Related, Plant("complaint.linked.v1 Note", life), Cancel));
            Assert.Null(await Desk.Unlink(admin, complaint.Id, other.Id, Plant("complaint.unlinked.v1 Reason", life), Cancel));
        }

        Assert.Null(await Desk.Join(admin, other.Id, complaint.Id, GroupKind.MassIncident, null, Cancel));
        var member = await Queries.State(complaint.Id, Cancel);
        Assert.Null(await Desk.Part(admin, member, Plant("complaint.parted.v1 Reason", life), Cancel));
    }

    /// <summary>A part goes to another body, once declined and once agreed.</summary>
    private async Task HandOn(Life life, Func<string, ComplaintCommand, Task> staff, Func<ComplaintCommand, Task> answer)
    {
        var body = Services.GetRequiredService<OfficeRegister>().Find(new OfficeCode("bawaslu-17"));
        ComplaintCommand Propose(string reason) =>
            new ComplaintCommand.ProposeTransfer(body, TransferExtent.Part, NeedsIdentity: false, null, reason);
        await staff("admin-provinsi", Propose(Plant("complaint.transfer-proposed.v1 Reason", life)));
        await answer(new ComplaintCommand.AnswerTransfer(Agrees: false, Plant("complaint.transfer-declined.v1 Note", life)));
        await staff("admin-provinsi", Propose("Sekali lagi."));
        await staff("teknis-kota", new ComplaintCommand.RecordConsent(Agrees: true, Plant("complaint.transfer-agreed.v1 Note", life)));
        await staff("admin-provinsi", new ComplaintCommand.SendTransfer(Plenary, Plant("complaint.transferred.v1 LetterNumber", life)));
    }

    /// <summary>A protected identity is asked for, allowed and read; a lost code waits for a second person.</summary>
    private async Task AskForNames(Life life, Func<string, ComplaintCommand, Task> staff)
    {
        string Reason(string field) => $"{Plant(field, life)} alasan";
        if (life != Life.Open)
        {
            var unmasking = new CustodyRequestId(Guid.CreateVersion7());
            Ids.Add(unmasking.Value);
            await staff("admin-kota", new ComplaintCommand.RequestUnmasking(unmasking, Reason("complaint.unmasking-requested.v1 Reason")));
            await staff(
                "kustodian",
                new ComplaintCommand.JudgeRequest(unmasking, Ruling.Allowed, Reason("complaint.request-judged.v1 Reason"))
            );
            await staff("admin-kota", new ComplaintCommand.RevealIdentity(Reason("complaint.identity-revealed.v1 Reason")));
        }

        var code = new CustodyRequestId(Guid.CreateVersion7());
        Ids.Add(code.Value);
        await staff(
            "petugas-kota",
            new ComplaintCommand.ReportCodeLoss(
                code,
                [IdentityProof.IdentityCard],
                NameMatches: true,
                Plant("complaint.code-loss-reported.v1 Note", life)
            )
        );
    }

    /// <summary>To the Ombudsman, which writes what it thinks while it examines.</summary>
    private async Task<Complaint> Take(Complaint complaint)
    {
        string Word(string field) => Plant(field, Life.Taken);
        var acted = await Services
            .GetRequiredService<EscalationDesk>()
            .Escalate(
                complaint.Id,
                new Actor.Complainant(complaint.ReporterId),
                sharesIdentity: true,
                Word("examination.opened.v1 Wish"),
                null,
                Cancel
            );
        Assert.Null(acted.Refusal);
        var taken = acted.First.State;
        await Examine(
            taken,
            "asisten-ombudsman",
            new ExaminationCommand.RequestCompletion([MissingItem.Evidence], Word("examination.completion-requested.v1 Message"))
        );
        var completed = await Services
            .GetRequiredService<ExaminationDesk>()
            .Act(
                taken.Ombudsman!.Examination,
                new Actor.Complainant(taken.ReporterId),
                new ExaminationCommand.Complete(
                    Word("examination.completed.v1 Text"),
                    await File("examination.completed.v1 Evidence", Life.Taken)
                ),
                cancel: Cancel
            );
        Assert.Null(completed.Refusal);
        await Examine(
            taken,
            "asisten-ombudsman",
            new ExaminationCommand.FlagRapid([RapidCriterion.Emergency], Word("examination.flagged-rapid.v1 Note"))
        );
        await Examine(
            taken,
            "asisten-ombudsman",
            new ExaminationCommand.Verify(new Proposal([], null, Word("examination.verified.v1 Proposal.Note")))
        );
        await Examine(taken, "kepala-ombudsman", new ExaminationCommand.Register(Plenary, Word("examination.registered.v1 Note")));
        await Examine(taken, "asisten-ombudsman", new ExaminationCommand.Begin());
        await Examine(taken, "asisten-ombudsman", new ExaminationCommand.Deliberate(Word("examination.deliberated.v1 Text")));
        await Examine(
            taken,
            "asisten-ombudsman",
            new ExaminationCommand.RevealIdentity($"{Word("examination.identity-revealed.v1 Reason")} alasan")
        );
        return taken;
    }

    private async Task LiveSingly()
    {
        string Word(string field) => Plant(field, Life.Single);
        var represented = await Desk.File(
            (await Filing(Life.Single, IdentityLevel.Open)) with
            {
                Representation = new Representation(
                    RepresentationKind.Attorney,
                    PlantRepresentative(Life.Single),
                    Consents: false,
                    await File("complaint.represented.v1 Power", Life.Single)
                ),
            },
            null,
            Cancel
        );
        Assert.Null(represented.Refusal);
        Cases.Add(represented.Complaint);

        var hidden = await Do(
            await File(City),
            Post("kustodian"),
            new ComplaintCommand.ChangeLevel(IdentityLevel.Protected, null, $"{Word("complaint.level-changed.v1 Reason")} alasan")
        );
        Cases.Add(hidden);

        var withdrawn = await File(City);
        Cases.Add(
            await Do(
                withdrawn,
                new Actor.Complainant(withdrawn.ReporterId),
                new ComplaintCommand.Withdraw(Word("complaint.withdrawn.v1 Reason"))
            )
        );
        var letter = await Plain();
        var (refusal, part) = await Desk.Split(
            Post("admin-kota"),
            letter,
            Post("admin-kota").Office,
            ComplaintClass.Complaint,
            null,
            "Bagian dari surat",
            Word("complaint.split-off.v1 Excerpt"),
            Cancel
        );
        Assert.Null(refusal);
        Cases.Add(await Queries.State((await Queries.Unscoped(part, Cancel))!.Value, Cancel));
        await Import();
        await Refer();
        await Decline();
        await Watch();
    }

    private async Task Import()
    {
        string Word(string field) => Plant($"complaint.imported.v1 {field}", Life.Single);
        var imported = await Desk.Import(
            new ImportedCase(
                City,
                new ContentHash(new string('a', 64)),
                new LocalDate(2019, 3, 4),
                new LocalDate(2019, 4, 4),
                Word("SourceSystem"),
                Word("SourceKey"),
                Word("Title"),
                Word("Category"),
                Word("Place"),
                [new ImportedField(Word("Fields.Name"), Word("Fields.Value"))]
            ),
            Cancel
        );
        Assert.Null(imported.Refusal);
        Cases.Add(imported.State);
    }

    /// <summary>The office refers, releases what it wrote for itself, and the Ombudsman concludes.</summary>
    private async Task Refer()
    {
        string Word(string field) => Plant(field, Life.Single);
        var filed = await Assigned(await Plain());
        var acted = await Services
            .GetRequiredService<EscalationDesk>()
            .Refer(
                filed.Id,
                Post("admin-kota"),
                Word("complaint.escalated.v1 Reason"),
                Word("complaint.escalated.v1 Consent"),
                sharesIdentity: true,
                asksSettlement: false,
                null,
                Cancel
            );
        Assert.Null(acted.Refusal);
        var referred = await Do(
            acted.First.State,
            Post("admin-kota"),
            new ComplaintCommand.ReleaseNotes(Word("complaint.notes-released.v1 Reason"))
        );
        await Examine(referred, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], null, "Usul.")));
        await Examine(referred, "kepala-ombudsman", new ExaminationCommand.Register(Plenary, null));
        await Examine(referred, "asisten-ombudsman", new ExaminationCommand.Begin());
        var concluded = await Examine(
            referred,
            "kepala-ombudsman",
            new ExaminationCommand.Conclude(Conclusion.Found, Plenary, Word("examination.concluded.v1 Text"))
        );
        var closed = await Services
            .GetRequiredService<ExaminationDesk>()
            .Close(concluded, Post("asisten-ombudsman"), Word("examination.closed.v1 Told"), cancel: Cancel);
        Assert.Null(closed.Refusal);
    }

    /// <summary>Filed straight to the Ombudsman, kept from the election commission, and not accepted.</summary>
    private async Task Decline()
    {
        var direct = await FileToOmbudsmanOnly();
        Cases.Add(direct);
        await Examine(direct, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], DeclineReason.TooOld, "Usul.")));
        await Examine(
            direct,
            "kepala-ombudsman",
            new ExaminationCommand.Decline(DeclineReason.TooOld, null, Plenary, Plant("examination.declined.v1 Explanation", Life.Single))
        );
    }

    /// <summary>What auditors, the operator and an office's admin write outside any case.</summary>
    private async Task Watch()
    {
        string Word(string field) => Plant(field, Life.Single);
        var desk = Services.GetRequiredService<OversightDesk>();
        var (_, refusal) = await desk.Export(
            Post("auditor-provinsi"),
            new AccessFilter(AccessKind.Oversight, null, null, null),
            $"{Word("oversight.exported.v1 Reason")} alasan",
            Cancel
        );
        Assert.Null(refusal);
        var dead = new DeliveryRow(
            "pemberitahuan",
            900_001,
            0,
            "dijawab",
            $"{Guid.Empty:D}",
            10,
            Clock.Now,
            null,
            null,
            Clock.Now,
            "SmtpException"
        );
        await Services.GetRequiredService<Journal>().Store(dead);
        Assert.Null(await desk.GiveUp(Post("operator"), dead, $"{Word("oversight.delivery-given-up.v1 Reason")} alasan", Cancel));
        var reply = new CannedReplyRow(
            Guid.CreateVersion7(),
            City,
            Word("register.changed.v1 PrivateRow.Value"),
            "Yth. pelapor.",
            null,
            IsRetired: false
        );
        Ids.Add(reply.Id);
        Assert.Null(await Services.GetRequiredService<CannedReplies>().Save(Post("admin-kota"), reply, Cancel));
    }
}
