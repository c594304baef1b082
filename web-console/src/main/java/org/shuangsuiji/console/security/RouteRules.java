package org.shuangsuiji.console.security;

import static org.shuangsuiji.console.office.Role.ADMINISTRATOR;
import static org.shuangsuiji.console.office.Role.AUDITOR;
import static org.shuangsuiji.console.office.Role.CREDIT_OFFICE;
import static org.shuangsuiji.console.office.Role.INSPECTOR;
import static org.shuangsuiji.console.office.Role.PLANNER;
import static org.shuangsuiji.console.office.Role.REVIEWER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may go where. The first line that fits decides; a route without a line is closed to everybody.
 *
 * <p>Besides these lines every query asks for the reader's scope: a role opens a page, the department decides whose
 * rows stand on it.
 */
public final class RouteRules {

    /** Whom a line lets in. */
    public enum Door {
        /** Everybody, signed in or not. */
        PUBLIC,
        /** Everybody who is signed in. */
        SIGNED_IN,
        /** The roles of the line. */
        ROLES,
        /** The roles of the line, in the body that answers for its region. */
        LEADING_ROLES,
        /** API clients with the scope of the line. */
        API_SCOPE
    }

    /**
     * One line.
     *
     * @param method absent for reading (GET and HEAD)
     */
    public record Rule(@Nullable HttpMethod method, PathPattern pattern, Door door, Set<Role> roles, String scope) {

        boolean fits(HttpMethod asked, String path) {
            boolean methodFits = method == null
                    ? asked.equals(HttpMethod.GET) || asked.equals(HttpMethod.HEAD)
                    : method.equals(asked);
            return methodFits && pattern.matches(PathContainer.parsePath(path));
        }

        /** Whether this person gets in. */
        public boolean admits(OfficeUser user) {
            return admits(user.roles(), user.leads());
        }

        /**
         * Whether somebody with these roles gets in.
         *
         * @param leads whether the person sits in the body that answers for its region
         */
        public boolean admits(Set<Role> own, boolean leads) {
            return switch (door) {
                case PUBLIC, SIGNED_IN -> true;
                case ROLES -> !Collections.disjoint(roles, own);
                case LEADING_ROLES -> leads && !Collections.disjoint(roles, own);
                case API_SCOPE -> false;
            };
        }
    }

    private static final List<Rule> RULES = new ArrayList<>();

