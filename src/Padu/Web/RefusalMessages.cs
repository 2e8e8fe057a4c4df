using Microsoft.AspNetCore.Mvc.ModelBinding;
using Padu.Domain;

namespace Padu.Web;

/// <summary>A refusal as a form error: the sentence <c>refusal.&lt;code&gt;</c> beside the field it names.</summary>
public static class RefusalMessages
{
    public static string Sentence(this Refusal refusal, Texts texts) => texts[$"refusal.{refusal.Code}", refusal.Parameters];

    /// <summary>All of them; the nulls of passed checks are skipped.</summary>
    public static void AddRefusals(this ModelStateDictionary modelState, Texts texts, params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal is not null)
            {
                modelState.AddRefusal(refusal, texts);
            }
        }
    }

    /// <param name="prefix">The page property that holds the fields, when they are not properties of the page itself.</param>
    public static void AddRefusal(this ModelStateDictionary modelState, Refusal refusal, Texts texts, string? prefix = null)
    {
        var field = refusal.Field is null
            ? ""
            : string.Join('.', new[] { prefix, refusal.Field }.Where(part => !string.IsNullOrEmpty(part)));
        modelState.AddModelError(field, refusal.Sentence(texts));
    }
}
