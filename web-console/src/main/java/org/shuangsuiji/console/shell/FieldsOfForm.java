package org.shuangsuiji.console.shell;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.SmartValidator;

/**
 * Checks a form of which something could not be read: field by field, and inside a list of lines line by line.
 *
 * <p>A form that could be read is checked as a whole. The validator that does this in Spring Boot cannot check one field
 * alone, so without this the other faults of a form were told only once each of its numbers was readable.
 */
record FieldsOfForm(SmartValidator rules) implements SmartValidator {
    @Override
    public boolean supports(Class<?> type) {
        return true;
    }

    @Override
    public void validate(Object form, Errors errors) {
        // a whole form is not for us
    }

    @Override
    public void validate(Object form, Errors errors, @Nullable Object... hints) {
        // nor is it with hints
    }

    @Override
    public void validateValue(
            Class<?> form, @Nullable String field, @Nullable Object value, Errors errors, @Nullable Object... hints) {
        if (field != null && !errors.hasFieldErrors(field)) {
            rules.validateValue(form, field, value, errors, hints);
        }
        if (value instanceof Collection<?> lines && errors instanceof BindingResult result) {
            int place = 0;
            for (Object line : lines) {
                if (line instanceof Record) {
                    check(line, "%s%s[%d].".formatted(errors.getNestedPath(), field, place), result);
                }
                place++;
            }
        }
    }

    private void check(Object line, String path, BindingResult result) {
        var found = new BeanPropertyBindingResult(line, result.getObjectName());
        rules.validate(line, found);
        for (FieldError fault : found.getFieldErrors()) {
            String field = path + fault.getField();
            // what could not be read is absent here, and said to be unreadable already
            if (result.getFieldErrors().stream()
                    .noneMatch(told -> told.getField().equals(field))) {
                result.addError(new FieldError(
                        result.getObjectName(),
                        field,
                        fault.getRejectedValue(),
                        false,
                        fault.getCodes(),
                        fault.getArguments(),
                        fault.getDefaultMessage()));
            }
        }
    }
}
