package org.shuangsuiji.ingest;

/** A draft as a list shows it. */
public record MatterDraftRow(
        long id,
        long version,
        long departmentId,
        String departmentName,
        String code,
        String name,
        boolean removal,
        MatterDraft.State state) {}
