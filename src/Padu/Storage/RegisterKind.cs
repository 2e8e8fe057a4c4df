using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Padu.Storage;

/// <summary>The name of a table whose rows are no projection.</summary>
public readonly record struct RegisterTable(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A JSON object of a row's columns, raw.</summary>
public readonly record struct RowPart(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The same of its private columns; being no code struct, it stays out of the public part.</summary>
public sealed record PrivateRowPart(string Value);

/// <summary>A row that is no projection was written: the whole new row, its columns split like the properties of an event.</summary>
public sealed record RegisterChanged(RegisterTable Table, RowPart Row, PrivateRowPart? PrivateRow);

/// <summary>The last change of one row.</summary>
public sealed record RegisterState(RegisterTable Table, RowPart Row);

/// <summary>One stream a row: offices, posts and other things where nothing is decided.</summary>
public sealed class RegisterKind : StreamKind<RegisterState, RegisterChanged>
{
    public override string Prefix => "register";

    public override RegisterState Empty { get; } = new(new RegisterTable(""), new RowPart("{}"));

    public override IReadOnlyDictionary<string, Type> Names { get; } =
        new Dictionary<string, Type> { ["register.changed.v1"] = typeof(RegisterChanged) };

    public override RegisterState Evolve(RegisterState state, RegisterChanged fact, Instant occurredAt) => new(fact.Table, fact.Row);

    public override Custody CustodyOf(RegisterChanged fact) => new(KeyPurpose.Record);

    /// <summary>The stream of a row, from its table and key.</summary>
    public static Guid IdOf(string table, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}\n{key}")).AsSpan(0, 16), bigEndian: true);
}
