package org.shuangsuiji.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Scope;

/** Where the sources are kept. A reader sees those for which a department of the subtree answers. */
public interface SourceRegister {

    Optional<Source> find(long id, Scope scope);

    Optional<Source> find(String word, Scope scope);

    /** The department's own source, made when there is none yet. */
    Source ofDepartment(long departmentId);

    /** Whether a department is in the scope. */
    boolean reaches(long departmentId, Scope scope);

    boolean wordTaken(String word);

    /** Whether a source other than this one is called so. */
    boolean nameTaken(String name, long but);

    /** Stores a new or changed source; refuses when somebody else changed it meanwhile. */
    void save(Source source);

    boolean hasAgreement(long sourceId, String number);

    long add(long sourceId, Agreement agreement);

    /** Ends an agreement; false where it has an end already. */
    boolean end(long sourceId, String number, Agreement.End end);

    /** What was ever agreed, the latest term first. */
    List<Agreement> agreements(long sourceId);

    List<SourceRow> rows(Scope scope, LocalDate today);

    /** The departments of a scope that have never sent anything. */
    List<SourceRow> silentDepartments(Scope scope);

    SourceRow row(long id, LocalDate today);
}
