package org.shuangsuiji.publication.notice;

import java.util.List;
import org.shuangsuiji.model.RowContent;

/**
 * One item of the public list (随机抽查事项清单): exactly what the public may see of it.
 *
 * @param category {@code KEY} (重点检查事项) or {@code GENERAL} (一般检查事项)
 * @param basis legal basis
 * @param subjectKinds who is inspected
 * @param methods how
 * @param content what is inspected
 */
public record PublicItem(
        long itemId,
        String code,
        String name,
        String category,
        long departmentId,
        String departmentName,
        String basis,
        List<String> subjectKinds,
        List<String> methods,
        String content) {
    public PublicItem {
        subjectKinds = List.copyOf(subjectKinds);
        methods = List.copyOf(methods);
    }

    /** What the ledger binds of it: all that the public sees. */
    public RowContent row() {
        return RowContent.empty()
                .told("item", itemId)
                .told("code", code)
                .told("name", name)
                .told("category", category)
                .told("department", departmentName)
                .told("basis", basis)
                .told("subjectKinds", subjectKinds)
                .told("methods", methods)
                .told("content", content);
    }
}
