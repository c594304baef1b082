package org.shuangsuiji.console.grades;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.browser.OfficeBrowser;

class ShotsTests {
    private static final String BASE = "http://localhost:18093";

    @Test
    void shots() {
        try (OfficeBrowser browser = new OfficeBrowser()) {
            for (Page page : List.of(browser.desk("zh-CN"), browser.phone("zh-CN"))) {
                String size = page.viewportSize().width + "";
                page.navigate(BASE + "/console/login");
                page.fill("input[name=account]", "admin");
                page.fill("input[name=password]", "Demo-Pass-2026");
                page.click("button[type=submit]");
                page.waitForLoadState();
                shot(page, "/console/risk", "risk-" + size);
                shot(page, "/console/risk?region=150581", "risk-county-" + size);
                shot(page, "/console/risk/list?rank=4", "list-" + size);
                String first = page.locator("tbody a").first().getAttribute("href");
                shot(page, first, "why-" + size);
                shot(page, "/console/models", "models-" + size);
                shot(page, "/console/models/1", "model-" + size);
                shot(page, "/console/models/1/versions/1", "version-" + size);
                page.navigate(BASE + "/console/models/1");
                page.click("main form button[type=submit]");
                page.waitForLoadState();
                String edit = page.url();
                page.fill("[id='weight.R030301']", "30");
                page.fill("[id='threshold.2']", "5");
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/shots/edit-" + size + ".png")));
                page.click("button[formaction]");
                page.waitForLoadState();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("/tmp/shots/rehearse-" + size + ".png")));
                page.fill("[id='weight.R030301']", "-4");
                page.evaluate("document.querySelectorAll('form').forEach(f => f.noValidate = true)");
                page.click("text=保存草案");
                page.waitForLoadState();
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/shots/faults-" + size + ".png")));
                page.fill("[id='weight.R030301']", "9");
                page.click("text=保存草案");
                page.waitForLoadState();
                shot(page, edit.replace(BASE, "").replace("/edit", ""), "draft-version-" + size);
                shot(page, "/console/schemes", "schemes-" + size);
                System.out.println(browser.complaints());
            }
        }
    }

    private static void shot(Page page, String path, String name) {
        page.navigate(BASE + path);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("/tmp/shots/" + name + ".png")));
        Object wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (!"0".equals(String.valueOf(wide)) && ((Number) wide).intValue() > 0) {
            System.out.println("TOO WIDE " + name + " by " + wide);
        }
    }
}
