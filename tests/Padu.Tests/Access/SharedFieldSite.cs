using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Agreements;
using Padu.Complaints;
using Padu.Domain.Agreements;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Obligations;
using Padu.Privacy;
using Padu.Storage;
using Padu.Tests.Agreements;

namespace Padu.Tests.Access;

/// <summary>In what state of affairs a word stands: who may read it follows from that and from its field.</summary>
internal enum Affair
{
    /// <summary>Still being negotiated.</summary>
    Draft,

    /// <summary>Signed, or public from its beginning.</summary>
    Public,

    /// <summary>What one institution keeps of personal data; a request of somebody who gave the name openly.</summary>
    Kept,

    /// <summary>A request of somebody whose identity is protected.</summary>
    Protected,

    /// <summary>Agreed, and for those who take part only.</summary>
    Joint,

    /// <summary>An office's own, not handed on.</summary>
    Own,
}

/// <summary>A word of one field in one affair.</summary>
internal sealed record SharedWord(string Field, Affair Affair, string Word);

/// <summary>A site in which every private field of what the two institutions share, and of what is kept of personal data, holds a word of its own.</summary>
public sealed partial class SharedFieldSite : TestSite
{
    internal List<SharedWord> Words { get; } = [];

    /// <summary>What has a page: by what stands in its address.</summary>
    public List<string> Slugs { get; } = [];

    public List<Guid> Ids { get; } = [];

    public List<Complaint> Cases { get; } = [];

    /// <summary>Whichever of them has a file somewhere.</summary>
    public HashSet<string> Filed { get; } = [];

