package org.shuangsuiji.console.shell;

import static org.shuangsuiji.console.office.Role.ADMINISTRATOR;
import static org.shuangsuiji.console.office.Role.AUDITOR;
import static org.shuangsuiji.console.office.Role.CREDIT_OFFICE;
import static org.shuangsuiji.console.office.Role.INSPECTOR;
import static org.shuangsuiji.console.office.Role.PLANNER;
import static org.shuangsuiji.console.office.Role.REVIEWER;

import java.util.List;
import java.util.Set;
import org.shuangsuiji.console.office.Role;

/** The left menu: which pages there are, and for which roles. */
final class Menu {

    /** One entry; its words are {@code menu.<key>}. */
    record Item(String key, String path, String icon, Set<Role> roles) {}

    /** Entries that belong together; the words above them are {@code menu.group.<key>}. */
    record Group(String key, List<Item> items) {}

    private static final List<Group> ALL = List.of(
            new Group(
                    "work",
                    List.of(
                            new Item("home", "/console", "home", Set.of(Role.values())),
                            new Item("visits", "/m", "clipboard-check", Set.of(INSPECTOR)),
                            new Item("review", "/console/review", "list-check", Set.of(REVIEWER)),
                            new Item("publications", "/console/publications", "world", Set.of(REVIEWER, AUDITOR)))),
            new Group(
                    "draw",
                    List.of(
                            new Item("campaigns", "/console/campaigns", "clipboard-list", Set.of(PLANNER, AUDITOR)),
                            new Item("draws", "/console/draws", "dice-5", Set.of(PLANNER, AUDITOR)),
                            new Item("items", "/console/items", "scale", Set.of(PLANNER, ADMINISTRATOR, AUDITOR)),
                            new Item(
                                    "inspectors",
                                    "/console/inspectors",
                                    "id-badge",
                                    Set.of(PLANNER, ADMINISTRATOR, AUDITOR)))),
            new Group(
                    "grade",
                    List.of(
                            new Item("grades", "/console/grades", "chart-bar", Set.of(CREDIT_OFFICE, AUDITOR)),
                            new Item(
                                    "enterprises",
                                    "/console/enterprises",
                                    "building",
                                    Set.of(CREDIT_OFFICE, ADMINISTRATOR, AUDITOR)),
                            new Item(
                                    "models",
                                    "/console/models",
                                    "adjustments",
                                    Set.of(CREDIT_OFFICE, ADMINISTRATOR, AUDITOR)),
                            new Item(
                                    "schemes",
                                    "/console/schemes",
                                    "badge",
                                    Set.of(CREDIT_OFFICE, ADMINISTRATOR, AUDITOR)),
                            new Item(
                                    "deliveries",
                                    "/console/deliveries",
                                    "file-upload",
                                    Set.of(CREDIT_OFFICE, ADMINISTRATOR, AUDITOR)))),
            new Group(
                    "office",
                    List.of(
                            new Item("people", "/console/people", "users", Set.of(ADMINISTRATOR)),
                            new Item("departments", "/console/departments", "sitemap", Set.of(ADMINISTRATOR)),
                            new Item("clients", "/console/clients", "key", Set.of(ADMINISTRATOR)),
                            new Item("calendar", "/console/calendar", "calendar", Set.of(ADMINISTRATOR)),
                            new Item("jobs", "/console/jobs", "refresh", Set.of(CREDIT_OFFICE, ADMINISTRATOR, AUDITOR)),
                            new Item("ledger", "/console/ledger", "history", Set.of(ADMINISTRATOR, AUDITOR)))));

    private Menu() {}

    /** What a person with these roles finds on the left; groups without entries are left out. */
    static List<Group> of(Set<Role> roles) {
        return ALL.stream()
                .map(group -> new Group(
                        group.key(),
                        group.items().stream()
                                .filter(item -> item.roles().stream().anyMatch(roles::contains))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    static List<Group> all() {
        return ALL;
    }
}
