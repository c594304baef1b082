package org.shuangsuiji.console.matters;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.ingest.MatterTerms;
import org.shuangsuiji.model.RecordKind;

/** What a department types about a matter. */
record MatterForm(
        @Required @Nullable Aim aim,

        @Required @Nullable String code,

        @Required @Nullable String name,

        @Nullable Set<RecordKind> kinds,

        @Required @Nullable String fields,

        @Required @Nullable String basis,

        @Required @Nullable String frequency,

        @Required MatterTerms.@Nullable Share share,

        @Required @Nullable Publicity publicity,

        long version) {

    /** What is to become of the row. */
    enum Aim {
        KEEP,
        REMOVE
    }

    /** Whether the records may be made public. */
    enum Publicity {
        OPEN,
        INTERNAL
    }

    static MatterForm blank() {
        return new MatterForm(Aim.KEEP, null, null, null, null, null, null, null, null, 0);
    }

    static MatterForm of(MatterTerms terms, boolean removal, long version) {
        return new MatterForm(
                removal ? Aim.REMOVE : Aim.KEEP,
                terms.code(),
                terms.name(),
                terms.kinds(),
                terms.fields(),
                terms.basis(),
                terms.frequency(),
                terms.share(),
                terms.open() ? Publicity.OPEN : Publicity.INTERNAL,
                version);
    }

    boolean removal() {
        return aim == Aim.REMOVE;
    }

    MatterTerms terms() {
        return new MatterTerms(
                Words.stripped(code).toUpperCase(Locale.ROOT),
                Words.stripped(name),
                kinds == null ? Set.of() : kinds,
                Words.stripped(fields),
                Words.stripped(basis),
                Words.stripped(frequency),
                requireNonNull(share),
                publicity == Publicity.OPEN);
    }
}
