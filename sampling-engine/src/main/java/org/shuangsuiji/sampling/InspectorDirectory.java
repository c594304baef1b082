package org.shuangsuiji.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;

/** Where the directory of inspectors is kept. */
public interface InspectorDirectory {

    Optional<Inspector> find(long id, Scope scope);

    boolean knowsStaffNo(String staffNo);

    /** Whether another entry carries this certificate. */
    boolean certificateTaken(String certificateNo, long exceptId);

    /** Stores a new or changed entry; refuses when somebody else changed it meanwhile. */
    void save(Inspector inspector);

    List<InspectorRow> rows(Scope scope);

    List<Recusal> recusals(long inspectorId);

    /** Whether the register of enterprises has this code, and not only records that name it. */
    boolean isRegistered(CreditCode enterprise);

    /** Enters a recusal and says its id; nothing when the same one stands already. */
    Optional<Long> addRecusal(
            long inspectorId, CreditCode enterprise, Recusal.Ground ground, String note, Actor actor, Instant at);

    /** Ends a standing recusal; false when it does not stand. */
    boolean withdrawRecusal(long inspectorId, long recusalId, Actor actor, Instant at);

    /**
     * Who may be drawn by a department: active entries of its subtree whose certificate is valid on the day, with
     * their standing recusals, as the draw lists them.
     */
    List<org.shuangsuiji.sampling.draw.Inspector> eligible(Department department, LocalDate day);
}
