package org.shuangsuiji.console.people;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.model.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Says at each field of a form that came too late what stands there now, wherever that is not what was typed. */
@Component
class StandsNow {
    private final Departments departments;
    private final InspectorChoice inspectors;
    private final MessageSource texts;

    StandsNow(Departments departments, InspectorChoice inspectors, MessageSource texts) {
        this.departments = departments;
        this.inspectors = inspectors;
        this.texts = texts;
    }

    void into(BindingResult faults, PersonForm.Change form, Person now, Scope scope, Locale locale) {
        faults.reject("person.compare", new Object[] {now.account()}, null);
        var typed = form.change();
        if (!typed.name().equals(now.name())) {
            say(faults, "name", now.name());
        }
        if (typed.departmentId() != now.departmentId()) {
            say(
                    faults,
                    "departmentId",
                    departments.require(now.departmentId(), scope).name());
        }
        if (!typed.roles().equals(now.roles())) {
            say(
                    faults,
                    "roles",
                    now.roles().stream()
                            .sorted()
                            .map(role -> text("role." + role, locale))
                            .collect(Collectors.joining(text("list.separator", locale))));
        }
        if (!Objects.equals(typed.inspectorId(), now.inspectorId())) {
            say(faults, "inspectorId", inspectors.present(now, scope, locale));
        }
    }

    private static void say(BindingResult faults, String field, String now) {
        faults.rejectValue(field, "person.stands", new Object[] {now}, null);
    }

    private String text(String code, Locale locale) {
        return requireNonNull(texts.getMessage(code, null, locale));
    }
}
