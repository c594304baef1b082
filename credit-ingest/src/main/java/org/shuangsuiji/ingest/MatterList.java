package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;

/** A published version of the list of matters. */
public record MatterList(
        long id,
        long departmentId,
        String departmentName,
        int number,
        LocalDate effectiveOn,
        String publishedBy,
        Instant publishedAt) {}
