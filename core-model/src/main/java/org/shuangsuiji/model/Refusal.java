package org.shuangsuiji.model;

import java.util.List;

/**
 * A command that the office's rules do not allow, or an input that cannot be read.
 *
 * <p>The code names a text in the message files ({@code refusal.<code>}); the text says what was found, what was
 * expected, where, and what to do, in the reader's language. The arguments fill the text.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer the web gives. */
    public enum Kind {
        /** The input is wrong: 422. */
        INVALID,
        /** The thing is absent, or outside the reader's scope, which looks the same: 404. */
        ABSENT,
        /** The state of the thing does not allow it now: 409. */
        CONFLICT
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    public Refusal(Kind kind, String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public static Refusal invalid(String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, arguments);
    }

    public static Refusal absent(String what, Object id) {
        return new Refusal(Kind.ABSENT, "absent", what, String.valueOf(id));
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
