package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.risk.Models;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables before a real browser: a table at a desk, a card for each row on a phone. */
class TableBrowserTests extends ConsoleTest {
    /** Of a phone 390 wide. */
    private static final double NARROWEST_HEADING = 250;

    @Autowired
    private Models models;

    @Test
    void onAPhoneEachRowIsACardWhoseValuesStandAfterTheNamesOfTheirColumns() {
        List<String> faults = new ArrayList<>();
        Person administrator = aPerson(city(), Role.ADMINISTRATOR);
        String model = "/console/models/" + models.installGeneral(Actor.SYSTEM);
        try (var browsers = new OfficeBrowser()) {
            Seat phone = new Seat(
                    "administrator", "http://localhost:" + port, browsers.phone("zh-CN"), faults, new HashSet<>());
            phone.signIn("/console", administrator.account(), PASSWORD)
                    .open(model)
                    .press("起草新版本");
            String edit = phone.path();
            String version = edit.replaceAll("/edit$", "");
            for (String language : List.of("zh-CN", "en")) {
                for (String page : List.of(version, version + "?compare=true", edit)) {
                    phone.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                    readableOnAPhone(phone);
                }
            }
            assertThat(phone.open(version + "?compare=true")
                            .find("#comparison td[data-label]")
                            .count())
                    .isPositive();

            Seat desk = new Seat(
                    "administrator", "http://localhost:" + port, browsers.desk("zh-CN"), faults, new HashSet<>());
            desk.signIn("/console", administrator.account(), PASSWORD).open(version);
            assertThat(shownBefore(desk.find("main tbody td").first())).isEqualTo("none");
            assertThat(desk.find("main thead th").first().boundingBox().height).isGreaterThan(10);
        }
        assertThat(faults).isEmpty();
    }

    /** The lists of the console, each told by the server as a table: on a phone nothing has to be pushed aside. */
    @Test
    void onAPhoneTheRowsOfAListAreCardsToo() {
        List<String> faults = new ArrayList<>();
        Person administrator = aPerson(Role.ADMINISTRATOR);
        String model = "/console/models/" + models.installGeneral(Actor.SYSTEM);
        String looks = "/console/ledger/grade-reads";
        signedInAs(Role.CREDIT_OFFICE).get("/console/risk/list?rank=1");
        try (var browsers = new OfficeBrowser()) {
            Seat phone = new Seat(
                    "administrator", "http://localhost:" + port, browsers.phone("zh-CN"), faults, new HashSet<>());
            phone.signIn("/console", administrator.account(), PASSWORD);
            for (String page : List.of("/console/people", model, "/console/ledger", looks)) {
                phone.open(page);
                nothingIsPushedAside(phone);
                assertThat(phone.find("main .ssj-list td").all())
                        .as("cells of %s", page)
                        .isNotEmpty()
                        .allMatch(cell -> cell.getAttribute("data-label") != null);
            }
            Seat desk = new Seat(
                    "administrator", "http://localhost:" + port, browsers.desk("zh-CN"), faults, new HashSet<>());
            desk.signIn("/console", administrator.account(), PASSWORD)
                    .open(looks)
                    .reads("模型", "，1 级");
            desk.open("/console/people");
            assertThat(shownBefore(desk.find("main tbody td").first())).isEqualTo("none");
        }
        assertThat(faults).isEmpty();
    }

    private static void nothingIsPushedAside(Seat phone) {
        assertThat(phone.find("main .ssj-scroll")
                        .evaluateAll("all => all.filter(it => it.scrollWidth > it.clientWidth)"
                                + ".map(it => it.getAttribute('aria-label'))"))
                .as("what has to be pushed aside on %s", phone.path())
                .isEqualTo(List.of());
    }

    private static void readableOnAPhone(Seat phone) {
        nothingIsPushedAside(phone);
        List<Locator> headings = phone.find("main tbody th").all();
        assertThat(headings).hasSizeGreaterThan(20);
        assertThat(headings)
                .as("headings of cards on %s", phone.path())
                .allMatch(heading -> heading.boundingBox().width > NARROWEST_HEADING);
        assertThat(phone.find("main tbody td").all())
                .as("cells of %s", phone.path())
                .allMatch(cell -> shownBefore(cell).length() > "\"\"".length()
                        && !shownBefore(cell).equals("none"));
    }

    /** What the style sheet writes before a cell, in quotes; {@code none} for nothing. */
    private static String shownBefore(Locator cell) {
        return String.valueOf(cell.evaluate("it => getComputedStyle(it, '::before').content"));
    }
}
