package org.shuangsuiji.console.identities;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.shuangsuiji.ingest.OtherIdentities;
import org.shuangsuiji.ingest.OtherIdentity;
import org.shuangsuiji.model.Actor;
import org.springframework.stereotype.Component;

/** What stands beside the enterprises of closed lists and published results whose code became another subject's. */
@Component
public class LinkRemarks {
    private final OtherIdentities identities;

    LinkRemarks(OtherIdentities identities) {
        this.identities = identities;
    }

    /** By code, whose other identity it is now, as far as the reader may see; nothing of a code that is a subject's own. */
    public Map<String, OtherIdentity> of(Collection<String> codes, Actor reader) {
        Map<String, OtherIdentity> remarks = new HashMap<>();
        identities.of(codes, reader.scope()).forEach((code, others) -> others.stream()
                .filter(OtherIdentity::subject)
                .forEach(subject -> remarks.put(code, subject)));
        return remarks;
    }
}
