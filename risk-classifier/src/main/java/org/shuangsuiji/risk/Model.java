package org.shuangsuiji.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model by which enterprises are graded; what it says is in its versions. */
@Entity
@Table(schema = "risk", name = "model")
public class Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String code;

    @SuppressWarnings("UnusedVariable") // asked in every query about who may read or change the model
    private @Nullable Long departmentId;

    @SuppressWarnings("UnusedVariable") // read by the lists
    private String schemeCode;

    private @Nullable Long activeVersionId;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Model() {}

    Model(String code, @Nullable Long departmentId, String schemeCode, Instant createdAt) {
        this.code = code;
        this.departmentId = departmentId;
        this.schemeCode = schemeCode;
        this.createdAt = createdAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Model %s is not kept yet".formatted(code));
        }
        return id;
    }

    String code() {
        return code;
    }

    @Nullable
    Long departmentId() {
        return departmentId;
    }

    String schemeCode() {
        return schemeCode;
    }

    @Nullable
    Long activeVersionId() {
        return activeVersionId;
    }

    void gradesBy(ModelVersion active) {
        activeVersionId = active.id();
    }
}
