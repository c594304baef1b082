package org.shuangsuiji.sampling.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.sampling.bundle.ZipPiece.Field;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Vectors;

/** Zips made byte by byte; verifier/test_verify_draw.py has the same shapes. */
class ZipFolderTests {
    private static final String VECTOR = "single-department";
    private static final Map<String, byte[]> GOOD = Vectors.files(VECTOR);
    private static final String LAST = "result.json";
    private static final byte[] NOTHING = {};
    private static final byte[] STRAY_END =
            ZipPiece.little(22).putInt(0x06054b50).array();
    private static final byte[] SCRIPT = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
    private static final int TIMES = 0x5455;
    private static final int SIZES = 0x0001;
    private static final int NAME = 0x7075;

    @TempDir
    private Path temp;

    /** The pieces of a zip, headers and contents or stray bytes, and its end record. */
    private static final class Zip {
        private final List<byte[]> body = new ArrayList<>();
        private final List<byte[]> list = new ArrayList<>();
        private int length;
        private byte[] before = NOTHING;
        private byte[] after = NOTHING;
        private int disk;
        private int here;
        private int count;
        private int comment;

        Zip add(ZipPiece piece) {
            if (piece.isListed()) {
                list.add(piece.listEntry(length));
                here++;
                count++;
            }
            return add(piece.headerAndContent());
        }

        Zip add(byte[] bytes) {
            body.add(bytes);
            length += bytes.length;
            return this;
        }

        Zip others() {
            GOOD.forEach((name, content) -> {
                if (!name.equals(LAST)) {
                    add(ZipPiece.of(name, content));
                }
            });
            return this;
        }

        Zip all(UnaryOperator<ZipPiece> made) {
            GOOD.forEach((name, content) -> add(made.apply(ZipPiece.of("抽查/" + name, content))));
            return this;
        }

        Zip end(int madeDisk, int madeHere, int madeCount, int madeComment) {
            disk = madeDisk;
            here = madeHere;
            count = madeCount;
            comment = madeComment;
            return this;
        }

        Zip around(byte[] beforeEnd, byte[] afterEnd) {
            before = beforeEnd;
            after = afterEnd;
            return this;
        }

        Zip list(byte[] bytes) {
            list.add(bytes);
            return this;
        }

        byte[] bytes() {
            byte[] listed = ZipPiece.joined(list.toArray(byte[][]::new));
            byte[] end = ZipPiece.little(22)
                    .putInt(0x06054b50)
                    .putShort((short) disk)
                    .putShort((short) 0)
                    .putShort((short) here)
                    .putShort((short) count)
                    .putInt(listed.length)
                    .putInt(length)
                    .putShort((short) comment)
                    .array();
            return ZipPiece.joined(ZipPiece.joined(body.toArray(byte[][]::new)), listed, before, end, after);
        }
    }

    static Stream<UnaryOperator<ZipPiece>> toolsOfOthers() {
        return Stream.of(
                piece -> piece,
                ZipPiece::deflated,
                piece -> piece.deflated()
                        .extra(extra(TIMES, new byte[9]))
                        .listedExtra(extra(TIMES, new byte[5])), // zip on Unix
                piece -> piece.deflated().described(), // macOS, Java
                piece -> piece.deflated().described().withoutMark(),
                ZipPiece::described, // Python into a pipe
                piece -> piece.both(Field.FLAGS, 1 << 11));
    }

    @ParameterizedTest
    @MethodSource("toolsOfOthers")
    void aZipOfAnyCommonToolIsAccepted(UnaryOperator<ZipPiece> tool) throws IOException {
        for (Zip made : List.of(
                new Zip().all(tool),
                new Zip().add(ZipPiece.of("抽查/", NOTHING)).all(tool),
                new Zip().all(tool).add(ZipPiece.of("抽查/", NOTHING).deflated()))) {
            Path zip = written(made.bytes());
            assertThat(Verification.verify(zip).resultDigest())
                    .isEqualTo(
                            Verification.verify(Vectors.FOLDER.resolve(VECTOR)).resultDigest());
            try (ZipFile read = new ZipFile(zip.toFile())) {
                assertThat(read.size())
                        .as("the pieces are what other programs take for a zip")
                        .isGreaterThanOrEqualTo(GOOD.size());
            }
        }
    }

    @Test
    void anotherFieldWithTheSameNameIsAccepted() throws IOException {
        byte[] name = extra(NAME, ZipPiece.joined(new byte[5], LAST.getBytes(StandardCharsets.UTF_8)));
        Path zip = written(new Zip().others().add(last().extra(name)).bytes());
        assertThat(Verification.verify(zip).resultDigest()).isNotNull();
    }

