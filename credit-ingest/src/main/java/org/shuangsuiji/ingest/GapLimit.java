package org.shuangsuiji.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.shuangsuiji.model.RecordKind;

/** From which share of enterprises without a value on there is a gap, and the day from which that holds. */
public record GapLimit(
        RecordKind kind, BigDecimal percent, LocalDate holdsFrom, String departmentName, String enteredBy) {}
