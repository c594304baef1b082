package org.shuangsuiji.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.Browser.Page;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An auditor verifies the ledger. */
class LedgerPagesTests extends ConsoleTest {
    private static final String PAGE = "/console/ledger/verification";

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aPublishedHeadThatIsNotInTheChainTurnsThePageRed() {
        Browser auditor = signedInAs(Role.AUDITOR);
        assertThat(verified(auditor).text()).contains("校验通过").doesNotContain("校验不通过");
        String other = "f6ad".repeat(16);
        publish("2001-01-01", 1, other);
        publish("2001-01-02", 900_000_000, other);
        try {
            assertThat(verified(auditor).text())
                    .contains(
                            "校验不通过：链上现有的",
                            "2001-01-01 公布的链头（第 1 位）与链上现在的不同",
                            "公布的是：" + other,
                            "现在的是：" + hashAt(1),
                            "2001-01-02 公布的链头（第 900,000,000 位）已不在链上",
                            "请保留现场")
                    .doesNotContain("校验通过");
        } finally {
            asOwner()
                    .sql("delete from pub.ledger_head where hash = ?")
                    .param(other)
                    .update();
        }
        assertThat(verified(auditor).text()).contains("校验通过");
    }

    @Test
    void entriesThatNobodyLinksTurnThePageRedAfterAMinute() {
        Browser auditor = signedInAs(Role.AUDITOR);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(7308332046)::text")
                    .query(String.class)
                    .single(); // the one sealer at work does nothing
            try {
                writeAgo(20);
                assertThat(verified(auditor).text()).contains("校验通过", "条不到 60 秒前写入的记录等待链接");
                writeAgo(120);
                assertThat(verified(auditor).text())
                        .contains("链上现有的", "有 1 条记录没有链接，其中最早的写于", "超过 60 秒就不正常")
                        .doesNotContain("校验通过");
            } finally {
                asOwner()
                        .sql(
                                "set session_replication_role = replica; delete from office.ledger_entry where subject = 'demo:late'")
                        .update();
            }
        });
        assertThat(verified(auditor).text()).contains("校验通过");
    }

    @Test
    void whatTheSystemDidIsSaidInTheReadersLanguageAndFoundByItsAccount() {
        Browser auditor = signedInAs(city(), Role.AUDITOR);
        assertThat(auditor.get("/console/ledger?actor=system")
                        .document()
                        .select("tbody a[href*=actor=system]")
                        .eachText())
                .isNotEmpty()
                .containsOnly("系统自动");
        assertThat(auditor.get("/console/ledger?actor=system&lang=en")
                        .document()
                        .select("tbody a[href*=actor=system]")
                        .eachText())
                .isNotEmpty()
                .containsOnly("the system");
        Browser administrator = signedInAs(city(), Role.ADMINISTRATOR);
        assertThat(administrator
                        .get("/console/people/" + aPerson(city(), Role.AUDITOR).id())
                        .document()
                        .select("tbody tr")
                        .text())
                .contains("系统自动")
                .doesNotContain("system");
    }

    private static void writeAgo(int seconds) {
        asOwner().sql("""
                        insert into office.ledger_entry (at, actor, department_id, event, subject, facts, digest)
                        values (now() - make_interval(secs => ?), 'clerk', 7, 'DEMO_LOADED', 'demo:late', '{}', sha256('x'))
                        """).param(seconds).update();
    }

    private Page verified(Browser auditor) {
        Page page = auditor.submit(auditor.get(PAGE), PAGE, Map.of());
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("??");
        assertThat(PagePattern.faults(page.document())).isEmpty();
        return page;
    }

    private String hashAt(long place) {
        return jdbc.sql("select encode(hash, 'hex') from office.ledger_seal where seq = ?")
                .param(place)
                .query(String.class)
                .single();
    }

    private static void publish(String day, long place, String hash) {
        asOwner()
                .sql("insert into pub.ledger_head values (cast(? as date), ?, ?, now())")
                .params(day, place, hash)
                .update();
    }
}
