using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Padu.Storage;

/// <summary>Marks an entity whose table is folded from the journal: outside migrations, made from the model, dropped and rebuilt.</summary>
public static class ReadTable
{
    private const string Annotation = "Padu:ReadTable";

    public static EntityTypeBuilder<TRow> IsReadTable<TRow>(this EntityTypeBuilder<TRow> entity, string table)
        where TRow : class
    {
        entity.ToTable(table, builder => builder.ExcludeFromMigrations());
        entity.Metadata.SetAnnotation(Annotation, true);
        return entity;
    }

    public static bool IsReadTable(this IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation)?.Value is true;
}
