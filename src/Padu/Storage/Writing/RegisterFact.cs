using System.Globalization;

namespace Padu.Storage;

/// <summary>A row as its <c>register.changed.v1</c>: columns split by the same type rule as the properties of events.</summary>
internal sealed record RegisterFact(Guid Id, RegisterChanged Changed)
{
    public static RegisterFact Of(TableShape shape, object row, EventSerializer serializer)
    {
        var key = string.Join('/', shape.KeyValues(row).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
        var columns = shape.Columns.ToLookup(column => PublicRule.IsPublic(column.ClrType));
        return new RegisterFact(
            RegisterKind.IdOf(shape.Table, key),
            new RegisterChanged(
                new RegisterTable(shape.Table),
                new RowPart(Json(columns[true])),
                columns[false].Any() ? new PrivateRowPart(Json(columns[false])) : null
            )
        );

        string Json(IEnumerable<Column> some) =>
            "{" + string.Join(',', some.Select(column => $"\"{column.Name}\":{serializer.Value(column.Value(row), column.ClrType)}")) + "}";
    }
}
