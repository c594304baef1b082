package org.shuangsuiji.console.shell;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A field of a form that has to be filled in: not absent, not blank, not an empty choice. */
@Documented
@Constraint(validatedBy = Required.Filled.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {

    String message() default "{form.required}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    final class Filled implements ConstraintValidator<Required, Object> {

        @Override
        public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
            if (value instanceof CharSequence text) {
                return !text.toString().isBlank();
            }
            if (value instanceof Collection<?> many) {
                return !many.isEmpty();
            }
            return value != null;
        }
    }
}
