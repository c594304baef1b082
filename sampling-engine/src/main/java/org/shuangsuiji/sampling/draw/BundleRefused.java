package org.shuangsuiji.sampling.draw;

import java.util.List;
import java.util.stream.Collectors;

/** A bundle, or a part of one, that is refused, with every fault found. */
public final class BundleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public BundleRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
