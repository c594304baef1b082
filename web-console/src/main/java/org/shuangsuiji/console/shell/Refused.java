package org.shuangsuiji.console.shell;

import java.io.Serializable;

/**
 * A command of one field that was refused, for the page that it was sent from.
 *
 * @param action where it was sent
 * @param reason what was typed as its reason
 */
public record Refused(String action, String text, String reason) implements Serializable {
    private static final long serialVersionUID = 1L;
}