    static Stream<Arguments> readInTwoWays() {
        String place = "result.json: does not end where the next entry or the list begins";
        String front = "'shaped.zip': is neither a folder nor a sound zip: bytes stand in front of its first entry";
        String zip64 = "result.json: has its sizes in zip64 form";
        byte[] whole = new Zip().others().add(last()).bytes();
        return Stream.of(
                // a reader of headers stops at the stray end record and never sees what the list points at
                refused(
                        place,
                        new Zip().others().add(last().unlisted()).add(STRAY_END).add(last()),
                        "sources.json"),
                refused(place, new Zip().others().add(last()).add(STRAY_END)),
                refused(place, new Zip().others().add(last()).add(new byte[1])),
                refused(
                        place,
                        new Zip()
                                .others()
                                .add(last().tail(ZipPiece.little(16)
                                        .putInt(0x08074b50)
                                        .array()))),
                refused(place, new Zip().others().add(last().described().tail(new byte[12]))),
                refused(place, new Zip().others().add(last().described().tail(new byte[16]))),
                refused(
                        place,
                        new Zip()
                                .others()
                                .add(last())
                                .add(ZipPiece.of("more.txt", NOTHING).unlisted())),
                refused(
                        place,
                        new Zip()
                                .others()
                                .add(ZipPiece.of("rule.json", NOTHING).unlisted())
                                .add(last()),
                        "sources.json"),
                refused(place, new Zip().others().add(last().listed(Field.OFFSET, 1)), "sources.json"),
                refused(place, new Zip().others().add(last().listed(Field.OFFSET, 0xfffffffeL)), "sources.json"),
                refused(place, new Zip().others().add(last().deflated().both(Field.PACKED, 1))),
                refused(place, new Zip().others().add(last().both(Field.PACKED, 0xfffffffeL))),
                refused(front, new Zip().add(whole).others().add(last())),
                refused(front, new Zip().add(SCRIPT).others().add(last())),
                refused(
                        front,
                        new Zip()
                                .add(ZipPiece.of(LAST, NOTHING).unlisted())
                                .others()
                                .add(last())),
                refused(
                        "result.json: the entry stands in the zip twice",
                        new Zip().others().add(last()).add(last())),
                refused(
                        "'抽查/': the entry stands in the zip twice",
                        new Zip()
                                .add(ZipPiece.of("抽查/", NOTHING))
                                .add(ZipPiece.of("抽查/", NOTHING))
                                .all(piece -> piece)),
                refused(
                        "'抽查/': a folder has no content",
                        new Zip().add(ZipPiece.of("抽查/", new byte[1])).all(piece -> piece)),
                refused(
                        "result.json: its own header names it 'other.txt'",
                        new Zip().others().add(last().headerName("other.txt"))),
                refused("result.json: is encrypted", new Zip().others().add(last().header(Field.FLAGS, 1))),
                refused("result.json: is encrypted", new Zip().others().add(last().both(Field.FLAGS, 1))),
                refused(
                        "result.json: has flags no bundle needs",
                        new Zip().others().add(last().both(Field.FLAGS, 1 << 13))),
                refused(
                        "result.json: is packed in another way than the list at the end of the zip says",
                        new Zip().others().add(last().header(Field.FLAGS, 2))),
                refused(
                        "result.json: is packed in another way than the list at the end of the zip says",
                        new Zip().others().add(last().header(Field.METHOD, 8))),
                refused(
                        "result.json: is packed in another way than stored or deflated",
                        new Zip().others().add(last().both(Field.METHOD, 12))),
                sizes(last().header(Field.CRC, 1)),
                sizes(last().header(Field.CRC, 0)),
                sizes(last().header(Field.PACKED, 1)),
                sizes(last().header(Field.BYTES, 1)),
                sizes(last().described().header(Field.BYTES, 1)),
                refused(
                        "result.json: is stored with another size than its own",
                        new Zip().others().add(last().both(Field.BYTES, 1))),
                refused(zip64, new Zip().others().add(last().extra(extra(SIZES, new byte[16])))),
                refused(zip64, new Zip().others().add(last().listedExtra(extra(SIZES, new byte[16])))),
                refused(zip64, new Zip().others().add(last().both(Field.BYTES, 0xffffffffL))),
                refused(
                        "result.json: has another name in an extra field",
                        new Zip().others().add(last().extra(extra(NAME, new byte[9])))),
                refused(
                        "result.json: has a broken extra field",
                        new Zip().others().add(last().extra(new byte[3]))),
                refused(
                        "result.json: has a broken extra field",
                        new Zip().others().add(last().extra(new byte[] {1, 1, 7, 0}))),
                refused(
                        "result.json: has a comment in the list at the end of the zip",
                        new Zip().others().add(last().listed(Field.COMMENT, 4))),
                refused(
                        "result.json: begins in another file, says the list at the end of the zip",
                        new Zip().others().add(last().listed(Field.DISK, 1))),
                refused(
                        "result.json: is damaged: it ends before its packed size",
                        new Zip().others().add(last().deflated().packedTooLong())),
                refused(
                        "result.json: has not the size the list at the end of the zip says",
                        new Zip().others().add(last().deflated().both(Field.BYTES, 1))),
                refused(
                        "result.json: is damaged: it has not the checksum the list at the end of the zip says",
                        new Zip().others().add(last().both(Field.CRC, 1))),
                refused(
                        "'shaped.zip': is neither a folder nor a sound zip: an entry's name is not UTF-8",
                        new Zip().others().add(last().rawName(new byte[] {(byte) 0xb3, (byte) 0xe9}))),
                refused(
                        "'result.json\0': a bundle has no such file",
                        new Zip().others().add(last().rawName((LAST + '\0').getBytes(StandardCharsets.UTF_8)))));
    }

