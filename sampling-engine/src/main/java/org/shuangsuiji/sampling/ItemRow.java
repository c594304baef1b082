package org.shuangsuiji.sampling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the item list as pages show it. */
public record ItemRow(
        long id,
        String code,
        int revision,
        String name,
        Item.Category category,
        List<String> subjectKinds,
        List<String> methods,
        List<String> scopes,
        Item.State state,
        @Nullable Instant publishedAt,
        long departmentId,
        String departmentName) {}
