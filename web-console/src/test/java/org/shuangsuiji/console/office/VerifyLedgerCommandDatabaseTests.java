package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.office.store.LedgerVerification;
import org.shuangsuiji.db.OfficeDatabase;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

class VerifyLedgerCommandDatabaseTests {
    private final OfficeDatabase database = OfficeDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLedgerThatAgreesEndsWell() {
        writtenAgo(Duration.ofSeconds(5));
        assertThat(run()).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("1 entries wait for the sealer", "head: 0:");
    }

    @Test
    void aPublishedHeadThatIsNotInTheChainIsNamed() {
        owner.sql("insert into pub.ledger_head values ('2026-03-31', 23, repeat('f6ad', 16), now())")
                .update();
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("the head published on 2026-03-31 is not in the chain: place 23 had " + "f6ad".repeat(16)
                        + ", now it is missing");
    }

    @Test
    void entriesThatNobodyLinksAreCounted() {
        writtenAgo(Duration.ofMinutes(2));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("1 entries, the oldest of ", ", have not been linked")
                .doesNotContain("head: ");
    }

    private void writtenAgo(Duration ago) {
        owner.sql("""
                insert into office.ledger_entry (at, actor, department_id, event, subject, facts, digest)
                values (now() - make_interval(secs => :seconds), 'clerk', 7, 'DEMO_LOADED', 'demo:1', '{}', sha256('x'))
                """).param("seconds", ago.toSeconds()).update();
    }

    @Test
    void whatIsNoHeadIsAnsweredInWords() {
        for (String head : List.of("x", "17", "17:9f86", "0:" + "9f".repeat(32))) {
            said.reset();
            assertThat(run(head)).as(head).isEqualTo(2);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("实际是“" + head + "”", "found '" + head + "'");
        }
        said.reset();
        assertThat(run("17:" + "9f".repeat(32))).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("HEAD_UNKNOWN at place 17", "the 0 places before it agree");
    }

    private int run() {
        return run("");
    }

    private int run(String head) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("arguments", Map.of("shuangsuiji.verify-ledger.head", head)));
        return VerifyLedgerCommand.run(
                environment,
                database.owner(),
                LedgerVerification::new,
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
