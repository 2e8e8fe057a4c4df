using System.Collections.Immutable;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>A body to which a case may be handed on.</summary>
/// <param name="NeedsIdentity">It takes no report without a name.</param>
/// <param name="NeedsAddress">Nor without an address.</param>
/// <param name="Source">By which law, or how we know.</param>
public sealed record Addressee(Office Office, bool NeedsIdentity, bool NeedsAddress, string Source);

/// <summary>
/// The bodies without a desk here (<c>offices.csv</c>), with what each demands (<c>addressees.csv</c>). A body of which nothing is known is taken to
/// demand name and address: rather one anonymous case less handed on than one name asked for at its door.
/// </summary>
public sealed class Addressees
{
    private const string File = "addressees.csv";
    private readonly OfficeRegister offices;
    private readonly ImmutableArray<Demand> demands;

    private sealed record Demand(string Code, bool NeedsIdentity, bool NeedsAddress, string Source);

    /// <exception cref="ReferenceDataException">A row cannot be used.</exception>
    public Addressees(OfficeRegister offices)
    {
        this.offices = offices;
        demands =
        [
            .. ReferenceFile
                .Read(ReferenceFile.DefaultFolder, File, "code", "needs_identity", "needs_address", "source")
                .Rows.Select(row => new Demand(
                    row.Text("code"),
                    row.Flag("needs_identity"),
                    row.Flag("needs_address"),
                    row.Text("source")
                )),
        ];
    }

    public IEnumerable<Addressee> All => offices.Tree.All.Where(office => office.Institution == Institution.Other).Select(Of);

    public Addressee? Find(string? code) => All.FirstOrDefault(addressee => addressee.Office.Code.Value == code);

    private Addressee Of(Office office) =>
        demands.FirstOrDefault(demand =>
            office.Code.Value == demand.Code || office.Code.Value.StartsWith($"{demand.Code}-", StringComparison.Ordinal)
        )
            is { } known
            ? new Addressee(office, known.NeedsIdentity, known.NeedsAddress, known.Source)
            : new Addressee(office, true, true, "–");
}
