package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.shuangsuiji.model.Refusal;

/** Recognises the format of a file by its first bytes, whatever its name says, and refuses by name what is no table. */
final class FileMagic {
    private static final int HEAD = 4096;
    private static final int XML_HEAD = 1 << 16;

    /** The formats that are read. */
    enum Format {
        CSV,
        JSON_LINES,
        WORKBOOK,
        XML_WORKBOOK
    }

    private FileMagic() {}

    static Format of(Path file) throws IOException {
        byte[] head = head(file, HEAD);
        if (head.length == 0) {
            throw Refusal.invalid("file-empty");
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return Format.WORKBOOK;
        }
        if (starts(head, 0x1f, 0x8b)) {
            throw Refusal.invalid("file-gzip");
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            throw Refusal.invalid("file-pdf");
        }
        if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Refusal.invalid(hasPassword(file) ? "file-workbook-password" : "file-xls");
        }
        if (starts(head, 'R', 'a', 'r', '!') || starts(head, '7', 'z', 0xbc, 0xaf)) {
            throw Refusal.invalid("file-archive");
        }
        if (starts(head, 0xff, 0xfe) || zerosIn(head, 1)) {
            throw Refusal.invalid("file-utf16", "UTF-16LE");
        }
        if (starts(head, 0xfe, 0xff) || zerosIn(head, 0)) {
            throw Refusal.invalid("file-utf16", "UTF-16BE");
        }
        if (isBinary(head)) {
            throw Refusal.invalid("file-binary");
        }
        int mark = starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
        String text = new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith("<")) {
            return markup(file);
        }
        if (text.startsWith("[")) {
            throw Refusal.invalid("file-json-array");
        }
        if (text.startsWith("{")) {
            return Format.JSON_LINES;
        }
        if (text.isEmpty() && head.length < HEAD) {
            throw Refusal.invalid("file-blank", text(head).lines().count());
        }
        return Format.CSV;
    }

    private static Format markup(Path file) throws IOException {
        String head = text(head(file, XML_HEAD));
        if (head.contains("urn:schemas-microsoft-com:office:spreadsheet")
                && !head.toLowerCase(Locale.ROOT).contains("<html")) {
            return Format.XML_WORKBOOK;
        }
        boolean page = head.toLowerCase(Locale.ROOT).contains("<table");
        throw Refusal.invalid(page ? "file-markup-table" : "file-markup");
    }

    /** A workbook with a password is the same container as an old one, with one part that says so in its directory. */
    private static boolean hasPassword(Path file) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        String sought = new String(mark, StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(file)) {
            String carried = "";
            for (byte[] block = in.readNBytes(XML_HEAD); block.length > 0; block = in.readNBytes(XML_HEAD)) {
                String text = carried + new String(block, StandardCharsets.ISO_8859_1);
                if (text.contains(sought)) {
                    return true;
                }
                carried = text.substring(Math.max(0, text.length() - sought.length()));
            }
        }
        return false;
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether zeros stand in the first or the second of every two bytes. */
    private static boolean zerosIn(byte[] head, int place) {
        int here = 0;
        int there = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                here += i % 2 == place ? 1 : 0;
                there += i % 2 == place ? 0 : 1;
            }
        }
        // commas, digits and line ends alone put zeros into one half of the bytes and never into both
        return head.length >= 4 && here * 10 > head.length && there * 20 < here;
    }

    private static boolean isBinary(byte[] head) {
        int control = 0;
        for (byte b : head) {
            control += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return control * 20 > head.length;
    }
}
