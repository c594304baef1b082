package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shuangsuiji.model.Refusal;

/** Recognises by its first bytes a file that is no CSV, and refuses it by its name. */
final class FileMagic {
    private static final int HEAD = 4096;

    private FileMagic() {}

    static void refuseWhatIsNoText(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw Refusal.invalid("file-empty");
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            String names = new String(head, StandardCharsets.ISO_8859_1);
            boolean xlsx = names.contains("xl/") || names.contains("[Content_Types].xml");
            throw Refusal.invalid(xlsx ? "file-xlsx" : "file-zip");
        }
        if (starts(head, 0x1f, 0x8b)) {
            throw Refusal.invalid("file-gzip");
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            throw Refusal.invalid("file-pdf");
        }
        if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Refusal.invalid("file-xls");
        }
        if (starts(head, 'R', 'a', 'r', '!') || starts(head, '7', 'z', 0xbc, 0xaf)) {
            throw Refusal.invalid("file-archive");
        }
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || zerosEverySecond(head)) {
            throw Refusal.invalid("file-utf16");
        }
        if (isBinary(head)) {
            throw Refusal.invalid("file-binary");
        }
        int mark = starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
        String text = new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith("<")) {
            throw Refusal.invalid(text.contains("Workbook") ? "file-xml-workbook" : "file-markup");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            throw Refusal.invalid("file-json");
        }
        if (text.isEmpty() && head.length < HEAD) {
            throw Refusal.invalid("file-blank");
        }
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

    private static boolean zerosEverySecond(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        // commas, digits and line ends alone put zeros into one half of the bytes and never into both
        return head.length >= 4
                && Math.max(even, odd) * 10 > head.length
                && Math.min(even, odd) * 20 < Math.max(even, odd);
    }

    private static boolean isBinary(byte[] head) {
        int control = 0;
        for (byte b : head) {
            control += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return control * 20 > head.length;
    }
}
