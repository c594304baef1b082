package org.shuangsuiji.sampling;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.shuangsuiji.model.RowContent;

/**
 * What an entry of the item list says.
 *
 * @param scopes what the leading inspector must be qualified for; empty when anybody may lead
 */
public record ItemTerms(
        String code,
        long departmentId,
        String name,
        Item.Category category,
        String basis,
        Set<SubjectKind> subjectKinds,
        Set<Item.Method> methods,
        String content,
        List<String> scopes) {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z.-]{1,39}");

    public ItemTerms {
        subjectKinds = Set.copyOf(subjectKinds);
        methods = Set.copyOf(methods);
        scopes = List.copyOf(new TreeSet<>(scopes));
    }

    /** What the ledger binds of it; long texts are not told. */
    RowContent row() {
        return RowContent.empty()
                .told("code", code)
                .told("department", departmentId)
                .told("name", name)
                .told("category", category)
                .bound("basis", basis)
                .told("subjectKinds", subjectKinds)
                .told("methods", methods)
                .bound("content", content)
                .told("fields", scopes);
    }

    void check() {
        TermFaults faults = new TermFaults();
        faults.unless(CODE.matcher(code).matches(), "code", "item-code", code);
        faults.name(name, 2, 200, "name");
        faults.lines(basis, 1, 2000, "basis");
        faults.lines(content, 0, 4000, "content");
        faults.unless(!subjectKinds.isEmpty(), "subjectKinds", "choose-one");
        faults.unless(!methods.isEmpty(), "methods", "choose-one");
        ScopeNames.check(scopes, faults);
        faults.refuseIfAny();
    }
}
