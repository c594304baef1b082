package org.shuangsuiji.console.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shuangsuiji.console.security.RouteRules;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What an office showed to a {@link Stranger}: by address the answer word for word, with its status and headers. */
record PublicFace(SortedMap<String, String> answers) {
    /** They answer for whatever is not there, and when something fails. */
    private static final Set<String> NEVER_WELL = Set.of("/p/**", "/error");

    PublicFace {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** Where two offices show different things, with the first line of each difference. */
    List<String> differencesFrom(PublicFace other) {
        List<String> differences = new ArrayList<>();
        Set<String> addresses = new TreeSet<>(answers.keySet());
        addresses.addAll(other.answers.keySet());
        for (String address : addresses) {
            String mine = answers.get(address);
            String theirs = other.answers.get(address);
            if (mine == null || theirs == null) {
                differences.add(
                        "%s is there only in the %s office".formatted(address, mine == null ? "second" : "first"));
            } else if (!mine.equals(theirs)) {
                differences.add(difference(address, mine, theirs));
            }
        }
        return differences;
    }

    private static String difference(String address, String mine, String theirs) {
        String[] left = mine.split("\n", -1);
        String[] right = theirs.split("\n", -1);
        int line = 0;
        while (line < left.length && line < right.length && left[line].equals(right[line])) {
            line++;
        }
        return "%s, line %d:%n  first:  %s%n  second: %s"
                .formatted(
                        address,
                        line + 1,
                        line < left.length ? left[line] : "(at its end)",
                        line < right.length ? right[line] : "(at its end)");
    }

    /** Routes of this office that are open to everybody and at none of whose addresses the stranger found anything. */
    Set<String> notLookedAt(RankedDistrict office) {
        Set<String> missed = new TreeSet<>();
        RouteRules.all().stream()
                .filter(rule -> rule.method() == null && rule.door() == RouteRules.Door.PUBLIC)
                .map(rule -> rule.pattern().getPatternString())
                .forEach(missed::add);
        for (var mapping : office.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()) {
            mapping.getHandlerMethods().keySet().stream()
                    .filter(PublicFace::isRead)
                    .flatMap(route -> route.getPatternValues().stream())
                    .filter(PublicFace::isOpen)
                    .forEach(missed::add);
        }
        missed.removeIf(this::lookedAt);
        return missed;
    }

    private static boolean isRead(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean isOpen(String pattern) {
        return RouteRules.find(HttpMethod.GET, pattern)
                .filter(rule -> rule.door() == RouteRules.Door.PUBLIC)
                .isPresent();
    }

    private boolean lookedAt(String pattern) {
        PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern);
        return answers.entrySet().stream()
                .filter(answer ->
                        NEVER_WELL.contains(pattern) || answer.getValue().startsWith("200"))
                .map(answer -> answer.getKey().replaceAll("\\?.*", ""))
                .anyMatch(path -> parsed.matches(PathContainer.parsePath(path)));
    }
}
