package org.shuangsuiji.publication;

import java.util.List;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.Fault;

/** A result that cannot be kept or handed in as it stands; carries every fault, so that they are mended in one go. */
public final class FaultyResult extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultyResult(List<Fault> faults) {
        super(Kind.INVALID, "result.faulty", faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
