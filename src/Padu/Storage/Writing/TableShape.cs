using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Padu.Storage;

/// <summary>One column of a row: how to get its value and how it lies in the table.</summary>
internal sealed class Column
{
    private readonly IProperty _property;
    private readonly Func<object?, object?>? _convert;
    private readonly IClrPropertyGetter _getter;

    public Column(IProperty property, StoreObjectIdentifier table)
    {
        var converter = property.GetTypeMapping().Converter;
        _property = property;
        _getter = property.GetGetter();
        _convert = converter?.ConvertToProvider;
        StoredType = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        StoredType = Nullable.GetUnderlyingType(StoredType) ?? StoredType;
        Name = property.GetColumnName(table)!;
        IsKey = property.IsPrimaryKey();
        IsWrittenOnce = property.GetAfterSaveBehavior() == PropertySaveBehavior.Ignore;
    }

    public string Name { get; }

    public bool IsKey { get; }

    public bool IsWrittenOnce { get; }

    public Type ClrType => _property.ClrType;

    /// <summary>What goes to the database, and never a list: those have no one shape in both.</summary>
    public Type StoredType { get; }

    public string StoreType => _property.GetRelationalTypeMapping().StoreType;

    public bool IsNullable => _property.IsColumnNullable();

    public string? Collation => _property.GetCollation();

    public object? Value(object row) => _getter.GetClrValue(row);

    /// <summary>What goes to the database.</summary>
    public object? Stored(object row)
    {
        var value = _getter.GetClrValue(row);
        return value is null || _convert is null ? value : _convert(value);
    }
}

/// <summary>A table as the EF model describes it, and the SQL made from that.</summary>
internal sealed class TableShape
{
    public TableShape(IEntityType entity)
    {
        Entity = entity;
        Table = entity.GetTableName() ?? throw new InvalidOperationException($"{entity.ClrType.Name} has no table.");
        var identifier = StoreObjectIdentifier.Table(Table, entity.GetSchema());
        Columns =
        [
            .. entity
                .GetProperties()
                .Select(property =>
                    property.IsShadowProperty()
                        ? throw new InvalidOperationException(
                            $"{entity.ClrType.Name}.{property.Name} is a shadow property; rows hold all they store."
                        )
                        : new Column(property, identifier)
                ),
        ];
        Keys = [.. Columns.Where(column => column.IsKey)];
        Select = $"SELECT {string.Join(", ", Columns.Select(column => Quote(column.Name)))} FROM {Table} WHERE {KeyEquals}";
    }

    public IEntityType Entity { get; }

    public string Table { get; }

    public Column[] Columns { get; }

    public Column[] Keys { get; }

    /// <summary>Parameters: the key columns.</summary>
    public string Select { get; }

    private string KeyEquals => string.Join(" AND ", Keys.Select((column, i) => $"{Quote(column.Name)} = @p{i}"));

    public static string Quote(string name) => $"\"{name}\"";

    public object?[] Values(object row) => [.. Columns.Select(column => column.Stored(row))];

    public object?[] KeyValues(object row) => [.. Keys.Select(column => column.Stored(row))];

    public RowStatement InsertInto(string table) => new($"INSERT INTO {table} ({Names(Columns)})", [.. Types(Columns)]);

    public RowStatement UpsertInto(string table)
    {
        var changed = Columns.Where(column => !column.IsKey && !column.IsWrittenOnce).ToArray();
        var update = string.Join(", ", changed.Select(column => $"{Quote(column.Name)} = excluded.{Quote(column.Name)}"));
        return InsertInto(table) with
        {
            After = $"ON CONFLICT ({Names(Keys)}) DO " + (changed.Length == 0 ? "NOTHING" : $"UPDATE SET {update}"),
        };
    }

    /// <summary>Its rows are keys.</summary>
    public RowStatement DeleteFrom(string table) => new($"DELETE FROM {table} WHERE ({Names(Keys)}) IN (", [.. Types(Keys)], ")");

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => Quote(column.Name)));

    private static IEnumerable<Type> Types(Column[] columns) => columns.Select(column => column.StoredType);
}

/// <summary>The shape of every table, by the type of its rows.</summary>
internal sealed class TableShapes
{
    private readonly Dictionary<Type, TableShape> _byType;

    public TableShapes(IDbContextFactory<PaduDb> contexts)
    {
        using var db = contexts.CreateDbContext();
        // The whole model: the one EF keeps for reading has forgotten collations and the order of indexes.
        _byType = db.GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .Where(entity => entity.GetTableName() is not null && entity.FindPrimaryKey() is not null)
            .ToDictionary(entity => entity.ClrType, entity => new TableShape(entity));
    }

    public IEnumerable<TableShape> ReadTables =>
        _byType.Values.Where(shape => shape.Entity.IsReadTable()).OrderBy(shape => shape.Table, StringComparer.Ordinal);

    public TableShape Of(Type row) =>
        _byType.TryGetValue(row, out var shape) ? shape : throw new InvalidOperationException($"{row.Name} is no row of the model.");

    public TableShape Of(object row) => Of(row.GetType());

    public TableShape Of<TRow>() => Of(typeof(TRow));
}
