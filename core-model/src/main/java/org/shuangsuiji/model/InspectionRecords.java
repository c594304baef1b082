package org.shuangsuiji.model;

import java.time.LocalDate;
import java.util.List;

/** The door through which a published inspection result becomes a credit record of its enterprise. */
public interface InspectionRecords {

    /**
     * One published result.
     *
     * @param resultKey identifies the result for good; the same key again supersedes the former version
     * @param categories the codes of the result categories found, of the national list by default
     * @param problem whether any of them is a problem
     */
    record PublishedResult(
            long enterpriseId,
            String resultKey,
            LocalDate inspectedOn,
            String authority,
            String itemName,
            List<String> categories,
            boolean problem,
            String summary) {}

    /** Keeps the result as a credit record in the current transaction and asks for the enterprise's regrade. */
    void enter(PublishedResult result, Actor actor);

    /** The result was withdrawn from publicity: the record stops counting from this day on. */
    void withdraw(long enterpriseId, String resultKey, LocalDate day, Actor actor);
}
