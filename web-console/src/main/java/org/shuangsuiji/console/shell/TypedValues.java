package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Remembers what was typed, field by field, before a form is read, has all its fields checked whatever can be read, and
 * has each field that cannot be read say what was found.
 *
 * <p>A form whose one field cannot be read as a number or a day is never built at all, and with it would go what was
 * typed into all its other fields; the page shows these remembered values instead. A form that was built shows its own.
 */
@ControllerAdvice
class TypedValues {
    private final LocalValidatorFactoryBean rules;

    TypedValues(LocalValidatorFactoryBean rules) {
        this.rules = rules;
    }

    @InitBinder
    void remember(WebDataBinder binder, HttpServletRequest request) {
        binder.setBindingErrorProcessor(new FoundInField());
        if (binder.getTarget() == null && request.getMethod().equals("POST")) {
            binder.addValidators(new FieldsOfForm(rules));
            request.getParameterMap().forEach((field, typed) -> {
                Object value = typed.length == 1 ? typed[0] : typed;
                binder.getBindingResult().recordFieldValue(field, value.getClass(), value);
            });
        }
    }
}
