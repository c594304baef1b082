package org.shuangsuiji.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the values of one row, by which the ledger binds what a command stored.
 *
 * <p>To compute it again, write for each value its name and then the value, in the order in which the row names them
 * and with nothing between:
 *
 * <ul>
 *   <li>a text, and so a name: how many bytes it has in UTF-8 in decimal, a colon, and those bytes ({@code 6:登记});
 *       numbers, days and moments are the texts that ISO 8601 and Java write, choices their capital words;
 *   <li>nothing: a hyphen ({@code -}), which an empty text ({@code 0:}) is not;
 *   <li>a list: {@code [}, its values, {@code ]}; a set is the list of its texts in the order of their bytes.
 * </ul>
 *
 * <p>So no two rows have the same bytes: each value says where it ends.
 */
final class RowDigest {
    private final MessageDigest sha = Digests.newSha256();

    RowDigest add(String name, @Nullable Object value) {
        text(name);
        value(value);
        return this;
    }

    /** In 64 small hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            ascii("-");
        } else if (value instanceof List<?> list) {
            ascii("[");
            list.forEach(this::value);
            ascii("]");
        } else {
            text(value.toString());
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ascii(bytes.length + ":");
        sha.update(bytes);
    }

    private void ascii(String sign) {
        sha.update(sign.getBytes(StandardCharsets.US_ASCII));
    }
}
