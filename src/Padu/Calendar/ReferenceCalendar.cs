using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Calendar;

/// <summary>The holidays, rules and zones of the reference folder, checked; immutable for the life of the process.</summary>
public sealed class ReferenceCalendar
{
    private readonly FrozenDictionary<string, LegalContext> contexts;

    private ReferenceCalendar(
        WorkingCalendar calendar,
        DeadlineRules rules,
        ImmutableArray<Election> elections,
        FrozenDictionary<string, DateTimeZone> zones
    )
    {
        Elections = elections;
        Calendar = calendar;
        Rules = rules;
        contexts = zones.ToFrozenDictionary(zone => zone.Key, zone => new LegalContext(rules, calendar, zone.Value));
    }

    public WorkingCalendar Calendar { get; }

    public DeadlineRules Rules { get; }

    /// <summary>The elections of the reference folder; an installation may have newer versions (<see cref="Calendar.Elections"/>).</summary>
    public ImmutableArray<Election> Elections { get; }

    /// <exception cref="ReferenceDataException">A file is missing or a row wrong.</exception>
    public static ReferenceCalendar Load(string? folder = null)
    {
        folder ??= ReferenceFile.DefaultFolder;
        return new ReferenceCalendar(
            new WorkingCalendar(HolidayFiles.Read(folder)),
            DeadlineFile.Read(folder),
            ElectionFiles.Read(folder),
            ReferenceZones.Read(folder)
        );
    }

    /// <summary>The law as it is counted in a province.</summary>
    /// <param name="provinceCode">Two digits, as in <c>RegionCode.Province</c>.</param>
    /// <exception cref="ArgumentException">No such province.</exception>
    public LegalContext For(string provinceCode) =>
        contexts.GetValueOrDefault(provinceCode)
        ?? throw new ArgumentException($"There is no province '{provinceCode}'.", nameof(provinceCode));
}
