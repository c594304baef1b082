package org.shuangsuiji.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credit record as somebody would map it for Spring Data JPA: an id from a pooled sequence, so that inserts batch. */
@Entity
@Table(schema = "peer", name = "saved_record")
@SuppressWarnings("unused") // Hibernate reads the fields
class SavedRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_record")
    @SequenceGenerator(name = "saved_record", schema = "peer", sequenceName = "saved_record_id", allocationSize = 1000)
    private @Nullable Long id;

    private long enterpriseId;
    private short kind;
    private LocalDate eventDay;
    private @Nullable LocalDate endsOn;
    private @Nullable Short severity;
    private @Nullable Long amountFen;
    private @Nullable String category;
    private @Nullable String documentNo;
    private @Nullable String authority;
    private @Nullable String summary;
    private long flags;
    private long deliveryId;
    private Instant knownFrom;
    private UUID keyHash;
    private UUID contentHash;

    @SuppressWarnings("NullAway.Init")
    protected SavedRecord() {}

    SavedRecord(Row row) {
        this.enterpriseId = row.enterpriseId();
        this.kind = row.kind();
        this.eventDay = row.eventDay();
        this.endsOn = row.endsOn();
        this.severity = row.severity();
        this.amountFen = row.amountFen();
        this.category = row.category();
        this.documentNo = row.documentNo();
        this.authority = row.authority();
        this.summary = row.summary();
        this.flags = row.flags();
        this.deliveryId = row.deliveryId();
        this.knownFrom = row.knownFrom();
        this.keyHash = row.keyHash();
        this.contentHash = row.contentHash();
    }

    /** A record as it was read back. */
    record Row(
            long enterpriseId,
            short kind,
            LocalDate eventDay,
            @Nullable LocalDate endsOn,
            @Nullable Short severity,
            @Nullable Long amountFen,
            @Nullable String category,
            @Nullable String documentNo,
            @Nullable String authority,
            @Nullable String summary,
            long flags,
            long deliveryId,
            Instant knownFrom,
            UUID keyHash,
            UUID contentHash) {}

    @Nullable
    Long id() {
        return id;
    }
}
