using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Complaints;

/// <summary>An answer somebody is writing: one for each case and post, sealed, the office's own. Not journaled: it is no fact until it is sent or proposed.</summary>
public sealed record AnswerDraftRow(Guid Complaint, Guid Post, OfficeCode Office, Instant SavedAt, byte[] Sealed);

internal sealed class AnswerDraftRowConfiguration : IEntityTypeConfiguration<AnswerDraftRow>
{
    public void Configure(EntityTypeBuilder<AnswerDraftRow> builder)
    {
        builder.ToTable("answer_drafts");
        builder.HasKey(row => new { row.Complaint, row.Post });
        builder.HasIndex(row => row.SavedAt);
    }
}
