package org.shuangsuiji.console.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.Addresses;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.console.security.RouteRules;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;

/** What the layout asks: who reads, in which menu, in which language. Templates know it as {@code @shell}. */
@Component("shell")
public class Shell {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The word of the phone's pages, which stand in no menu of the console. */
    private static final String PHONE = "phone";

    private final Addresses addresses;
    private final Clock clock;
    private @Nullable Set<PathPattern> pages;

    Shell(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Who is signed in, or null on a public page. */
    public @Nullable OfficeUser user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OfficeUser user ? user : null;
    }

    /** Whether the reader has one of these roles; for parts of a page. */
    public boolean may(String... roles) {
        OfficeUser user = user();
        return user != null && List.of(roles).stream().map(Role::valueOf).anyMatch(user.roles()::contains);
    }

    /** Whether the reader gets through at this address; for buttons. */
    public boolean mayPost(String path) {
        return admitted(HttpMethod.POST, path);
    }

    /** Whether the reader gets through at this address; for links. */
    public boolean mayRead(String path) {
        return admitted(HttpMethod.GET, path);
    }

    /** Whether the reader may know a grade; what tells how many stand in each rank is for them alone. */
    public boolean readsGrades() {
        return mayRead("/console/risk");
    }

    private boolean admitted(HttpMethod method, String path) {
        OfficeUser user = user();
        return user != null
                && RouteRules.find(method, path)
                        .filter(rule -> rule.admits(user))
                        .isPresent();
    }

    /** The menu of the reader, without empty groups. */
    public List<Menu.Group> menu() {
        return Menu.GROUPS.stream()
                .map(group -> new Menu.Group(
                        group.name(),
                        group.entries().stream()
                                .filter(entry -> stands(entry.path()) && mayRead(entry.path()))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** The address of a section, for the way here. */
    public String pathOf(@Nullable String section) {
        return Menu.GROUPS.stream()
                .flatMap(group -> group.entries().stream())
                .filter(entry -> entry.section().equals(section))
                .map(Menu.Entry::path)
                .findFirst()
                .orElse(PHONE.equals(section) ? "/m" : "/console");
    }

    /** This very page in another language. */
    public String inLanguage(String tag) {
        HttpServletRequest request = request();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var address = UriComponentsBuilder.fromPath(failed instanceof String uri ? uri : request.getRequestURI());
        if ("GET".equals(request.getMethod()) && request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam(LanguageChoice.PARAMETER, tag).build().toUriString();
    }

    /** This very page with one parameter set to another value, or without it; for filters and pagers. */
    public String with(String parameter, @Nullable Object value) {
        HttpServletRequest request = request();
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        if (value == null || value.toString().isEmpty()) {
            address.replaceQueryParam(parameter);
        } else {
            address.replaceQueryParam(parameter, UriUtils.encodeQueryParam(value.toString(), StandardCharsets.UTF_8));
        }
        return address.build().toUriString();
    }

    /** A fresh idempotency key for a form. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** An instant as 2026-11-22 14:05 in Asia/Shanghai. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : MOMENT.format(instant.atZone(clock.getZone()));
    }

    /** An instant as 2026-11-22 14:05:09 in Asia/Shanghai. */
    public String second(@Nullable Instant instant) {
        return instant == null ? "" : SECOND.format(instant.atZone(clock.getZone()));
    }

    /** The menu word of the section that an address belongs to; "home" where it belongs to none. */
    public String sectionOf(String path) {
        return Menu.GROUPS.stream()
                .flatMap(group -> group.entries().stream())
                .filter(entry -> path.equals(entry.path()) || path.startsWith(entry.path() + "/"))
                .max(Comparator.comparingInt(entry -> entry.path().length()))
                .map(Menu.Entry::section)
                .orElse(path.startsWith("/m/") ? PHONE : "home");
    }

    /** Whether there is a page at this address that the reader may open. */
    public boolean leadsSomewhere(String path) {
        return stands(path) && mayRead(path);
    }

    private boolean stands(String path) {
        Set<PathPattern> known = pages;
        if (known == null) {
            known = addresses.pages();
            pages = known;
        }
        var asked = PathContainer.parsePath(path);
        return known.stream().anyMatch(pattern -> pattern.matches(asked));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
