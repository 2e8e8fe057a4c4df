using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Words;

/// <summary>
/// Every text that an act takes, spoilt in turn: empty, too long, with a character that breaks letters; every list of files one too many, every list empty. What
/// is refused, and by which code, is written to be read.
/// </summary>
internal static class WordingTable
{
    private static readonly Evidence File = new(new ContentHash(new string('a', 64)), "berkas.pdf", "application/pdf", 10, "kunci");

    /// <param name="acts">Each act as it would be taken, with the code by which it is refused once spoilt.</param>
    public static string Of<TCommand>(string of, IEnumerable<(string Name, TCommand Command, Func<TCommand, Refusal?> Refused)> acts)
        where TCommand : class
    {
        var text = new StringBuilder($"# What texts and lists may be: {of}\n\n");
        foreach (var (name, command, refused) in acts)
        {
            Assert.Null(refused(command));
            foreach (var (path, spoilt) in Spoilt(command, command.GetType().Name, 0))
            {
                var codes = spoilt.Select(one => (one.How, refused((TCommand)one.Value) is { } no ? no.Code : "diterima")).ToList();
                text.Append("- ")
                    .Append(name)
                    .Append(", ")
                    .Append(path)
                    .Append(": ")
                    .AppendJoin("; ", codes.Select(one => $"{one.How} {one.Item2}"))
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Path, (string How, object Value)[] Spoilt)> Spoilt(object whole, string path, int depth)
    {
        foreach (
            var property in whole.GetType().GetProperties().Where(one => one.SetMethod is not null && one.GetIndexParameters().Length == 0)
        )
        {
            var here = $"{path}.{property.Name}";
            var value = property.GetValue(whole);
            if (property.PropertyType == typeof(string))
            {
                yield return (
                    here,
                    [
                        ("kosong", With(whole, property, " ")),
                        ("panjang", With(whole, property, new string('a', Wording.LongestText + 1))),
                        ("NUL", With(whole, property, $"{value}\0")),
                    ]
                );
            }
            else if (property.PropertyType == typeof(ImmutableArray<Evidence>))
            {
                yield return (
                    here,
                    [
                        ("tanpa", With(whole, property, ImmutableArray<Evidence>.Empty)),
                        ("sebelas", With(whole, property, Enumerable.Repeat(File, Intake.MostFiles + 1).ToImmutableArray())),
                    ]
                );
            }
            else if (property.PropertyType == typeof(ImmutableArray<string>))
            {
                yield return (
                    here,
                    [
                        ("tanpa", With(whole, property, ImmutableArray<string>.Empty)),
                        ("kosong", With(whole, property, ImmutableArray.Create(" "))),
                        ("banyak", With(whole, property, Enumerable.Range(1, 60).Select(at => $"Butir {at}").ToImmutableArray())),
                    ]
                );
            }
            else if (value is IList { Count: > 0 } && property.PropertyType.IsGenericType)
            {
                var empty = property.PropertyType.GetField("Empty", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
                yield return (here, [("tanpa", With(whole, property, empty))]);
            }
            else if (depth < 2 && value is not null && IsPart(property.PropertyType))
            {
                foreach (var (inner, spoilt) in Spoilt(value, here, depth + 1))
                {
                    yield return (inner, [.. spoilt.Select(one => (one.How, With(whole, property, one.Value)))]);
                }
            }
        }
    }

    /// <summary>A record that is a part of the request, not the state of another stream that comes along.</summary>
    private static bool IsPart(Type type) =>
        type.IsClass
        && type.Namespace?.StartsWith("Padu.Domain", StringComparison.Ordinal) == true
        && type.GetProperty("Version") is null
        && type.Name is not ("Office" or "Around" or "AdHocBody" or "Recorded")
        && !type.IsAssignableTo(typeof(ComplaintEvent));

    private static object With(object whole, PropertyInfo property, object value)
    {
        var copy = whole.GetType().GetMethod("<Clone>$")!.Invoke(whole, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
