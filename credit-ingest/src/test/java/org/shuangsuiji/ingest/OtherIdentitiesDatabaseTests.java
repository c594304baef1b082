package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** What rows that keep their code say of a link made later. */
class OtherIdentitiesDatabaseTests {
    private static final String CODE = "91150581MA0N0RCG94";
    private static final String FORMER = "91150581MA0N0RCH7Y";
    private static final String FIRST = "91150581MA0N0RCN6Y";
    private static final String ALONE = "91150581MA90000007";
    private static final String REGISTER = "统一社会信用代码,企业名称,原统一社会信用代码,登记状态,行政区划\n";
    private static final Scope COUNTY = IngestOffice.COUNTY.scope();

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @BeforeEach
    void oneSubjectUnderTwoCodes() {
        register(FORMER + ",甲商店,,存续,150581", ALONE + ",丙公司,,存续,150581");
        register(CODE + ",甲公司," + FORMER + ",存续,150581");
        confirm();
    }

    @Test
    void aCodeThatBecameAnothersNamesTheSubjectAndTheDay() {
        var others = others(COUNTY, FORMER, CODE, ALONE);
        assertThat(others.of(FORMER)).singleElement().satisfies(other -> {
            assertThat(other.subject()).isTrue();
            assertThat(other.other()).isNotNull();
            assertThat(other.other().code()).isEqualTo(CODE);
            assertThat(other.other().name()).isEqualTo("甲公司");
            assertThat(other.since())
                    .isEqualTo(office.get(Links.class)
                            .of(other.other().enterpriseId(), COUNTY)
                            .get(0)
                            .since());
        });
        assertThat(others.of(CODE)).singleElement().satisfies(other -> {
            assertThat(other.subject()).isFalse();
            assertThat(other.other()).isNotNull();
            assertThat(other.other().code()).isEqualTo(FORMER);
        });
        assertThat(others.of(ALONE)).isEmpty();
    }

    @Test
    void identitiesOfOneSubjectKnowEachOtherSinceTheLastLinkBetweenThem() {
        register(FIRST + ",甲摊,,存续,150581");
        register(CODE + ",甲公司," + FORMER + "、" + FIRST + ",存续,150581");
        confirm();
        since(FORMER, "2026-01-01T00:00:00Z");
        since(FIRST, "2026-02-01T00:00:00Z");
        assertThat(others(COUNTY, FORMER).of(FORMER))
                .extracting(other -> other.other() == null ? "" : other.other().code(), each -> each.since()
                        .toString())
                .containsExactly(tuple(CODE, "2026-01-01T00:00:00Z"), tuple(FIRST, "2026-02-01T00:00:00Z"));
    }

    @Test
    void whoDoesNotSeeBothLearnsOnlyThatThereIsALinkAndWhoSeesNeitherNothing() {
        office.jdbcOwner()
                .sql("update ingest.enterprise set region = '150582' where credit_code = ?")
                .param(CODE)
                .update();
        for (String code : List.of(FORMER, CODE)) {
            assertThat(others(COUNTY, code).of(code)).singleElement().satisfies(other -> assertThat(other.other())
                    .isNull());
            assertThat(others(IngestOffice.CITY.scope(), code).of(code))
                    .singleElement()
                    .satisfies(other -> assertThat(other.other()).isNotNull());
            assertThat(others(IngestOffice.ELSEWHERE.scope(), code).of(code)).isEmpty();
        }
    }

    @Test
    void aWithdrawnLinkSaysNothing() {
        long link = office.get(Links.class)
                .list(Link.State.IN_FORCE, "", COUNTY, null, 1)
                .get(0)
                .id();
        office.get(DecideLinks.class).withdraw(link, "两家不是同一主体", IngestOffice.COUNTY);
        assertThat(others(COUNTY, FORMER, CODE).of(FORMER)).isEmpty();
    }

    private interface Found {
        List<OtherIdentity> of(String code);
    }

    private static Found others(Scope scope, String... codes) {
        var found = office.get(OtherIdentities.class).of(List.of(codes), scope);
        return code -> found.getOrDefault(code, List.of());
    }

    private static void since(String code, String instant) {
        office.jdbcOwner()
                .sql("""
                        update ingest.link l set since = cast(:instant as timestamptz)
                        from ingest.enterprise e where e.id = l.from_id and e.credit_code = :code""")
                .param("instant", instant)
                .param("code", code)
                .update();
    }

    private static void confirm() {
        for (Link link : office.get(Links.class).list(Link.State.PROPOSED, "", COUNTY, null, 9)) {
            office.get(DecideLinks.class).accept(link.id(), "核对换照档案无误", IngestOffice.COUNTY);
        }
    }

    private static void register(String... rows) {
        Delivery delivery = office.deliver(RecordKind.REGISTRATION, REGISTER + String.join("\n", rows) + "\n");
        assertThat(delivery.state()).isEqualTo(DeliveryState.DONE);
        assertThat(delivery.counts().faults()).isZero();
    }
}
