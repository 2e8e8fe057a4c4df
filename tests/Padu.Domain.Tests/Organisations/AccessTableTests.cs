using System.Text;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Organisations;

/// <summary>
/// Every role in every kind of office × every act × what it is done to, written to be read beside <c>access.md</c>: also the posts that should not exist, such as an
/// assistant of the Ombudsman in an election commission's office, for whoever fills a post wrongly opens nothing by it.
/// </summary>
public sealed class AccessTableTests
{
    private static readonly Office National = new(new("kpu"), "KPU RI", Institution.Kpu, OfficeLevel.National, null, null);

    private static readonly (string Name, Actor Actor)[] People =
    [
        ("publik", new Actor.Public()),
        ("sistem", Given.System),
        ("pelapor", Given.Reporter),
        ("pelapor lain", Given.Stranger),
        .. from office in new[]
        {
            National,
            Given.Province,
            Given.City,
            Given.Kaur,
            Given.Ombudsman,
            Given.NationalOmbudsman,
            Given.Bawaslu,
        }
        from role in Enum.GetValues<Role>()
        from unit in role == Role.UnitOfficer ? new UnitCode?[] { Given.Technical, Given.Data } : [null]
        select ($"{role.Code()}{(unit is { } of ? $" {of}" : "")} di {office.Code}", (Actor)Given.Staff(role, office, unit)),
    ];

    private static readonly CaseSubject Case = new(Given.City.Code, null, null, Given.Reporter.Id, IsProtected: false);

    private static readonly (string Name, CaseSubject Subject)[] Cases =
    [
        ("kota, belum ditugaskan", Case),
        ("kota, ditugaskan ke unit teknis", Case with { Handler = Given.City.Code, Unit = Given.Technical }),
        ("diterima kota, dijawab provinsi", Case with { Handler = Given.Province.Code, Unit = Given.Technical }),
        ("tertutup bagi KPU", Case with { Owner = Given.Ombudsman.Code, IsClosedToKpu = true }),
        ("tentang kota, diterima provinsi", Case with { Owner = Given.Province.Code, Against = Given.City.Code }),
    ];

