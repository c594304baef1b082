package org.shuangsuiji.risk.model;

import java.util.List;

/**
 * One thing about a definition that makes no sense.
 *
 * @param where the field, as {@code R030301.weight}
 * @param code its text is {@code fault.model.<code>} in the message files
 */
public record Fault(String where, String code, List<Object> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }
}
