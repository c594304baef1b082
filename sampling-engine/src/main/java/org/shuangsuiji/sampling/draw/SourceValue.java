package org.shuangsuiji.sampling.draw;

/** What one source came to say. */
public sealed interface SourceValue {
    /** The source's own value, in its format. */
    record Spoken(String text) implements SourceValue {}

    /** The value of the fallback, the source having stayed silent. */
    record ByFallback(String text) implements SourceValue {}

    /** A person who was silent at the due. */
    record Silent() implements SourceValue {}

    static SourceValue spoken(String text) {
        return new Spoken(text);
    }

    static SourceValue byFallback(String text) {
        return new ByFallback(text);
    }

    static SourceValue silent() {
        return new Silent();
    }
}
