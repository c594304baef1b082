package org.shuangsuiji.risk;

import java.util.List;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.model.Fault;

/** A definition that makes no sense, with everything that is wrong about it. */
public final class DefinitionRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DefinitionRefused(List<Fault> faults) {
        super(Kind.INVALID, "model-definition", faults.size(), faults.get(0).where());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
