package org.shuangsuiji.console.office;

/** A start asks for an office by settings of which none can be made. */
final class FirstSettingsWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FirstSettingsWrong(String message) {
        super(message);
    }
}
