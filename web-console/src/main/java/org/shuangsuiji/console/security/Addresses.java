package org.shuangsuiji.console.security;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
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
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
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
