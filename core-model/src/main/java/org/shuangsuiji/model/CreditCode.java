package org.shuangsuiji.model;

import java.util.regex.Pattern;

/**
 * The code that identifies one registered subject (统一社会信用代码, GB 32100-2015).
 *
 * <p>Only the form is demanded here: real codes exist whose check character is wrong by the standard, so a wrong
 * check character marks a code and never refuses it.
 */
public record CreditCode(String value) implements Comparable<CreditCode> {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}");

    public CreditCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A credit code has 18 digits or capital letters; got '%s'".formatted(value));
        }
    }

    @Override
    public int compareTo(CreditCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
