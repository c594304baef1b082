package org.shuangsuiji.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shuangsuiji.publication.PublicationFixture.COMMITMENT;
import static org.shuangsuiji.publication.PublicationFixture.OTHER_OFFICE;
import static org.shuangsuiji.publication.PublicationFixture.REVIEWER;
import static org.shuangsuiji.publication.PublicationFixture.SEED;
import static org.shuangsuiji.publication.PublicationFixture.VISIT_ROOT;
import static org.shuangsuiji.publication.PublicationFixture.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.shuangsuiji.publication.notice.PublicUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an open draw gives to everybody, and that a sealed one never gives it (DR-1 §10). */
class OpenDrawDatabaseTests {
    private static final long DRAW = 4;
    private static final byte[] SEALED = bytes("{\"master\":\"aa\",\"strata\":[]}");
    private static final byte[] TARGETS = bytes("{\"draw\":\"150581-SCJG-1\"}");

    /** Longer than two pieces, and not a whole number of them. */
    private static final byte[] LIST = list(600_011);

    private final PublicationFixture office = new PublicationFixture();
    private final JdbcClient app = JdbcClient.create(office.database.app());

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anOpenDrawIsReleasedOnceWithAllThatAnybodyRecomputesItFrom() {
        drawnOpen();
        var pages = office.get(PublicPages.class);
        assertThat(pages.draw(DRAW)).get().satisfies(draw -> assertThat(draw.open())
                .isNull());
        assertThat(pages.openPiece(DRAW, "sealed.json", 0)).isEmpty();

        release(open());

        assertThat(pages.draw(DRAW)).get().satisfies(draw -> {
            assertThat(draw.releasedUnits()).isEqualTo(3);
            assertThat(draw.open()).isNotNull().satisfies(open -> {
                assertThat(open.files()).isEqualTo(3);
                assertThat(open.bytes()).isEqualTo(SEALED.length + LIST.length + TARGETS.length);
                assertThat(open.releasedAt()).isEqualTo("2026-09-21T02:00:00Z");
            });
        });
        assertThat(file("sealed.json")).isEqualTo(SEALED);
        assertThat(file("frame-1.tsv")).isEqualTo(LIST);
        assertThat(file("targets.json")).isEqualTo(TARGETS);
        assertThat(pages.openPiece(DRAW, "frame-1.tsv", 1)).isPresent();
        assertThat(office.recorded().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(LedgerEvent.DRAWN_UNITS_RELEASED);
            assertThat(entry.facts()).containsEntry("units", "3").containsEntry("files", "3");
        });
        assertThat(office.get(ReleaseDrawnUnits.class).due(true)).isEmpty();
        assertThatThrownBy(() -> release(open())).as("twice").isInstanceOf(Refusal.class);
        assertThat(office.recorded().events()).hasSize(1);
    }

    @Test
    void anOpenDrawIsNotReleasedWithoutThem() {
        drawnOpen();
        assertThat(refused(() -> release(null))).isEqualTo("draw.open-needs-files");
        assertNothingIsReleased();
        assertThat(office.get(ReleaseDrawnUnits.class).due(true)).containsExactly(DRAW);
    }

    @Test
    void aSealedDrawIsNeverReleasedWithThem() {
        office.announceAndOpen();
        assertThat(refused(() -> release(open()))).isEqualTo("draw.sealed");
        assertNothingIsReleased();
        release(null);
        assertThat(refused(() -> release(open())))
                .as("not after its units either")
                .isEqualTo("draw.sealed");
        assertThat(count("open_piece")).isZero();
    }

    @Test
    void whatDoesNotAgreeWithThePublishedDrawIsNotReleased() {
        drawnOpen();
        String other = "1".repeat(64);
        for (PublicOpenDraw wrong : List.of(
                new PublicOpenDraw(other, SEED, VISIT_ROOT, open().files()),
                new PublicOpenDraw(COMMITMENT, other, VISIT_ROOT, open().files()),
                new PublicOpenDraw(COMMITMENT, SEED, other, open().files()))) {
            assertThat(refused(() -> release(wrong))).isEqualTo("draw.other-than-published");
        }
        assertNothingIsReleased();
    }

    @Test
    void anotherOfficeReleasesNothing() {
        drawnOpen();
        assertThatThrownBy(() -> release(open(), OTHER_OFFICE)).isInstanceOf(Refusal.class);
        assertNothingIsReleased();
    }

    @Test
    void aListThatBreaksOffLeavesNothingPublicNotEvenTheUnits() {
        drawnOpen();
        var files = new ArrayList<>(open().files());
        files.set(1, new PublicOpenDraw.File("frame-1.tsv", out -> {
            out.write(LIST, 0, 400_000);
            throw new IOException("the list broke off");
        }));
        assertThatThrownBy(() -> release(new PublicOpenDraw(COMMITMENT, SEED, VISIT_ROOT, files)))
                .isInstanceOf(UncheckedIOException.class);
        assertNothingIsReleased();
        release(open());
        assertThat(file("frame-1.tsv")).isEqualTo(LIST);
    }

    @Test
    void aDrawWhoseUnitsWereReleasedBeforeIsStillOpened() {
        drawnOpen();
        units().forEach(unit -> office.owner
                .sql("insert into pub.drawn_unit values (:draw, :code, :name, :proof, now())")
                .param("draw", DRAW)
                .param("code", unit.creditCode())
                .param("name", unit.enterpriseName())
                .param("proof", unit.proofJson())
                .update());
        assertThat(office.get(ReleaseDrawnUnits.class).due(true)).containsExactly(DRAW);
        release(open());
        assertThat(file("targets.json")).isEqualTo(TARGETS);
        assertThat(count("drawn_unit")).isEqualTo(3);
        assertThat(office.recorded().entries().get(0).facts())
                .containsEntry("units", "0")
                .containsEntry("files", "3");
        assertThat(office.get(ReleaseDrawnUnits.class).due(true)).isEmpty();
    }

    @Test
    void theDatabaseItselfTakesNothingOfASealedDraw() {
        office.announceAndOpen();
        for (JdbcClient anybody : List.of(app, office.owner)) {
            assertThatThrownBy(() -> insertPiece(anybody, "sealed.json")).hasStackTraceContaining("is sealed");
            assertThatThrownBy(() -> insertDraw(anybody)).hasStackTraceContaining("is sealed");
        }
        office.owner.sql("alter table pub.draw disable trigger draw_keep_ended").update();
        office.owner.sql("update pub.draw set mode = 'OPEN'").update();
        assertThatThrownBy(() -> insertPiece(office.owner, "sealed.json"))
                .as("the rule does not call it open, whatever the column says")
                .hasStackTraceContaining("is sealed");
        assertThat(count("open_piece")).isZero();
    }

    @Test
    void theDatabaseItselfTakesNothingOfAnOpenDrawBeforeItIsDrawn() {
        office.makeOpen();
        office.get(PublishCampaign.class).atFreeze(3, REVIEWER);
        assertThatThrownBy(() -> insertPiece(app, "sealed.json")).hasStackTraceContaining("was not drawn");
        office.draw();
        office.get(PublishCampaign.class).atDraw(DRAW, REVIEWER);
        assertThatThrownBy(() -> insertPiece(app, "sealed.json"))
                .as("drawn now, but a piece alone opens nothing")
                .hasStackTraceContaining("open_piece_draw_id_fkey");
    }

    @Test
    void theDatabaseItselfTakesNoFileOfInspectors() {
        drawnOpen();
        for (String file : List.of("inspectors.tsv", "result.json", "frame-0.tsv", "frame-1.tsv.bak", "Sealed.json")) {
            assertThatThrownBy(() -> insertPiece(app, file)).as(file).hasStackTraceContaining("open_piece_file_check");
        }
    }

    @Test
    void anOpenedDrawStaysAsItIs() {
        drawnOpen();
        release(open());
        assertThatThrownBy(() -> insertPiece(app, "frame-2.tsv")).hasStackTraceContaining("is open already");
        for (String change : List.of(
                "update pub.open_piece set content = '\\x00'",
                "delete from pub.open_piece",
                "update pub.open_draw set files = 9",
                "delete from pub.open_draw",
                "truncate pub.open_draw cascade")) {
            assertThatThrownBy(() -> app.sql(change).update()).as(change).hasStackTraceContaining("permission denied");
        }
    }

    private void drawnOpen() {
        office.makeOpen();
        office.announceAndOpen();
    }

    private static PublicOpenDraw open() {
        return new PublicOpenDraw(
                COMMITMENT,
                SEED,
                VISIT_ROOT,
                List.of(
                        new PublicOpenDraw.File("sealed.json", out -> out.write(SEALED)),
                        new PublicOpenDraw.File("frame-1.tsv", out -> {
                            out.write(LIST, 0, 7);
                            out.write(LIST[7]);
                            out.write(LIST, 8, LIST.length - 8);
                        }),
                        new PublicOpenDraw.File("targets.json", out -> out.write(TARGETS))));
    }

    private static List<PublicUnit> units() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new PublicUnit(code(i), "霍林郭勒市第%d商贸有限公司".formatted(i), "{}"))
                .toList();
    }

    private void release(@Nullable PublicOpenDraw open) {
        release(open, REVIEWER);
    }

    private void release(@Nullable PublicOpenDraw open, Actor actor) {
        office.get(ReleaseDrawnUnits.class).release(DRAW, units(), open, actor);
    }

    private static String refused(Runnable command) {
        Refusal refusal = catchThrowableOfType(Refusal.class, command::run);
        assertThat(refusal).as("refused").isNotNull();
        return refusal.code();
    }

    private void assertNothingIsReleased() {
        assertThat(count("drawn_unit")).isZero();
        assertThat(count("open_draw")).isZero();
        assertThat(count("open_piece")).isZero();
        assertThat(office.recorded().events()).isEmpty();
    }

    private long count(String table) {
        return office.owner
                .sql("select count(*) from pub." + table)
                .query(Long.class)
                .single();
    }

    /** A file as the public side puts it together. */
    private byte[] file(String name) {
        var whole = new ByteArrayOutputStream();
        for (int piece = 0; ; piece++) {
            Optional<byte[]> bytes = office.get(PublicPages.class).openPiece(DRAW, name, piece);
            if (bytes.isEmpty()) {
                return whole.toByteArray();
            }
            whole.writeBytes(bytes.get());
        }
    }

    private static void insertPiece(JdbcClient by, String file) {
        by.sql("insert into pub.open_piece (draw_id, file, piece, content) values (:draw, :file, 0, '\\x00')")
                .param("draw", DRAW)
                .param("file", file)
                .update();
    }

    private static void insertDraw(JdbcClient by) {
        by.sql("insert into pub.open_draw (draw_id, files, bytes, released_at) values (:draw, 3, 1, now())")
                .param("draw", DRAW)
                .update();
    }

    private static byte[] list(int length) {
        byte[] bytes = new byte[length];
        new Random(20260921).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
