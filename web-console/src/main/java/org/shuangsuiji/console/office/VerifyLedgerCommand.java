package org.shuangsuiji.console.office;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;
import org.shuangsuiji.console.database.CommandDatabase;
import org.shuangsuiji.console.database.NoDatabaseHere;
import org.shuangsuiji.console.office.store.LedgerVerification;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@code java -jar … --shuangsuiji.verify-ledger [--shuangsuiji.verify-ledger.head=SEQ:HASH]}: recomputes the ledger
 * without any web server, beside a running console or with none; exit 0 when everything agrees, 1 when something does
 * not, 2 when there was nothing to recompute.
 */
public final class VerifyLedgerCommand {
    public static final String OPTION = "--shuangsuiji.verify-ledger";

    private static final int NOTHING_THERE = 2;

    private VerifyLedgerCommand() {}

    /** Only the settings are wanted. */
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    public static int run(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            return run(arguments, out);
        } catch (NoDatabaseHere absent) {
            out.printf(
                    "目录 %s 中没有数据库，无法校验；请用 --shuangsuiji.data=目录 指明系统的数据目录，或用 --spring.datasource.url 指明数据库。%n",
                    absent.folder());
            out.printf(
                    "There is no database in %s, so nothing was verified; name the console's data folder with "
                            + "--shuangsuiji.data=DIR, or a database with --spring.datasource.url.%n",
                    absent.folder());
            return NOTHING_THERE;
        }
    }

    private static int run(String[] arguments, PrintStream out) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(arguments);
                var database = CommandDatabase.open(context.getEnvironment())) {
            return run(context.getEnvironment(), database.dataSource(), LedgerVerification::new, out);
        }
    }

    static int run(
            Environment environment, DataSource source, Function<DataSource, VerifyLedger> verifier, PrintStream out) {
        String head = environment.getProperty(OPTION.substring(2) + ".head", "").strip();
        LedgerBook.Head known =
                LedgerBook.Head.read(head.toLowerCase(Locale.ROOT)).orElse(null);
        if (known == null && !head.isEmpty()) {
            out.printf("链头应写作“序号:哈希”，如 17:9f86…（64 位十六进制），实际是“%s”；没有校验。%n", head);
            out.printf(
                    "A head is a place and a hash, as 17:9f86… (64 hexadecimal digits); found '%s', so nothing was verified.%n",
                    head);
            return NOTHING_THERE;
        }
        var report = verifier.apply(source).verify(known);
        if (report.agrees()) {
            out.printf(
                    "ledger: %d entries sealed, every digest and the chain agree; %d entries wait for the sealer%n",
                    report.sealed(), report.unsealed());
            out.printf("head: %d:%s%n", report.sealed(), report.head());
            return 0;
        }
        if (report.fault() != null) {
            out.printf(
                    "ledger: %s at place %d (entry %d); the %d places before it agree%n",
                    report.fault(), report.seq(), report.entryId(), report.sealed());
        }
        for (VerifyLedger.LostHead lost : report.lostHeads()) {
            out.printf(
                    "ledger: the head published on %s is not in the chain: place %d had %s, now it %s%n",
                    lost.day(),
                    lost.published().seq(),
                    lost.published().hash(),
                    lost.found() == null ? "is missing" : "has " + lost.found());
        }
        if (report.overdue() != null) {
            out.printf(
                    "ledger: %d entries, the oldest of %s, have not been linked, which takes a second while the console "
                            + "runs; %d places are linked%n",
                    report.overdue().entries(), report.overdue().oldest(), report.sealed());
        }
        return 1;
    }
}
