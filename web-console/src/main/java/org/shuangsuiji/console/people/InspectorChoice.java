package org.shuangsuiji.console.people;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.InspectorEntries;
import org.shuangsuiji.console.office.InspectorEntries.Entry;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.model.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The inspectors that an account may be linked to; whoever is linked already is shown with whose account it is. */
@Component
class InspectorChoice {
    private final InspectorEntries entries;
    private final MessageSource texts;

    InspectorChoice(InspectorEntries entries, MessageSource texts) {
        this.entries = entries;
        this.texts = texts;
    }

    /** Who a person is in the directory; absent when nobody, or somebody outside the reader's scope. */
    @Nullable
    Entry of(Person person, Scope scope) {
        return Optional.ofNullable(person.inspectorId())
                .flatMap(id -> entries.find(id, scope))
                .orElse(null);
    }

    /** For an account that is yet to be made. */
    Map<Long, String> forNobodyYet(Scope scope, Locale locale) {
        return choice(null, scope, locale);
    }

    /** For an account that exists: whoever it is linked to stands in the list, whatever became of that entry. */
    Map<Long, String> forPerson(Person person, Scope scope, Locale locale) {
        Map<Long, String> choice = new LinkedHashMap<>();
        Long present = person.inspectorId();
        if (present != null) {
            choice.put(
                    present,
                    entries.find(present, scope)
                            .map(entry -> line(entry, person.id(), locale))
                            .orElseGet(() -> text("person.inspector.outside", locale)));
        }
        choice(person.id(), scope, locale).forEach(choice::putIfAbsent);
        return choice;
    }

    /** Who an account is linked to now, in the words of the choice. */
    String present(Person person, Scope scope, Locale locale) {
        Long present = person.inspectorId();
        return present == null
                ? text("person.inspector.none", locale)
                : requireNonNull(forPerson(person, scope, locale).get(present));
    }

    private Map<Long, String> choice(@Nullable Long personId, Scope scope, Locale locale) {
        Map<Long, String> choice = new LinkedHashMap<>();
        entries.active(scope).forEach(entry -> choice.put(entry.id(), line(entry, personId, locale)));
        return choice;
    }

    private String line(Entry entry, @Nullable Long personId, Locale locale) {
        Long holder = entry.personId();
        String note;
        if (holder != null && !holder.equals(personId)) {
            String account = entry.account();
            note = account == null
                    ? text("person.inspector.taken-outside", locale)
                    : text("person.inspector.taken", locale, account);
        } else {
            note = entry.active() ? "" : text("person.inspector.inactive", locale);
        }
        return text("person.inspector.line", locale, entry.staffNo(), entry.name(), entry.departmentName()) + note;
    }

    private String text(String code, Locale locale, Object... arguments) {
        return requireNonNull(texts.getMessage(code, arguments, locale));
    }
}
