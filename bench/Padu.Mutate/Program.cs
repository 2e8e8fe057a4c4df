using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Padu.Mutate;

// Tells small lies about the law to the tests of the rules and lists those that nobody noticed.
//   Padu.Mutate [amounts | arms [PART-OF-A-PATH …]]
var root = Find(AppContext.BaseDirectory);
var built = Path.Combine(root, "tests", "Padu.Domain.Tests", "bin", "Release", "net10.0");
var arms = new Arms(root, built);
var excepted = new Excepted(root);
List<Mutant> everything = [.. AmountMutant.All(root), .. arms.All];
List<Mutant> mutants = args switch
{
    ["amounts"] => [.. everything.OfType<AmountMutant>()],
    ["arms", .. var parts] =>
    [
        .. everything
            .OfType<ArmMutant>()
            .Where(one => parts.Length == 0 || parts.Any(part => $"{one.File}:{one.Line} ".Contains(part, StringComparison.Ordinal))),
    ],
    [] => everything,
    _ => throw new ArgumentException("amounts, arms with parts of paths, or nothing for all"),
};

var stale = excepted.Stale(everything).ToList();
stale.ForEach(one => Console.WriteLine($"excepted, but no such arm  {one}"));
foreach (var mutant in mutants)
{
    if (excepted.ReasonFor(mutant) is { } reason)
    {
        Console.WriteLine($"excepted  {mutant}  ({reason})");
    }
}

mutants.RemoveAll(mutant => excepted.ReasonFor(mutant) is not null);
Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{mutants.Count} lies; {arms.NoPrograms} of all arms are no programs when left out.")
);

var watch = Stopwatch.StartNew();
using (var honest = new Bench(built, arms.Program))
{
    // The rules with the lies in them, none told, say what the rules say: else every lie would seem noticed.
    if (!honest.Passes([], TimeSpan.FromMinutes(5), isQuick: false, null, out var words))
    {
        await Console.Error.WriteLineAsync($"The tests fail without any lie:\n{words}");
        return 2;
    }
}

// As long as the tests take without a lie, four times over, is for ever.
var patience = (4 * watch.Elapsed) + TimeSpan.FromSeconds(10);
var benches = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Bench(built, arms.Program)).ToList();
var reaching = new ConcurrentDictionary<int, ConcurrentQueue<string>>();
if (mutants.Exists(one => one is ArmMutant))
{
    watch.Restart();
    await EachOf(
        TestClasses(Path.Combine(built, "Padu.Domain.Tests.dll")),
        (bench, name) =>
        {
            foreach (var lie in bench.ReachedBy(name, patience))
            {
                reaching.GetOrAdd(lie, _ => new ConcurrentQueue<string>()).Enqueue(name);
            }
        }
    );
    Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"Which tests reach what: known after {watch.Elapsed.TotalSeconds:0} s.")
    );
}

watch.Restart();
var told = 0;
var survivors = new ConcurrentBag<Mutant>();
await EachOf(
    // What no test reaches is known without asking: it comes first.
    mutants.OrderBy(mutant => mutant is ArmMutant arm && reaching.ContainsKey(arm.Number)),
    (bench, mutant) =>
    {
        var classes = mutant is ArmMutant arm && reaching.TryGetValue(arm.Number, out var found) ? found.ToArray() : [];
        var isNoticed = mutant switch
        {
            AmountMutant amount => bench.Notices(amount, patience),
            ArmMutant lie => classes.Length > 0 && bench.Notices(lie, classes, patience),
            _ => throw new UnreachableException(),
        };
        if (!isNoticed)
        {
            survivors.Add(mutant);
            Console.WriteLine($"survived  {mutant}{(mutant is ArmMutant && classes.Length == 0 ? "  (no test comes there)" : "")}");
        }

        if (Interlocked.Increment(ref told) % 100 == 0)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"… {told} told, {told / watch.Elapsed.TotalMinutes:0} a minute")
            );
        }
    }
);
benches.ForEach(bench => bench.Dispose());
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{told} lies told, {survivors.Count} survived; {told / watch.Elapsed.TotalMinutes:0} a minute."
    )
);
return survivors.IsEmpty && stale.Count == 0 ? 0 : 1;

Task EachOf<T>(IEnumerable<T> items, Action<Bench, T> act)
{
    var queue = new ConcurrentQueue<T>(items);
    return Task.WhenAll(
        benches.Select(bench =>
            Task.Run(() =>
            {
                while (queue.TryDequeue(out var item))
                {
                    act(bench, item);
                }
            })
        )
    );
}

// Every class of the tests that holds one, by the attributes of their methods; read without loading it.
static List<string> TestClasses(string assembly)
{
    using var file = new PEReader(File.OpenRead(assembly));
    var reader = file.GetMetadataReader();
    return
    [
        .. reader
            .TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => !type.Attributes.HasFlag(TypeAttributes.Abstract) && type.GetMethods().Any(method => IsTest(reader, method)))
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"),
    ];
}

static bool IsTest(MetadataReader reader, MethodDefinitionHandle method) =>
    reader
        .GetMethodDefinition(method)
        .GetCustomAttributes()
        .Select(attribute => reader.GetCustomAttribute(attribute).Constructor)
        .Where(constructor => constructor.Kind == HandleKind.MemberReference)
        .Select(constructor => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
        .Where(parent => parent.Kind == HandleKind.TypeReference)
        .Select(parent => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name))
        .Any(name => name is "FactAttribute" or "TheoryAttribute");

static string Find(string from)
{
    for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
    {
        if (File.Exists(Path.Combine(at.FullName, "Padu.slnx")))
        {
            return at.FullName;
        }
    }

    throw new DirectoryNotFoundException("Start it inside the repository.");
}
