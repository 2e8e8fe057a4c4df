using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Padu.Storage;

/// <summary>The read tables as SQL, made from the model; and the fingerprint by which a changed shape is noticed at start.</summary>
internal sealed class ReadTables(TableShapes shapes, StreamKinds kinds)
{
    public IEnumerable<TableShape> All => shapes.ReadTables;

    /// <summary>Changes with any column, key or index, and with any kind's <see cref="IStreamKind.RowsVersion"/>.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        All.SelectMany(shape => Indexes(shape).Prepend(Create(shape, shape.Table)))
                            .Concat(kinds.All.Select(kind => $"{kind.Prefix} {kind.RowsVersion}"))
                    )
                )
            )
        );

    /// <summary>The table without its indexes, under another name where it is a shadow.</summary>
    public static string Create(TableShape shape, string name)
    {
        var columns = shape.Columns.Select(column =>
            $"{TableShape.Quote(column.Name)} {column.StoreType}{(column.Collation is { } collation ? $" COLLATE {TableShape.Quote(collation)}" : "")}{(column.IsNullable ? "" : " NOT NULL")}"
        );
        var keys = string.Join(", ", shape.Keys.Select(column => TableShape.Quote(column.Name)));
        return $"CREATE TABLE {name} ({string.Join(", ", columns)}, PRIMARY KEY ({keys}))";
    }

    public static IEnumerable<string> Indexes(TableShape shape)
    {
        var table = StoreObjectIdentifier.Table(shape.Table, shape.Entity.GetSchema());
        foreach (var index in shape.Entity.GetIndexes())
        {
            var columns = index.Properties.Select(
                (property, i) =>
                    TableShape.Quote(property.GetColumnName(table)!)
                    + (index.IsDescending is { } descending && (descending.Count == 0 || descending[i]) ? " DESC" : "")
            );
            yield return $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {index.GetDatabaseName()} ON {shape.Table} ({string.Join(", ", columns)})"
                + (index.GetFilter() is { } filter ? $" WHERE {filter}" : "");
        }
    }
}
