using System.Text;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Tests.Access;

namespace Padu.Tests.Examinations;

/// <summary>A private field of the way to the Ombudsman and of its file, each with a word of its own.</summary>
internal enum Planted
{
    Story,
    Instruction,
    Wish,
    Asked,
    Completion,
    Proposal,
    PlenaryNote,
    RapidNote,
    Deliberation,
    IdentityReason,
    Conclusion,
    Told,
    ReferReason,
    ReferConsent,
    Release,
    HiddenStory,
    Explanation,
}

/// <summary>
/// A complaint that its reporter took there and that was concluded, one that the office referred and released its notes of and that was not accepted, and
/// one that was filed straight and kept from KPU.
/// </summary>
public sealed class PlantedReportSite : TestSite
{
    internal Dictionary<string, string> Opened { get; } = [];

    public Complaint Taken { get; private set; } = Complaint.None;

    public Complaint Referred { get; private set; } = Complaint.None;

    public Complaint Hidden { get; private set; } = Complaint.None;

    internal static string Word(Planted field) => $"zq{field}laporan".ToLowerInvariant();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Take();
        await Refer();
        Hidden = await FileToOmbudsmanOnly($"Kisah {Word(Planted.HiddenStory)} saya.");
    }

    private async Task Take()
    {
        var filed = await File(City, IdentityLevel.Protected, story: $"Kisah {Word(Planted.Story)} yang panjang.");
        filed = await Do(
            await Verified(filed),
            Post("admin-kota"),
            new ComplaintCommand.Assign(Post("admin-kota").Office, Technical, Word(Planted.Instruction))
        );
        var desk = (EscalationDesk)Services.GetService(typeof(EscalationDesk))!;
        Taken = (
            await desk.Escalate(
                filed.Id,
                new Actor.Complainant(filed.ReporterId),
                sharesIdentity: true,
                Word(Planted.Wish),
                null,
                TestContext.Current.CancellationToken
            )
        )
            .First
            .State;
        var held = new NodaTime.LocalDate(2026, 11, 12);
        await Examine(Taken, "asisten-ombudsman", new ExaminationCommand.RequestCompletion([MissingItem.Evidence], Word(Planted.Asked)));
        var completed = await ((ExaminationDesk)Services.GetService(typeof(ExaminationDesk))!).Act(
            Taken.Ombudsman!.Examination,
            new Actor.Complainant(Taken.ReporterId),
            new ExaminationCommand.Complete(Word(Planted.Completion), []),
            cancel: TestContext.Current.CancellationToken
        );
        Assert.Null(completed.Refusal);
        await Examine(Taken, "asisten-ombudsman", new ExaminationCommand.FlagRapid([RapidCriterion.Emergency], Word(Planted.RapidNote)));
        await Examine(Taken, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], null, Word(Planted.Proposal))));
        await Examine(Taken, "kepala-ombudsman", new ExaminationCommand.Register(held, Word(Planted.PlenaryNote)));
        await Examine(Taken, "asisten-ombudsman", new ExaminationCommand.Begin());
        await Examine(Taken, "asisten-ombudsman", new ExaminationCommand.Deliberate(Word(Planted.Deliberation)));
        await Examine(Taken, "asisten-ombudsman", new ExaminationCommand.RevealIdentity($"{Word(Planted.IdentityReason)} alasan"));
        var concluded = await Examine(
            Taken,
            "kepala-ombudsman",
            new ExaminationCommand.Conclude(Conclusion.Found, held, Word(Planted.Conclusion))
        );
        var closed = await ((ExaminationDesk)Services.GetService(typeof(ExaminationDesk))!).Close(
            concluded,
            Post("asisten-ombudsman"),
            Word(Planted.Told),
            cancel: TestContext.Current.CancellationToken
        );
        Taken = closed.Second.State;
        foreach (var person in Everybody)
        {
            using var browser = await Enter(person);
            var page = await browser.Get($"/ombudsman/perkara/{Taken.Number}/pertimbangan");
            Opened[person] = page.Page.QuerySelector("form[action*=Read]") is null
                ? page.Html
                : (await browser.Submit(page, "form[action*=Read]", [])).Html;
        }
    }

    private async Task Refer()
    {
        var filed = await Assigned(await Verified(await File(City)));
        var desk = (EscalationDesk)Services.GetService(typeof(EscalationDesk))!;
        Referred = (
            await desk.Refer(
                filed.Id,
                Post("admin-kota"),
                Word(Planted.ReferReason),
                Word(Planted.ReferConsent),
                sharesIdentity: true,
                asksSettlement: false,
                null,
                TestContext.Current.CancellationToken
            )
        )
            .First
            .State;
        Referred = await Do(Referred, Post("admin-kota"), new ComplaintCommand.ReleaseNotes(Word(Planted.Release)));
        await Examine(Referred, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], DeclineReason.TooOld, "Usul.")));
        await Examine(
            Referred,
            "kepala-ombudsman",
            new ExaminationCommand.Decline(DeclineReason.TooOld, null, new NodaTime.LocalDate(2026, 11, 12), Word(Planted.Explanation))
        );
    }
}

