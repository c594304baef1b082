package org.shuangsuiji.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.model.Scope;

/** What closed lists and published results, which keep their codes, have to say of links made later. */
public interface OtherIdentities {

    /**
     * By links in force, the other identities of the subject of each of these codes; nothing of a code that has none, or
     * none of which the reader may see a side.
     */
    Map<String, List<OtherIdentity>> of(Collection<String> codes, Scope scope);
}
