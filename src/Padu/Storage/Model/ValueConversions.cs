using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>How values lie in columns: instants as whole microseconds, dates as ISO text, codes as their value.</summary>
internal static class ValueConversions
{
    /// <param name="textOrder">The collation of columns that hold text; null for the database's own.</param>
    public static void Configure(ModelConfigurationBuilder model, ImmutableArray<Assembly> assemblies, string? textOrder)
    {
        Order(model.Properties<string>());
        model.Properties<Instant>().HaveConversion<InstantConverter>();
        Order(model.Properties<LocalDate>().HaveConversion<LocalDateConverter>());
        foreach (var type in assemblies.Append(typeof(Refusal).Assembly).SelectMany(assembly => assembly.GetTypes()))
        {
            if (type.ContainsGenericParameters)
            {
                continue;
            }

            if (CodeTypes.WrappedBy(type) is { } inner)
            {
                var properties = model.Properties(type).HaveConversion(typeof(CodeConverter<,>).MakeGenericType(type, inner));
                if (inner == typeof(string))
                {
                    Order(properties);
                }
            }
            else if (CodeTypes.IsCodedEnum(type))
            {
                Order(model.Properties(type).HaveConversion(typeof(EnumConverter<>).MakeGenericType(type)));
            }
        }

        void Order(PropertiesConfigurationBuilder text)
        {
            if (textOrder is not null)
            {
                text.UseCollation(textOrder);
            }
        }
    }

    private sealed class InstantConverter()
        : ValueConverter<Instant, long>(instant => Moments.ToMicros(instant), micros => Moments.FromMicros(micros));

    private sealed class LocalDateConverter()
        : ValueConverter<LocalDate, string>(
            date => LocalDatePattern.Iso.Format(date),
            text => LocalDatePattern.Iso.Parse(text).GetValueOrThrow()
        );

    private sealed class CodeConverter<TStruct, TValue>()
        : ValueConverter<TStruct, TValue>(CodeTypes.Unwrap<TStruct, TValue>(), CodeTypes.Wrap<TStruct, TValue>());

    private sealed class EnumConverter<TEnum>()
        : ValueConverter<TEnum, string>(value => CodeOf.Code(value), code => CodeOf.Parse<TEnum>(code))
        where TEnum : struct, Enum;
}