/// <summary>Each word is seen by those to whom access.md gives it and by nobody else, on every page, and lies readable in no file.</summary>
public sealed class PlantedReportTests(PlantedReportSite site) : IClassFixture<PlantedReportSite>
{
    private static readonly string[] OfKpu =
    [
        "admin-provinsi",
        "ketua-provinsi",
        "auditor-provinsi",
        "admin-kota",
        "ketua-kota",
        "teknis-kota",
    ];
    private static readonly string[] OfOmbudsman = ["kepala-ombudsman", "asisten-ombudsman", "auditor-ombudsman"];

    [Fact]
    public async Task Each_word_is_seen_by_those_who_may_and_by_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var person in new string?[] { null }.Concat(TestSite.Everybody))
        {
            var seen = await Crawl(person);
            foreach (var field in Enum.GetValues<Planted>())
            {
                var may = person is not null && MayRead(field).Contains(person);
                if (seen.Contains(PlantedReportSite.Word(field), StringComparison.OrdinalIgnoreCase) != may)
                {
                    wrong.Add($"{person ?? "a visitor"} {(may ? "does not see" : "sees")} {field}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_deliberation_opens_for_the_Ombudsmans_own_people_by_an_act_and_for_nobody_else() =>
        Assert.Equal(
            OfOmbudsman.Order(),
            site.Opened.Where(one => one.Value.Contains(PlantedReportSite.Word(Planted.Deliberation), StringComparison.Ordinal))
                .Select(one => one.Key)
                .Order()
        );

    [Fact]
    public void No_word_lies_readable_in_a_file()
    {
        var folder = ((Padu.Storage.DataFolder)site.Services.GetService(typeof(Padu.Storage.DataFolder))!).Path;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.DoesNotContain(
                Enum.GetValues<Planted>(),
                field => text.Contains(PlantedReportSite.Word(field), StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    /// <summary>What the pages show; a deliberation and an identity only by an act, and so in no page that is merely opened.</summary>
    private static string[] MayRead(Planted field) =>
        field switch
        {
            // An auditor of KPU reads what the office wrote, never what the complainant told.
            Planted.Story => [.. OfKpu.Where(one => one != "auditor-provinsi"), .. OfOmbudsman],
            Planted.Conclusion or Planted.ReferReason => [.. OfKpu, .. OfOmbudsman],
            // The office's own paper: of the case that was not released KPU's alone.
            Planted.Instruction => OfKpu,
            Planted.Release => [.. OfKpu, .. OfOmbudsman],
            Planted.ReferConsent => OfOmbudsman,
            Planted.Deliberation => [],
            Planted.Wish
            or Planted.Asked
            or Planted.Completion
            or Planted.Proposal
            or Planted.PlenaryNote
            or Planted.RapidNote
            or Planted.IdentityReason
            or Planted.Told
            or Planted.HiddenStory
            or Planted.Explanation => OfOmbudsman,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Every page that this person can open.</summary>
    private async Task<string> Crawl(string? person)
    {
        using var browser = person is null ? new Browser(site.Address) : await site.Enter(person);
        var account = site.Post("teknis-kota").Account;
        var numbers = new[] { site.Taken, site.Referred, site.Hidden }.Select(one => one.Number.Value).ToList();
        var paths = RouteList
            .Of(site.Services)
            .SelectMany(route => route.IsOfACase ? numbers.Select(number => route.Path(number, account)) : [route.Path("", account)])
            .Concat(Enum.GetValues<Tab>().Select(tab => $"/meja?tab={tab.Word()}"))
            .Concat(Enum.GetValues<ExaminationTab>().Select(tab => $"/ombudsman?tab={tab.Word()}"))
            .Concat(numbers.SelectMany(number => new[] { $"/meja?nomor={number}", $"/ombudsman?nomor={number}" }));
        var text = new StringBuilder();
        foreach (var path in paths)
        {
            var seen = await browser.Once(HttpMethod.Get, path);
            Assert.True((int)seen.Status < 500, $"{path} as {person}: {seen.Status}");
            text.Append(seen.Html).Append(seen.Response.Content.Headers);
        }

        return text.ToString();
    }
}
