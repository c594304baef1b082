package org.shuangsuiji.console.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.demo.DemoPeople.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the log where to go, who may sign in, and what the first start led to. */
@Component
@Profile(DemoProfile.NAME)
class DemoSummary {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSummary.class);
    private static final int COLUMN = 32;
    private static final String RULE = "-".repeat(78);

    private final DemoFigures figures;
    private final Environment environment;
    private @Nullable Credentials known;

    DemoSummary(DemoFigures figures, Environment environment) {
        this.figures = figures;
        this.environment = environment;
    }

    /** What this start knows of password and key. */
    synchronized void credentials(Credentials credentials) {
        known = credentials;
    }

    void printWelcome() {
        LOG.info("\n{}\n{}\n{}", RULE, welcome(), RULE);
    }

    void print(double seconds) {
        LOG.info("\n{}\n{}\n{}\n{}\n{}", RULE, table(figures.lines(), seconds), RULE, welcome(), RULE);
    }

    private static String table(List<DemoFigures.Line> lines, double seconds) {
        return "演示数据已备好 The demo district is ready (%.1f s)%n".formatted(seconds)
                + lines.stream()
                        .map(line -> "  " + padded(line.what()) + line.figure())
                        .collect(Collectors.joining("\n"));
    }

    /** A Chinese character takes two columns. */
    private static String padded(String what) {
        int columns = what.codePoints().map(it -> it < 0x2E80 ? 1 : 2).sum();
        return what + " ".repeat(Math.max(1, COLUMN - columns));
    }

    private synchronized String welcome() {
        String scheme =
                environment.getProperty("server.ssl.enabled", Boolean.class, hasCertificate()) ? "https" : "http";
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String base = "%s://localhost:%s".formatted(scheme, port);
        String accounts =
                Stream.of(DemoAccount.values()).map(DemoAccount::account).collect(Collectors.joining(", "));
        return """
                  门户 portal      %s/
                  工作台 console   %s/console
                  账号 accounts    %s
                  口令 password    %s
                  接口 API key     %s\
                """.formatted(
                        base,
                        base,
                        accounts,
                        shown(known == null ? null : known.password(), "shuangsuiji.demo.password"),
                        shown(known == null ? null : known.apiKey(), "shuangsuiji.demo.api-key"));
    }

    private boolean hasCertificate() {
        return environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.certificate");
    }

    private static String shown(@Nullable String secret, String property) {
        return secret != null ? secret : "as printed at the first start; set anew with --" + property + "=…";
    }
}
