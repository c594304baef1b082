package org.shuangsuiji.console.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A side from which people or systems meet the office; one process shows all of them or a few. */
public enum Face {
    /** Pages for the people of the office. */
    CONSOLE("/console/**"),
    /** Pages for inspectors on their way; they sign in on the console's page. */
    PHONE("/m/**", "/console/login", "/console/logout", "/console/account/**", "/console/kept/**"),
    /** Pages for everybody. */
    PORTAL("/", "/p/**"),
    /** Doors for systems. */
    API("/api/**");

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change, of patterns that do not change
    private final Set<PathPattern> patterns;

    Face(String... patterns) {
        this.patterns = Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a path belongs to people of the office or to systems, not to everybody. */
    static boolean isInternal(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return CONSOLE.has(parsed) || PHONE.has(parsed) || API.has(parsed);
    }

    /** Whether the portal answers for a path: its own, and whatever none of the other faces shown here knows. */
    public static boolean isPublic(Set<Face> faces, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return faces.contains(PORTAL)
                && faces.stream().filter(face -> face != PORTAL).noneMatch(face -> face.has(parsed));
    }

    private boolean has(PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Whether a path is seen by one of these faces; style sheets, scripts and error pages belong to all. */
    static boolean shows(Set<Face> faces, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return faces.stream().anyMatch(face -> face.has(parsed))
                || EnumSet.allOf(Face.class).stream().noneMatch(face -> face.has(parsed));
    }
}