    static {
        // ---- everybody
        open("/css/**", "/js/**", "/icons.svg", "/favicon.svg", "/webjars/**", "/error");
        open("/console/login", "/actuator/health");
        openToChange("/console/login");
        open("/api/docs", "/api/docs/**");

        // ---- the portal (一公开): plans, tasks, results, items, verification; never a grade
        open("/", "/p/**");

        // ---- everybody signed in
        signedIn("/console", "/console/account", "/console/account/**", "/console/kept");
        signedInToChange("/console/account/**", "/console/kept", "/console/logout", "/console/kept/**");
        signedIn("/console/jobs", "/console/jobs/**");
        change("/console/jobs/*/cancel", CREDIT_OFFICE, ADMINISTRATOR);

        // ---- received files and the register (数据归集)
        read("/console/deliveries/new", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/deliveries/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR);
        change("/console/deliveries/**", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/sources/new", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/sources/*/change", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/sources/*/agreements/new", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/sources/*/agreements/end", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/sources/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR);
        change("/console/sources/**", CREDIT_OFFICE, ADMINISTRATOR);
        // everybody inside may see who owes what
        leadingRead("/console/duties/new", CREDIT_OFFICE);
        leadingRead("/console/duties/template", CREDIT_OFFICE);
        leadingRead("/console/duties/*/change", CREDIT_OFFICE);
        leadingRead("/console/duties/*/end", CREDIT_OFFICE);
        signedIn("/console/duties", "/console/duties/*");
        leadingChange("/console/duties/**", CREDIT_OFFICE);
        read("/console/identities/new/**", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/identities/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR);
        change("/console/identities/**", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/gaps/*/promise", CREDIT_OFFICE);
        read("/console/gaps/**", CREDIT_OFFICE, AUDITOR);
        // who owes it may promise and explain; the credit office asks, closes and sets the limits
        leadingChange("/console/gaps/*/ask", CREDIT_OFFICE);
        leadingChange("/console/gaps/*/close", CREDIT_OFFICE);
        leadingChange("/console/gaps/limits", CREDIT_OFFICE);
        change("/console/gaps/**", CREDIT_OFFICE);
        // everybody inside reads the list of matters; departments draft, the credit office publishes
        leadingRead("/console/matters/publish", CREDIT_OFFICE);
        read("/console/matters/new", PLANNER, CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/matters/*/change", PLANNER, CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/matters/changes/*/report", PLANNER, CREDIT_OFFICE, ADMINISTRATOR);
        signedIn("/console/matters", "/console/matters/**");
        leadingChange("/console/matters/publish", CREDIT_OFFICE);
        leadingChange("/console/matters/*/return", CREDIT_OFFICE);
        change("/console/matters/**", PLANNER, CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/directory/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR, PLANNER);
        change("/console/directory", CREDIT_OFFICE);
        // why an enterprise has its grade: closed to whoever may not read grades; before the register's line
        read("/console/enterprises/*/grade/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR, PLANNER);
        read("/console/enterprises/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR, PLANNER, REVIEWER);

        // ---- grades (信用风险分类)
        read("/console/risk/**", CREDIT_OFFICE, ADMINISTRATOR, AUDITOR, PLANNER);
        change("/console/risk/**", CREDIT_OFFICE, ADMINISTRATOR);
        read("/console/models/**", ADMINISTRATOR, CREDIT_OFFICE, AUDITOR);
        change("/console/models/**", ADMINISTRATOR);
        read("/console/schemes/**", ADMINISTRATOR, CREDIT_OFFICE, AUDITOR);
        change("/console/schemes/**", ADMINISTRATOR);

        // ---- campaigns and draws (双随机抽查)
        read("/console/campaigns/new", PLANNER);
        // who was visited as often as its rank allows tells its rank
        read("/console/campaigns/*/excluded/**", PLANNER, CREDIT_OFFICE, ADMINISTRATOR, AUDITOR);
        // and so does that an enterprise is not in the list: told by those who answer for the draw and may read grades
        read("/console/campaigns/*/draw/answer", PLANNER, AUDITOR);
        change("/console/campaigns/*/draw/answer/**", PLANNER, AUDITOR);
        read("/console/campaigns/**", PLANNER, REVIEWER, CREDIT_OFFICE, ADMINISTRATOR, AUDITOR);
        // a silent publisher needs a second person, who need not be a planner; who is to judge the draw may bear
        // witness
        // and an office must not depend on its only planner to enter what everybody can see
        change("/console/campaigns/*/draw/sources", PLANNER, REVIEWER);
        change("/console/campaigns/*/draw/sources/*/silence", PLANNER, REVIEWER, AUDITOR);
        change("/console/campaigns/*/draw/sources/*/both-silent", PLANNER, REVIEWER, AUDITOR);
        change("/console/campaigns/*/draw/sources/*/spoke", PLANNER, REVIEWER, AUDITOR);
        // but sets no value that it depends on
        change("/console/campaigns/*/draw/sources/*/correction", PLANNER, REVIEWER);
        // who typed a value in does not draw
        change("/console/campaigns/*/draw/run", PLANNER, REVIEWER);
        change("/console/campaigns/**", PLANNER);
        read("/console/draws/**", PLANNER, AUDITOR, ADMINISTRATOR);
        change("/console/draws/**", AUDITOR);
        read("/console/items/**", PLANNER, ADMINISTRATOR, AUDITOR, REVIEWER);
        change("/console/items/**", PLANNER, ADMINISTRATOR);
        read("/console/inspectors/**", PLANNER, ADMINISTRATOR, AUDITOR);
        change("/console/inspectors/**", PLANNER, ADMINISTRATOR);

        // ---- visits, results, publicity (检查与公示)
        read("/m/**", INSPECTOR);
        change("/m/**", INSPECTOR);
        read("/console/visits/**", INSPECTOR, PLANNER, REVIEWER, AUDITOR);
        change("/console/visits/**", INSPECTOR);
        read("/console/review/**", REVIEWER, AUDITOR);
        change("/console/review/**", REVIEWER);
        read("/console/publications/**", REVIEWER, PLANNER, AUDITOR);
        change("/console/publications/**", REVIEWER);

        // ---- audit
        read("/console/ledger/**", AUDITOR, ADMINISTRATOR);
        change("/console/ledger/verification", AUDITOR, ADMINISTRATOR);

        // ---- administration
        read("/console/people/**", ADMINISTRATOR, AUDITOR);
        change("/console/people/**", ADMINISTRATOR);
        read("/console/departments/**", ADMINISTRATOR, AUDITOR);
        change("/console/departments/**", ADMINISTRATOR);
        read("/console/api-clients/**", ADMINISTRATOR, AUDITOR);
        change("/console/api-clients/**", ADMINISTRATOR);
        signedIn("/console/calendar");

        // ---- API: the scope of the key decides
        api(HttpMethod.POST, "/api/deliveries", "delivery:write");
        api(HttpMethod.POST, "/api/deliveries/**", "delivery:write");
        api(null, "/api/deliveries/**", "delivery:read");
        api(null, "/api/grades/**", "grade:read");
        api(null, "/api/draws/**", "draw:read");
    }

    private RouteRules() {}

    /** All lines in their order. */
    public static List<Rule> all() {
        return Collections.unmodifiableList(RULES);
    }

    /** The line that decides about this request, if the route is not closed. */
    public static Optional<Rule> find(HttpMethod method, String path) {
        return RULES.stream().filter(rule -> rule.fits(method, path)).findFirst();
    }

    /** The line that decides about this request, if the route is not closed. */
    static Optional<Rule> find(HttpServletRequest request) {
        return find(HttpMethod.valueOf(request.getMethod()), pathOf(request));
    }

    /** The path that lines are written for: without the context of the server. */
    static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void open(String... patterns) {
        add(null, Door.PUBLIC, Set.of(), "", patterns);
    }

    private static void openToChange(String... patterns) {
        add(HttpMethod.POST, Door.PUBLIC, Set.of(), "", patterns);
    }

    private static void signedIn(String... patterns) {
        add(null, Door.SIGNED_IN, Set.of(), "", patterns);
    }

    private static void signedInToChange(String... patterns) {
        add(HttpMethod.POST, Door.SIGNED_IN, Set.of(), "", patterns);
    }

    private static void read(String pattern, Role first, Role... more) {
        add(null, Door.ROLES, EnumSet.of(first, more), "", pattern);
    }

    private static void change(String pattern, Role first, Role... more) {
        add(HttpMethod.POST, Door.ROLES, EnumSet.of(first, more), "", pattern);
    }

    private static void leadingRead(String pattern, Role role) {
        add(null, Door.LEADING_ROLES, EnumSet.of(role), "", pattern);
    }

    private static void leadingChange(String pattern, Role role) {
        add(HttpMethod.POST, Door.LEADING_ROLES, EnumSet.of(role), "", pattern);
    }

    private static void api(@Nullable HttpMethod method, String pattern, String scope) {
        add(method, Door.API_SCOPE, Set.of(), scope, pattern);
    }

    private static void add(@Nullable HttpMethod method, Door door, Set<Role> roles, String scope, String... patterns) {
        for (String pattern : patterns) {
            RULES.add(new Rule(method, PathPatternParser.defaultInstance.parse(pattern), door, roles, scope));
        }
    }
}
