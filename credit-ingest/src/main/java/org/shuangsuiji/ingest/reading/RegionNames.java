package org.shuangsuiji.ingest.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of administrative divisions (GB/T 2260), for pages; see gb2260.LICENSE.txt beside the table. */
public final class RegionNames {
    private static final Map<String, String> NAMES = read();

    private RegionNames() {}

    /** The name of a division by its first two, four or six digits; empty for a smaller or unknown one. */
    public static Optional<String> of(String digits) {
        return digits.length() > 6
                ? Optional.empty()
                : Optional.ofNullable(NAMES.get((digits + "0000").substring(0, 6)));
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = RegionNames.class.getResourceAsStream("gb2260.csv")) {
            if (in == null) {
                throw new IllegalStateException("gb2260.csv is missing from this jar");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                names.put(line.substring(0, comma), line.substring(comma + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("gb2260.csv cannot be read", e);
        }
        return Map.copyOf(names);
    }
}