    public string Folder => Services.GetRequiredService<DataFolder>().Path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Negotiate();
        await Cooperate();
        await KeepPersonalData();
        await Coordinate();
        await Suggest();
        await Meet();
    }

    /// <summary>Letters that stand nowhere else, and digits for a telephone.</summary>
    internal static string WordOf(string field, Affair affair) =>
        field.EndsWith("Phone", StringComparison.Ordinal) ? $"0813{(int)affair}0045577"
        // A question's code is short.
        : field.EndsWith("Questions.Code", StringComparison.Ordinal) ? $"zqsoal{affair.ToString().ToLowerInvariant()}x"
        : $"zq{string.Concat(field.Where(char.IsLetter)).ToLowerInvariant()}{affair.ToString().ToLowerInvariant()}x";

    private string Plant(string field, Affair affair)
    {
        var word = WordOf(field, affair);
        Words.Add(new SharedWord(field, affair, word));
        return word;
    }

    /// <summary>A file whose names and content each hold a word of the field.</summary>
    private async Task<ImmutableArray<Evidence>> Papers(string field, Affair affair)
    {
        var bytes = Encoding.UTF8.GetBytes($"Isi {Plant($"{field}.Content", affair)} berkas.");
        var stored = (await Services.GetRequiredService<IBlobStore>().Put(new MemoryStream(bytes), bytes.Length))!;
        return
        [
            new Evidence(stored.Hash, $"{Plant($"{field}.FileName", affair)}.txt", "text/plain", stored.Bytes, stored.Key)
            {
                GivenName = Plant($"{field}.GivenName", affair),
            },
        ];
    }

    private AgreementCommand.Draft Text(Affair affair) =>
        new(
            [ElectionScope.General],
            new Term(Cooperation.Today, null),
            Plant("agreement.drafted.v1 Text.Title", affair),
            Plant("agreement.drafted.v1 Text.Purpose", affair),
            Plant("agreement.drafted.v1 Text.Place", affair),
            [$"{Plant("agreement.drafted.v1 Text.Clauses.Text", affair)} satu.", "Butir kedua."],
            Plant("agreement.drafted.v1 Note", affair)
        );

    private async Task Negotiate() => Slugs.Add((await this.Draft(words: Text(Affair.Draft))).Code.Value);

    private async Task Cooperate()
    {
        var agreement = await this.Approve(await this.Draft(words: Text(Affair.Public)));
        var sign = new AgreementCommand.Sign(
            Cooperation.Today,
            Plant("agreement.signed.v1 Place", Affair.Public),
            Plant("agreement.signed.v1 Signatory.Name", Affair.Public),
            Plant("agreement.signed.v1 Signatory.Post", Affair.Public),
            Plant("agreement.signed.v1 Signatory.Number", Affair.Public)
        );
        await this.Do(agreement, "ketua-provinsi", sign);
        agreement = await this.Do(agreement, "kepala-ombudsman", sign);
        Slugs.Add(agreement.Code.Value);
        Filed.Add(agreement.Code.Value);
        agreement = await this.Do(
            agreement,
            "sekretariat",
            new AgreementCommand.AddDocuments(await Papers("agreement.documents-added.v1 Documents", Affair.Public))
        );
        agreement = await this.Do(
            agreement,
            "sekretariat",
            new AgreementCommand.Evaluate(2026, Plant("agreement.evaluated.v1 Text", Affair.Public))
        );

        agreement = await this.AgreeEvaluation(agreement, 2026);

        var done = await this.Owe(City, from: agreement, title: Plant("obligation.promised.v1 Title", Affair.Public));
        var give = new ObligationCommand.GiveEvidence(
            Plant("obligation.evidence-given.v1 Text", Affair.Public),
            $"https://contoh.example/{Plant("obligation.evidence-given.v1 Link", Affair.Public)}",
            await Papers("obligation.evidence-given.v1 Evidence", Affair.Public)
        );
        done = await this.Do(done, "admin-kota", give);
        done = await this.Do(
            done,
            "ketua-provinsi",
            new ObligationCommand.RefuseEvidence(Plant("obligation.evidence-refused.v1 Reason", Affair.Public))
        );
        done = await this.Give(done);
        done = await this.Do(done, "ketua-provinsi", new ObligationCommand.Accept(Plant("obligation.accepted.v1 Note", Affair.Public)));
        var carried = await this.Owe(City, from: agreement);
        var taken = await Services
            .GetRequiredService<ObligationDesk>()
            .CarryOver(
                carried.Id,
                Post("ketua-provinsi"),
                Cooperation.Today.PlusDays(60),
                Plant("obligation.carried-over.v1 Reason", Affair.Public),
                cancel: Cancel
            );
        Assert.Null(taken.Refusal);
        var withdrawn = await this.Owe(City, from: agreement);
        withdrawn = await this.Do(
            withdrawn,
            "ketua-provinsi",
            new ObligationCommand.Withdraw(Plant("obligation.withdrawn.v1 Reason", Affair.Public))
        );
        Ids.AddRange([done.Id.Value, carried.Id.Value, withdrawn.Id.Value]);
        Filed.Add($"{done.Id}");
        await this.Do(
            agreement,
            "ketua-provinsi",
            new AgreementCommand.End(Cooperation.Today, Plant("agreement.ended.v1 Reason", Affair.Public))
        );
    }

    private async Task AskForData(Affair affair, IdentityLevel level)
    {
        var complaint = await Verified(await File(City, level));
        Cases.Add(complaint);
        var desk = Services.GetRequiredService<PrivacyDesk>();
        var asked = await desk.Receive(
            new Actor.Complainant(complaint.ReporterId),
            complaint,
            new PrivacyAsk(
                RequestKind.Correction,
                RequestChannel.Tracking,
                [],
                Plant("privacy-request.received.v1 Words", affair),
                new Identity(
                    Plant("privacy-request.received.v1 Correction.Name", affair),
                    Plant("privacy-request.received.v1 Correction.Address", affair),
                    Plant("privacy-request.received.v1 Correction.Phone", affair),
                    $"{Plant("privacy-request.received.v1 Correction.Email", affair)}@contoh.example"
                )
            ),
            Cancel
        );
        Assert.Null(asked.Refusal);
        Ids.Add(asked.Request);
        var file = (await Services.GetRequiredService<PrivacyQueries>().Find(Post("kustodian"), asked.Request, Cancel))!;
        Assert.Null(
            await desk.Decide(
                Post("kustodian"),
                file,
                Outcome.Refused,
                RefusalGround.OpenCase,
                Plant("privacy-request.decided.v1 Reason", affair),
                null,
                Cancel
            )
        );
    }

    private async Task KeepPersonalData()
    {
        await AskForData(Affair.Kept, IdentityLevel.Open);
        await AskForData(Affair.Protected, IdentityLevel.Protected);
        var breach = new BreachId(Guid.CreateVersion7());
        Ids.Add(breach.Value);
        BreachCommand[] acts =
        [
            new BreachCommand.Record(
                breach,
                Clock.Now,
                [BreachKind.Confidentiality],
                [DataCategory.Contact],
                3,
                Plant("breach.recorded.v1 What", Affair.Kept),
                Plant("breach.recorded.v1 Measures", Affair.Kept)
            ),
            new BreachCommand.Supplement([DataCategory.Contact], 4, Plant("breach.supplemented.v1 Text", Affair.Kept)),
            new BreachCommand.Tell(
                BreachAudience.Subjects,
                Clock.Now,
                [NoticeWay.Letter],
                4,
                $"{Plant("breach.told.v1 Text", Affair.Kept)} Nama dan nomor telepon terbaca orang lain pada 11 November; aksesnya sudah ditutup dan Anda dapat meminta salinan."
            ),
            new BreachCommand.Tell(
                BreachAudience.Agency,
                Clock.Now,
                [NoticeWay.Letter],
                null,
                "Nama dan nomor telepon terbaca orang lain pada 11 November; aksesnya sudah ditutup dan semua orang diberi tahu."
            ),
            new BreachCommand.Close(Plant("breach.closed.v1 Lesson", Affair.Kept)),
        ];
        foreach (var act in acts)
        {
            Assert.Null(await Services.GetRequiredService<BreachDesk>().Act(Post("admin-provinsi"), breach, act, null, Cancel));
        }
    }
}