    [Fact]
    public void Who_may_do_what_is_what_the_table_says()
    {
        var text = new StringBuilder("# Who may do what\n");
        foreach (var (name, subject) in Cases)
        {
            Section(text, $"Perkara: {name}", Enum.GetValues<Act>(), act => actor => Access.May(actor, act, subject));
            Line(text, "melihat identitas", actor => Access.SeesIdentity(actor, subject));
            Line(text, "melihat kontak, dirahasiakan", actor => Access.SeesContact(actor, subject with { IsProtected = true }));
            Line(text, "melihat kontak, anonim", actor => Access.SeesContact(actor, subject with { IsAnonymous = true }));
        }

        var report = new ExaminationSubject(Given.Ombudsman.Code, Given.Reporter.Id, IsOpen: false, SharesIdentity: true);
        Section(text, "Pemeriksaan", Enum.GetValues<ExaminationAct>(), act => actor => Access.May(actor, act, report));
        Line(text, "melihat identitas yang terbuka", actor => Access.SeesIdentity(actor, report with { IsOpen = true }));
        Line(
            text,
            "melihat identitas yang tidak dibagikan",
            actor => Access.SeesIdentity(actor, report with { IsOpen = true, SharesIdentity = false })
        );
        Line(text, "melihat identitas yang dirahasiakan", actor => Access.SeesIdentity(actor, report));

        var letter = new LetterSubject(Given.City.Code, Case, Act.Verify, false, false, null);
        var moved = Case with { Handler = Given.Kaur.Code, Unit = Given.Technical };
        foreach (
            var (name, subject) in new[]
            {
                ("rancangan kota", letter),
                ("rancangan kota, perkara di Kaur", letter with { Case = moved }),
                ("rancangan provinsi, perkara di kota", letter with { Office = Given.Province.Code }),
                ("terbit dari kota", letter with { IsOut = true, Signatory = ((Actor.Staff)Given.Everybody["pimpinan kota"]).Post }),
                ("terbit dari kota, perkara di Kaur", letter with { Case = moved, IsOut = true }),
                ("lembar disposisi kota, perkara di Kaur", letter with { Case = moved, IsOut = true, IsInternal = true }),
                (
                    "lembar disposisi provinsi, perkara di Kaur",
                    letter with
                    {
                        Office = Given.Province.Code,
                        Case = moved,
                        IsOut = true,
                        IsInternal = true,
                    }
                ),
            }
        )
        {
            Section(text, $"Surat: {name}", Enum.GetValues<LetterAct>(), act => actor => Access.May(actor, act, subject));
        }

        Line(text, "mengubah templat surat", Access.MayEditTemplates);

        var owed = new ObligationSubject(Given.City.Code, Given.Province.Code);
        Section(text, "Kewajiban kota, dinilai provinsi", Enum.GetValues<ObligationAct>(), act => actor => Access.May(actor, act, owed));
        var owedByProvince = new ObligationSubject(Given.Province.Code, Given.Ombudsman.Code);
        Section(
            text,
            "Kewajiban provinsi, dinilai Ombudsman",
            Enum.GetValues<ObligationAct>(),
            act => actor => Access.May(actor, act, owedByProvince)
        );
        Line(text, "mencatat putusan", Access.MayRecordRulings);
        Line(text, "mencatat putusan bagi kota", actor => Access.MayRecordRuling(actor, Given.City));
        var pact = new AgreementSubject([Given.Province.Code, Given.Ombudsman.Code]);
        Section(text, "Perjanjian provinsi dan Ombudsman", Enum.GetValues<AgreementAct>(), act => actor => Access.May(actor, act, pact));
        var others = new AgreementSubject([Given.Province.Code, Given.OtherOmbudsman.Code]);
        Section(
            text,
            "Perjanjian provinsi dan Ombudsman provinsi lain",
            Enum.GetValues<AgreementAct>(),
            act => actor => Access.May(actor, act, others)
        );
        Line(text, "membuka halaman perjanjian", Access.ReadsAgreements);
        Line(text, "memulai", Access.MayDraft);
        foreach (var awaits in new Institution?[] { Institution.Kpu, null })
        {
            var agenda = new AgendaSubject([Given.City.Code, Given.Ombudsman.Code], awaits);
            Section(
                text,
                $"Agenda kota dan Ombudsman, menunggu {awaits?.Code() ?? "tidak ada"}",
                Enum.GetValues<AgendaAct>(),
                act => actor => Access.May(actor, act, agenda)
            );
        }

        Line(text, "mengusulkan", Access.MayProposeAgenda);
        var input = new InputSubject(Given.City.Code, null);
        Section(text, "Masukan kepada kota", Enum.GetValues<InputAct>(), act => actor => Access.May(actor, act, input));
        var fromOffice = new InputSubject(Given.Kaur.Code, Given.City.Code);
        Section(text, "Masukan kota kepada Kaur", Enum.GetValues<InputAct>(), act => actor => Access.May(actor, act, fromOffice));
        Line(text, "memberi atas nama kantor", Access.MayGiveInput);
        Line(text, "menghapus penulis", actor => Access.MayErase(actor, Given.Reporter.Id, Institution.Kpu));
        foreach (var isDraft in new[] { true, false })
        {
            var meeting = new MeetingSubject(Given.Province.Code, Given.Ombudsman.Code, [Given.City.Code], isDraft);
            Section(
                text,
                $"Rakor provinsi dan Ombudsman, kota diundang{(isDraft ? ", rancangan" : "")}",
                Enum.GetValues<MeetingAct>(),
                act => actor => Access.May(actor, act, meeting)
            );
        }

        Line(text, "mengadakan", Access.MayConvene);
        Line(text, "menerima pengaduan di loket", Access.MayTakeIn);
        Line(text, "mengurus orang dan jabatan", Administration.MayAdminister);
        Line(text, "mengisi jabatan admin kota", actor => Administration.MayFill(actor, Given.City, Role.AgencyAdmin));
        Line(text, "mengisi jabatan operator kota", actor => Administration.MayFill(actor, Given.City, Role.Operator));
        Line(text, "mengisi jabatan di Ombudsman", actor => Administration.MayFill(actor, Given.Ombudsman, Role.OmbudsmanHead));
        foreach (
            var (name, held) in new (string, (Office, Role)[])[]
            {
                ("tanpa jabatan", []),
                ("pimpinan kota", [(Given.City, Role.Head)]),
                ("pimpinan kota dan operator", [(Given.City, Role.Head), (Given.Province, Role.Operator)]),
                ("kepala perwakilan", [(Given.Ombudsman, Role.OmbudsmanHead)]),
            }
        )
        {
            Line(text, $"mengurus akun: {name}", actor => Administration.MayManage(actor, held));
        }

        text.Append("\n## Catatan kantor\n\n");
        Line(text, "membaca catatan kota", actor => actor is Actor.Staff reader && Access.ReadsPaperOf(reader, Given.City.Code));
        foreach (var writer in new OfficeCode?[] { Given.City.Code, Given.Province.Code, null })
        {
            Line(
                text,
                $"membaca dalam perkara, tulisan {writer?.Value ?? "tanpa kantor"}",
                actor => actor is Actor.Staff reader && Access.ReadsInCase(reader, writer)
            );
        }

        Golden.Matches("Organisations/access.md", text.ToString());
    }

