package org.shuangsuiji.ingest.reading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shuangsuiji.model.RecordKind;

/** The closed lists of categories that kinds of record have, for whoever shows or asks for them. */
public final class Categories {
    static final PersonKeys NOBODY = number -> {
        throw new IllegalStateException("Nobody is read here");
    };
    private static final Map<RecordKind, Words> WORDS = new EnumMap<>(RecordKind.class);

    static {
        for (RecordKind kind : RecordKind.values()) {
            WORDS.put(kind, Kind.of(kind, NOBODY).words());
        }
    }

    private Categories() {}

    /** The categories of a kind; none where they are no closed list. */
    public static List<Words.Word> of(RecordKind kind) {
        Words words = WORDS.get(kind);
        return words == null ? List.of() : words.all();
    }

    /** The field's words for codes joined by commas; empty where the kind has no closed list. */
    public static Optional<String> words(RecordKind kind, String codes) {
        List<String> wanted = Arrays.asList(codes.split(",", -1));
        String joined = of(kind).stream()
                .filter(word -> wanted.contains(word.code()))
                .map(Words.Word::word)
                .collect(Collectors.joining("、"));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }
}
