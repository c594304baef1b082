package org.shuangsuiji.ingest.reading;

/** Carries the fault out of the reading of one row; without a stack, because a file may have millions. */
final class RowFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RowFault(Fault fault) {
        super(fault.code(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