    [Fact]
    public void What_lists_show_is_what_the_table_says()
    {
        var text = new StringBuilder("# What lists show\n");
        foreach (
            var (name, scope) in new (string, Func<Actor, object?>)[]
            {
                (
                    "perkara",
                    actor => Access.Scope(actor) is var scope && scope == Access.CaseScope.Nothing ? null : scope with { Account = null }
                ),
                (
                    "pemeriksaan",
                    actor => Access.ScopeOfExaminations(actor) is var scope && scope == Access.ExaminationScope.Nothing ? null : scope
                ),
                (
                    "kewajiban",
                    actor => Access.ScopeOfObligations(actor) is var scope && scope == Access.ObligationScope.Nothing ? null : scope
                ),
                ("agenda", actor => Access.ScopeOfAgenda(actor) is var scope && scope == Access.AgendaScope.Nothing ? null : scope),
                ("masukan", actor => Access.ScopeOfInputs(actor) is var scope && scope == Access.InputScope.Nothing ? null : scope),
                ("rakor", actor => Access.ScopeOfMeetings(actor)),
            }
        )
        {
            text.Append("\n## ").Append(name).Append("\n\n");
            foreach (
                var seen in People
                    .GroupBy(one => scope(one.Actor)?.ToString())
                    .Where(group => group.Key is not null)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
            )
            {
                text.Append("- ").Append(seen.Key).Append(": ").AppendJoin(", ", seen.Select(one => one.Name)).Append('\n');
            }
        }

        Golden.Matches("Organisations/lists.md", text.ToString());
    }

    [Fact]
    public void Whoever_is_kept_from_a_case_may_do_nothing_with_it()
    {
        foreach (var (name, actor) in People.Where(one => one.Actor is Actor.Staff))
        {
            var barred = Case with { Barred = [((Actor.Staff)actor).Account] };
            Assert.True(Enum.GetValues<Act>().All(act => !Access.May(actor, act, barred)), name);
        }
    }

    private static void Section<T>(StringBuilder text, string title, T[] acts, Func<T, Func<Actor, bool>> may)
        where T : notnull
    {
        text.Append("\n## ").Append(title).Append("\n\n");
        foreach (var act in acts)
        {
            Line(text, act.ToString()!, may(act));
        }
    }

    private static void Line(StringBuilder text, string act, Func<Actor, bool> may) =>
        text.Append("- ")
            .Append(act)
            .Append(": ")
            .AppendJoin(", ", People.Where(one => may(one.Actor)).Select(one => one.Name))
            .Append('\n');
}
