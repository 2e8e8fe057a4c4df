using System.Collections.Immutable;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>A fictional person who holds a post, and may be signed in as.</summary>
public sealed record DemonstrationAccount(
    string UserName,
    string DisplayName,
    OfficeCode Office,
    Role Role,
    UnitCode? Unit,
    TitleCode Title
);

/// <summary><c>reference/demonstration/accounts.csv</c>: one per role and office worth showing.</summary>
public static class DemonstrationAccounts
{
    /// <exception cref="ReferenceDataException">The file is missing or a row wrong.</exception>
    public static ImmutableArray<DemonstrationAccount> Load(string? folder = null) =>
        [
            .. ReferenceFile
                .Read(
                    folder ?? ReferenceFile.DefaultFolder,
                    "demonstration/accounts.csv",
                    "user_name",
                    "display_name",
                    "office",
                    "role",
                    "unit",
                    "title"
                )
                .Rows.Select(row => new DemonstrationAccount(
                    row.Text("user_name"),
                    row.Text("display_name"),
                    new OfficeCode(row.Text("office")),
                    row.Code<Role>("role"),
                    row.Optional("unit") is { } unit ? new UnitCode(unit) : null,
                    new TitleCode(row.Text("title"))
                )),
        ];
}