    @ParameterizedTest
    @MethodSource("readInTwoWays")
    void aZipThatCouldBeReadInTwoWaysIsRefused(String reason, byte[] zip) throws IOException {
        assertThat(refusal(written(zip))).contains(reason);
    }

    static Stream<Arguments> ends() {
        String record = "its last bytes are not the end record, without a comment";
        int count = GOOD.size();
        return Stream.of(
                refused(record, whole().end(0, count, count, 1).around(NOTHING, new byte[1])),
                refused(record, whole().around(NOTHING, new byte[1])),
                refused(record, whole().around(NOTHING, new byte[22])),
                refused(
                        "bytes stand in front of its first entry, or between its list and its end record",
                        whole().around(new byte[1], NOTHING)),
                refused("it is one of several files", whole().end(1, count, count, 0)),
                refused("it is one of several files", whole().end(0, count - 1, count, 0)),
                refused(
                        "the list at its end names 6 entries, the end record says 7",
                        whole().end(0, count + 1, count + 1, 0)),
                refused(
                        "the list at its end names 6 entries, the end record says 5",
                        whole().end(0, count - 1, count - 1, 0)),
                refused("the list at its end holds something else than entries", whole().list(new byte[50])),
                refused(
                        "the list at its end is cut off",
                        whole().list(ZipPiece.little(46)
                                .putInt(0x02014b50)
                                .putShort(28, (short) 1)
                                .array())),
                refused(
                        "it has a zip64 end record",
                        whole().list(ZipPiece.little(20).putInt(0x07064b50).array())));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aZipEndsWithItsListAndItsEndRecordAlone(String reason, byte[] zip) throws IOException {
        assertThat(refusal(written(zip)))
                .containsExactly("'shaped.zip': is neither a folder nor a sound zip: " + reason);
    }

    @Test
    void whatAnOpenDrawGivesToEverybodyCanBeReadInOneWayOnlyToo() throws IOException {
        byte[] zip = new Zip()
                .others()
                .add(last().unlisted())
                .add(STRAY_END)
                .add(last())
                .bytes();
        BundleRefused refusal =
                catchThrowableOfType(BundleRefused.class, () -> TargetsVerification.verify(written(zip)));
        assertThat(refusal.getMessage()).contains("does not end where the next entry or the list begins");
    }

    private static Zip whole() {
        return new Zip().others().add(last());
    }

    private static ZipPiece last() {
        return ZipPiece.of(LAST, Vectors.files(VECTOR).get(LAST));
    }

    private static Arguments sizes(ZipPiece last) {
        return refused(
                "result.json: has not the size and checksum the list at the end of the zip says",
                new Zip().others().add(last));
    }

    private static Arguments refused(String reason, Zip zip) {
        return Arguments.of(reason, zip.bytes());
    }

    private static Arguments refused(String reason, Zip zip, String named) {
        return refused(reason.replace(LAST, named), zip);
    }

    private static byte[] extra(int id, byte[] content) {
        byte[] head = ZipPiece.little(4)
                .putShort((short) id)
                .putShort((short) content.length)
                .array();
        return ZipPiece.joined(head, content);
    }

    private Path written(byte[] zip) throws IOException {
        return Files.write(temp.resolve("shaped.zip"), zip);
    }

    private static List<String> refusal(Path bundle) {
        BundleRefused refusal = catchThrowableOfType(BundleRefused.class, () -> Verification.verify(bundle));
        assertThat(refusal).as("the bundle is refused").isNotNull();
        return refusal.faults().stream().map(Object::toString).toList();
    }
}
