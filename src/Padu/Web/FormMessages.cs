using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Padu.Web;

/// <summary>
/// The framework's own messages in our words: what a form says when a value has the wrong shape, is missing or too long. An attribute's
/// <c>ErrorMessage</c> is a key of <see cref="Texts"/>.
/// </summary>
internal sealed class FormMessages(Texts texts)
    : IConfigureOptions<MvcOptions>,
        IConfigureOptions<Microsoft.AspNetCore.Mvc.DataAnnotations.MvcDataAnnotationsLocalizationOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["form.invalid"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["form.invalid"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["form.invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["form.invalid"]);
        messages.SetValueIsInvalidAccessor(_ => texts["form.invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["form.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["form.number"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["form.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["form.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["form.required"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["form.required"]);
        options.ModelMetadataDetailsProviders.Add(new DefaultMessages());
    }

    public void Configure(Microsoft.AspNetCore.Mvc.DataAnnotations.MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (_, _) => new TextsLocalizer(texts);

    /// <summary>Gives an attribute without a message of its own the key of the general one.</summary>
    private sealed class DefaultMessages : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                attribute.ErrorMessage ??= attribute switch
                {
                    RequiredAttribute => "form.required",
                    StringLengthAttribute or MaxLengthAttribute => "form.too-long",
                    EmailAddressAttribute => "form.email",
                    _ => "form.invalid",
                };
            }
        }
    }

    private sealed class TextsLocalizer(Texts texts) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, texts[name]);

        public LocalizedString this[string name, params object[] arguments] => new(name, texts[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
