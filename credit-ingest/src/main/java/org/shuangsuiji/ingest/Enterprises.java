package org.shuangsuiji.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** The subjects that the office knows, as far as a reader may see them. */
public interface Enterprises {

    /** The fewest characters of a name that can be searched for. */
    int NAME_PART_MIN = 2;

    /**
     * Subjects whose names, or a name that they had, contain all words, or whose code contains the one word that looks like
     * part of one; a whole code or number that they had finds them too.
     *
     * <p>Refuses words that are too short to search for, saying how many characters it takes.
     *
     * @param after only those with a larger id, for the next page
     */
    List<Enterprise> search(String words, Scope scope, @Nullable Long after, int limit);

    /** One subject; refuses one that is absent or outside the scope. */
    Enterprise get(long id, Scope scope);

    /** The subject with a credit code, where the reader may see it. */
    Optional<Enterprise> byCode(String creditCode, Scope scope);

    /** The names that subjects had and have no more (曾用名), by subject; those without any are left out. */
    Map<Long, List<String>> formerNames(Collection<Long> enterpriseIds, Scope scope);

    /** The current records of a subject, newest first; with former versions when asked. */
    List<EnterpriseRecord> records(long enterpriseId, boolean withFormer, Scope scope);

    /** The current relations of others in which a subject is the other party, by whichever of its identities. */
    NamedBy namedBy(long enterpriseId, Scope scope, int limit);

    /** How its registration changed as the office learned it, newest first. */
    List<RegistrationChange> changes(long enterpriseId, Scope scope);
}
