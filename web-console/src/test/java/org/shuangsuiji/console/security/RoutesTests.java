package org.shuangsuiji.console.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTests extends ConsoleTest {
    private static final String NOBODYS_ID = "999999999";
    private static final Set<String> ENDS_THE_SESSION = Set.of("/console/logout", "/console/login");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Route(HttpMethod method, String path) {}

    @Test
    void everyRouteStandsInTheListOfRules() {
        assertThat(routes()).isNotEmpty().allSatisfy(route -> assertThat(RouteRules.find(route.method(), route.path()))
                .as("%s %s", route.method(), route.path())
                .isPresent());
    }

    @Test
    void aRouteThatIsNotListedIsClosed() {
        assertThat(RouteRules.find(HttpMethod.GET, "/console/not-listed")).isEmpty();
        assertThat(RouteRules.find(HttpMethod.DELETE, "/console/people/1")).isEmpty();
        var unlisted = RequestMappingInfo.paths("/console/not-listed")
                .methods(RequestMethod.GET)
                .options(mappings.getBuilderConfiguration())
                .build();
        mappings.registerMapping(
                unlisted, new Unlisted(), requireNonNull(ReflectionUtils.findMethod(Unlisted.class, "page")));
        try {
            assertThat(signedInAs(Role.values()).get("/console/not-listed").status())
                    .isEqualTo(403);
            assertThat(browser().get("/console/not-listed").path()).isEqualTo("/console/login");
        } finally {
            mappings.unregisterMapping(unlisted);
        }
    }

    /** A page that somebody forgot to list. */
    static final class Unlisted {
        @ResponseBody
        String page() {
            return "open to the world";
        }
    }

    @Test
    void anAddressWithoutAPageIsAnsweredAsSuch() {
        Browser auditor = signedInAs(Role.AUDITOR);
        var page = auditor.get("/console/nope");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.h1()).isEqualTo("没有找到");
        assertThat(auditor.post("/console/nope", Map.of("_csrf", List.of(auditor.csrf())))
                        .status())
                .isEqualTo(404);
        assertThat(browser().get("/console/nope").path()).as("strangers").isEqualTo("/console/login");
    }

    @Test
    void whoMayNotReadGradesCannotReadThemBelowTheRegisterEither() {
        String why = "/console/enterprises/" + NOBODYS_ID + "/grade";
        for (Role role : Role.values()) {
            boolean risk = RouteRules.find(HttpMethod.GET, "/console/risk")
                    .filter(rule -> rule.admits(Set.of(role), true))
                    .isPresent();
            assertThat(RouteRules.find(HttpMethod.GET, why)
                            .filter(rule -> rule.admits(Set.of(role), true))
                            .isPresent())
                    .as(role.name())
                    .isEqualTo(risk);
        }
        assertThat(signedInAs(Role.REVIEWER).get(why).status()).isEqualTo(403);
    }

    @Test
    void eachRoleGetsThroughWhereTheRulesSayAndNowhereElse() {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            Browser browser = signedInAs(role);
            String csrf = browser.csrf();
            for (Route route : routes()) {
                if (ENDS_THE_SESSION.contains(route.path()) || route.path().startsWith("/api/")) {
                    continue;
                }
                boolean admitted = RouteRules.find(route.method(), route.path())
                        .filter(rule -> rule.admits(Set.of(role), true))
                        .isPresent();
                int status = route.method().equals(HttpMethod.POST)
                        ? browser.post(route.path(), Map.of("_csrf", List.of(csrf)))
                                .status()
                        : browser.get(route.path()).status();
                if (admitted == (status == 403) || status >= 500) {
                    wrong.put(role + " " + route, "admitted " + admitted + ", answer " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInFromEveryClosedPage() {
        for (Route route : routes()) {
            var rule = RouteRules.find(route.method(), route.path()).orElseThrow();
            if (route.method().equals(HttpMethod.GET)
                    && (rule.door() == RouteRules.Door.ROLES || rule.door() == RouteRules.Door.SIGNED_IN)) {
                assertThat(browser().get(route.path()).path()).as(route.path()).isEqualTo("/console/login");
            }
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.shuangsuiji")) {
                return;
            }
            var methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.equals("/error")) {
                    continue;
                }
                String path = pattern.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", NOBODYS_ID);
                for (RequestMethod method : methods) {
                    routes.add(new Route(method.asHttpMethod(), path));
                }
                assertThat(methods).as("methods of %s", pattern).isNotEmpty();
            }
        });
        return routes;
    }
}
