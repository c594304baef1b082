package org.shuangsuiji.console.shell;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.PropertyAccessException;
import org.springframework.util.ObjectUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;

/** Gives the message about a field that cannot be read what was found there, as its argument {@code {1}}. */
final class FoundInField extends DefaultBindingErrorProcessor {
    private static final int SHOWN_MAX = 40;

    @Override
    public void processPropertyAccessException(PropertyAccessException failure, BindingResult form) {
        String field = Objects.requireNonNull(failure.getPropertyName());
        Object[] named = getArgumentsForBindError(form.getObjectName(), field);
        Object[] arguments = Arrays.copyOf(named, named.length + 1);
        Object found = failure.getValue();
        String text = ObjectUtils.isArray(found)
                ? String.join(
                        ",",
                        Arrays.stream(ObjectUtils.toObjectArray(found))
                                .map(String::valueOf)
                                .toList())
                : Objects.toString(found, "");
        arguments[named.length] = shown(text);
        var fault = new FieldError(
                form.getObjectName(),
                field,
                ObjectUtils.isArray(found) ? text : found,
                true,
                form.resolveMessageCodes(failure.getErrorCode(), field),
                arguments,
                failure.getLocalizedMessage());
        fault.wrap(failure);
        form.addError(fault);
    }

    /** As much of it as a line of a page bears; what has no shape of its own stands as a space. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{C}", " ").strip();
        return plain.codePointCount(0, plain.length()) <= SHOWN_MAX
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN_MAX)) + "…";
    }
}
