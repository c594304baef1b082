package org.shuangsuiji.architecture;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What every page owes its readers (style guide, section 7), read from the page as it was sent. */
public final class PagePattern {
    private PagePattern() {}

    /** The faults of one page, each in a sentence. */
    public static List<String> faults(Document page) {
        List<String> faults = new ArrayList<>();
        int headings = page.select("h1").size();
        if (headings != 1) {
            faults.add("has %d h1 instead of one".formatted(headings));
        }
        if (page.selectFirst("html").attr("lang").isBlank()) {
            faults.add("does not say its language");
        }
        if (page.title().isBlank()) {
            faults.add("has no title");
        }
        for (Element table : page.select("table")) {
            if (table.selectFirst("> caption") == null) {
                faults.add("a table has no caption: " + shortened(table));
            }
        }
        for (Element field : page.select("input, select, textarea")) {
            String type = field.attr("type");
            if (type.equals("hidden") || type.equals("submit") || type.equals("button")) {
                continue;
            }
            boolean labelled = field.hasAttr("aria-label")
                    || field.hasAttr("aria-labelledby")
                    || field.closest("label") != null
                    || (!field.id().isEmpty() && page.selectFirst("label[for=\"" + field.id() + "\"]") != null);
            if (!labelled) {
                faults.add("a field has no label: " + shortened(field));
            }
        }
        for (Element invalid : page.select("[aria-invalid=true]")) {
            String described = invalid.attr("aria-describedby");
            boolean tied = !described.isBlank()
                    && List.of(described.strip().split("\\s+", -1)).stream()
                            .anyMatch(id -> page.getElementById(id) != null);
            if (!tied) {
                faults.add("an error is not tied to its field: " + shortened(invalid));
            }
        }
        for (Element link : page.select(".error-summary a[href^=#]")) {
            if (page.getElementById(link.attr("href").substring(1)) == null) {
                faults.add("the error summary links to nothing: " + link.attr("href"));
            }
        }
        if (page.text().contains("??")) {
            faults.add("shows a message key instead of words");
        }
        if (!page.select("script:not([src]), style, [style], [onclick], [onchange], [onsubmit]")
                .isEmpty()) {
            faults.add("carries script or style of its own");
        }
        return faults;
    }

    private static String shortened(Element element) {
        String html = element.outerHtml().replaceAll("\\s+", " ");
        return html.substring(0, Math.min(120, html.length()));
    }
}
