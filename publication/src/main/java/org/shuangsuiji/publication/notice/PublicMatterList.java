package org.shuangsuiji.publication.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.RowContent;

/**
 * A published version of the list of matters (信用监管事项清单): exactly what the public may see of it.
 *
 * @param departmentName the credit office that published it
 */
public record PublicMatterList(
        long listId,
        long departmentId,
        String departmentName,
        int number,
        LocalDate effectiveOn,
        Instant publishedAt,
        List<Matter> matters) {
    public PublicMatterList {
        matters = List.copyOf(matters);
    }

    /**
     * One row of it.
     *
     * @param change {@code KEPT}, {@code ADDED}, {@code CHANGED}, or {@code REMOVED}: stands here for the last time
     * @param fields which facts of it are recorded
     * @param basis legal basis
     * @param departmentName who provides the records
     * @param share {@code UNCONDITIONAL} or {@code CONDITIONAL}
     * @param open whether the records may be made public
     */
    public record Matter(
            String code,
            String change,
            String name,
            List<RecordKind> kinds,
            String fields,
            String basis,
            String departmentName,
            String frequency,
            String share,
            boolean open) {
        public Matter {
            kinds = List.copyOf(kinds);
        }

        RowContent row() {
            return RowContent.empty()
                    .told("code", code)
                    .told("change", change)
                    .told("name", name)
                    .told("kinds", kinds.stream().map(RecordKind::word).toList())
                    .told("fields", fields)
                    .told("basis", basis)
                    .told("department", departmentName)
                    .told("frequency", frequency)
                    .told("share", share)
                    .told("open", open);
        }
    }

    /** Binds all that the public sees of the rows. */
    public String digest() {
        return RowContent.digestOf(matters.stream().map(Matter::row).toList());
    }
}
