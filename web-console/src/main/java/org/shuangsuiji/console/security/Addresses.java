package org.shuangsuiji.console.security;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses there are at all. It opens nothing: an address that is closed stays closed, and this only tells "you
 * may not" from "there is no such page".
 */
@Component
public class Addresses {
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    Addresses(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The patterns of all handlers, of any method. */
    public Set<PathPattern> patterns() {
        return patterns(any -> true);
    }

    /** The patterns of handlers that can be read. */
    public Set<PathPattern> pages() {
        return patterns(methods -> methods.isEmpty() || methods.contains(RequestMethod.GET));
    }

    private Set<PathPattern> patterns(Predicate<Set<RequestMethod>> wanted) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> wanted.test(info.getMethodsCondition().getMethods()))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .flatMap(condition -> condition == null ? Stream.empty() : condition.getPatterns().stream())
                .collect(Collectors.toSet());
    }

    /** Whether a handler or a file answers at this path. */
    public boolean exists(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return patterns().stream().anyMatch(pattern -> pattern.matches(asked))
                || new ClassPathResource("static" + path).isReadable();
    }
}
