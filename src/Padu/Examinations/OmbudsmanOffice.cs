using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>The Ombudsman's office of this installation's province: the one that receives what is escalated here.</summary>
public sealed class OmbudsmanOffice(OfficeRegister offices, DataFolder folder)
{
    public OfficeCode Code => new($"ombudsman-{folder.Province.Value}");

    /// <summary>Null where the register has no such office; the rule refuses then.</summary>
    public Office? Office => offices.Find(Code);
}
