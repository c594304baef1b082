package org.shuangsuiji.sampling;

import java.time.LocalDate;
import java.util.List;

/** A line of the directory of inspectors as pages show it. */
public record InspectorRow(
        long id,
        String staffNo,
        String name,
        long departmentId,
        String departmentName,
        String certificateNo,
        LocalDate validUntil,
        List<String> scopes,
        List<String> regions,
        Inspector.State state,
        int recusals) {}
