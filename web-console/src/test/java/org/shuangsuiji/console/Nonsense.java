package org.shuangsuiji.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.shuangsuiji.console.Browser.Page;

/** Someone who types nonsense: into one field of a form after the other, then into all of them. */
public final class Nonsense {
    private static final String TYPED = "乱填 31/3 <b>\"";
    private static final String TYPEABLE =
            "input:not([type=hidden]):not([type=file]):not([type=checkbox]):not([type=radio]), textarea";
    private static final String FIELDS = "input:not([type=hidden]):not([type=file]), select, textarea";

    private Nonsense() {}

    /** What went wrong in the forms of a page: an answer that is a failure, or typed text that was lost. */
    public static List<String> faults(Browser browser, Page page, Set<String> leftAlone) {
        List<String> faults = new ArrayList<>();
        for (FormElement form : page.document().forms()) {
            if (form.attr("method").equalsIgnoreCase("post") && !leftAlone.contains(form.attr("action"))) {
                Map<String, String> all = new LinkedHashMap<>();
                form.select(FIELDS).eachAttr("name").forEach(name -> all.put(name, TYPED));
                all.keySet().forEach(name -> typed(browser, page, form, Map.of(name, TYPED), faults));
                if (!all.isEmpty()) {
                    typed(browser, page, form, all, faults);
                }
            }
        }
        return faults;
    }

    private static void typed(
            Browser browser, Page page, FormElement form, Map<String, String> values, List<String> faults) {
        String action = form.attr("action");
        Page answer = browser.submit(page, action, values);
        String where = action + " " + values.keySet();
        if (answer.status() >= 500) {
            faults.add("%s answers %d".formatted(where, answer.status()));
        }
        List<Element> again = answer.document().select("form").stream()
                .filter(it -> it.attr("action").equals(action))
                .toList();
        if (answer.status() == 422 && !again.isEmpty()) {
            for (Element field : form.select(TYPEABLE)) {
                String name = field.attr("name");
                String typed = values.getOrDefault(name, value(field));
                List<String> shown = again.get(0).select(TYPEABLE).stream()
                        .filter(it -> it.attr("name").equals(name))
                        .map(Nonsense::value)
                        .toList();
                if (!field.attr("type").equals("password") && !shown.contains(typed)) {
                    faults.add("%s: typed into %s '%s', shown again %s".formatted(where, name, typed, shown));
                }
            }
        }
    }

    private static String value(Element field) {
        return field.normalName().equals("textarea") ? field.wholeText().strip() : field.val();
    }
}
