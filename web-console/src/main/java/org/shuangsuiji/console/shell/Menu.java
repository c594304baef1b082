package org.shuangsuiji.console.shell;

import java.util.List;

/** The left menu: groups with their pages. An entry shows where a page stands and the reader may open it. */
final class Menu {

    /**
     * One page.
     *
     * @param section the word a page gives to the layout; its text is {@code menu.<section>}
     */
    record Entry(String section, String path, String icon) {}

    /** Pages that belong together; the text is {@code menu.group.<name>}. */
    record Group(String name, List<Entry> entries) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "work",
                    List.of(
                            new Entry("home", "/console", "home"),
                            new Entry("visits", "/console/visits", "clipboard-check"))),
            new Group(
                    "data",
                    List.of(
                            new Entry("deliveries", "/console/deliveries", "file-import"),
                            new Entry("sources", "/console/sources", "building"),
                            new Entry("matters", "/console/matters", "file-text"),
                            new Entry("duties", "/console/duties", "list-check"),
                            new Entry("gaps", "/console/gaps", "alert-circle"),
                            new Entry("directory", "/console/directory", "book"),
                            new Entry("enterprises", "/console/enterprises", "building-store"),
                            new Entry("identities", "/console/identities", "copy"))),
            new Group(
                    "risk",
                    List.of(
                            new Entry("risk", "/console/risk", "chart-bar"),
                            new Entry("pushed", "/console/risk/pushed", "file-import"),
                            new Entry("models", "/console/models", "adjustments"),
                            new Entry("schemes", "/console/schemes", "palette"))),
            new Group(
                    "draw",
                    List.of(
                            new Entry("campaigns", "/console/campaigns", "dice"),
                            new Entry("items", "/console/items", "list-check"),
                            new Entry("inspectors", "/console/inspectors", "id-badge"))),
            new Group(
                    "publicity",
                    List.of(
                            new Entry("review", "/console/review", "checks"),
                            new Entry("publications", "/console/publications", "speakerphone"))),
            new Group(
                    "audit",
                    List.of(
                            new Entry("ledger", "/console/ledger", "book"),
                            new Entry("verification", "/console/ledger/verification", "shield-check"),
                            new Entry("grade-reads", "/console/ledger/grade-reads", "search"),
                            new Entry("draws", "/console/draws", "certificate"))),
            new Group(
                    "office",
                    List.of(
                            new Entry("jobs", "/console/jobs", "progress"),
                            new Entry("people", "/console/people", "users"),
                            new Entry("departments", "/console/departments", "sitemap"),
                            new Entry("api-clients", "/console/api-clients", "key"),
                            new Entry("calendar", "/console/calendar", "calendar"))));

    private Menu() {}
}
