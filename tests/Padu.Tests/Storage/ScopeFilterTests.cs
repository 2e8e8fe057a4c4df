using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Domain.Organisations;
using Padu.Storage;
using CaseScope = Padu.Domain.Organisations.Access.CaseScope;

namespace Padu.Tests.Storage;

/// <summary>The list form and the rule give the same cases, on the real database.</summary>
public sealed class ScopeFilterTests
{
    private static readonly OfficeCode[] Offices = [new("kpu-17"), new("kpu-17.71"), new("kpu-17.01")];
    private static readonly UnitCode?[] Units = [null, new("teknis"), new("data")];
    private static readonly Gen<OfficeCode> Office = Gen.Int[0, 2].Select(i => Offices[i]);
    private static readonly Gen<OfficeCode?> OfficeOrNone = Gen.Int[0, 3].Select(i => i < 3 ? Offices[i] : (OfficeCode?)null);
    private static readonly Gen<UnitCode?> Unit = Gen.Int[0, 2].Select(i => Units[i]);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Scoped_GivesExactlyWhatTheScopeCovers(DatabaseKind database)
    {
        await using var house = StorageHouse.New(database);
        await using var db = await house.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync();
        Gen.Select(Gen.Select(Office, Unit, Gen.Bool, OfficeOrNone).Array[0, 12], Gen.Select(Gen.Bool, OfficeOrNone, Unit, OfficeOrNone))
            .Sample(
                (cases, picked) =>
                {
                    var scope = new CaseScope(picked.Item1, picked.Item2, picked.Item3) { NotAbout = picked.Item4 };
                    house.Sql("DELETE FROM notes");
                    var rows = cases
                        .Select((one, i) => new NoteRow(Guid.CreateVersion7(), one.Item1, one.Item2, i, 1, house.Clock.Now, one.Item3, one.Item4))
                        .ToArray();
#pragma warning disable VSTHRD002 // CsCheck's sample is synchronous, and a test has no context to deadlock on
                    house.Journal.Store([.. rows]).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
                    var listed = db.Set<NoteRow>().Scoped(scope).Select(row => row.Weight).ToHashSet();
                    var covered = rows.Where(row =>
                            scope.Covers(
                                new CaseSubject(row.Office, null, row.Unit, Guid.Empty, false, IsClosedToKpu: row.IsClosedToKpu)
                                {
                                    Against = row.Against,
                                }
                            )
                        )
                        .Select(row => row.Weight);
                    return listed.SetEquals(covered);
                },
                iter: 150,
                threads: 1
            );
    }
}
