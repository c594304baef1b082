package org.shuangsuiji.console.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser for tests: the system's Chromium where there is one, else the one Playwright downloads for itself.
 *
 * <p>Each person gets a context of their own, with their own cookies. What the browser complains about (a script that
 * fails, a breach of the content policy) is kept and makes the test fail.
 */
public final class OfficeBrowser implements AutoCloseable {
    private static final List<Path> SYSTEM_BROWSERS = Stream.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable")
            .map(Path::of)
            .toList();

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    public OfficeBrowser() {
        var system = SYSTEM_BROWSERS.stream().filter(Files::isExecutable).findFirst();
        var options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run"));
        if (system.isPresent()) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            options.setExecutablePath(system.get());
        } else {
            playwright = Playwright.create();
        }
        browser = playwright.chromium().launch(options);
    }

    /** A person at a desk: 1280 by 900. */
    public Page desk(String language) {
        return page(1280, 900, language, true);
    }

    /** A person with a phone: 390 by 844. */
    public Page phone(String language) {
        return page(390, 844, language, true);
    }

    /** The same with scripts switched off. */
    public Page phoneWithoutScript(String language) {
        return page(390, 844, language, false);
    }

    private Page page(int width, int height, String language, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setJavaScriptEnabled(script)
                .setAcceptDownloads(true)
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** What the browser complained about since the last call. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
