package org.shuangsuiji.console.visits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.publication.EnteredResult;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.notice.CategorySet;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the form of a visit, as typed; nothing typed is lost when it is refused.
 *
 * @param version the version of the result that the inspector saw
 * @param inspectedOn a day as the browser sends it
 * @param second id of the other inspector
 */
public record VisitForm(int version, String inspectedOn, Set<String> methods, String second, List<Answer> answers) {

    /** What stands at one item. */
    public record Answer(int seq, Set<String> categories, String note) {
        public Answer {
            categories = new TreeSet<>(categories);
        }

        public boolean has(String category) {
            return categories.contains(category);
        }
    }

    public VisitForm {
        methods = new TreeSet<>(methods);
        answers = List.copyOf(answers);
    }

    /** The form as sent: {@code c1}, {@code c2} … hold categories, {@code n1}, {@code n2} … notes of the items. */
    static VisitForm sent(MultiValueMap<String, String> sent, Visit visit) {
        List<Answer> answers = visit.items().stream()
                .map(item -> new Answer(
                        item.seq(),
                        Set.copyOf(sent.getOrDefault("c" + item.seq(), List.of())),
                        text(sent, "n" + item.seq())))
                .toList();
        return new VisitForm(
                number(text(sent, "version")),
                text(sent, "inspectedOn"),
                Set.copyOf(sent.getOrDefault("methods", List.of())),
                text(sent, "second"),
                answers);
    }

    /** The form as first shown: what is kept already, else today, on site, with the other one of a team of two. */
    static VisitForm first(Visit visit, long inspectorId, LocalDate today) {
        EnteredResult kept = visit.result();
        if (kept != null) {
            Long keptSecond = kept.secondInspectorId();
            // whoever enters now is not their own second
            String second = keptSecond == null || keptSecond == inspectorId
                    ? other(visit, inspectorId)
                    : String.valueOf(keptSecond);
            return new VisitForm(
                    kept.version(),
                    kept.inspectedOn().toString(),
                    names(kept.methods()),
                    second,
                    visit.items().stream()
                            .map(item -> kept.findings().stream()
                                    .filter(finding -> finding.seq() == item.seq())
                                    .findFirst()
                                    .map(finding ->
                                            new Answer(item.seq(), Set.copyOf(finding.categories()), finding.note()))
                                    .orElseGet(() -> new Answer(item.seq(), Set.of(), "")))
                            .toList());
        }
        return new VisitForm(
                0,
                today.toString(),
                names(Set.of(Method.ON_SITE)),
                other(visit, inspectorId),
                visit.items().stream()
                        .map(item -> new Answer(item.seq(), Set.of(), ""))
                        .toList());
    }

    /** The same, typed by somebody who knows now what stands in another. */
    VisitForm after(VisitForm other) {
        return new VisitForm(other.version, inspectedOn, methods, second, answers);
    }

    /** The same with "no problem found" at every item (全部未发现问题). */
    VisitForm clean(CategorySet set) {
        Set<String> clean = set.clean().map(category -> Set.of(category.code())).orElse(Set.of());
        return new VisitForm(
                version,
                inspectedOn,
                methods,
                second,
                answers.stream()
                        .map(answer -> new Answer(answer.seq(), clean, answer.note()))
                        .toList());
    }

    /** What the module takes; absent when the day is not a day. */
    Optional<ResultForm> read() {
        try {
            return Optional.of(new ResultForm(LocalDate.parse(inspectedOn), methodSet(), secondId(), findings()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Set<Method> methodSet() {
        var set = EnumSet.noneOf(Method.class);
        Arrays.stream(Method.values())
                .filter(method -> methods.contains(method.name()))
                .forEach(set::add);
        return set;
    }

    private @Nullable Long secondId() {
        return second.matches("[0-9]{1,18}") ? Long.valueOf(second) : null;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        answers.forEach(
                answer -> findings.add(new Finding(answer.seq(), List.copyOf(answer.categories()), answer.note())));
        return findings;
    }

    private static String other(Visit visit, long inspectorId) {
        return visit.team().stream()
                .map(Visit.Member::inspectorId)
                .filter(id -> id != inspectorId)
                .findFirst()
                .map(String::valueOf)
                .orElse("");
    }

    private static Set<String> names(Set<Method> methods) {
        var names = new TreeSet<String>();
        methods.forEach(method -> names.add(method.name()));
        return names;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
