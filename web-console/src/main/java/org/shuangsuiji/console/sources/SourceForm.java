package org.shuangsuiji.console.sources;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.ingest.Source;
import org.shuangsuiji.ingest.SourceTerms;

/** What the credit office types about a source. */
record SourceForm(
        @Required Source.@Nullable Standing standing,

        @Required @Nullable String name,

        @Required @Nullable String word,

        @Required @Nullable Long departmentId,

        @Required Source.@Nullable Trust trust,

        long version) {

    static SourceForm of(Source source, String called) {
        SourceTerms terms = source.terms();
        return new SourceForm(
                terms.standing(), called, terms.word(), terms.departmentId(), terms.trust(), source.version());
    }

    SourceTerms terms() {
        return new SourceTerms(
                Words.stripped(word),
                Words.stripped(name),
                requireNonNull(standing),
                requireNonNull(departmentId),
                requireNonNull(trust));
    }
}
