using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Organisations;

/// <summary>Posts, units and capacities in the words of the request's language.</summary>
public sealed class PostNames(Texts texts, Units units, OfficeRegister offices)
{
    public string Office(OfficeCode code) => offices.NameOf(code, Languages.Current);

    public string Unit(UnitCode code) => units.NameOf(code, Languages.Current);

    /// <summary><c>Pejabat penghubung – Divisi Teknis Penyelenggaraan</c>.</summary>
    public string Post(PostRow post)
    {
        var title = texts[$"title.{post.Title}"];
        return post.Unit is { } unit ? $"{title} – {Unit(unit)}" : title;
    }

    public string Role(Role role) => texts[$"role.{role.Code()}"];

    public string Capacity(Capacity capacity) => texts[$"capacity.{capacity.Code()}"];
}
