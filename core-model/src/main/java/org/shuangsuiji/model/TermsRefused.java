package org.shuangsuiji.model;

import java.util.List;

/** A form with faults, each tied to its field; all of them are told at once. */
public final class TermsRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * One fault.
     *
     * @param field the field of the form, as in {@code sources[1].due}
     * @param code names a text in the message files, {@code fault.<code>}
     */
    public record Fault(String field, String code, List<Object> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    private final transient List<Fault> faults;

    public TermsRefused(List<Fault> faults) {
        super(Kind.INVALID, "terms", faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + " " + faults;
    }
}
