using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Oversight;

/// <summary>Who may take a copy and who may give up a delivery; both with a reason.</summary>
public sealed class OversightRulesTests
{
    private const string Why = "Pemeriksaan triwulan keempat.";

    [Fact]
    public void Only_an_auditor_exports() =>
        Assert.Equal(
            ["auditor provinsi", "auditor ombudsman"],
            May(actor => OversightRules.Export(actor, new OversightEvent.Exported(null, null, null, null, 3, Why)))
        );

    [Fact]
    public void Only_the_operator_gives_a_delivery_up() =>
        Assert.Equal(
            ["operator"],
            May(actor => OversightRules.GiveUp(actor, new OversightEvent.DeliveryGivenUp(new FollowerName("x"), 1, 0, Why)))
        );

    [Theory]
    [InlineData("", "text.required")]
    [InlineData("ingin", "identity.reason-too-short")]
    public void Without_a_reason_neither_happens(string reason, string refusal)
    {
        Assert.Equal(
            refusal,
            OversightRules
                .Export(Given.Everybody["auditor provinsi"], new OversightEvent.Exported(null, null, null, null, 3, reason))
                .Refusal?.Code
        );
        Assert.Equal(
            refusal,
            OversightRules
                .GiveUp(Given.Everybody["operator"], new OversightEvent.DeliveryGivenUp(new FollowerName("x"), 1, 0, reason))
                .Refusal?.Code
        );
    }

    [Fact(DisplayName = "Rule 60: whom a period binds confirms it, at the province, with its basis")]
    public void Whom_it_binds_confirms_it()
    {
        string[] Confirmers(Institution? binds) =>
            [
                .. Given
                    .Everybody.Where(one => Confirming.Check(one.Value, binds, "UU 25/2009, dibaca 12 November.") is null)
                    .Select(one => one.Key),
            ];
        Assert.Equal(["admin provinsi", "pimpinan provinsi"], Confirmers(Institution.Kpu));
        Assert.Equal(["kepala perwakilan"], Confirmers(Institution.Ombudsman));
        Assert.Equal(["admin provinsi", "pimpinan provinsi", "kepala perwakilan"], Confirmers(null));
        Assert.Equal("text.required", Confirming.Check(Given.ProvinceAdmin, null, " ")?.Code);
        Assert.Equal("access.not-yours", Confirming.Check(Given.CityAdmin, null, "Dibaca.")?.Code);
    }

    private static IEnumerable<string> May(Func<Actor, Decision<OversightEvent>> decide) =>
        Given.Everybody.Where(one => decide(one.Value).Refusal is null).Select(one => one.Key);
}
