package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.shuangsuiji.architecture.PagePattern;

/**
 * One person before a real browser, who goes by what is written on the page: opens it, fills in its fields, presses
 * its buttons. Every page this shows is looked at by axe (WCAG 2.2 A and AA) and by {@link PagePattern}; what they
 * find is kept in {@code faults}, so that one walk finds all of it.
 */
final class Seat {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double PATIENCE = 60_000;

    private final String who;
    private final String base;
    private final Page page;
    private final List<String> faults;
    private final Set<String> seen;
    private boolean inHaste;

    Seat(String who, String base, Page page, List<String> faults, Set<String> seen) {
        this.who = who;
        this.base = base;
        this.page = page;
        this.faults = faults;
        this.seen = seen;
    }

    /** Opens a page that asks who is there, and says so. */
    Seat signIn(String first, String account, String password) {
        open(first);
        fill("account", account);
        fill("password", password);
        return press("登录");
    }

    Seat open(String path) {
        page.navigate(base + path);
        return look();
    }

    Seat press(String button) {
        return turnPage(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
    }

    Seat follow(String link) {
        return follow(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first());
    }

    Seat follow(Locator link) {
        return turnPage(link);
    }

    Seat fill(String field, String value) {
        page.locator("[name=\"" + field + "\"]").fill(value);
        return this;
    }

    Seat choose(String field, String value) {
        page.locator("select[name=\"" + field + "\"]").selectOption(value);
        return this;
    }

    Seat attach(String field, Path file) {
        page.locator("input[name=\"" + field + "\"]").setInputFiles(file);
        return this;
    }

    Seat tick(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** Waits until the page, which renews itself, shows this; then looks at it. */
    Seat await(String selector, String text) {
        find(selector)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        page.waitForLoadState();
        return look();
    }

    /** Loads the page again until it shows this; then looks at it. */
    Seat reloadUntil(String selector, String text) {
        page.waitForCondition(
                () -> {
                    page.reload();
                    return find(selector).allTextContents().stream().anyMatch(it -> it.contains(text));
                },
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        return look();
    }

    Path download(String button, Path folder) {
        var download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** When seconds count, pages are turned without a long look at them. */
    Seat inHaste(boolean haste) {
        inHaste = haste;
        return this;
    }

    Seat reads(String... texts) {
        assertThat(text()).as("%s on %s", who, path()).contains(texts);
        return this;
    }

    String text() {
        return page.locator("body").innerText();
    }

    String html() {
        return page.content();
    }

    String path() {
        URI address = URI.create(page.url());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** The number after this word in the address. */
    long idAfter(String word) {
        List<String> parts = List.of(URI.create(page.url()).getPath().split("/", -1));
        return Long.parseLong(parts.get(parts.indexOf(word) + 1));
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Presses Enter in a field. */
    Seat enter(String field) {
        return turnPage(() -> find("[name=\"" + field + "\"]").press("Enter"));
    }

    private Seat turnPage(Locator what) {
        return turnPage(what::click);
    }

    private Seat turnPage(Runnable act) {
        page.evaluate("() => { document.documentElement.dataset.left = 'yes'; }");
        act.run();
        page.locator("html:not([data-left])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
        return look();
    }

    private Seat look() {
        if (inHaste || renewsItself()) {
            return this;
        }
        Document document = Jsoup.parse(page.content());
        PagePattern.faults(document).forEach(fault -> faults.add(at() + fault));
        if (!seen.addAll(parts(document))) {
            return this;
        }
        new AxeBuilder(page)
                .withTags(WCAG)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> faults.add("%s[%s] %s: %s"
                                .formatted(at(), violation.getId(), node.getHtml(), node.getFailureSummary()))));
        return this;
    }

    /** A page with running work loads itself again at any moment; it is looked at when the work is done. */
    private boolean renewsItself() {
        return page.locator("[data-job-over=false]").count() > 0;
    }

    /** What a page of this route is made of; axe looks again when it shows a part that it did not see there. */
    private Set<String> parts(Document document) {
        String route = URI.create(page.url()).getPath().replaceAll("/[0-9][^/]*", "/{}") + page.viewportSize().width;
        return document.getAllElements().stream()
                .map(it -> route + it.tagName() + it.classNames())
                .collect(Collectors.toSet());
    }

    private String at() {
        return "%s on %s: ".formatted(who, path());
    }
}
